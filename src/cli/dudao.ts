import { ConfigError, UserError } from '#src/domain/errors.ts'
import { backupCommand } from './backup.ts'
import { drawBar } from './bar.ts'
import { checkCommand } from './check.ts'
import type { Command, Terminal } from './command.ts'
import { doctorCommand } from './doctor.ts'
import { exportCommand } from './export.ts'
import { importCommand } from './import.ts'
import { lexiconCommand } from './lexicon.ts'
import { restoreCommand } from './restore.ts'
import { sampleCommand } from './sample.ts'
import { templateCommand } from './template.ts'
import { tickCommand } from './tick.ts'
import { understandCommand } from './understand.ts'

const COMMANDS = new Map<string, Command>([
  ['import', importCommand],
  ['check', checkCommand],
  ['export', exportCommand],
  ['template', templateCommand],
  ['sample', sampleCommand],
  ['backup', backupCommand],
  ['restore', restoreCommand],
  ['doctor', doctorCommand],
  ['tick', tickCommand],
  ['lexicon', lexiconCommand],
  ['understand', understandCommand],
])

const WRONG_USE = 2

/** Runs one command and resolves to its exit code. */
export async function dudao([name, ...args]: string[], terminal: Terminal): Promise<number> {
  if (name === 'help' || name === '--help' || name === '-h') return help(terminal.out, 0)
  const command = COMMANDS.get(name ?? '')
  if (!command) {
    if (name !== undefined) terminal.err(`没有「${name}」这个命令。 Unknown command: ${name}\n`)
    return help(terminal.err, WRONG_USE)
  }
  try {
    return await command.run(args, terminal)
  } catch (error) {
    if (!isForTheReader(error)) throw error
    terminal.err(error.message)
    terminal.err(`用法 usage: npm run dudao -- ${name} ${command.usage}`)
    return WRONG_USE
  }
}

function help(say: (line: string) => void, code: number): number {
  say('督导助手命令行 · Dudao command line')
  for (const [name, { usage, zh, en }] of COMMANDS) {
    say('')
    say(`npm run dudao -- ${name} ${usage}`)
    say(`    ${zh}`)
    say(`    ${en}`)
  }
  return code
}

// What the person at the keyboard can mend; `parseArgs` gives its own errors a code.
const isForTheReader = (error: unknown): error is Error =>
  error instanceof UserError ||
  error instanceof ConfigError ||
  (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

if (import.meta.main)
  process.exitCode = await dudao(process.argv.slice(2), {
    out: (line) => process.stdout.write(`${line}\n`),
    err: (line) => process.stderr.write(`${line}\n`),
    ...(process.stderr.isTTY && { bar: drawBar }),
  })
