import { dirname } from 'node:path'
import { serve, type ServerType } from '@hono/node-server'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Hono } from 'hono'
import { scheduleJob } from 'node-schedule'
import { openNode } from '#db/node.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { createApp } from './app.ts'
import { createAssistant } from './assistant.ts'
import { parseConfig, type Config } from './config.ts'
import { dayOf, yearOf } from './domain/day.ts'
import { ConfigError } from './domain/errors.ts'
import { createNodeFiles, photosBeside } from './files/node-files.ts'
import { givingBack } from './give-back.ts'
import { ids, machine } from './machine.ts'
import { createModel } from './model/model.ts'
import { createPictures } from './pictures/pictures.ts'
import type { Sample } from './simulator/sample.ts'
import { createWatch } from './watch/node-watch.ts'
import { watchStorage } from './watch/storage.ts'

/** Messages that wait for their second or minute are looked for this often. */
const LOOK_AGAIN_MS = 1_000

async function main(): Promise<void> {
  const config = parseConfig(process.env)
  const watch = createWatch((line) => console.log(line), machine.now)
  const opened = await openNode(config.databasePath, { kind: config.wecom ? 'live' : 'sample' })
  const { store, trouble } = watchStorage(opened, watch)
  await fillWorkingDays(store, yearOf(dayOf(machine.now())) + 1)
  const { server, port, mount } = await listen(config)
  const sample = config.wecom
    ? null
    : await (
        await simulator()
      ).createSample({
        store,
        machine,
        port,
        folder: dirname(config.databasePath),
        moved: () => catchUp(),
      })
  const clock = sample?.clock ?? machine
  const wecom = config.wecom ?? (sample as Sample).wecom
  const files = createNodeFiles(photosBeside(config.databasePath))
  const model = config.model && createModel({ config: config.model, fetch, clock: machine })
  const assistant = createAssistant({
    store,
    wecom,
    files,
    pictures: createPictures(),
    clock,
    machine,
    ids,
    watch,
    fetch,
    ...(model ? { model } : {}),
  })
  const catchUp = async () => {
    await assistant.tick(clock.now())
    await assistant.settle()
  }
  await assistant.warmUp()
  mount(
    createApp({
      store,
      machine,
      clock,
      routes: [assistant.routes, ...(sample ? [sample.app] : [])],
      metrics: watch.exposition,
      metricsToken: config.metricsToken,
      trouble,
      isLocal: (c) => isLoopback(getConnInfo(c).remote.address),
    }),
  )
  assistant.wake()
  const giveBack = givingBack()
  const minutely = scheduleJob('* * * * *', () => void assistant.tick(clock.now()).then(giveBack))
  const secondly = setInterval(assistant.wake, LOOK_AGAIN_MS)
  stopOnSignal(async () => {
    minutely.cancel()
    clearInterval(secondly)
    await closed(server)
    await assistant.delivery.stop()
    await assistant.photos.drain()
    sample?.close()
    await store.close()
  })
  announce(config, port)
  giveBack()
}

const isLoopback = (address: string | undefined): boolean =>
  address !== undefined && /^(::ffff:)?127\.|^::1$/.test(address)

/** Loaded where it is used: a live assistant has no simulator, and starts a tenth sooner without it. */
const simulator = () => import('./simulator/sample.ts')

/** Listens before the app is made: the sample's addresses need the port, which may have been left to the system. */
async function listen(config: Config) {
  let app: Hono | null = null
  const notYet = () => new Response('starting', { status: 503 })
  const server = serve({
    fetch: (request, env) => (app ? app.fetch(request, env) : notYet()),
    hostname: config.host,
    port: config.port,
  })
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(notListening(config, error)))
    server.once('listening', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address ? address.port : config.port)
    })
  })
  return { server, port, mount: (made: Hono) => void (app = made) }
}

const notListening = (config: Config, error: NodeJS.ErrnoException): Error =>
  error.code === 'EADDRINUSE'
    ? new ConfigError(
        `端口 ${config.port} 已被占用。请停掉占用它的程序，或用 PORT 换一个端口，例如 PORT=3001。`,
      )
    : error

function announce(config: Config, port: number): void {
  const base = `http://${config.host.includes(':') ? `[${config.host}]` : config.host}:${port}`
  if (config.wecom) {
    const address = config.publicUrl ?? base
    console.log(
      `督导助手已启动。企业微信回调地址：${address}/wecom/app${config.wecom.bot ? `，${address}/wecom/bot` : ''}`,
    )
  } else {
    console.log(`督导助手（示例城市）已启动。请用浏览器打开模拟器：http://127.0.0.1:${port}/simulator`)
    console.log(`Dudao runs with a made-up city. Open the simulator: http://127.0.0.1:${port}/simulator`)
  }
}

const closed = (server: ServerType): Promise<void> =>
  new Promise((resolve) => {
    // What is being answered is answered. A connection that is kept open for more is closed as soon as it is idle, or a
    // proxy that goes on using it would hold up the end.
    const sweep = () => 'closeIdleConnections' in server && server.closeIdleConnections()
    const sweeping = setInterval(sweep, 20)
    server.close(() => {
      clearInterval(sweeping)
      resolve()
    })
  })

function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false
  const once = () => {
    if (stopping) return
    stopping = true
    void stop().then(() => process.exit(0), failed)
  }
  process.on('SIGTERM', once)
  process.on('SIGINT', once)
}

function failed(error: unknown): never {
  console.error(error instanceof ConfigError ? error.message : error)
  process.exit(1)
}

main().catch(failed)
