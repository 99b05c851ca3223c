import type { Db } from '#db/store.ts'
import { isEmpty, type Problem } from './parse.ts'
import type { OpenedFile } from './references.ts'
import { SHELVES } from './shelves.ts'
import { fieldOf } from './shelves/shelf.ts'

/** Refuses rows that need a column which their file does not have, unless its value is on file from before. */
export async function refuseUnfilled(db: Db, files: readonly OpenedFile[]): Promise<void> {
  for (const file of files) {
    const absent = file.kind.columns.filter(({ id, neededWhen }) => neededWhen && !file.headings.has(id))
    if (absent.length === 0) continue
    const onFile = await SHELVES[file.kind.id].onFile(db, file.rows)
    file.problems.push(
      ...file.rows.flatMap(({ line, key, values }): Problem[] =>
        absent
          .filter(({ neededWhen: [column, value] = ['', ''] }) => values[column] === value)
          .filter(({ id }) => isEmpty(onFile.get(key)?.[fieldOf(id)] as never))
          .map(({ heading, id }) => ({
            line,
            column: heading,
            message: `这一行需要「${heading}」（${id}），表里没有这一列。请补上这一列。`,
          })),
      ),
    )
  }
}
