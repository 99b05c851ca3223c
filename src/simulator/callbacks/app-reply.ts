import { z } from 'zod'
import { liveMedia } from '../api/media.ts'
import { byteLength } from '../card-fields.ts'
import type { Core } from '../core.ts'
import { decrypt, signature, signatureFits } from '../crypto.ts'
import { readXml, type XmlFields } from '../xml.ts'

export type AppReply =
  | { kind: 'none' }
  | { kind: 'text'; text: string }
  | { kind: 'image'; mediaId: string }
  /** WeCom would throw it away in silence. */
  | { kind: 'refused'; why: string }

const TEXT_BYTES = 2048
/** Events that a reply may answer (WeCom D90241); a card event is not among them. */
const ANSWERABLE = ['subscribe', 'enter_agent']

const Envelope = z.object({
  Encrypt: z.string().min(1),
  MsgSignature: z.string(),
  TimeStamp: z.string().regex(/^\d+$/),
  Nonce: z.string().min(1),
})
const Payload = z.looseObject({
  ToUserName: z.string(),
  FromUserName: z.string(),
  CreateTime: z.string().regex(/^\d+$/),
  MsgType: z.string(),
  Content: z.string().optional(),
  Image: z.object({ MediaId: z.string() }).optional(),
})

/** Reads a passive reply to `message` as WeCom does: signature first, then key, receiver and kind. */
export function readAppReply(core: Core, body: string, userid: string, message: XmlFields): AppReply {
  if (body === '') return { kind: 'none' }
  try {
    return readPayload(core, Payload.parse(readXml(open(core, body))), userid, message)
  } catch (error) {
    return { kind: 'refused', why: error instanceof Error ? error.message : String(error) }
  }
}

function open(core: Core, body: string): string {
  const { token, encodingAesKey, corpId } = core.options
  const envelope = Envelope.parse(readXml(body))
  const expected = signature(token, envelope.TimeStamp, envelope.Nonce, envelope.Encrypt)
  if (!signatureFits(expected, envelope.MsgSignature)) throw new Error('the signature of the reply is wrong')
  return decrypt(encodingAesKey, envelope.Encrypt, corpId)
}

function readPayload(
  core: Core,
  reply: z.infer<typeof Payload>,
  userid: string,
  message: XmlFields,
): AppReply {
  if (reply.ToUserName !== userid)
    return refused(`ToUserName is ${reply.ToUserName}, the sender is ${userid}`)
  if (reply.FromUserName !== core.options.corpId) return refused('FromUserName is not the CorpID')
  if (message.MsgType === 'event' && !ANSWERABLE.includes(String(message.Event)))
    return refused(`a ${String(message.Event)} event takes no reply`)
  if (reply.MsgType === 'text') return readText(core, reply.Content ?? '')
  if (reply.MsgType === 'image') return readImage(core, reply.Image?.MediaId ?? '')
  return refused(`MsgType ${reply.MsgType} cannot be a passive reply here`)
}

function readText(core: Core, text: string): AppReply {
  if (text === '') return refused('the text is empty')
  const size = byteLength(text)
  return core.strict && size > TEXT_BYTES
    ? refused(`the text has ${size} bytes, ${TEXT_BYTES} are allowed`)
    : { kind: 'text', text }
}

const readImage = (core: Core, mediaId: string): AppReply =>
  liveMedia(core, mediaId) === null ? refused('the MediaId is unknown') : { kind: 'image', mediaId }

const refused = (why: string): AppReply => ({ kind: 'refused', why })
