import type { Message } from '#db/schema/machine.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { CITY_GROUP, placeOfGroup } from '#src/domain/words.ts'
import type { DigestSpan } from '#src/policy/digest-span.ts'
import type { Digest, FiveNumbers } from '#src/policy/five-numbers.ts'
import type { Worst } from '#src/policy/worst.ts'
import { messageText } from './text.ts'

/** The brief of a week or month, as text. The five numbers name nobody, so that they may stand in a group. */

/** Names are listed as far as a message is readable; the rest is counted, never dropped in silence. */
const LISTED = 20

const NUMBERS = ['本学期已督导', '新发现问题', '在办整改', '逾期整改', '办结']

/** 「章贡区上周督导小结」, 「全市…」 where no county is named, with the five numbers (policy.md 8.8) and what each has changed by. */
export function numbersText(county: string | null, digest: Digest | null, span: DigestSpan): string {
  const head = [
    `${county ?? '全市'}${span.name}督导小结`,
    `${dayText(span.from, span.asOf)}至${dayText(span.to, span.asOf)}`,
  ]
  if (!digest)
    return [
      ...head,
      ...NUMBERS.map((name) => `${name}：数据不足`),
      '还没有登记学校，请先导入学校名册。',
    ].join('\n')
  const note = digest.before ? `括号内为${span.versus}的增减。` : '此前没有记录，不作比较。'
  return [...head, ...numberLines(digest), note].join('\n')
}

function numberLines({ now, before, coverageBefore }: Digest): string[] {
  const changed = (count: (numbers: FiveNumbers) => number) =>
    before ? changeText(count(now) - count(before)) : ''
  const { visited, found, closed } = now
  return [
    `本学期已督导：${visited.of}/${visited.all} 所${coverageBefore === null ? '' : changeText(visited.of - coverageBefore)}`,
    `新发现问题：${found.all} 项${found.all > 0 ? `，其中严重 ${found.of} 项` : ''}${changed((each) => each.found.all)}`,
    `在办整改：${now.inHand} 项${changed((each) => each.inHand)}`,
    `逾期整改：${now.overdue} 项${shareText('，占在办 ', now.overdue, now.inHand)}${changed((each) => each.overdue)}`,
    `办结：${closed.all} 项${shareText('，其中按期 ', closed.of, closed.all)}${changed((each) => each.closed.all)}`,
  ]
}

const changeText = (by: number): string => (by === 0 ? '（持平）' : `（${by > 0 ? '+' : ''}${by}）`)

/** Of nothing there is no share: 0/0 is not said. */
const shareText = (words: string, part: number, whole: number): string =>
  whole === 0 ? '' : `${words}${percent(part, whole)}`

/** With one decimal at most, in whole numbers; 99.96 % does not read 100 %, nor 0.04 % nothing. */
export function percent(part: number, whole: number): string {
  const rounded = Math.floor((part * 2000 + whole) / (2 * whole))
  const tenths = part > 0 && part < whole ? Math.min(Math.max(rounded, 1), 999) : rounded
  return `${Math.floor(tenths / 10)}${tenths % 10 === 0 ? '' : `.${tenths % 10}`}%`
}

/** The three worst of policy.md 8.8, counties or schools; null where there is none. */
export function worstText(worst: readonly Worst[], of: 'counties' | 'schools'): string | null {
  if (worst.length === 0) return null
  const whyText = ({ overdueDays, visited, schools }: Worst): string => {
    const late = overdueDays > 0 ? [`逾期合计 ${overdueDays} 天`] : []
    const coverage = of === 'schools' ? '本学期未督导' : `已督导 ${visited}/${schools} 所`
    return [...late, ...(visited < schools ? [coverage] : [])].join('，')
  }
  return `需重点关注：${worst.map((each) => `${each.name}（${whyText(each)}）`).join('、')}。`
}

/** A heading with its count and the lines below it; null for nothing. */
export function listText(heading: string, unit: string, lines: readonly string[]): string | null {
  if (lines.length === 0) return null
  const shown = lines.slice(0, LISTED).map((line) => `· ${line}`)
  return [`${heading} ${lines.length} ${unit}：`, ...shown, restText(lines, unit)].filter(Boolean).join('\n')
}

/** The same for names, in one line. */
export const namesText = (heading: string, unit: string, names: readonly string[]): string | null =>
  names.length === 0
    ? null
    : `${heading} ${names.length} ${unit}：${names.slice(0, LISTED).join('、')}${restText(names, unit)}`

const restText = (all: readonly string[], unit: string): string =>
  all.length > LISTED ? `……还有 ${all.length - LISTED} ${unit}` : ''

/** 「章贡区的群」; null for a person. */
export function groupName(recipient: string): string | null {
  const place = placeOfGroup(recipient)
  return place === CITY_GROUP ? '全市的群' : place && `${place}的群`
}

export type Undelivered = { to: string; on: Day; message: Message; why: string }

/** 「哪些消息没送达」: to whom, of which day, what it was about, and why. */
export const undeliveredText = (lost: readonly Undelivered[], today: Day): string | null =>
  listText(
    '没有送达的消息',
    '条',
    lost.map(
      ({ to, on, message, why }) =>
        `${dayText(on, today)}发给${to}：${aboutOf(message)}（${why === 'expired' ? '过了时限' : why}）`,
    ),
  )

const ABOUT_LENGTH = 24

/** Enough of a message to know which it was. */
function aboutOf(message: Message): string {
  const [words = ''] = messageText(message).split('\n')
  return words.length <= ABOUT_LENGTH ? words : `${words.slice(0, ABOUT_LENGTH)}…`
}
