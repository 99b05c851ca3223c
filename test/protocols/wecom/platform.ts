import { createWecomApi } from '#src/channels/wecom/api.ts'
import { instant } from '#src/domain/day.ts'
import { CONFIG } from './callback.ts'

export type Reply = object | (() => Response | Promise<Response>)
type Call = { path: string; query: Record<string, string>; body: unknown }

/** The platform, answering from a list a path; the last answer is given for ever. */
export function platform(replies: Record<string, Reply[]>, config = CONFIG) {
  const calls: Call[] = []
  const log: unknown[][] = []
  const time = { now: 1_000_000 }
  const lists: Record<string, Reply[]> = {
    gettoken: [{ errcode: 0, errmsg: 'ok', access_token: 'T1', expires_in: 7200 }],
    ...replies,
  }
  const fetch = (async (url: string, init: RequestInit = {}) => {
    const { pathname, searchParams, origin } = new URL(url)
    const path = pathname.replace(/^\/cgi-bin\//, '')
    calls.push({
      path: origin === new URL(config.apiBase).origin ? path : url,
      query: Object.fromEntries(searchParams),
      body: init.body,
    })
    const list = lists[path] ?? lists[url] ?? []
    const reply = list.length > 1 ? list.shift() : list[0]
    if (reply === undefined) throw new Error(`no answer for ${path}`)
    return typeof reply === 'function' ? reply() : Response.json(reply)
  }) as typeof globalThis.fetch
  const keep = (...line: unknown[]) => void log.push(line)
  const clock = { now: () => instant(time.now) }
  const api = createWecomApi({ config, fetch, clock, watch: { log: keep } })
  const asked = (path: string) => calls.filter((call) => call.path === path)
  return { api, fetch, clock, calls, asked, log, time, config }
}
