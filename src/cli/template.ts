import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { UserError } from '#src/domain/errors.ts'
import { template } from '#src/intake/template.ts'
import type { Command } from './command.ts'
import { theOnlyKind } from './the-only-kind.ts'

/** Writes an empty table to fill in. */
export const templateCommand: Command = {
  usage: 'KIND [--out FILE.xlsx]',
  zh: '写出一种记录的空白表（.xlsx）：中文表头、下拉列表、填写说明。填好后可直接导入。',
  en: 'Write an empty workbook of one kind to fill in: Chinese headings, drop-downs, instructions.',
  async run(args, { out }) {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' } },
    })
    const kind = theOnlyKind(positionals)
    const path = values.out ?? `${kind.id}-template.xlsx`
    if (!/\.xlsx$/i.test(path)) throw new UserError(`--out 的文件名要以 .xlsx 结尾，不是「${path}」。`)
    await writeFile(path, await template(kind))
    out(`已写出 ${path}（${kind.heading}）`)
    return 0
  },
}
