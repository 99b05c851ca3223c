import { z } from 'zod'
import { plusMs } from '#src/domain/day.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Clock } from '#src/domain/ports.ts'
import type { WecomConfig } from './config.ts'
import { apiUrl, exchange, readJson } from './http.ts'
import type { Answer, Fetch } from './http.ts'

/** The access token of the app, fetched once for all who wait for it (WeCom D91039). */
export type Token = {
  get(): Promise<Answer<string>>
  /** Forgets the token that was just refused, unless another has taken its place meanwhile. */
  drop(refused: string): void
}

// Ends a little before the platform's own end, so that no call starts with a token that dies on the way.
const MARGIN_S = 300
// A wrong secret asked for again and again gets our address banned for an hour (WeCom D90313, 45009).
const REFUSED_MS = 60_000

const TokenAnswer = z
  .object({
    errcode: z.number().default(0),
    errmsg: z.string().default(''),
    access_token: z.string().default(''),
    expires_in: z.number().default(0),
  })
  .refine((answer) => answer.errcode !== 0 || answer.access_token !== '')
type TokenAnswer = Answer<z.infer<typeof TokenAnswer>>

export function createToken(deps: { config: WecomConfig; fetch: Fetch; clock: Clock }): Token {
  let held: { answer: Answer<string>; until: Instant } | null = null
  let asking: Promise<Answer<string>> | null = null

  async function ask(): Promise<Answer<string>> {
    const asked = await getToken(deps.config, deps.fetch)
    const answer = tokenIn(asked)
    held = { answer, until: plusMs(deps.clock.now(), heldMs(asked)) }
    return answer
  }

  return {
    get() {
      if (held && deps.clock.now() < held.until) return Promise.resolve(held.answer)
      asking ??= ask().finally(() => (asking = null))
      return asking
    },
    drop(refused) {
      if (held?.answer.ok && held.answer.value === refused) held = null
    },
  }
}

function getToken({ apiBase, corpId, secret }: WecomConfig, fetch: Fetch): Promise<TokenAnswer> {
  const url = apiUrl(apiBase, 'gettoken', { corpid: corpId, corpsecret: secret })
  return exchange(fetch, url, {}, (response) => readJson(response, TokenAnswer))
}

/** Where there is no token nothing was sent, and no message is to blame: it waits. */
function tokenIn(answer: TokenAnswer): Answer<string> {
  if (answer.ok) return { ok: true, value: answer.value.access_token }
  const { why } = answer.failure
  return { ...answer, failure: { outcome: 'later', why, retryAfterMs: heldMs(answer) } }
}

/** A token is held until shortly before its end, a refusal for a while; after a broken line it is asked again at once. */
function heldMs(answer: TokenAnswer): number {
  if (answer.ok) return (answer.value.expires_in - MARGIN_S) * 1000
  if (answer.code === undefined) return 0
  return answer.failure.outcome === 'later'
    ? Math.max(REFUSED_MS, answer.failure.retryAfterMs ?? 0)
    : REFUSED_MS
}
