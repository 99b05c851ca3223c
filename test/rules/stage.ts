import type { Act } from '#cards/action.ts'
import { encodeAction } from '#cards/action.ts'
import { openCast, type Who } from './cast.ts'
import { keepRows, RECORDS, recordTables } from './rows.ts'
import { SCENES, type SceneName, type Subject } from './scenes.ts'

type Row = { id: string; seq: number; state: string }

/** All that a person may read when a rule stops him; each says why. */
const NO_RIGHT = /您的账号不能办理这一步|这不是您的记录|整改报告由校长确认上报|异议由校长提出|您还没有登记/
const TOO_LATE = /这张卡片已经失效|此件已由.+于.+。/

/**
 * One scene, played once by talk, and as many tries on it as wanted: each begins with the rows as the scene left them.
 */
export async function openStage(name: SceneName) {
  const { world, cast } = await openCast()
  const { client } = world.store
  await SCENES[name].plays(cast)
  const [keptRows, keptTime] = [keepRows(client), world.clock.at]
  const restore = () => {
    keptRows()
    // Words answer a card only for a while: no try may come later than the first.
    world.clock.at = keptTime
  }

  const reading = recordTables.map((table) => client.prepare(`select * from ${table} order by rowid`))
  const records = () => reading.map((statement) => statement.all() as Row[])
  const kinds = client.prepare('select kind from events order by rowid').pluck()
  const events = () => kinds.all() as string[]
  const answering = client
    .prepare(
      `select coalesce((select answer from inbox order by rowid desc limit 1),
        (select coalesce(json_extract(message, '$.text'), kind) from outbox where recipient = ? order by id desc limit 1))`,
    )
    .pluck()
  const inline = client.prepare('select answer from inbox order by rowid desc limit 1').pluck()
  const alone = client
    .prepare(
      "select json_extract(message, '$.text') from outbox where recipient = ? order by id desc limit 1",
    )
    .pluck()
  const lastAnswer = (who: Who) => answering.get(who) as string | null

  /** What doing this changes: the events written, and the records that are new or other than before. */
  async function changesOf(who: Who, doing: () => Promise<unknown>): Promise<string> {
    const [had, were] = [events().length, records()]
    client.exec(`delete from outbox where recipient = '${who}'`)
    // A stranger is answered once an hour: here each try is his first.
    client.exec(`delete from strangers`)
    await doing()
    const now = records()
    const changed = recordTables.flatMap((table, t) =>
      (now[t] as Row[])
        .filter((row, i) => JSON.stringify(row) !== JSON.stringify(were[t]?.[i]))
        .map((row) => `${RECORDS[table]} ${row.state}`),
    )
    const written = events().slice(had).sort()
    if (written.length === 0 && changed.length === 0) return answerKind(lastAnswer(who))
    return `${written.join(' ')} | ${changed.join(', ')}`
  }

  return {
    /** The newest record of this kind, as a button would name it. */
    keyFor(act: Act, subject: Subject, arg: string | undefined): string {
      const row = records()[recordTables.findIndex((table) => RECORDS[table] === subject)]?.at(-1)
      if (!row) throw new Error(`${name} has no ${subject}`)
      return encodeAction({ act, id: row.id, seq: row.seq, ...(arg === undefined ? {} : { arg }) })
    },
    /** Through the app's menu, whose presses belong to no card and are answered at once. */
    presses: (who: Who, key: string) =>
      changesOf(who, () =>
        world.posts({ FromUserName: who, MsgType: 'event', Event: 'click', EventKey: key }),
      ),
    says: (who: Who, words: string) => changesOf(who, () => cast[who].says(words)),
    pressesInGroup: (who: Who, key: string) => changesOf(who, () => world.pressInGroup(who, key)),
    saysInGroup: (who: Who, words: string) => changesOf(who, () => cast[who].saysInGroup(words)),
    lastAnswer,
    /** What stands in the group, and what this person alone was sent. */
    lastInline: () => inline.get() as string | null,
    lastAlone: (who: Who) => alone.get(who) as string | null,
    restore,
    close: world.close,
  }
}

function answerKind(answer: string | null): 'silence' | 'no right' | 'too late' | 'asks' {
  if (answer === null) return 'silence'
  if (NO_RIGHT.test(answer)) return 'no right'
  return TOO_LATE.test(answer) ? 'too late' : 'asks'
}
