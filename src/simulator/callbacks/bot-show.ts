import { cardIn, replaceCard } from '../cards.ts'
import { isInteractive, type CardBody } from '../card-rules.ts'
import { cardWords } from '../card-words.ts'
import type { Core } from '../core.ts'
import type { BotReply, Stream } from './bot-reply.ts'

/** Puts the AI bot's answer into the chat that it belongs to. */
export function showBotReply(core: Core, chat: string, reply: BotReply): void {
  if (reply.kind === 'text') showText(core, chat, reply.text)
  if (reply.kind === 'stream') showStream(core, chat, reply.stream)
  if ((reply.kind === 'card' || reply.kind === 'stream') && reply.card !== undefined)
    showBotCard(core, chat, reply.card)
  if (reply.kind === 'update') updateShown(core, chat, reply.card)
  if (reply.kind === 'refused') core.complain(`bot reply in ${chat}: ${reply.why}`)
}

export const showText = (core: Core, chat: string, text: string) =>
  core.show(chat, { from: null, kind: 'text', text, state: 'sent' })

/** A later piece of a stream takes the place of the earlier one. */
function showStream(core: Core, chat: string, stream: Stream): void {
  const id = `stream-${stream.id}`
  const earlier = core.world.chats.get(chat)?.find((message) => message.id === id)
  if (earlier === undefined)
    core.show(chat, { id, from: null, kind: 'text', text: stream.content, state: 'sent' })
  else earlier.text = stream.content
  core.changed()
}

export function showBotCard(core: Core, chat: string, card: CardBody): void {
  const id = card.task_id ?? core.freshId()
  core.world.cards.set(`bot:${id}`, [chat])
  const state = isInteractive(card) ? 'pressable' : 'sent'
  core.show(chat, { id, from: null, kind: 'card', text: cardWords(card), card, state })
}

function updateShown(core: Core, chat: string, card: CardBody): void {
  const shown = cardIn(core, chat, card.task_id ?? '')
  if (shown !== null) replaceCard(core, shown, card)
}
