import type { Keys, Random } from './crypto.ts'

/** Somebody with a phone. `role` and `unit` are labels for the page. */
export type SimPerson = {
  userid: string
  name: string
  role: string
  unit: string
  /** False: in the app's scope, but without the basic interface licence. */
  licensed?: boolean
}

export type BotSettings = Keys & {
  botId: string
  name: string
  /** True: its creator is no super-admin, so callbacks carry encrypted ids instead of userids. */
  encryptsIds?: boolean
}

export type SimulatorOptions = {
  corpId: string
  agentId: number
  secret: string
  token: string
  encodingAesKey: string
  appName?: string
  bot?: BotSettings
  /** Where the assistant listens, such as `http://127.0.0.1:3000`. */
  callbackBase: string
  callbackPaths?: { app: string; bot: string }
  /** Where the assistant reaches this simulator; `callbackBase` unless it runs on a port of its own. */
  ownBase?: string
  people: () => Promise<readonly SimPerson[]> | readonly SimPerson[]
  /** Machine time: tokens, links, limits, CreateTime. */
  now: () => number
  /** Business time, shown on the phones and moved by the page's buttons; a move ends when what it brought has been done. */
  clock?: { now(): number; moveTo(ms: number): Promise<void> }
  random?: Random
  fetch?: (url: string, init: RequestInit) => Promise<Response> | Response
  /** False: lengths that WeCom only advises are not enforced, and long text is cut as WeCom cuts it. */
  strict?: boolean
  /** Milliseconds: the wait for an answer (5000), between attempts (1000), between stream refreshes (1000). */
  timing?: { timeoutMs?: number; retryMs?: number; refreshMs?: number }
  group?: { chatId: string; name: string }
  /** Robots of groups by their keys; they speak in `group` unless they name another chat. */
  robots?: readonly { key: string; chatId?: string }[]
  /** Whose phones the page shows first. */
  phones?: readonly string[]
  /** Sentences to try, for the page. */
  examples?: (userid: string) => Promise<readonly string[]> | readonly string[]
  storage?: { load(): string | null; save(json: string): void }
}
