import type { Training } from '#src/domain/records.ts'

/** Hours are printed in steps of a half: halves are whole numbers. */
const halves = ({ hours }: Training): number => Math.round(hours * 2)

/** The hours of all of these, as printed. */
export const hoursOf = (rows: readonly Training[]): number =>
  rows.reduce((sum, row) => sum + halves(row), 0) / 2

/**
 * Half hours that count: of rows which share a day, directly or through others, the largest once, unless the office has
 * seen that a row is an event of its own (C11.1).
 */
export function halvesOf(rows: readonly Training[]): number {
  let sum = 0
  let group: { until: string; largest: number } | undefined
  for (const row of rows.toSorted((a, b) => (a.startOn < b.startOn ? -1 : 1))) {
    if (row.notDuplicate) sum += halves(row)
    else if (group && row.startOn <= group.until) {
      sum += Math.max(0, halves(row) - group.largest)
      group = {
        until: row.endOn > group.until ? row.endOn : group.until,
        largest: Math.max(group.largest, halves(row)),
      }
    } else {
      sum += halves(row)
      group = { until: row.endOn, largest: halves(row) }
    }
  }
  return sum
}
