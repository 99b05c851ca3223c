import type { Budget } from '#src/domain/records.ts'

/** What the rows of a budget come to, in yuan; null where there is no row. */
export function amountOf(rows: readonly Budget[]): number | null {
  if (rows.length === 0) return null
  const scale = 10 ** Math.max(...rows.map(({ amount }) => decimalsOf(amount)))
  return rows.reduce((sum, { amount }) => sum + Math.round(amount * scale), 0) / scale
}

/** 0.1 and 0.2 yuan are 0.3: they are added as whole numbers of the smallest part. */
const decimalsOf = (amount: number): number => String(amount).split('.')[1]?.length ?? 0
