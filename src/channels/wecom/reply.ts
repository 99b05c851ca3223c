import type { Instant } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { Envelope } from './crypto.ts'
import { TEXT_BYTES } from './limits.ts'
import type { BotMessage } from './parse-bot.ts'
import { byteLength, plainMarkdown, plainText } from './text.ts'
import { cdata } from './xml.ts'

/** What a turn answers at once; null leaves everything to delivery. */
export type Answer = { text: string; at: Instant } | null

/** Whether this platform takes this text as the answer to this message, whole; if not, it goes out through delivery. */
export function fitsInline(incoming: Incoming, text: string): boolean {
  const shown = incoming.channel === 'wecom_app' ? plainText(text) : plainMarkdown(text)
  const limit = incoming.channel === 'wecom_app' ? TEXT_BYTES.app : TEXT_BYTES.bot
  return answersInline(incoming) && text !== '' && byteLength(shown) <= limit
}

// The app's card taps are missing from the list at the end of WeCom D90241; the bot takes only a new card for one (D101031).
function answersInline(incoming: Incoming): boolean {
  if (incoming.kind === 'tap') return incoming.channel === 'wecom_app' && incoming.taskId === ''
  if (incoming.kind === 'unsupported') return !incoming.what.startsWith('event:')
  return incoming.kind !== 'left'
}

function checked(incoming: Incoming, text: string): string {
  if (fitsInline(incoming, text)) return text
  throw new Error(
    `An answer of ${byteLength(text)} bytes to ${incoming.kind} cannot go inline: ask fitsInline first`,
  )
}

/** The body of the answer to an app callback, sealed; empty for none (WeCom D90241). */
export function appReply(
  envelope: Envelope,
  answer: Answer,
  to: { incoming: Incoming; corpId: string; nonce: string },
): string {
  if (answer === null) return ''
  const timestamp = seconds(answer.at)
  const text = cdata(plainText(checked(to.incoming, answer.text)))
  const xml =
    `<xml><ToUserName>${cdata(to.incoming.from)}</ToUserName><FromUserName>${cdata(to.corpId)}</FromUserName>` +
    `<CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType><Content>${text}</Content></xml>`
  const { encrypted, signature } = envelope.seal(xml, { timestamp, nonce: to.nonce })
  return (
    `<xml><Encrypt>${cdata(encrypted)}</Encrypt><MsgSignature>${cdata(signature)}</MsgSignature>` +
    `<TimeStamp>${timestamp}</TimeStamp><Nonce>${cdata(to.nonce)}</Nonce></xml>`
  )
}

/** The body of the answer to a bot callback, sealed; empty for none. `nonce` must be the request's (WeCom D101033). */
export function botReply(
  envelope: Envelope,
  answer: Answer,
  to: { incoming: Incoming; message: BotMessage; nonce: string },
): string {
  if (answer === null) return ''
  const content = plainMarkdown(checked(to.incoming, answer.text))
  const timestamp = seconds(answer.at)
  const plaintext = JSON.stringify(botBody(to.message, content))
  const { encrypted, signature } = envelope.seal(plaintext, { timestamp, nonce: to.nonce })
  return JSON.stringify({
    encrypt: encrypted,
    msgsignature: signature,
    timestamp: Number(timestamp),
    nonce: to.nonce,
  })
}

// Plain text is taken as a welcome only; to a message it must be a stream, finished at once (WeCom D101031).
function botBody(message: BotMessage, content: string) {
  if (message.msgtype === 'event') return { msgtype: 'text', text: { content } }
  const id = message.stream?.id ?? message.msgid
  return { msgtype: 'stream', stream: { id, finish: true, content } }
}

const seconds = (at: Instant): string => String(Math.floor(at / 1000))
