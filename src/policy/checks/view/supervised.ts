import type { Supervision } from '#src/domain/records.ts'

/** The formal supervisions of a school or a place, of one type of target. */
export type Supervised = (target: string) => readonly Supervision[]

export function supervisedBy(
  rows: readonly Supervision[],
  concerns: (row: Supervision) => boolean,
): Supervised {
  const byTarget = new Map<string, Supervision[]>()
  for (const row of rows.filter(concerns))
    for (const target of new Set(row.targets)) {
      const found = byTarget.get(target)
      if (found) found.push(row)
      else byTarget.set(target, [row])
    }
  return (target) => byTarget.get(target) ?? []
}
