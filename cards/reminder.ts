import type { Instant } from '#src/domain/day.ts'
import type { Condition } from '#src/policy/condition.ts'
import type { Button, Card } from './card.ts'

/** One thing of which somebody is reminded. */
export type ReminderLine = {
  /** What it has in common with others: the heading above them; null where the text stands for itself, as a digest does. */
  head: string | null
  text: string
  /** The first of them stands for all where several things meet on one card. */
  buttons?: Button[]
  /** The record whose cards are settled together; a card about nothing else is settled with them. */
  about: string
  while: Condition | null
  until: Instant
}

/** A card shows six buttons (WeCom D90236). */
const BUTTONS = 6
/** As many lines as are read; what is more is counted, never dropped in silence. */
const LISTED = 20

/** All that one person is reminded of at one time, as one message: a text where there is nothing to press. */
export function reminderMessage(
  lines: readonly ReminderLine[],
): { kind: 'card'; card: Card } | { kind: 'text'; text: string } {
  return lines.some((line) => line.buttons)
    ? { kind: 'card', card: reminderCard(lines) }
    : { kind: 'text', text: groupsOf(lines, new Map()).join('\n\n') }
}

/** Of several things to do each has its number, and one button that bears it; a single one has all its buttons. */
export function reminderCard(lines: readonly ReminderLine[]): Card {
  const pressable = lines.filter((line) => line.buttons)
  const served = [...Map.groupBy(pressable, (line) => line.buttons?.[0]?.action).values()]
  const numbers = new Map(served.length > 1 ? served.flat().map((line, i) => [line, i + 1]) : [])
  const groups = groupsOf(lines, numbers)
  const [title = '', ...rest] = (groups.length === 1 ? groups : ['今日提醒', ...groups])
    .join('\n')
    .split('\n')
  return {
    kind: 'buttons',
    title,
    ...(served.length > BUTTONS
      ? { note: `这里能点前 ${BUTTONS} 项，其余请带编号直接说或在原卡片上办` }
      : {}),
    fields: [],
    body: rest.join('\n'),
    buttons: served.length > 1 ? numberedButtons(served, numbers) : (pressable[0]?.buttons ?? []),
  }
}

type Numbers = ReadonlyMap<ReminderLine, number>

/** Each heading with how many there are of it, and its lines. */
const groupsOf = (lines: readonly ReminderLine[], numbers: Numbers): string[] =>
  [...Map.groupBy(lines, (line) => line.head)].map(([head, all]) => {
    if (head === null) return all.map((line) => line.text).join('\n\n')
    const shown = all.slice(0, LISTED).map((line) => `${mark(numbers.get(line))}${line.text}`)
    const more = all.length > LISTED ? [`……还有 ${all.length - LISTED} 项`] : []
    return [`${head}（${all.length}项）`, ...shown, ...more].join('\n')
  })

const mark = (number: number | undefined): string => (number === undefined ? '· ' : `${number}. `)

/** 「1 报整改」「2-3 报整改」: one for each thing to do, named by the lines that it is about. */
const numberedButtons = (served: readonly (readonly ReminderLine[])[], numbers: Numbers): Button[] =>
  served.slice(0, BUTTONS).map((lines) => {
    const [button] = lines[0]?.buttons as [Button]
    const [first, last] = [lines[0], lines.at(-1)].map((line) => numbers.get(line as ReminderLine))
    return { label: `${first === last ? first : `${first}-${last}`} ${button.label}`, action: button.action }
  })
