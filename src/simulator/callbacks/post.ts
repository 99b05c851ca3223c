import { setTimeout as pause } from 'node:timers/promises'
import type { Core } from '../core.ts'

/** What came back from the assistant; `status` is null where nothing did. */
export type Answered = { status: number | null; attempts: number; body: string }

const TIMEOUT_MS = 5000
const RETRY_MS = 1000
/** WeCom gives up after the third attempt (D90238). */
export const MESSAGE_ATTEMPTS = 3

/** Posts one callback as WeCom does: the same bytes again after a failure, a timeout or any status but 200. */
export async function post(core: Core, url: string, body: string, attempts: number): Promise<Answered> {
  for (let attempt = 1; ; attempt += 1) {
    const answered = await tryOnce(core, url, { method: 'POST', body })
    if (answered.status === 200 || attempt === attempts) return { ...answered, attempts: attempt }
    await pause(core.options.timing?.retryMs ?? RETRY_MS)
  }
}

/** The check of a callback URL (D90930) allows one second. */
export const get = (core: Core, url: string): Promise<Omit<Answered, 'attempts'>> =>
  tryOnce(core, url, { method: 'GET' }, 1000)

async function tryOnce(core: Core, url: string, init: RequestInit, most = TIMEOUT_MS) {
  const signal = AbortSignal.timeout(core.options.timing?.timeoutMs ?? most)
  try {
    return await Promise.race([ask(core, url, { ...init, signal }), expiry(signal)])
  } catch {
    return { status: null, body: '' }
  }
}

async function ask(core: Core, url: string, init: RequestInit) {
  const response = await (core.options.fetch ?? fetch)(url, init)
  return { status: response.status, body: await response.text() }
}

/** An assistant inside this process need not heed the signal, so the wait ends here all the same. */
const expiry = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('no answer in time'))))

/** The URL of a callback with its signed query. */
export const signedUrl = (base: string, path: string, query: Record<string, string>): string =>
  `${base}${path}?${new URLSearchParams(query)}`
