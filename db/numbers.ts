import { eq, sql } from 'drizzle-orm'
import { once } from './once.ts'
import { numbers } from './schema/machine.ts'
import { insert, type Db, type Write } from './store.ts'

const highest = once((db) =>
  db
    .select({ n: sql<number | null>`max(${numbers.n})` })
    .from(numbers)
    .where(eq(numbers.series, sql.placeholder('series')))
    .prepare(),
)

/** The next number of a series and the write that takes it; whoever loses the race plans again. */
export async function draw(db: Db, series: string, count = 1): Promise<{ n: number[]; writes: Write[] }> {
  const [row] = await highest(db).all({ series })
  const n = Array.from({ length: count }, (_, i) => (row?.n ?? 0) + 1 + i)
  return { n, writes: n.map((each) => insert(numbers, { series, n: each })) }
}
