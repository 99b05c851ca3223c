import type { Day } from '#src/domain/day.ts'
import type { StudentNumber } from '#src/domain/records.ts'
import { latest } from './view/spans.ts'
import type { View } from './view/view.ts'

/** The students of a place by its latest count. */
export type Counted = {
  asOf: Day
  count: number
  /** Kindergartens and a stage of compulsory education are in it: other stages that it lacks have no students. */
  isWhole: boolean
}

export type StudentsOf = (place: string) => Counted | undefined

/** Only the rows of the latest day count (C9.1). */
export function studentsByPlace({ records }: View): StudentsOf {
  const byPlace = Map.groupBy(records.studentNumbers, ({ place }) => place)
  return (place) => {
    const rows = byPlace.get(place)
    return rows && countedOn(latest(rows.map(({ asOf }) => asOf))!, rows)
  }
}

function countedOn(asOf: Day, rows: readonly StudentNumber[]): Counted {
  const latestRows = rows.filter((row) => row.asOf === asOf)
  const stages = new Set(latestRows.map(({ stage }) => stage))
  return {
    asOf,
    count: latestRows.reduce((sum, { count }) => sum + count, 0),
    isWhole: stages.has('kindergarten') && (stages.has('primary') || stages.has('junior')),
  }
}
