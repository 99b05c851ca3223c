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

/** All that one person is reminded of at one time, as one message: a text where there is nothing to press. */
export function reminderMessage(
  lines: readonly ReminderLine[],
): { kind: 'card'; card: Card } | { kind: 'text'; text: string } {
  const served = Map.groupBy(
    lines.filter((line) => line.buttons),
    (line) => line.buttons?.[0]?.action,
  )
  const numbered = served.size > 1
  const numberOf = new Map([...served.values()].flat().map((line, i) => [line, i + 1]))
  const body = [...Map.groupBy(lines, (line) => line.head)].map(([head, all]) =>
    head === null
      ? all.map((line) => line.text).join('\n\n')
      : [
          `${head}（${all.length}项）`,
          ...all.map((line) => `${mark(numberOf.get(line), numbered)}${line.text}`),
        ].join('\n'),
  )
  if (served.size === 0) return { kind: 'text', text: body.join('\n\n') }
  const [title, ...rest] = (body.length === 1 ? (body[0] as string) : ['今日提醒', ...body].join('\n')).split(
    '\n',
  )
  return {
    kind: 'card',
    card: {
      kind: 'buttons',
      title: title as string,
      ...(served.size > BUTTONS ? { note: `按钮办前 ${BUTTONS} 项，其余请带编号直接回复` } : {}),
      fields: [],
      body: rest.join('\n'),
      buttons: numbered
        ? numberedButtons([...served.values()], numberOf)
        : (lines.find((line) => line.buttons)?.buttons ?? []),
    },
  }
}

const mark = (number: number | undefined, numbered: boolean): string =>
  numbered && number !== undefined ? `${number}. ` : '· '

/** 「1 报整改」「2-3 报整改」: one for each thing to do, named by the lines that it is about. */
function numberedButtons(
  served: readonly (readonly ReminderLine[])[],
  numberOf: ReadonlyMap<ReminderLine, number>,
): Button[] {
  return served.slice(0, BUTTONS).map((lines) => {
    const [button] = lines[0]?.buttons as [Button]
    const [first, last] = [lines[0], lines.at(-1)].map((line) => numberOf.get(line as ReminderLine))
    return { label: `${first === last ? first : `${first}-${last}`} ${button.label}`, action: button.action }
  })
}
