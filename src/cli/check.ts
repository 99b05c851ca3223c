import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { openNode, openToRead } from '#db/node.ts'
import { readRecords } from '#db/records.ts'
import { dayOf, parseDay, type Day } from '#src/domain/day.ts'
import { rootCause, UserError } from '#src/domain/errors.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import type { Check } from '#src/policy/checks/check.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS, WITHOUT_LINES } from '#src/policy/checks/list.ts'
import { asFiled, asOf } from '#src/policy/checks/view/view.ts'
import { machine } from '../machine.ts'
import { tableOf } from './check-table.ts'
import type { Command, Terminal } from './command.ts'
import { databasePath } from './database-path.ts'

/** What the rules say of the records on a day (records-contract.md B1). Reads only. */
export const checkCommand: Command = {
  usage: '[--at YYYY-MM-DD] [--county NAME] [--check ID]… [--json]',
  zh: '按制度逐条核对台账在某日（默认今天）的情况；--county 只看一地（市本级写 city），--check 只看几项，--json 每行一个结果。',
  en: 'Check the records of a day (today) against the rules, one line a check and subject; --json for JSON Lines. Writes nothing.',
  async run(args, { out, err }) {
    const { values } = parseArgs({
      args,
      options: {
        at: { type: 'string' },
        county: { type: 'string' },
        check: { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
      },
    })
    const day = dayGiven(values.at)
    const checks = checksNamed(values.check)
    const records = await recordsAt(databasePath(), err)
    const place = placeNamed(values.county, records)
    const lines = linesOf(asOf(records, day, asFiled(records)), checks).filter(
      (line) => place === null || line.place === place,
    )
    const printed = values.json ? lines.map((line) => JSON.stringify(line)) : tableOf(lines, records)
    if (printed.length > 0) out(printed.join('\n'))
    return 0
  },
}

function dayGiven(written: string | undefined): Day {
  if (written === undefined) return dayOf(machine.now())
  const day = parseDay(written)
  if (day === null) throw new UserError(`「${written}」不是日期。请写成 2026-11-23。`)
  return day
}

/** All of them where none is named; those that have no lines are known and print nothing. */
function checksNamed(ids: readonly string[]): readonly Check[] {
  const known = [...CHECKS.map(({ id }) => id), ...WITHOUT_LINES]
  const strange = ids.find((id) => !known.includes(id))
  if (strange !== undefined) throw new UserError(`没有「${strange}」这项核查。有：${known.join('、')}。`)
  return ids.length === 0 ? CHECKS : CHECKS.filter(({ id }) => ids.includes(id))
}

/** The city level by `city` or the city's name, a county by its own; null where none is asked for. */
function placeNamed(name: string | undefined, { places }: Records): string | null {
  if (name === undefined || name === CITY) return name ?? null
  const place = places.find((each) => each.name === name && (!each.withdrawn || each.level === CITY))
  if (place) return place.level === CITY ? CITY : place.name
  const known = places.filter(({ withdrawn }) => !withdrawn).map((each) => each.name)
  throw new UserError(`台账里没有「${name}」这个地区。有：${[CITY, ...known].join('、')}。请写全称。`)
}

/** The records of the database there. One that has not been made yet holds nothing, and is not made by looking. */
async function recordsAt(path: string, err: Terminal['err']): Promise<Records> {
  if (!existsSync(path)) {
    err(
      `没有数据库 ${path}，按没有台账核对。请用 DATABASE_PATH 写明它在哪里，或先 npm run dudao -- import 导入。`,
    )
    const store = await openNode(':memory:', { kind: 'live' })
    return readRecords(store.db).finally(() => store.close())
  }
  const { db, close } = openToRead(path)
  return readRecords(db)
    .catch((error: unknown) => {
      throw isOlder(error) ? olderThanThis(path, error) : error
    })
    .finally(close)
}

/** Looking does not bring a database up to date. */
const isOlder = (error: unknown): boolean => /no such (table|column)/.test(rootCause(error))

const olderThanThis = (path: string, cause: unknown): UserError =>
  new UserError(
    `数据库 ${path} 是旧版本建的，还没有这些台账。请先启动一次助手（npm start），或导入一次（npm run dudao -- import）。`,
    { cause },
  )
