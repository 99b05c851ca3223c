import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromiumPath } from './browser/chromium.ts'

/** One command says yes or no (`npm test`). Its last line, alone on it, is `N passed, N failed`. */
type Step = { heading: string; script: string; args: string[] }
type Outcome = { output: string; seconds: number; ok: boolean; passed: number; failed: number }

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const reports = mkdtempSync(join(tmpdir(), 'dudao-test-'))

const check = (heading: string, script: string, ...args: string[]): Step => ({ heading, script, args })
const tests = (heading: string, config: string): Step =>
  check(heading, 'vitest/vitest.mjs', 'run', '--config', config)

const CHECKS = [
  check('Format', 'prettier/bin/prettier.cjs', '--check', '.'),
  check('Lint', 'eslint/bin/eslint.js', '--config', 'test/lint/eslint.config.mjs', '.'),
  check('Types', 'typescript/bin/tsc', '--project', '.'),
]
const BROWSER = tests('Test in a browser', 'test/browser/vitest.config.ts')
const TESTS = [
  tests('Tests on Node', 'test/vitest.config.ts'),
  tests('Tests in workerd', 'test/workers/vitest.config.ts'),
  ...(chromiumPath() ? [BROWSER] : []),
]

/** One after the other; gives each step's outcome as a promise at once. */
function lane(steps: readonly Step[]): Promise<Outcome>[] {
  let before: Promise<unknown> = Promise.resolve()
  return steps.map((step, i) => {
    const outcome = before.then(() =>
      run(step, join(reports, `${step.script.replaceAll('/', '-')}-${i}.json`)),
    )
    before = outcome
    return outcome
  })
}

async function run({ script, args }: Step, report: string): Promise<Outcome> {
  const begun = performance.now()
  const isVitest = script.startsWith('vitest')
  const reporting = isVitest ? ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`] : []
  const child = spawn(process.execPath, [join(ROOT, 'node_modules', script), ...args, ...reporting], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (chunk: string) => (output += chunk))
  const ok = await new Promise<boolean>((resolve) => child.once('close', (code) => resolve(code === 0)))
  return { output, ok, seconds: (performance.now() - begun) / 1000, ...countsIn(report) }
}

function countsIn(report: string): { passed: number; failed: number } {
  if (!existsSync(report)) return { passed: 0, failed: 0 }
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests }
}

// Two lanes, as most machines have two cores; what they say is printed step by step.
const steps = [...CHECKS, ...TESTS]
const running = [...lane(CHECKS), ...lane(TESTS)]
const outcomes: Outcome[] = []
for (const [i, { heading }] of steps.entries()) {
  process.stdout.write(`${heading} … `)
  const outcome = (await running[i]) as Outcome
  outcomes.push(outcome)
  const { ok, passed, seconds, output } = outcome
  console.log(`${ok ? 'ok' : 'FAILED'}${passed > 0 ? `, ${passed} passed` : ''}, ${seconds.toFixed(1)} s`)
  if (!ok) console.log(`\n${output.trim()}\n`)
}
rmSync(reports, { recursive: true })

const withoutBrowser = !steps.includes(BROWSER)
if (withoutBrowser)
  console.log(
    `${BROWSER.heading} … did not run: no Chromium was found. Install one (Debian: apt-get install chromium), or name it in CHROMIUM_PATH.`,
  )
const failures = steps.filter((_, i) => !outcomes[i]?.ok).map(({ heading }) => heading)
if (withoutBrowser && process.env['CI'] === 'true') failures.push(BROWSER.heading)
console.log(failures.length === 0 ? 'All is well.' : `Not well: ${failures.join(', ')}.`)

const sum = (of: 'passed' | 'failed') => outcomes.reduce((total, each) => total + each[of], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exitCode = failures.length === 0 ? 0 : 1
