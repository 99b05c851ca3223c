import type { Records } from '#src/domain/records.ts'
import type { Check } from './check.ts'

type Kinds = readonly (keyof Records)[]

/** Who is an inspector on a day. */
const INSPECTORS: Kinds = ['inspectors', 'appointments', 'people']
/** Who is responsible for which school. */
const ASSIGNED: Kinds = [...INSPECTORS, 'assignments', 'schools']
const VISITED: Kinds = ['schools', 'teachingCalendar', 'holidays', 'visits']

/** What each check reads besides places and settings: a question in chat loads that and no more. */
const READS: Record<string, Kinds> = {
  'C1.1': ['seatList', 'committeeSeats'],
  'C2.1': ['posts'],
  'C3.1': ['meetings', 'holidays'],
  'C3.2': ['documents'],
  'C3.3': ['documents'],
  'C3.4': ['memberTasks'],
  'C4.1': ['supervisions'],
  'C4.2': ['supervisions'],
  'C5.1': ASSIGNED,
  'C5.2': ASSIGNED,
  'C5.3': VISITED,
  'C5.3b': VISITED,
  'C5.4': ['schools', 'principalTerms', 'supervisions'],
  'C5.5': ['schools', 'supervisions'],
  'C5.6': [...ASSIGNED, ...VISITED, 'principalTerms', 'supervisions'],
  'C5.7': ['documents'],
  'C6.1': ['monitoringReports'],
  'C7.1': ['commendations'],
  'C7.2': ['supervisions', 'holidays'],
  'C7.3': ['schools', 'cases', 'holidays'],
  'C8.1': ['interviews', 'holidays'],
  'C8.2': ['interviews', 'holidays'],
  'C8.3': ['interviews'],
  'C8.4': ['accountability', 'holidays'],
  'C9.1': [...INSPECTORS, 'studentNumbers'],
  'C9.2': INSPECTORS,
  'C10.1': INSPECTORS,
  'C10.2': INSPECTORS,
  'C10.3': INSPECTORS,
  'C10.4': [...INSPECTORS, 'holidays'],
  'C10.5': INSPECTORS,
  'C10.6': [...ASSIGNED, 'principalTerms'],
  'C11.1': [...INSPECTORS, 'training'],
  'C11.3': [...INSPECTORS, 'exitGrounds'],
  'C11.4': ['studios', 'budgets'],
  'C12.1': ['budgets'],
  'C12.2': ['documents'],
  'C12.3': [...INSPECTORS, 'claims'],
  'C14.1': ['documents'],
}

/** The kinds of records that these checks read. A check without an entry is a defect. */
export function readsOf(checks: readonly Check[]): ReadonlySet<keyof Records> {
  return new Set(
    checks.flatMap(({ id }) => {
      const kinds = READS[id]
      if (!kinds) throw new Error(`reads.ts does not say what ${id} reads`)
      return kinds
    }),
  )
}
