import { encrypt, signature } from '../crypto.ts'
import type { Core } from '../core.ts'
import { buildXml, type XmlFields } from '../xml.ts'
import { appChat } from '../world.ts'
import { readAppReply, type AppReply } from './app-reply.ts'
import { get, MESSAGE_ATTEMPTS, post, signedUrl } from './post.ts'

export type AppOutcome = { status: number | null; attempts: number; reply: AppReply }

export const APP_PATH = '/wecom/app'

/** Sends a member's message to the assistant (WeCom D90239) and shows what it answers at once. */
export const appMessage = (
  core: Core,
  userid: string,
  type: string,
  fields: XmlFields,
): Promise<AppOutcome> =>
  tell(core, userid, {
    ...head(core, userid, type),
    ...fields,
    MsgId: messageId(core),
    AgentID: core.options.agentId,
  })

/** Sends an event (WeCom D90240); events have no MsgId. */
export const appEvent = (core: Core, userid: string, event: string, fields: XmlFields): Promise<AppOutcome> =>
  tell(core, userid, {
    ...head(core, userid, 'event'),
    Event: event,
    AgentID: core.options.agentId,
    ...fields,
  })

/** The check that WeCom makes when the callback URL is saved: true when the echo comes back bare. */
export async function verifyAppUrl(core: Core): Promise<boolean> {
  const echo = String(messageId(core))
  const echostr = encrypt(core.options.encodingAesKey, echo, core.options.corpId, core.random(16))
  const answered = await get(core, callbackUrl(core, echostr, { echostr }))
  return answered.status === 200 && answered.body === echo
}

const head = (core: Core, userid: string, type: string): XmlFields => ({
  ToUserName: core.options.corpId,
  FromUserName: userid,
  CreateTime: Math.floor(core.now() / 1000),
  MsgType: type,
})

/** Above 2^53, as WeCom's are: who reads it as a number loses digits. */
const messageId = (core: Core): bigint => 2n ** 62n + BigInt(`0x${core.freshId(7)}`)

async function tell(core: Core, userid: string, message: XmlFields): Promise<AppOutcome> {
  const { options } = core
  const secret = encrypt(options.encodingAesKey, buildXml(message), options.corpId, core.random(16))
  const body = buildXml({ ToUserName: options.corpId, AgentID: String(options.agentId), Encrypt: secret })
  const answered = await post(core, callbackUrl(core, secret), body, MESSAGE_ATTEMPTS)
  const reply = answered.status === 200 ? readAppReply(core, answered.body, userid, message) : NO_REPLY
  showReply(core, userid, reply)
  return { status: answered.status, attempts: answered.attempts, reply }
}

const NO_REPLY: AppReply = { kind: 'none' }

function callbackUrl(core: Core, ciphertext: string, more: Record<string, string> = {}): string {
  const { options } = core
  const timestamp = String(Math.floor(core.now() / 1000))
  const nonce = core.freshId(8)
  const msg_signature = signature(options.token, timestamp, nonce, ciphertext)
  const path = options.callbackPaths?.app ?? APP_PATH
  return signedUrl(options.callbackBase, path, { msg_signature, timestamp, nonce, ...more })
}

function showReply(core: Core, userid: string, reply: AppReply): void {
  const chat = appChat(userid)
  if (reply.kind === 'text') core.show(chat, { from: null, kind: 'text', text: reply.text, state: 'sent' })
  if (reply.kind === 'image')
    core.show(chat, { from: null, kind: 'image', text: '', mediaId: reply.mediaId, state: 'sent' })
  if (reply.kind === 'refused') core.complain(`app reply to ${userid}: ${reply.why}`)
}
