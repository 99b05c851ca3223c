import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { serve } from '@hono/node-server'
import { expect } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { importFiles } from '#src/intake/import.ts'
import { machine } from '#src/machine.ts'
import { createSimulator } from '#src/simulator/simulator.ts'
import { peopleOf, rosterFiles } from '#test/roster.ts'
import { startMain } from '#test/main-process.ts'

const APP = {
  corpId: 'wwfaults',
  agentId: 1000003,
  secret: 'secret-of-the-faults',
  token: 'faultstoken',
  encodingAesKey: 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C',
}
const BOT = {
  token: 'faultsbot',
  encodingAesKey: '4Ma3YBrSBbX2aez8MJpXGBne5LSDwgGqHbhM9WPYIws',
  botId: 'bot2',
  name: '督导助手',
}
export const SETTINGS = {
  WECOM_CORP_ID: APP.corpId,
  WECOM_AGENT_ID: String(APP.agentId),
  WECOM_SECRET: APP.secret,
  WECOM_TOKEN: APP.token,
  WECOM_ENCODING_AES_KEY: APP.encodingAesKey,
}
/** A loaded machine is slow, and these tests are not about the five seconds that WeCom waits. */
const PATIENCE = { timeoutMs: 60_000, retryMs: 20 }

// As a proxy does, one connection is kept for one request after the other.
const agent = new Agent({ keepAlive: true })

const ask = (url: string, { method, body }: { method?: string; body?: unknown }) =>
  new Promise<Response>((resolve, reject) => {
    const asking = request(url, { method, agent }, (answer) => {
      text(answer).then((body) => resolve(new Response(body, { status: answer.statusCode ?? 0 })), reject)
    })
    asking.on('error', reject).end(body)
  })

export type Site = Awaited<ReturnType<typeof openSite>>

type Options = {
  /** Whether the next answer of the assistant does not arrive. */
  losesAnswer?: () => boolean
}

/**
 * The assistant in a process of its own, live, with a database on disk; the stand-in of WeCom in ours, over real
 * sockets. A callback waits for the assistant to be up; what dies with it is sent again, three times in all.
 */
export async function openSite({ losesAnswer = () => false }: Options = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-faults-'))
  const databasePath = join(folder, 'dudao.db')
  await withStore(databasePath, async (store) => {
    for (const { errors } of await importFiles(store, rosterFiles(), { at: machine.now() }))
      expect(errors).toEqual([])
  })
  const unanswered = new Set<string>()
  const lost = new Set<string>()
  const simulator = createSimulator({
    ...APP,
    bot: { ...BOT, encryptsIds: true },
    callbackBase: 'http://assistant',
    people: () => peopleOf(),
    now: Date.now,
    timing: PATIENCE,
    async fetch(url, init) {
      const address = url.replace('http://assistant', await running.address)
      unanswered.add(url)
      const answer = await ask(address, init).finally(() => unanswered.delete(url))
      // Once at most: a callback that is lost three times is one that WeCom gives up.
      if (lost.has(url) || !losesAnswer()) return answer
      lost.add(url)
      throw new Error('the answer was lost on its way')
    },
  })
  const platform = serve({ fetch: simulator.app.fetch, hostname: '127.0.0.1', port: 0 })
  await new Promise((resolve) => platform.once('listening', resolve))
  const { port } = platform.address() as { port: number }
  const settings = {
    ...SETTINGS,
    WECOM_BOT_TOKEN: BOT.token,
    WECOM_BOT_ENCODING_AES_KEY: BOT.encodingAesKey,
    WECOM_API_BASE: `http://127.0.0.1:${port}/simulator/wecom`,
    DATABASE_PATH: databasePath,
  }
  const start = () => {
    const main = startMain(settings)
    return { main, address: main.hears(/http:\/\/127\.0\.0\.1:\d+/).then(([address]) => address) }
  }
  let running = start()
  await running.address
  // A start that ends in order leaves what it compiled to the next ones; those that are killed leave nothing.
  await running.main.stop()
  running = start()
  return {
    simulator,
    databasePath,
    /** What the assistant was started with. */
    settings,
    main: () => running.main,
    address: () => running.address,
    /** Asks for a page, on the connection of the last callback where that is still open. */
    ask: async (path: string) => ask(`${await running.address}${path}`, {}),
    /** Callbacks that the assistant has been given and has not answered. */
    inHand: () => unanswered.size,
    /** Ends the process as a power cut would and starts the next; gives whether it had a turn in hand. */
    crash(): boolean {
      const busy = unanswered.size > 0
      const { main } = running
      main.kill('SIGKILL')
      running = { main, address: main.ended.then(() => (running = start()).address) }
      return busy
    },
    /** Reads the database once the assistant has stopped. */
    withStore: <T>(read: (store: NodeStore) => Promise<T>) => withStore(databasePath, read),
    async close() {
      await running.address.catch(() => {})
      await running.main.stop()
      simulator.close()
      platform.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function withStore<T>(path: string, use: (store: NodeStore) => Promise<T>): Promise<T> {
  const store = await openNode(path, { kind: 'live' })
  try {
    return await use(store)
  } finally {
    await store.close()
  }
}
