import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What npm's scripts load before a process of ours. */
export const LIKE_NPM = ['src/require-node-24.cjs', 'src/quick-start.cjs'].flatMap((file) => [
  '-r',
  join(ROOT, file),
])

export type MainProcess = ReturnType<typeof startMain>

/** `npm start`: src/main.ts in a process of its own, in any folder, with these settings and no others. */
export function startMain(settings: Record<string, string>, cwd = ROOT) {
  const args = [...LIKE_NPM, join(ROOT, 'src/main.ts')]
  const env = { PATH: process.env['PATH'], HOST: '127.0.0.1', PORT: '0', ...settings }
  const child = spawn(process.execPath, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = once(child, 'close') as Promise<[code: number | null, signal: string | null]>
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))

  /** Resolves as soon as it has said so, fails when it ends without. */
  const hears = (pattern: RegExp) =>
    new Promise<RegExpExecArray>((resolve, reject) => {
      const listen = () => {
        const found = pattern.exec(said)
        if (found) resolve(found)
      }
      child.stdout.on('data', listen)
      listen()
      void ended.then(([code]) => reject(new Error(`src/main.ts ended with ${code} and had said:\n${said}`)))
    })
  return {
    hears,
    ended,
    said: () => said,
    kill: (signal: 'SIGKILL' | 'SIGTERM') => void child.kill(signal),
    /** Asks it to stop, and gives its exit code. */
    async stop(): Promise<number | null> {
      child.kill('SIGTERM')
      return (await ended)[0]
    },
  }
}
