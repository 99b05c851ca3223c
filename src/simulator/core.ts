import { createHash, randomBytes } from 'node:crypto'
import { UserError } from '#src/domain/errors.ts'
import type { Links } from './links.ts'
import type { BotSettings, SimPerson, SimulatorOptions } from './options.ts'
import { dumpWorld, loadWorld, type Message, type World } from './world.ts'

/** What every part of the simulator works with. */
export type Core = {
  options: SimulatorOptions
  world: World
  links: Links
  strict: boolean
  /** Differs from run to run. */
  boot: string
  /** Grows with every change. */
  version(): number
  changed(): void
  /** Writes what is still unwritten to the storage. */
  flush(): void
  now(): number
  shownTime(): number
  random(bytes: number): Uint8Array
  /** `bytes` of chance as hex. */
  freshId(bytes?: number): string
  show(chat: string, message: Omit<Message, 'id' | 'at'> & { id?: string }): Message
  /** Notes what WeCom would have thrown away in silence; a test can ask for it. */
  complain(what: string): void
  complaints: string[]
}

const KEPT_PER_CHAT = 300
const SAVE_AFTER_MS = 200

export function createCore(options: SimulatorOptions): Core {
  const world = loadWorld(options.storage?.load() ?? null)
  const random = options.random ?? ((bytes: number) => randomBytes(bytes))
  const saving = keepSaved(world, options.storage)
  const core: Core = {
    options,
    world,
    links: { responses: new Map(), files: new Map() },
    boot: Buffer.from(random(4)).toString('hex'),
    strict: options.strict ?? true,
    ...saving,
    now: options.now,
    shownTime: () => options.clock?.now() ?? options.now(),
    random,
    freshId: (bytes = 12) => Buffer.from(random(bytes)).toString('hex'),
    show: (chat, message) => show(core, chat, message),
    complain: (what) => void core.complaints.push(what),
    complaints: [],
  }
  return core
}

function show(core: Core, chat: string, message: Omit<Message, 'id' | 'at'> & { id?: string }): Message {
  const shown = { ...message, id: message.id ?? core.freshId(), at: core.shownTime() }
  const earlier = core.world.chats.get(chat) ?? []
  core.world.chats.set(chat, [...earlier.slice(1 - KEPT_PER_CHAT), shown])
  core.changed()
  return shown
}

/** WeCom compares userids without case. */
export const findPerson = (people: readonly SimPerson[], userid: string): SimPerson | null =>
  people.find((person) => person.userid.toLowerCase() === userid.toLowerCase()) ?? null

/** The AI bot's settings; a simulator without a bot cannot play the group. */
export function botOf(core: Core): BotSettings {
  if (core.options.bot === undefined) throw new UserError('本次没有配置智能机器人，群聊不可用。')
  return core.options.bot
}

/** The encrypted id of a member, as an AI bot sees it that no super-admin created. */
export const openId = (core: Core, userid: string): string =>
  `wo${createHash('sha1').update(`${core.options.corpId}|${userid.toLowerCase()}`).digest('base64url')}`

/** Many changes come in a burst (a digest to everybody), so that one save follows them all. */
function keepSaved(world: World, storage: SimulatorOptions['storage']) {
  let version = 1
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    if (timer === undefined) return
    clearTimeout(timer)
    timer = undefined
    storage?.save(dumpWorld(world))
  }
  const changed = () => {
    version += 1
    if (storage !== undefined) timer ??= setTimeout(flush, SAVE_AFTER_MS).unref()
  }
  return { version: () => version, changed, flush }
}
