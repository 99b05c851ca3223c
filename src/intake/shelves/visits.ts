import { change, create } from '#db/history.ts'
import { visits } from '#db/schema/loop.ts'
import { visitsAmong, wholeVisits, type Visit } from '#db/visits.ts'
import type { Day } from '#src/domain/day.ts'
import type { Counts } from '#src/domain/visit.ts'
import type { SchoolCode, VisitId } from '#src/domain/words.ts'
import type { VisitState } from '#src/policy/states.ts'
import type { ParsedRow, Values } from '../parse.ts'
import type { Row, Rows, Shelf } from './shelf.ts'

const NO_COUNTS = {
  lessons: null,
  documents: null,
  meetings: null,
  discussions: null,
  questionnaires: null,
  patrols: null,
}
const COUNTS = Object.keys(NO_COUNTS) as (keyof Counts)[]

/**
 * Visits of files stand beside those of chat. One that is on file from chat is the row of its school, inspector, day and
 * half-day: the first that was recorded, before any draft.
 */
export const visitShelf: Shelf = {
  async onFile(db, rows) {
    if (rows?.length === 0) return new Map()
    const found = rows ? await visitsAmong(db, schoolsIn(rows), ...spanOf(rows)) : await wholeVisits(db)
    return new Map(found.toSorted(lastFirst).map((row) => [keyOfRow(row), row])) as unknown as Rows
  },
  written(row) {
    const { school, inspector, onDay, part, visitType, state, matters, methods, counts, narrative } =
      row as Visit
    const said = { visit_type: visitType, status: state, matters, methods, narrative: narrative || null }
    const key = { school, inspector, visit_date: onDay, part_of_day: part }
    return { ...key, ...said, ...NO_COUNTS, ...counts, withdrawn: state === 'withdrawn' }
  },
  wanted(values, before) {
    const visit = before as Visit | undefined
    return {
      ...who(values),
      visitType: values['visit_type'] ?? (visit && !('visit_type' in values) ? visit.visitType : 'routine'),
      state: stateOf(values, visit?.state),
      counts: countsOf(values, visit?.counts ?? {}),
      ...('matters' in values && { matters: values['matters'] }),
      ...('methods' in values && { methods: values['methods'] }),
      ...('narrative' in values && { narrative: values['narrative'] ?? '' }),
    }
  },
  add: (row, by) => create(visits, newVisit(row, by.at), { ...by, kind: 'visit.file' }),
  change: (_, changes, before, by) => change(visits, before as Visit, changes, { ...by, kind: 'visit.file' }),
}

const who = ({ school, inspector, visit_date: onDay, part_of_day: part }: Values): Row => ({
  school,
  inspector,
  onDay,
  part,
})

/** What is archived has been submitted: the clock archives also what came with a file. */
function stateOf(values: Values, before: VisitState | undefined): VisitState {
  if (values['withdrawn'] === true) return 'withdrawn'
  if (!('status' in values)) return before === undefined || isTakenBack(values, before) ? 'submitted' : before
  const said = (values['status'] ?? 'submitted') as VisitState
  return said === 'submitted' && before === 'archived' ? 'archived' : said
}

// The column says no where the row on file was withdrawn.
const isTakenBack = (values: Values, before: VisitState): boolean =>
  before === 'withdrawn' && 'withdrawn' in values

function countsOf(values: Values, before: Counts): Counts {
  const counts = Object.fromEntries(
    COUNTS.map((name) => [name, name in values ? values[name] : before[name]]),
  )
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== null && n !== undefined))
}

const newVisit = (row: Row, at: Visit['since']): Visit => ({
  narrative: '',
  methods: [],
  matters: [],
  ...(row as Pick<Visit, 'school' | 'inspector' | 'onDay' | 'part' | 'visitType' | 'state' | 'counts'>),
  id: `filed:${keyOfRow(row as Visit).replaceAll('\0', '|')}` as VisitId,
  seq: 1,
  since: at,
  createdAt: at,
  candidates: [],
  dayDefault: false,
  partDefault: false,
  findings: [],
  copy: 0,
  no: null,
  submittedAt: null,
  companions: null,
  followups: null,
  recusalWaived: null,
  signedBy: null,
  signedAt: null,
  amending: null,
  wentInto: null,
  byModel: false,
  filed: true,
})

const keyOfRow = ({ school, inspector, onDay, part }: Visit): string =>
  [school, inspector, onDay, part].join('\0')

const RANK: Record<VisitState, number> = { withdrawn: 0, draft: 1, submitted: 2, archived: 2 }

/** The one that counts comes last, so that it is the one that its key keeps. */
const lastFirst = (a: Visit, b: Visit): number => RANK[a.state] - RANK[b.state] || b.copy - a.copy

const schoolsIn = (rows: readonly ParsedRow[]): SchoolCode[] => [
  ...new Set(rows.map(({ values }) => values['school'] as SchoolCode)),
]

function spanOf(rows: readonly ParsedRow[]): [from: Day, to: Day] {
  const days = rows.map(({ values }) => values['visit_date'] as Day).sort()
  return [days[0] as Day, days.at(-1) as Day]
}
