import { readOnce, type Heard } from './hear.ts'
import { blanked, matchesOf } from './text.ts'
import type { RecordHeard, Span } from './understanding.ts'

const THAT =
  /(?<ago>刚[才刚]?|上一?|最后一?|最近一?)?(?:发|记|提交|录)?(?:的|了)?(?:那|这|一)?(?:条|次)(?:督导)?(?:记录)?/g
const OF = /^(?:\s|的|把|将|、|去|在)*$/

/** The record that words name, and where: 刚才那条, 文清上午那条, 章贡-25-0012. Null where they name none. */
export const recordIn: (heard: Heard) => { record: RecordHeard; span: Span } | null = readOnce((heard) => {
  const receipt = heard.numbers.find(({ number }) => /^[一-龥]+-\d{2}-\d+$/.test(number))
  if (receipt)
    return { record: { number: receipt.number, school: null, date: null, part: null }, span: receipt.span }
  for (const that of matchesOf(heard.plain, THAT)) {
    if (!/[那这]|^刚|^上|^最/.test(that[0])) continue
    const found = named(heard, that.index, that.index + that[0].length, that.groups?.['ago'] !== undefined)
    if (found) return found
  }
  return null
})

/** What stands right before 那条: schools, days, parts of day, nothing else. */
function named(
  heard: Heard,
  at: number,
  to: number,
  ago: boolean,
): { record: RecordHeard; span: Span } | null {
  const before = <T extends { span: Span }>(all: readonly T[], from: number) =>
    all.filter(({ span }) => span[1] <= from && OF.test(heard.plain.slice(span[1], from))).at(-1) ?? null
  const record: RecordHeard = { number: null, school: null, date: null, part: null }
  let from = at
  for (;;) {
    const [school, date, part] = [
      before(heard.schools, from),
      before(heard.dates, from),
      before(heard.parts, from),
    ]
    const next = [school, date, part].filter((each) => each !== null).sort((a, b) => b.span[1] - a.span[1])[0]
    if (!next) break
    if (next === school) record.school = school
    else if (next === date) record.date = date!.day
    else record.part = part!.part
    from = next.span[0]
  }
  const alone = /(?:^|[\s,。;把将])$/.test(heard.plain.slice(0, from))
  return (from < at || ago) && alone ? { record, span: [from, to] } : null
}

/** The message without the words that only name the record. */
export function withoutRecord(heard: Heard): { rest: Heard; record: RecordHeard | null } {
  const found = recordIn(heard)
  if (!found) return { rest: heard, record: null }
  const outside = <T extends { span: Span }>(all: readonly T[]): T[] =>
    all.filter(({ span }) => span[1] <= found.span[0] || span[0] >= found.span[1])
  return {
    record: found.record,
    rest: {
      ...heard,
      written: blanked(heard.written, [found.span]),
      plain: blanked(heard.plain, [found.span]),
      schools: outside(heard.schools),
      dates: outside(heard.dates),
      parts: outside(heard.parts),
      numbers: outside(heard.numbers),
    },
  }
}
