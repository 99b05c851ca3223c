import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startMain } from '#test/main-process.ts'

export type Running = { address: string; stop(): Promise<void> }

/** `npm start` without credentials, in a folder and on a port of its own. */
export async function startSample(): Promise<Running> {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-sample-'))
  const main = startMain({ DATABASE_PATH: join(folder, 'sample.db') })
  const [address] = await main.hears(/http:\/\/\S+\/simulator/)
  return {
    address,
    async stop() {
      await main.stop()
      rmSync(folder, { recursive: true })
    },
  }
}
