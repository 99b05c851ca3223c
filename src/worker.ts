import type { D1Database, ExecutionContext, ScheduledController } from '@cloudflare/workers-types'
import { Hono } from 'hono'
import { openD1 } from '#db/d1.ts'
import { markKind } from '#db/kind.ts'
import type { Store } from '#db/store.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { createApp } from './app.ts'
import { createAssistant, newMemory, type Memory } from './assistant.ts'
import { parseConfig } from './config.ts'
import { dayOf, instant, yearOf } from './domain/day.ts'
import { ConfigError } from './domain/errors.ts'
import { noFiles } from './files/no-files.ts'
import { ids, machine } from './machine.ts'
import { createModel } from './model/model.ts'
import { createLogWatch } from './watch/log-watch.ts'

/** The database, and under their names the settings that `parseConfig` reads. */
export type Env = { DB: D1Database; [setting: string]: unknown }

/** What stays while the isolate lives. Everything with a promise in it is made anew for each event. */
type Isolate = { store: Store; memory: Memory; prepared: boolean }

const isolates = new WeakMap<D1Database, Isolate>()
const watch = createLogWatch((line) => console.log(line), machine.now)

export default {
  fetch(request: Request, env: Env, ctx: Pick<ExecutionContext, 'waitUntil'>): Response | Promise<Response> {
    const app = createApp({
      store: isolateOf(env).store,
      machine,
      clock: machine,
      routes: [callbacks(env, ctx)],
      metricsToken: null,
      isLocal: () => false,
    })
    return app.fetch(request)
  },

  async scheduled({ scheduledTime }: Pick<ScheduledController, 'scheduledTime'>, env: Env): Promise<void> {
    const assistant = await openAssistant(env)
    await assistant.tick(instant(scheduledTime))
    await assistant.settle()
  },
}

/** The doors of the platforms. Without its settings a Worker turns them away by name, and its health still answers. */
const callbacks = (env: Env, ctx: Pick<ExecutionContext, 'waitUntil'>): Hono =>
  new Hono().all('/wecom/*', async (c) => {
    try {
      const assistant = await openAssistant(env)
      const response = await assistant.routes.fetch(c.req.raw)
      // The answer goes out first; what is cut off here is taken up by the next minute.
      if (response.ok) ctx.waitUntil(assistant.settle())
      return response
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error
      watch.log('error', 'not_configured', { error: error.message })
      return c.text(error.message, 503)
    }
  })

async function openAssistant(env: Env) {
  const { wecom, model } = parseConfig(settingsIn(env))
  if (!wecom)
    throw new ConfigError(
      '这个 Worker 还没有企业微信的配置，不能接收回调。请按 docs/workers.md 填写以 WECOM_ 开头的五项。',
    )
  const isolate = isolateOf(env)
  await prepare(isolate)
  return createAssistant({
    store: isolate.store,
    wecom,
    files: noFiles,
    clock: machine,
    machine,
    ids,
    watch,
    fetch: ownFetch,
    ...(model
      ? {
          model: createModel({
            config: model,
            fetch: ownFetch,
            clock: machine,
            memory: isolate.memory.breaker,
          }),
        }
      : {}),
    memory: isolate.memory,
  })
}

/** Called as a method of another object, the runtime's own would be an illegal invocation. */
const ownFetch: typeof globalThis.fetch = (input, init) => fetch(input, init)

/** An agent id in wrangler.toml may stand there as a number; bindings are none of the settings. */
const settingsIn = (env: Env): Record<string, string> =>
  Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' ? [[name, String(value)]] : [],
    ),
  )

function isolateOf({ DB }: Env): Isolate {
  const known = isolates.get(DB)
  if (known) return known
  const fresh = { store: openD1(DB), memory: newMemory(), prepared: false }
  isolates.set(DB, fresh)
  return fresh
}

/** What opening does on Node. Doing it twice changes nothing, so that no event has to wait for another's. */
async function prepare(isolate: Isolate): Promise<void> {
  if (isolate.prepared) return
  try {
    await markKind(isolate.store, 'live', '绑定在 DB 上的 D1 数据库')
    await fillWorkingDays(isolate.store, yearOf(dayOf(machine.now())) + 1)
  } catch (cause) {
    if (cause instanceof ConfigError) throw cause
    throw new ConfigError('D1 数据库没有应答，或者还没有建表。请运行 wrangler d1 migrations apply DB。', {
      cause,
    })
  }
  isolate.prepared = true
}
