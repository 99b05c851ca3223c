import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** `npm run dudao -- …` in a process of its own, with these settings and no others. */
export async function runDudao(args: string[], settings: Record<string, string>, cwd = ROOT) {
  const script = ['-r', join(ROOT, 'src/require-node-24.cjs'), join(ROOT, 'src/cli/dudao.ts')]
  // What one run compiled the next need not.
  const compiled = join(tmpdir(), 'dudao-compiled')
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: compiled, ...settings }
  const child = spawn(process.execPath, [...script, ...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (words: string) => (said += words))
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, said }
}
