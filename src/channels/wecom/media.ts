import { RetryLater, UserError } from '#src/domain/errors.ts'
import type { MediaRef } from '#src/domain/incoming.ts'
import type { WecomApi } from './api.ts'
import type { WecomConfig } from './config.ts'
import { decipher, readAesKey } from './crypto.ts'
import type { AesKey } from './crypto.ts'
import { exchange } from './http.ts'
import type { Answer, Fetch } from './http.ts'
import { MEDIA_BYTES } from './limits.ts'
import { Refusal } from './refusal.ts'
import { readAtMost } from '#src/wire/read-at-most.ts'

type Deps = { config: WecomConfig; api: WecomApi; fetch: Fetch }

const GONE = '文件已过期或超过 20 MB，没有收到，请重新发送。'

/** The bytes of a file that the platform holds. A UserError says that it cannot be had, a RetryLater that it may be later. */
export async function fetchMedia(deps: Deps, ref: MediaRef): Promise<Uint8Array> {
  const answer = ref.via === 'app_media' ? await deps.api.media(ref.mediaId) : await botMedia(deps, ref.url)
  if (!answer.ok) {
    const { failure } = answer
    if (failure.outcome === 'refused') throw new UserError(GONE)
    throw new RetryLater(failure.why, failure.retryAfterMs)
  }
  if (answer.value === null) throw new UserError(GONE)
  return answer.value
}

/** A bot's files lie encrypted behind a link that lives five minutes (WeCom D100719). */
async function botMedia({ config, fetch }: Deps, url: string): Promise<Answer<Buffer | null>> {
  if (!config.bot || !mayBeFetched(url, config.apiBase)) return { ok: true, value: null }
  const key = readAesKey(config.bot.encodingAesKey)
  return exchange(fetch, url, {}, async (response) => {
    // The padding adds up to 32 bytes.
    const encrypted = await readAtMost(response, MEDIA_BYTES + 32)
    return { ok: true, value: encrypted && deciphered(key, encrypted) }
  })
}

function deciphered(key: AesKey, encrypted: Buffer): Buffer | null {
  try {
    return decipher(key, encrypted)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** A link must not make us read from our own network, except where the platform itself is in it. */
export function mayBeFetched(url: string, apiBase: string): boolean {
  const target = URL.parse(url)
  if (!target || !['https:', 'http:'].includes(target.protocol)) return false
  if (isPrivate(new URL(apiBase).hostname)) return true
  return target.protocol === 'https:' && !isPrivate(target.hostname)
}

// The URL parser has already written every spelling of an IPv4 address with four decimal numbers.
const PRIVATE =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\.|^\[|^[^.]*$|\.(local|localhost|internal|lan|home|corp)$/

const isPrivate = (hostname: string): boolean => PRIVATE.test(hostname.replace(/\.$/, ''))
