import type { Core } from '../core.ts'
import { ok, refuse, type Answer } from './answer.ts'

const LIFETIME_MS = 7200_000
const BAN_MS = 3600_000
/** WeCom names no number; a loop with a wrong secret passes any. */
const WRONG_SECRETS_ALLOWED = 5

export type Tokens = {
  issue(query: Record<string, string>): Answer
  /** Null when the call may go on. */
  check(token: string | undefined): Answer | null
  /** The token in use runs out now (42001). */
  expire(): void
  /** WeCom takes the token in use back (40014). */
  revoke(): void
}

/** Access tokens (WeCom D91039): one for the app, the same one again until it runs out. */
export function createTokens(core: Core): Tokens {
  const ends = new Map<string, number>()
  let current = ''
  let wrong = 0
  let bannedUntil = -Infinity

  const renew = (): string => {
    if (current !== '' && (ends.get(current) ?? 0) > core.now()) return current
    current = core.freshId(32)
    ends.set(current, core.now() + LIFETIME_MS)
    return current
  }
  const refuseSecret = (): Answer => {
    wrong += 1
    if (wrong >= WRONG_SECRETS_ALLOWED) bannedUntil = core.now() + BAN_MS
    return refuse(40001, 'invalid corpsecret')
  }
  const issue = ({ corpid, corpsecret }: Record<string, string>): Answer => {
    if (core.now() < bannedUntil) return refuse(45009, 'wrong secrets, this address is banned for one hour')
    if (!corpid) return refuse(41002)
    if (!corpsecret) return refuse(41004)
    if (corpid !== core.options.corpId) return refuse(40013)
    if (corpsecret !== core.options.secret) return refuseSecret()
    wrong = 0
    const token = renew()
    return ok({ access_token: token, expires_in: Math.floor(((ends.get(token) ?? 0) - core.now()) / 1000) })
  }
  const check = (token: string | undefined): Answer | null => {
    if (!token) return refuse(41001)
    const end = ends.get(token)
    if (end === undefined) return refuse(40014)
    return end > core.now() ? null : refuse(42001)
  }
  return {
    issue,
    check,
    expire: () => void (current !== '' && ends.set(current, core.now())),
    revoke: () => void ends.delete(current),
  }
}
