import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { openToRead } from '#db/node.ts'
import { ConfigError, UserError } from '#src/domain/errors.ts'
import { csv } from '#src/intake/csv.ts'
import { cellsOf, rowsToExport } from '#src/intake/export.ts'
import type { Kind } from '#src/intake/kinds/kind.ts'
import type { Values } from '#src/intake/parse.ts'
import { xlsx } from '#src/intake/write-xlsx.ts'
import type { Command } from './command.ts'
import { databasePath } from './database-path.ts'
import { theOnlyKind } from './the-only-kind.ts'

/** Writes the rows of one kind back in the layout that import reads. */
export const exportCommand: Command = {
  usage: 'KIND [--out FILE.csv|FILE.xlsx]',
  zh: '把一种记录全部写成表格：.csv 用英文表头和代码，.xlsx 用中文；不写 --out 就把 CSV 印在屏幕上。原样导入不会有任何改动。',
  en: 'Write all rows of one kind as CSV (ids) or XLSX (Chinese), as import reads them. CSV to the terminal by default.',
  async run(args, { out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' } },
    })
    const kind = theOnlyKind(positionals)
    const write = writerFor(values.out)
    const rows = await rowsOnFile(kind)
    const content = await write(kind, rows)
    if (values.out === undefined) return (out(String(content).trimEnd()), 0)
    await writeFile(values.out, content, { mode: 0o600 })
    out(`已写出 ${values.out}（${kind.heading} ${rows.length} 行）`)
    return 0
  },
}

type Writer = (kind: Kind, rows: readonly Values[]) => Promise<string | Uint8Array>

const asCsv: Writer = async (kind, rows) =>
  csv(
    kind.columns.map(({ id }) => id),
    rows.map((row) => cellsOf(kind, row)),
  )

function writerFor(path = '.csv'): Writer {
  if (/\.csv$/i.test(path)) return asCsv
  if (/\.xlsx$/i.test(path)) return xlsx
  throw new UserError(`--out 的文件名要以 .csv 或 .xlsx 结尾，不是「${path}」。`)
}

async function rowsOnFile(kind: Kind): Promise<Values[]> {
  const path = databasePath()
  if (!existsSync(path)) throw new ConfigError(`没有数据库 ${path}。请核对 DATABASE_PATH，或先导入。`)
  const { db, close } = openToRead(path)
  try {
    return await rowsToExport(db, kind)
  } finally {
    close()
  }
}
