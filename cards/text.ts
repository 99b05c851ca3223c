import type { Message } from '#db/schema/machine.ts'
import { unreachable } from '#src/domain/errors.ts'
import type { Card } from './card.ts'
import { reminderMessage } from './reminder.ts'

/** All that a card says, as a text: for platforms and places that show no card, or not the whole of it. */
export function cardText(card: Card): string {
  const lines = [card.title, card.note, ...detailLines(card)]
  return lines.filter((line) => line !== undefined && line !== '').join('\n')
}

function detailLines(card: Card): (string | undefined)[] {
  switch (card.kind) {
    case 'buttons':
      return [...card.fields.map(({ name, value }) => `${name}：${value}`), card.body]
    case 'choice':
      return card.options.map(({ label }, i) => `${i + 1}. ${label}`)
    default:
      return unreachable(card)
  }
}

/** What a message in the outbox says, as a text. */
export function messageText(message: Message): string {
  switch (message.kind) {
    case 'text':
      return message.text
    case 'card':
      return cardText(message.card)
    case 'reminder':
      return messageText(reminderMessage(message.lines))
    case 'image':
      return '照片'
    case 'picture':
      return message.picture.title
    case 'table':
      return message.table.name
    case 'settle':
      return message.outcome
    default:
      return unreachable(message)
  }
}
