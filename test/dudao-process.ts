import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LIKE_NPM } from './main-process.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** `npm run dudao -- …` in a process of its own, with these settings and no others; `input` is what it reads. */
export async function runDudao(args: string[], settings: Record<string, string>, input = '') {
  const script = [...LIKE_NPM, join(ROOT, 'src/cli/dudao.ts')]
  const env = { PATH: process.env['PATH'], ...settings }
  const child = spawn(process.execPath, [...script, ...args], { cwd: ROOT, env })
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (words: string) => (out += words))
  child.stderr.setEncoding('utf8').on('data', (words: string) => (err += words))
  // Who refuses its arguments does not wait to be told anything.
  child.stdin.on('error', () => {}).end(input)
  const [code] = (await once(child, 'close')) as [number | null]
  return { code, out, err }
}
