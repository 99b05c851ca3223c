import type { WecomConfig } from '#src/channels/wecom/config.ts'
import { createEnvelope } from '#src/channels/wecom/crypto.ts'
import { wecomRoutes } from '#src/channels/wecom/routes.ts'
import type { WecomRoutesDeps } from '#src/channels/wecom/routes.ts'
import { instant } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'

export const NOW = instant(1_795_420_800_000)

export const CONFIG: WecomConfig = {
  corpId: 'ww6a112864f8022910',
  agentId: 1000002,
  secret: 'app-secret',
  token: 'kz7Yx62CH8SaLN',
  encodingAesKey: 'cD0d7jx4tYvVtzqrmh3Dm3QFCXe6f8SlHoMtMh3qQEP',
  apiBase: 'https://qyapi.weixin.qq.com',
  bot: {
    token: 'bottoken01',
    encodingAesKey: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
    name: '督导 助手',
  },
}

export const APP_ENVELOPE = createEnvelope({ ...CONFIG, receiveId: CONFIG.corpId })
export const BOT_ENVELOPE = createEnvelope({ ...CONFIG.bot!, receiveId: '' })

/** The routes with what they did to their surroundings. */
export function callbacks(deps: Partial<WecomRoutesDeps> = {}) {
  const seen = { accepted: [] as Incoming[], refused: [] as string[], log: [] as unknown[][] }
  const keep = (...line: unknown[]) => void seen.log.push(line)
  const routes = wecomRoutes({
    config: CONFIG,
    accept: (incoming) => {
      seen.accepted.push(incoming)
      return Promise.resolve({ text: null, at: NOW })
    },
    clock: { now: () => NOW },
    watch: { log: keep, count: (_, reason = '') => void seen.refused.push(reason) },
    ...deps,
  })
  return { ...seen, routes }
}

type Change = {
  timestamp?: string
  nonce?: string
  signature?: string
  encrypted?: string
  receiveId?: string
}

/** A request as the platform makes it, with parts of it changed before or after they were signed. */
export function signed(door: 'app' | 'bot', plaintext: string, change: Change = {}) {
  const keys = door === 'app' ? CONFIG : CONFIG.bot!
  const receiveId = change.receiveId ?? (door === 'app' ? CONFIG.corpId : '')
  const stamp = { timestamp: change.timestamp ?? String(NOW / 1000), nonce: change.nonce ?? 'nonce1' }
  const sealed = createEnvelope({ ...keys, receiveId }).seal(plaintext, stamp)
  const encrypted = change.encrypted ?? sealed.encrypted
  const query = {
    msg_signature: change.signature ?? sealed.signature,
    timestamp: stamp.timestamp,
    nonce: stamp.nonce,
  }
  return { path: `/wecom/${door}`, query, encrypted, body: bodyOf(door, encrypted) }
}

const bodyOf = (door: 'app' | 'bot', encrypted: string): string =>
  door === 'bot'
    ? JSON.stringify({ encrypt: encrypted })
    : `<xml><ToUserName><![CDATA[${CONFIG.corpId}]]></ToUserName><Encrypt><![CDATA[${encrypted}]]></Encrypt><AgentID><![CDATA[${CONFIG.agentId}]]></AgentID></xml>`

export const queryString = (query: Record<string, string>): string =>
  Object.entries(query)
    .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
    .join('&')
