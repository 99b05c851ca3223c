import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { csv } from '#src/intake/csv.ts'
import { dayOf } from '#src/domain/day.ts'
import { KINDS } from '#src/intake/kinds.ts'
import type { Values } from '#src/intake/parse.ts'
import { sampleCity } from '#src/intake/sample-city.ts'
import { machine } from '../machine.ts'
import type { Command } from './command.ts'

/** Writes the files of the made-up city, to look at and to try the import with. */
export const sampleCommand: Command = {
  usage: '[--out DIR]',
  zh: '写出示例城市的各种表（地区、学校、人员、台账……；全是虚构的），默认写到 data/sample。',
  en: 'Write the files of a made-up city (default: data/sample).',
  async run(args, { out }) {
    const { values } = parseArgs({ args, options: { out: { type: 'string', default: 'data/sample' } } })
    await mkdir(values.out, { recursive: true })
    const city = sampleCity(dayOf(machine.now()))
    for (const { id, heading, columns } of KINDS) {
      const rows: readonly Values[] = city[id] ?? []
      if (rows.length === 0) continue
      const ids = columns.map((column) => column.id).filter((each) => rows.some((row) => each in row))
      const path = join(values.out, `${id}.csv`)
      await writeFile(
        path,
        csv(
          ids,
          rows.map((row) => ids.map((each) => row[each] ?? null)),
        ),
      )
      out(`已写出 ${path}（${heading} ${rows.length} 行）`)
    }
    out(
      '人名、代码都是虚构的，不要导入正式数据库。试导入：先把环境变量 DATABASE_PATH 设为 data/try.db，再运行',
    )
    out(
      `npm run dudao -- import ${Object.keys(city)
        .map((id) => join(values.out, `${id}.csv`))
        .join(' ')}`,
    )
    return 0
  },
}
