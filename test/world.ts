import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { openNode, storeOn, type NodeStore } from '#db/node.ts'
import { onces } from '#db/schema/machine.ts'
import { insertNew } from '#db/store.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { importFiles } from '#src/intake/import.ts'
import { createAssistant } from '#src/assistant.ts'
import { instantOf, instant, plusMs, type Instant } from '#src/domain/day.ts'
import { createNodeFiles } from '#src/files/node-files.ts'
import type { Files } from '#src/domain/ports.ts'
import { createModel, type ModelDeps } from '#src/model/model.ts'
import { createPictures } from '#src/pictures/pictures.ts'
import { createSimulator } from '#src/simulator/simulator.ts'
import type { Watch } from '#src/watch/watch.ts'
import type { XmlFields } from '#src/simulator/xml.ts'
import { appCallback, botCallback } from './callback.ts'
import { peopleOf, rosterFiles } from './roster.ts'
import { createSomebody } from './somebody.ts'

export const APP = {
  corpId: 'wwstory',
  agentId: 1000002,
  secret: 'secret-of-the-story',
  token: 'storytoken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
export const BOT = {
  token: 'bottoken01',
  encodingAesKey: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
  botId: 'bot1',
  name: '督导助手',
}

const GROUP = { chatId: 'wrGROUP', name: '章贡区督学群' }

/** Robots that bring the digest, each in a group of its own. */
const CITY_ROBOT = { key: '0f3a6c1e-4e6b-9c55-7f3b-aaaaaaaaaaaa', chatId: 'wrCITY' }
const COUNTY_ROBOT = { key: '5d2a1c88-4e6b-9c55-0f3a-bbbbbbbbbbbb', chatId: 'wrCOUNTY' }
const WEBHOOKS = new Map([
  ['city', CITY_ROBOT.key],
  ['章贡区', COUNTY_ROBOT.key],
])

/** Tuesday, 18 November 2025, half past ten. */
export const START = instantOf('2025-11-18T10:30:00+08:00')
/** Between two acts of people: longer than any limit per minute forgets, shorter than any question is forgotten. */
const BETWEEN_ACTS_MS = 7_000

export type World = Awaited<ReturnType<typeof openWorld>>
export type Somebody = ReturnType<World['person']>

export type WorldOptions = {
  schools?: string
  people?: string
  /** Nobody has been greeted yet; else everybody has, lest each story begin with it. */
  firstContact?: true
  wrapStore?: (store: NodeStore) => NodeStore
  wrapFiles?: (files: Files) => Files
  /** A host that cannot draw. */
  noPictures?: true
  /** A model is asked where the rules are unsure. */
  model?: Pick<ModelDeps, 'config' | 'timeout'>
}

const beginnings = new Map<string, Buffer>()

/**
 * A database before anybody has said anything. One for each roster is made; to copy it takes a twentieth of that time. Who
 * wraps his store sees it made.
 */
async function storeWithRoster(options: WorldOptions): Promise<NodeStore> {
  const files = rosterFiles(options)
  const roster = files.map(({ bytes }) => bytes).join()
  const made = beginnings.get(roster)
  if (made && !options.wrapStore) return storeOn(new Database(made), 'sample', ':memory:')
  const opened = await openNode(':memory:', { kind: 'sample' })
  const store = options.wrapStore?.(opened) ?? opened
  await fillWorkingDays(store, 2026)
  for (const { errors } of await importFiles(store, files, { at: START })) expect(errors).toEqual([])
  beginnings.set(roster, store.client.serialize())
  return store
}

/**
 * The whole assistant with a stand-in of WeCom at the other end of the wire, everything encrypted, signed and rendered
 * as in production; only the sockets are left out. Time stands still but where a story moves it.
 */
export async function openWorld(options: WorldOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-story-'))
  const store = await storeWithRoster(options)
  const clock = { at: START }
  const now = () => clock.at
  if (!options.firstContact)
    await store.commit(
      peopleOf(options.people).map(({ userid }) =>
        insertNew(onces, { key: `welcome:${userid.toLowerCase()}`, at: START }),
      ),
    )
  const logged: { level: string; event: string; fields?: Record<string, unknown> }[] = []
  const counted: string[] = []
  const watch: Watch = {
    log: (level, event, fields) => void logged.push({ level, event, ...(fields ? { fields } : {}) }),
    turn: () => {},
    count: (name, label) => void counted.push(label === undefined ? name : `${name} ${label}`),
  }
  let fresh = 0
  const simulator = createSimulator({
    ...APP,
    bot: BOT,
    callbackBase: 'http://127.0.0.1:3000',
    people: async () => peopleOf(options.people),
    now,
    group: GROUP,
    robots: [CITY_ROBOT, COUNTY_ROBOT],
    fetch: (url, init) => assistant.routes.request(new URL(url).pathname + new URL(url).search, init),
  })
  const onDisk = createNodeFiles(join(folder, 'files'))
  const assistant = createAssistant({
    store,
    wecom: { ...APP, bot: BOT, apiBase: 'http://127.0.0.1:3000/simulator/wecom', webhooks: WEBHOOKS },
    files: options.wrapFiles?.(onDisk) ?? onDisk,
    ...(options.noPictures ? {} : { pictures: createPictures() }),
    clock: { now },
    machine: { now },
    ids: { fresh: () => `id${String(++fresh).padStart(6, '0')}`, chance: () => 0.5 },
    watch,
    ...(options.model ? { model: createModel({ ...options.model, fetch, clock: { now } }) } : {}),
    fetch: async (input, init) => simulator.app.request(String(input), { ...init, headers: withHost(init) }),
  })
  /** Everything that was set in motion comes to rest. */
  const settle = async () => {
    await assistant.photos.drain()
    await assistant.delivery.drain()
  }
  const act = async <T>(doing: () => Promise<T>): Promise<T> => {
    clock.at = plusMs(clock.at, BETWEEN_ACTS_MS)
    const done = await doing()
    await settle()
    return done
  }
  const posts = (fields: XmlFields) => {
    const { path, body } = appCallback(APP, fields, clock.at)
    return assistant.routes.request(path, { method: 'POST', body })
  }
  const forgePress = async (userid: string, cardId: string, key: string) => {
    const fields = { FromUserName: userid, MsgType: 'event', Event: 'template_card_event', EventKey: key }
    return posts({ ...fields, TaskId: cardId, CardType: 'button_interaction', ResponseCode: 'made-up' })
  }
  /** A press in the group on a card that the bot would have shown there. */
  const pressInGroup = async (userid: string, key: string) => {
    const tap = {
      eventtype: 'template_card_event',
      template_card_event: { event_key: key, task_id: 'group' },
    }
    const message = { msgid: `group-${++fresh}`, chattype: 'group', chatid: GROUP.chatId, from: { userid } }
    const { path, body } = botCallback(BOT, { ...message, msgtype: 'event', event: tap }, clock.at)
    return assistant.routes.request(path, { method: 'POST', body })
  }
  const person = (userid: string) => createSomebody({ userid, simulator, act })
  const files = join(folder, 'files')
  return {
    store,
    simulator,
    /** The names of the pictures on the disk. */
    storedPhotos: () => (existsSync(files) ? readdirSync(files) : []),
    assistant,
    files: onDisk,
    clock,
    person,
    settle,
    logged,
    counted,
    act,
    /** Any signed callback of the app. */
    posts: (fields: XmlFields) => act(async () => posts(fields)),
    /** A press that no phone of this person showed. */
    pressAs: (userid: string, cardId: string, key: string) => act(() => forgePress(userid, cardId, key)),
    pressInGroup: (userid: string, key: string) => act(() => pressInGroup(userid, key)),
    moveTo: async (iso: string) => {
      clock.at = instantOf(iso)
      await settle()
    },
    /** The minute comes at this moment, and no other between. */
    tickAt: async (iso: string) => {
      clock.at = instantOf(iso)
      await assistant.tick(clock.at)
      await settle()
    },
    close: async () => {
      simulator.close()
      await store.close()
      rmSync(folder, { recursive: true })
    },
  }
}

const withHost = (init?: RequestInit): Headers => {
  const headers = new Headers(init?.headers)
  headers.set('host', '127.0.0.1:3000')
  return headers
}

export const minutes = (n: number) => n * 60_000
export const asInstant = (ms: number): Instant => instant(ms)
