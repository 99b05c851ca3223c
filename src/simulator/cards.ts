import { isInteractive, type CardBody } from './card-rules.ts'
import { cardWords } from './card-words.ts'
import type { Core } from './core.ts'
import type { Message } from './world.ts'

const CODE_LIFETIME_MS = 72 * 3600_000

/** A code for message/update_template_card: one use, 72 hours (WeCom D94888). `card` is a key of `world.cards`. */
export function issueCode(core: Core, card: string): string {
  const code = core.freshId(16)
  core.world.codes.set(code, { card, at: core.now(), used: false })
  core.changed()
  return code
}

/** What is wrong with a code, or the card that it updates. */
export function checkCode(core: Core, code: string): { card: string } | { wrong: string } {
  const known = core.world.codes.get(code)
  if (known === undefined) return { wrong: 'response_code is unknown' }
  if (known.used) return { wrong: 'response_code was used before' }
  if (core.now() - known.at >= CODE_LIFETIME_MS) return { wrong: 'response_code is older than 72 hours' }
  return { card: known.card }
}

export function useCode(core: Core, code: string): void {
  const known = core.world.codes.get(code)
  if (known !== undefined) known.used = true
}

export const cardIn = (core: Core, chat: string, cardId: string): Message | null =>
  core.world.chats.get(chat)?.find((message) => message.kind === 'card' && message.id === cardId) ?? null

/** The buttons go grey under this text. */
export function deaden(core: Core, message: Message, outcome: string): void {
  message.state = 'dead'
  message.outcome = outcome
  core.changed()
}

/** Puts another card in the place of the one that was shown. */
export function replaceCard(core: Core, message: Message, card: CardBody): void {
  const outcome = 'replace_text' in card ? card.replace_text : undefined
  message.card = card
  message.text = cardWords(card)
  message.state = isInteractive(card) ? 'pressable' : 'sent'
  delete message.outcome
  if (outcome !== undefined) deaden(core, message, outcome)
  core.changed()
}
