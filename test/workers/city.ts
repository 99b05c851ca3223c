import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { expect, vi } from 'vitest'
import { openD1 } from '#db/d1.ts'
import type { WecomConfig } from '#src/channels/wecom/config.ts'
import { parseConfig } from '#src/config.ts'
import { instantOf, plusMs } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { machine } from '#src/machine.ts'
import { createSimulator } from '#src/simulator/simulator.ts'
import worker, { type Env } from '#src/worker.ts'
import { peopleOf, rosterFiles } from '#test/roster.ts'
import { createSomebody } from '#test/somebody.ts'
import { freshDatabase } from './database.ts'

export const ORIGIN = 'http://127.0.0.1:3000'
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

const MODEL_SETTINGS = { LLM_BASE_URL: 'https://models.example/v1', LLM_MODEL: 'm', LLM_API_KEY: 'sk-ring' }
type Model = (request: Request) => Response | Promise<Response>

/** Tuesday, half past ten. */
const START = instantOf('2025-11-18T10:30:00+08:00')
const BETWEEN_ACTS_MS = 7_000
const MINUTE_MS = 60_000

const pass = (ms: number) => void vi.setSystemTime(plusMs(machine.now(), ms))

export type City = Awaited<ReturnType<typeof openCity>>

/**
 * The Worker as it is deployed, with a stand-in of WeCom at the other end of the wire. It has its own clock and its own
 * fetch, so time is held for all, and what it asks of WeCom is answered where it leaves.
 */
export async function openCity({ model }: { model?: Model } = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: START })
  const env: Env = { ...SETTINGS, ...(model ? MODEL_SETTINGS : {}), DB: await freshDatabase() }
  const results = await importFiles(openD1(env.DB), rosterFiles(), { at: START })
  expect(results.flatMap((result) => result.errors)).toEqual([])
  const platform = createPlatform(env)
  const simulator = standIn(parseConfig(SETTINGS).wecom!, platform.call, model)
  async function act<T>(doing: () => Promise<T>): Promise<T> {
    pass(BETWEEN_ACTS_MS)
    const done = await doing()
    await platform.settle()
    return done
  }
  return {
    env,
    simulator,
    logged: loggedLines(),
    ...platform,
    person: (userid: string) => createSomebody({ userid, simulator, act }),
    async close() {
      await platform.settle()
      simulator.close()
      vi.restoreAllMocks()
      vi.useRealTimers()
    },
  }
}

/** Cloudflare's part: it calls the Worker, lets it go on after its answer, and comes again with the minute. */
function createPlatform(env: Env) {
  const open: ReturnType<typeof createExecutionContext>[] = []
  return {
    async call(request: Request, as: Env = env): Promise<Response> {
      const ctx = createExecutionContext()
      open.push(ctx)
      return worker.fetch(request, as, ctx)
    },
    async settle(): Promise<void> {
      for (const ctx of open.splice(0)) await waitOnExecutionContext(ctx)
    },
    async minutesPass(minutes: number, ...as: Env[]): Promise<void> {
      pass(minutes * MINUTE_MS)
      const event = { scheduledTime: machine.now() }
      await Promise.all((as.length > 0 ? as : [env]).map((each) => worker.scheduled(event, each)))
    },
  }
}

/** WeCom's part, both ways, and a model's where there is one; a request to anybody else fails. */
function standIn(wecom: WecomConfig, call: (request: Request) => Promise<Response>, model?: Model) {
  const simulator = createSimulator({
    ...wecom,
    bot: { botId: 'bot1', name: '督导助手', ...wecom.bot! },
    callbackBase: ORIGIN,
    people: () => peopleOf(),
    now: machine.now,
    group: { chatId: 'wrGROUP', name: '章贡区督学群' },
    fetch: (url, init) => call(new Request(url, init)),
  })
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    // The runtime's own Request refuses what its fetch would refuse.
    const request = new Request(input, init)
    if (model && request.url === `${MODEL_SETTINGS.LLM_BASE_URL}/chat/completions`) return model(request)
    if (!request.url.startsWith(wecom.apiBase)) throw new Error(`nobody answers ${request.url}`)
    return simulator.app.request(request)
  })
  return simulator
}

function loggedLines() {
  const lines: { level: string; event: string }[] = []
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(JSON.parse(line)))
  return lines
}
