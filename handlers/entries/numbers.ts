import { recordId, type RecordKind } from '#db/filing.ts'
import { draw } from '#db/numbers.ts'
import { recordOf } from '#db/on-file.ts'
import type { Write } from '#db/store.ts'
import type { Context } from '../context.ts'

/** The next number of a series that no file has brought, and the record's id under it. */
export async function freeNumber(
  ctx: Context,
  kind: RecordKind,
  nameOf: (n: number) => string,
  series: string,
): Promise<{ no: string; id: string; writes: Write[] }> {
  for (let count = 1; ; count++) {
    const drawn = await draw(ctx.db, series, count)
    const no = nameOf(drawn.n.at(-1) as number)
    const id = recordId(kind, [no])
    if (!(await recordOf(ctx.db, kind, id))) return { no, id, writes: drawn.writes }
  }
}
