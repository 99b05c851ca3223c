import { isDeepStrictEqual, parseArgs } from 'node:util'
import { madeUpCity } from './made-up/city.ts'
import { muddled } from './made-up/muddled.ts'
import { writtenByPeople } from './made-up/written-by-people.ts'
import { oracleOf } from './oracle/check.ts'
import type { Line } from './oracle/line.ts'
import { listed, type Files } from './oracle/rows.ts'
import { productOf } from './product.ts'

/** What the product prints otherwise than the oracle, in a made-up city on a day; a line may be missing on a side. */
export type Difference = {
  seed: number
  day: string
  subject: string
  product: Line | undefined
  oracle: Line | undefined
}

const nameOf = ({ check, subject }: Line) => `${check} ${subject}`

/** Every difference of a seed's city on the days that it asks of; how many lines agree is added to `agreed`. */
export async function differencesOf(
  seed: number,
  agreed: { days: number; lines: number },
): Promise<Difference[]> {
  const { days, files } = madeUpCity(seed)
  // Every other city has been entered wrongly before, every third is written as people like.
  const entered = {
    ...(seed % 2 ? { earlier: muddled(seed, files) } : {}),
    ...(seed % 3 ? {} : { hand: writtenByPeople(seed) }),
  }
  const [product, oracle] = [await productOf(files, entered), oracleOf(files)]
  return days.flatMap((day) => {
    const found = compare(product(day), oracle(day)).map((each) => ({ seed, day, ...each }))
    agreed.days += found.length === 0 ? 1 : 0
    agreed.lines += oracle(day).length - found.length
    return found
  })
}

/** Line by line, and in the same order; figures as far as the contract names them. */
export function compare(product: Line[], oracle: Line[]): Omit<Difference, 'seed' | 'day'>[] {
  const [ours, theirs] = [
    new Map(oracle.map((line) => [nameOf(line), line])),
    new Map(product.map((line) => [nameOf(line), line])),
  ]
  const found: Omit<Difference, 'seed' | 'day'>[] = []
  for (const [subject, line] of ours)
    if (!isSame(theirs.get(subject), line))
      found.push({ subject, product: theirs.get(subject), oracle: line })
  for (const [subject, line] of theirs)
    if (!ours.has(subject)) found.push({ subject, product: line, oracle: undefined })
  const isOrdered = isDeepStrictEqual(product.map(nameOf), oracle.map(nameOf))
  if (found.length === 0 && !isOrdered)
    found.push({ subject: 'order', product: undefined, oracle: undefined })
  return found
}

function isSame(product: Line | undefined, oracle: Line): boolean {
  if (!product) return false
  const figures = Object.fromEntries(Object.keys(oracle.figures).map((key) => [key, product.figures[key]]))
  const { check, subject, level, soft, clause, place } = product
  return isDeepStrictEqual({ check, subject, level, soft, figures, clause, place }, oracle)
}

const shown = (line: Line | undefined) =>
  line
    ? `${line.level}${line.soft ? ' soft' : ''} ${JSON.stringify(line.figures)} ${line.clause} ${line.place}`
    : 'no line'

/** Every row that names a part of the subject, kind by kind. */
function rowsAbout(files: Files, subject: string): string[] {
  const parts = subject
    .replace(/^\S+ /, '')
    .split(/[@/]/)
    .filter((part) => part !== '')
  return Object.entries(files).flatMap(([kind, rows]) =>
    rows
      .filter((row) =>
        Object.values(row).some((cell) => listed(cell ?? '').some((value) => parts.includes(value))),
      )
      .map(
        (row) =>
          `    ${kind} ${JSON.stringify(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell)))}`,
      ),
  )
}

export function account({ seed, day, subject, product, oracle }: Difference, withRows: boolean): string {
  const head = `${subject} · seed ${seed} · D ${day}\n  product ${shown(product)}\n  oracle  ${shown(oracle)}`
  return withRows ? [head, ...rowsAbout(madeUpCity(seed).files, subject)].join('\n') : head
}

/** `node test/checks/differences.ts --seeds 1..200 [--check C9.1] [--rows]` tells all differences of many seeds. */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string', default: '1..50' },
      check: { type: 'string' },
      rows: { type: 'boolean', default: false },
    },
  })
  const [first = 1, last = first] = values.seeds.split('..').map(Number)
  const [agreed, counts] = [{ days: 0, lines: 0 }, new Map<string, number>()]
  for (let seed = first; seed <= last; seed++)
    for (const each of await differencesOf(seed, agreed)) {
      const check = each.subject.split(' ')[0]!
      counts.set(check, (counts.get(check) ?? 0) + 1)
      if (values.check === undefined || values.check === check) console.log(account(each, values.rows))
    }
  console.log(`${agreed.days} days and ${agreed.lines} lines agree; differences:`, Object.fromEntries(counts))
}

if (import.meta.main) await main()
