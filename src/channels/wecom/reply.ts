import type { Answer } from '#src/bot/turn.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { Envelope } from './crypto.ts'
import { TEXT_BYTES } from './limits.ts'
import type { BotMessage } from './parse-bot.ts'
import { byteLength, plainMarkdown, plainText } from './text.ts'
import { cdata } from './xml.ts'

/** Whether this message takes this text as its answer, whole and escaped; if not, it goes out through delivery. */
export function fitsInline(incoming: Incoming, text: string): boolean {
  const app = incoming.channel === 'wecom_app'
  const shown = app ? plainText(text) : plainMarkdown(text)
  return answersInline(incoming) && byteLength(shown) <= (app ? TEXT_BYTES.app : TEXT_BYTES.bot)
}

// The app's card taps are missing from the list at the end of WeCom D90241; the bot takes only a new card for one (D101031).
function answersInline(incoming: Incoming): boolean {
  if (incoming.kind === 'tap') return incoming.channel === 'wecom_app' && incoming.taskId === ''
  if (incoming.kind === 'unsupported') return !incoming.what.startsWith('event:')
  return incoming.kind !== 'left'
}

/** The text to answer with; null where there is none, and where the message takes none. */
function textFor(incoming: Incoming, { text }: Answer): string | null {
  if (!text || !answersInline(incoming)) return null
  if (fitsInline(incoming, text)) return text
  throw new Error(`An answer of ${byteLength(text)} bytes would be cut: ask fitsInline first`)
}

/** The body of the answer to an app callback, sealed; empty for none (WeCom D90241). */
export function appReply(
  envelope: Envelope,
  answer: Answer,
  to: { incoming: Incoming; sender: string; corpId: string; nonce: string },
): string {
  const text = textFor(to.incoming, answer)
  if (text === null) return ''
  const timestamp = seconds(answer.at)
  const xml =
    `<xml><ToUserName>${cdata(to.sender)}</ToUserName><FromUserName>${cdata(to.corpId)}</FromUserName>` +
    `<CreateTime>${timestamp}</CreateTime><MsgType><![CDATA[text]]></MsgType>` +
    `<Content>${cdata(plainText(text))}</Content></xml>`
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
  const text = textFor(to.incoming, answer)
  if (text === null) return ''
  const timestamp = seconds(answer.at)
  const plaintext = JSON.stringify(botBody(to.message, plainMarkdown(text)))
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
