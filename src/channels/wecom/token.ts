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

/** The last answer to a request for a token, and how long it stands. */
export type TokenMemory = { held: { answer: Answer<string>; until: Instant } | null }

type Deps = { config: WecomConfig; fetch: Fetch; clock: Clock; memory?: TokenMemory }

export function createToken({ config, fetch, clock, memory = { held: null } }: Deps): Token {
  let asking: Promise<Answer<string>> | null = null

  async function ask(): Promise<Answer<string>> {
    const asked = await getToken(config, fetch)
    const answer = tokenIn(asked)
    memory.held = { answer, until: plusMs(clock.now(), heldMs(asked)) }
    return answer
  }

  return {
    get() {
      const { held } = memory
      if (held && clock.now() < held.until) return Promise.resolve(held.answer)
      asking ??= ask().finally(() => (asking = null))
      return asking
    },
    drop(refused) {
      const answer = memory.held?.answer
      if (answer?.ok && answer.value === refused) memory.held = null
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
