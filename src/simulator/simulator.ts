import { Hono } from 'hono'
import { createApiServer } from './api/routes.ts'
import { verifyAppUrl } from './callbacks/app.ts'
import { verifyBotUrl } from './callbacks/bot.ts'
import { createCore } from './core.ts'
import { createFaults, type Fault } from './faults.ts'
import { onlyFromHere } from './guard.ts'
import { createFileServer } from './links.ts'
import type { SimulatorOptions } from './options.ts'
import { createPage } from './page-routes.ts'
import { createPhones } from './phones.ts'

export type Simulator = ReturnType<typeof createSimulator>

/**
 * A stand-in for WeCom: its server API, its callbacks and the phones of its people. `app` owns every path under
 * `/simulator` and is mounted at the root; the assistant's API base is then `…/simulator/wecom`.
 */
export function createSimulator(options: SimulatorOptions) {
  const core = createCore(options)
  const faults = createFaults()
  const api = createApiServer(core, faults)
  const phones = createPhones(core)
  const app = new Hono().use('/simulator/*', onlyFromHere)
  app.route('/simulator/wecom', api.app)
  app.route('/simulator/wecom', createFileServer(core))
  app.route('/simulator', createPage(core, phones))
  app.get('/simulator/', (c) => c.redirect('/simulator'))
  return {
    app,
    ...phones,
    verifyAppUrl: () => verifyAppUrl(core),
    verifyBotUrl: () => verifyBotUrl(core),
    /** The next `times` calls of an API (`message/send`, or `*` for all) go wrong. */
    fault: (apiName: string, fault: Fault, times = 1) => faults.order(apiName, fault, times),
    clearFaults: () => faults.clear(),
    releaseHangs: () => faults.release(),
    expireTokens: () => api.tokens.expire(),
    revokeTokens: () => api.tokens.revoke(),
    /** Messages that WeCom's frequency limits swallowed, of one person or of all. */
    dropped: (userid?: string) => api.limits.dropped(userid),
    calls: () => [...api.calls],
    /** Replies that WeCom would have thrown away without a word; a healthy run has none. */
    complaints: () => [...core.complaints],
    /** Ends hanging calls and writes what is still unwritten. */
    close: () => {
      faults.release()
      core.flush()
    },
  }
}
