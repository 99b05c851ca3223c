import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { expect, vi } from 'vitest'
import { openD1 } from '#db/d1.ts'
import { parseConfig } from '#src/config.ts'
import { instant, instantOf, plusMs } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { createSimulator } from '#src/simulator/simulator.ts'
import worker, { type Env } from '#src/worker.ts'
import { peopleOf, rosterFiles } from '#test/roster.ts'
import { createSomebody } from '#test/somebody.ts'
import { freshDatabase } from './database.ts'

export const ORIGIN = 'http://127.0.0.1:3000'
const START = instantOf('2025-11-18T10:30:00+08:00')
const MINUTE_MS = 60_000

export const SETTINGS = {
  WECOM_CORP_ID: 'wwring',
  WECOM_AGENT_ID: '1000002',
  WECOM_SECRET: 'secret-of-the-ring',
  WECOM_TOKEN: 'ringtoken',
  WECOM_ENCODING_AES_KEY: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
  WECOM_BOT_TOKEN: 'bottoken01',
  WECOM_BOT_ENCODING_AES_KEY: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
  WECOM_BOT_NAME: '督导助手',
  WECOM_API_BASE: `${ORIGIN}/simulator/wecom`,
}
const now = () => instant(Date.now())

/**
 * The deployed Worker with a stand-in of WeCom at the other end of the wire. The Worker has its own clock and its own
 * fetch, so time is held for both, and what it asks of WeCom is answered where it leaves.
 */
export async function openCity() {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  let env: Env = { ...SETTINGS, DB: await freshDatabase() }
  const wecom = parseConfig(SETTINGS).wecom!
  const results = await importFiles(openD1(env.DB), rosterFiles())
  expect(results.flatMap((result) => result.errors)).toEqual([])
  const simulator = createSimulator({
    ...wecom,
    bot: { botId: 'bot1', name: '督导助手', ...wecom.bot! },
    callbackBase: ORIGIN,
    people: () => peopleOf(),
    now,
    group: { chatId: 'wrGROUP', name: '章贡区督学群' },
    fetch: (url, init) => call(new Request(url, init)),
  })
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init)
    if (!request.url.startsWith(wecom.apiBase)) throw new Error(`nobody answers ${request.url}`)
    return simulator.app.request(request)
  })

  const logged: { level: string; event: string }[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void logged.push(JSON.parse(line)))
  const open: ReturnType<typeof createExecutionContext>[] = []
  async function call(request: Request): Promise<Response> {
    const ctx = createExecutionContext()
    open.push(ctx)
    return worker.fetch(request, env, ctx)
  }
  /** What the Worker goes on doing after its answers comes to its end. */
  async function settle(): Promise<void> {
    for (const ctx of open.splice(0)) await waitOnExecutionContext(ctx)
  }
  async function act<T>(doing: () => Promise<T>): Promise<T> {
    vi.setSystemTime(plusMs(now(), 7_000))
    const done = await doing()
    await settle()
    return done
  }

  return {
    env,
    /** From here on the Worker runs in another environment. */
    become(other: Env) {
      env = other
    },
    simulator,
    logged,
    call,
    person: (userid: string) => createSomebody({ userid, simulator, act }),
    /** The cron trigger, so many minutes later. */
    async minutesPass(minutes: number, ...isolates: Env[]) {
      vi.setSystemTime(plusMs(now(), minutes * MINUTE_MS))
      await Promise.all([env, ...isolates].map((each) => worker.scheduled({ scheduledTime: now() }, each)))
    },
    async close() {
      await settle()
      simulator.close()
      vi.restoreAllMocks()
      vi.useRealTimers()
    },
  }
}
