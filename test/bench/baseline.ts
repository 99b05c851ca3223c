import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { AddressInfo } from 'node:net'
import { wecomRoutes } from '#src/channels/wecom/routes.ts'
import { instant } from '#src/domain/day.ts'
import { APP } from './callbacks.ts'

/** What there is to compare with: Hono alone, and our doors with nothing behind them. */
const BASELINES: Record<string, () => Hono> = {
  bare: () => new Hono().post('/wecom/app', (c) => c.text('')),
  parsed: () =>
    wecomRoutes({
      config: { ...APP, apiBase: '' },
      accept: async () => ({ text: null, at: instant(0) }),
      clock: { now: () => instant(Date.now()) },
      watch: { log: () => {}, count: () => {} },
    }),
}

const made = BASELINES[process.argv[2] ?? '']
if (!made) throw new Error(`Name a baseline: ${Object.keys(BASELINES).join(', ')}`)
const server = serve({ fetch: made().fetch, hostname: '127.0.0.1', port: 0 }, (address: AddressInfo) =>
  process.send?.({ port: address.port }),
)
process.once('disconnect', () => server.close())
