import { execFileSync, fork, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { Figures } from './figures.ts'
import { APP } from './callbacks.ts'

export const CONNECTIONS = 32

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))

/** Asks a process that was forked, and waits for its answer. */
async function ask<T>(child: ChildProcess, question: object): Promise<T> {
  const answer = once(child, 'message')
  child.send(question)
  return (await answer)[0] as T
}

async function listening(child: ChildProcess): Promise<number> {
  const [{ port }] = (await once(child, 'message')) as [{ port: number }]
  return port
}

export type Loader = (port: number, requests: string[]) => Promise<Figures>

export function startLoader(): { load: Loader; stop(): void } {
  const child = fork(here('./loader.ts'))
  return {
    load: (port, requests) => ask(child, { port, connections: CONNECTIONS, requests }),
    stop: () => void child.kill(),
  }
}

export async function startBaseline(name: 'bare' | 'parsed') {
  const child = fork(here('./baseline.ts'), [name])
  return { port: await listening(child), pid: child.pid, stop: () => void child.kill() }
}

export type Sink = Awaited<ReturnType<typeof startSink>>

export async function startSink() {
  const child = fork(here('./sink.ts'))
  const port = await listening(child)
  return {
    port,
    /** How many messages and updates have come in. */
    async count(): Promise<number> {
      const { counted } = await ask<{ counted: Record<string, number> }>(child, {})
      return (counted['/cgi-bin/message/send'] ?? 0) + (counted['/cgi-bin/message/update_template_card'] ?? 0)
    },
    stop: () => void child.kill(),
  }
}

/** What `npm start` gives to Node, the limit on its young heap included. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(here('../../package.json'), 'utf8')) as {
    scripts: { start: string }
  }
  return scripts.start.split(' ').slice(1)
}

/** The server as it is started in earnest, sending to the sink. */
export async function startServer(databasePath: string, sinkPort: number) {
  const log = join(databasePath, '..', 'server.log')
  const child = spawn(process.execPath, startArguments(), {
    cwd: here('../..'),
    env: environment(databasePath, sinkPort),
    stdio: ['ignore', openSync(log, 'w'), 'inherit'],
  })
  return {
    port: await announced(child, log),
    pid: child.pid,
    residentMb: () => residentMb(child),
    async stop() {
      child.kill('SIGTERM')
      await once(child, 'exit')
    },
  }
}

const environment = (databasePath: string, sinkPort: number) => ({
  ...process.env,
  PORT: '0',
  DATABASE_PATH: databasePath,
  WECOM_API_BASE: `http://127.0.0.1:${sinkPort}`,
  WECOM_CORP_ID: APP.corpId,
  WECOM_AGENT_ID: String(APP.agentId),
  WECOM_SECRET: APP.secret,
  WECOM_TOKEN: APP.token,
  WECOM_ENCODING_AES_KEY: APP.encodingAesKey,
})

async function announced(child: ChildProcess, log: string): Promise<number> {
  for (;;) {
    const found = /127\.0\.0\.1:(\d+)\/wecom\/app/.exec(readFileSync(log, 'utf8'))
    if (found) return Number(found[1])
    if (child.exitCode !== null) throw new Error(`The server did not start: ${readFileSync(log, 'utf8')}`)
    await pause(50)
  }
}

const residentMb = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024
