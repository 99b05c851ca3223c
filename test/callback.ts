import { randomBytes } from 'node:crypto'
import type { Instant } from '#src/domain/day.ts'
import { encrypt, signature } from '#src/simulator/crypto.ts'
import { buildXml, type XmlFields } from '#src/simulator/xml.ts'

export type AppKeys = { corpId: string; agentId: number; token: string; encodingAesKey: string }

/** A signed callback of the app as the platform would post it, for what no phone would send. */
export function appCallback(keys: AppKeys, fields: XmlFields, at: Instant): { path: string; body: string } {
  const seconds = Math.floor(at / 1000)
  const inside = buildXml({ ToUserName: keys.corpId, CreateTime: seconds, AgentID: keys.agentId, ...fields })
  const sealed = encrypt(keys.encodingAesKey, inside, keys.corpId, randomBytes(16))
  const nonce = randomBytes(6).toString('hex')
  const signed = signature(keys.token, String(seconds), nonce, sealed)
  const query = new URLSearchParams({ msg_signature: signed, timestamp: String(seconds), nonce })
  return {
    path: `/wecom/app?${query}`,
    body: `<xml><ToUserName><![CDATA[${keys.corpId}]]></ToUserName><Encrypt><![CDATA[${sealed}]]></Encrypt></xml>`,
  }
}

export type BotKeys = { token: string; encodingAesKey: string }

/** A signed callback of the AI bot, likewise. */
export function botCallback(keys: BotKeys, message: object, at: Instant): { path: string; body: string } {
  const seconds = String(Math.floor(at / 1000))
  const nonce = randomBytes(6).toString('hex')
  const sealed = encrypt(keys.encodingAesKey, JSON.stringify(message), '', randomBytes(16))
  const query = new URLSearchParams({
    msg_signature: signature(keys.token, seconds, nonce, sealed),
    timestamp: seconds,
    nonce,
  })
  return { path: `/wecom/bot?${query}`, body: JSON.stringify({ encrypt: sealed }) }
}
