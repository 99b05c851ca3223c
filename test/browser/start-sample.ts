import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

export type Running = { address: string; stop(): Promise<void> }

/** `npm start` without credentials, in a folder and on a port of its own. */
export async function startSample(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-sample-'))
  const env = { PATH: process.env['PATH'], PORT: '0', DATABASE_PATH: join(folder, 'sample.db') }
  const child = spawn(process.execPath, ['src/main.ts'], { cwd: ROOT, env })
  const address = await new Promise<string>((resolve, reject) => {
    let said = ''
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+\/simulator/.exec((said += chunk))
      if (found) resolve(found[0])
    })
    child.stderr.on('data', (chunk: Buffer) => (said += chunk))
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)))
  })
  return {
    address,
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      child.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true })
    },
  }
}
