import { Hono, type Context } from 'hono'
import type { Core } from '../core.ts'
import { isSpoiler, spoil, type Fault, type Faults } from '../faults.ts'

import { refuse, type Answer } from './answer.ts'
import type { Api, ApiCall } from './call.ts'
import { callbackIps, resolveOpenIds } from './directory.ts'
import { createLimits, type Limits } from './limits.ts'
import { getMedia, uploadMedia } from './media.ts'
import { respond } from './response.ts'
import { sendMessage } from './send.ts'
import { createTokens, type Tokens } from './token.ts'
import { updateCard } from './update-card.ts'
import { sendToGroup } from './webhook.ts'

const APIS: Record<string, Api> = {
  gettoken: { method: 'GET', needsToken: false, answer: ({ tokens, query }) => tokens.issue(query) },
  getcallbackip: { method: 'GET', needsToken: true, answer: callbackIps },
  'message/send': { method: 'POST', needsToken: true, answer: sendMessage },
  'message/update_template_card': { method: 'POST', needsToken: true, answer: updateCard },
  'media/upload': { method: 'POST', needsToken: true, answer: uploadMedia },
  'media/get': { method: 'GET', needsToken: true, answer: getMedia },
  'batch/openuserid_to_userid': { method: 'POST', needsToken: true, answer: resolveOpenIds },
  'webhook/send': { method: 'POST', needsToken: false, answer: sendToGroup },
  'aibot/response': { method: 'POST', needsToken: false, answer: respond },
}

const CALLS_KEPT = 2000

export type ApiServer = {
  app: Hono
  tokens: Tokens
  limits: Limits
  /** The latest calls, for tests; a file has errcode null. */
  calls: { api: string; at: number; errcode: number | null }[]
}

/** WeCom's side of the server API, under `/cgi-bin/`. */
export function createApiServer(core: Core, faults: Faults): ApiServer {
  const server: ApiServer = {
    app: new Hono(),
    tokens: createTokens(core),
    limits: createLimits(core),
    calls: [],
  }
  const repeats = new Map<string, number>()
  server.app.all('/cgi-bin/:name{.+}', (c) => {
    const api = Object.hasOwn(APIS, c.req.param('name')) ? APIS[c.req.param('name')] : undefined
    if (api === undefined) return c.text('404 page not found', 404)
    return serve(server, core, faults, api, callOf(c, core, server, repeats), c.req.param('name'))
  })
  return server
}

const callOf = (c: Context, core: Core, server: ApiServer, repeats: Map<string, number>): ApiCall => ({
  core,
  tokens: server.tokens,
  limits: server.limits,
  repeats,
  query: c.req.query(),
  request: c.req.raw,
  text: () => c.req.text(),
  unreachable: [],
})

/** A fault comes in before the API, unless it is one that spoils the answer to a call that was carried out. */
async function serve(
  server: ApiServer,
  core: Core,
  faults: Faults,
  api: Api,
  call: ApiCall,
  name: string,
): Promise<Response> {
  const fault = faults.next(name)
  if (fault?.kind === 'expired_token') server.tokens.expire()
  if (fault?.kind === 'unreachable') call.unreachable = fault.userids.map((userid) => userid.toLowerCase())
  const answer = undelivered(fault) ?? (await carryOut(api, call))
  note(server, core, name, answer)
  if (answer instanceof Response) return answer
  return spoil(faults, fault, answer, call.request.signal)
}

/** What stands in for the real answer when the call must not be carried out. */
function undelivered(fault: Fault | null): Answer | null {
  if (fault?.kind === 'code') return refuse(fault.errcode)
  return fault !== null && isSpoiler(fault) && fault.delivered !== true ? refuse(-1) : null
}

function carryOut(api: Api, call: ApiCall): Promise<Answer | Response> | Answer | Response {
  if (call.request.method !== api.method) return refuse(40058, `use ${api.method}`)
  const refusal = api.needsToken ? call.tokens.check(call.query.access_token) : null
  return refusal ?? api.answer(call)
}

function note(server: ApiServer, core: Core, api: string, answer: Answer | Response): void {
  server.calls.push({ api, at: core.now(), errcode: answer instanceof Response ? null : answer.errcode })
  if (server.calls.length > CALLS_KEPT) server.calls.shift()
}
