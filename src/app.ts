import { createHash, timingSafeEqual } from 'node:crypto'
import { Hono, type Context } from 'hono'
import { followedOfKinds } from '#db/followed.ts'
import { backlog } from '#db/outbox.ts'
import type { Store } from '#db/store.ts'
import { followedSince } from '#handlers/reminders/followed.ts'
import { dayOf } from './domain/day.ts'
import type { Clock } from './domain/ports.ts'
import { isForwarded } from './watch/from-here.ts'
import type { Gauges } from './watch/node-watch.ts'

export type AppDeps = {
  store: Store
  machine: Clock
  clock: Clock
  /** The callbacks of the platforms, and in a sample the simulator. */
  routes: readonly Hono[]
  /** The text of `/metrics`; absent where the host keeps none. */
  metrics?: (gauges: Gauges) => Promise<string>
  metricsToken: string | null
  /** Why nothing can be written at the moment, where the host can tell. */
  trouble?: () => string | null
  /** Whether the request came from this very machine. */
  isLocal(c: Context): boolean
}

/** The Hono app: the platforms' callbacks, health and metrics. No business rule stands here. */
export function createApp(deps: AppDeps): Hono {
  const app = new Hono()
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', (c) => ready(c, deps))
  app.get('/metrics', (c) => metrics(c, deps))
  for (const routes of deps.routes) app.route('/', routes)
  app.notFound((c) => c.text('not found', 404))
  app.onError((_, c) => c.text('failed', 500))
  return app
}

/** Ready when the database answers and could last be written. */
async function ready(c: Context, { store, trouble }: AppDeps): Promise<Response> {
  const why = trouble?.()
  if (why) return c.text(why, 503)
  try {
    await backlog(store.db)
    return c.text('ok')
  } catch {
    return c.text(
      'the database does not answer: look at DATABASE_PATH and its disk, on Workers at the migrations of DB',
      503,
    )
  }
}

async function metrics(c: Context, deps: AppDeps): Promise<Response> {
  if (!deps.metrics) return c.text('not found', 404)
  if (!mayRead(c, deps)) return c.text('metrics are for this machine, or for a bearer of METRICS_TOKEN', 403)
  const { waiting, oldest, failed } = await backlog(deps.store.db)
  const oldestSeconds = oldest === null ? 0 : Math.max(0, (deps.clock.now() - oldest) / 1000)
  const text = await deps.metrics({
    outboxWaiting: waiting,
    outboxOldestSeconds: oldestSeconds,
    outboxFailed: failed,
    reminders: await followedOfKinds(deps.store.db, followedSince(dayOf(deps.clock.now()))),
  })
  return c.text(text)
}

const digest = (text: string) => createHash('sha256').update(text).digest()

function mayRead(c: Context, { metricsToken, isLocal }: AppDeps): boolean {
  const given = c.req.header('authorization')
  if (metricsToken === null) return isLocal(c) && !isForwarded(c.req.raw.headers)
  return given !== undefined && timingSafeEqual(digest(given), digest(`Bearer ${metricsToken}`))
}
