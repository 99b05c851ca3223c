import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openNode } from '#db/node.ts'
import { UserError } from '#src/domain/errors.ts'
import { importFiles, type FileResult } from '#src/intake/import.ts'
import { KINDS, kindOf } from '#src/intake/kinds.ts'
import type { FileGiven } from '#src/intake/open-file.ts'
import { kindNamed } from '#src/intake/recognise.ts'
import { machine } from '#src/machine.ts'
import { authorOf } from './author.ts'
import type { Command, Terminal } from './command.ts'
import { databasePath } from './database-path.ts'

/** Reads spreadsheets into the database of this machine. */
export const importCommand: Command = {
  usage: 'FILE… [--kind KIND] [--by USERID] [--json]',
  zh: `把表格（.csv、.xlsx）导入数据库：${KINDS.map((kind) => `${kind.heading} ${kind.id}`).join('、')}。有一处不对，整个文件都不导入。`,
  en: 'Import spreadsheets into the database. A file with any fault is refused as a whole.',
  async run(args, { out, err, bar }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { kind: { type: 'string' }, by: { type: 'string' }, json: { type: 'boolean' } },
    })
    if (positionals.length === 0) throw new UserError('请写明要导入的文件。')
    const kind = values.kind === undefined ? {} : { kind: kindNamed(values.kind) }
    const files = await Promise.all(positionals.map(given))
    const store = await openNode(databasePath(), { kind: 'live' })
    try {
      const by = await authorOf(store, values.by)
      const told = bar ? { onRow: whereLong(bar) } : { onProgress: err }
      const results = await importFiles(store, files, { ...kind, by, at: machine.now(), ...told })
      for (const result of results) out(values.json ? JSON.stringify(result) : account(result))
      return results.some(({ errors }) => errors.length > 0) ? 1 : 0
    } finally {
      await store.close()
    }
  },
}

// Shorter files are done before anybody has read a bar.
const LONG = 2_000

/** Draws a bar for long files, a step a hundredth. */
function whereLong(bar: NonNullable<Terminal['bar']>) {
  return (doing: string, done: number, all: number): void => {
    if (all >= LONG && (done === all || done % Math.ceil(all / 100) === 0)) bar(doing, done / all)
  }
}

async function given(name: string): Promise<FileGiven> {
  try {
    return { name, bytes: await readFile(name) }
  } catch (error) {
    throw new UserError(`打不开文件 ${name}。请核对路径和权限。`, { cause: error })
  }
}

// More would scroll the first ones away; `--json` gives all.
const MOST_SHOWN = 50

/** What happened to one file, in words. */
function account({ file, kind, rows, added, changed, unchanged, errors }: FileResult): string {
  const table = kind === null ? '' : `${kindOf(kind)?.heading}表 ${rows} 行，`
  if (errors.length === 0)
    return `${file}：${table}已导入。新增 ${added}，修改 ${changed}，未变 ${unchanged}。`
  const shown = errors.slice(0, MOST_SHOWN).map(({ line, column, message }) => {
    const where = [line === null ? '' : `第 ${line} 行`, column ? `「${column}」` : ''].join('')
    return `  ${where === '' ? '' : `${where}：`}${message}`
  })
  const rest =
    errors.length > MOST_SHOWN ? [`  另有 ${errors.length - MOST_SHOWN} 处，加 --json 可全部列出。`] : []
  return [
    `${file}：${table}没有导入，有 ${errors.length} 处要改：`,
    ...shown,
    ...rest,
    '  改好后请重新导入这个文件。',
  ].join('\n')
}
