import type { z } from 'zod'
import { failureOf, lost } from './codes.ts'
import type { Failure } from './codes.ts'

/** What came of a call: `code` is the platform's, where it gave one. */
export type Answer<T> = { ok: true; value: T } | { ok: false; failure: Failure; code?: number; said?: string }

export type Fetch = typeof globalThis.fetch

/** The address of a call; `base` may carry a port and a path of its own. */
export const apiUrl = (base: string, path: string, query: Record<string, string>): string =>
  `${base.replace(/\/+$/, '')}/cgi-bin/${path}?${new URLSearchParams(query)}`

const TIMEOUT_MS = 10_000

/**
 * One exchange, body included; whatever breaks on the way is `lost`, a redirect too: it may lead anywhere. Nothing that was
 * sent is in the failure.
 */
export async function exchange<T>(
  fetch: Fetch,
  url: string,
  init: RequestInit,
  read: (response: Response) => Promise<Answer<T>>,
): Promise<Answer<T>> {
  try {
    const response = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    return response.ok ? await read(response) : { ok: false, failure: lost }
  } catch {
    return { ok: false, failure: lost }
  }
}

/** A JSON answer: an `errcode` other than 0 is a failure, although the status is 200. Throws on what is no such answer. */
export async function readJson<T extends { errcode: number; errmsg: string }>(
  response: Response,
  schema: z.ZodType<T>,
): Promise<Answer<T>> {
  const value = schema.parse(await response.json())
  if (value.errcode === 0) return { ok: true, value }
  return { ok: false, failure: failureOf(value.errcode), code: value.errcode, said: value.errmsg }
}
