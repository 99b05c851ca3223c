import { allCases, casesNumbered, type Case } from '#db/cases.ts'
import { change, create } from '#db/history.ts'
import { numbers } from '#db/schema/machine.ts'
import { cases } from '#db/schema/loop.ts'
import { insertNew, type Write } from '#db/store.ts'
import { defaultRequirement } from '#handlers/notices/issue.ts'
import { findingKey } from '#handlers/visits/open-cases.ts'
import type { CaseId, SchoolCode, VisitId } from '#src/domain/words.ts'
import { caseStateOf } from '#src/policy/checks/case-state.ts'
import type { CaseState } from '#src/policy/states.ts'
import type { Value } from '../cells.ts'
import type { Values } from '../parse.ts'
import { follow, open, papersOf, type Paper } from './case-papers.ts'
import { fieldOf, type Around, type Row, type Rows, type Shelf } from './shelf.ts'

/** A case with the notice that carries it. */
type CaseRow = Case & { paper: Paper | null }

// Said anew by every file; the rest is told by what else it says.
const AS_WRITTEN = [
  'found_on',
  'severity',
  'description',
  'issued_on',
  'due_on',
  'acknowledged_on',
  'report_on',
  'reinspected_on',
  'verdict',
  'closed_on',
  'origin',
  'matter',
]

const WRITTEN = [...AS_WRITTEN, 'school', 'inspector', 'requirement', 'round', 'resolved_by_section']

/** 整改台账: the cases of files beside those of chat, under their numbers, each in the state that its dates tell. */
export const caseShelf: Shelf = {
  async onFile(db, rows) {
    const nos = rows?.map(({ key }) => key)
    const found = nos ? await casesNumbered(db, nos) : await allCases(db)
    const papers = await papersOf(db, found)
    return new Map(
      found.map((row) => [row.id, { ...row, paper: (row.notice && papers.get(row.notice)) ?? null }]),
    ) as Rows
  },
  written: (row) => ({
    ...Object.fromEntries(WRITTEN.map((id) => [id, (row[fieldOf(id)] ?? null) as Value])),
    no: row['id'] as string,
    withdrawn: row['state'] === 'withdrawn',
  }),
  wanted(values, before, around) {
    const old = before as CaseRow | undefined
    const row = { ...said(values), ...told(values, old, around) }
    return { ...row, state: stateOf(values, { ...(old ?? newCase(row)), ...row }, old) }
  },
  add(row, by) {
    const { paper: _, ...fresh } = newCase(row) as CaseRow
    const drawn = /^Z-(\d+)$/.exec(fresh.id)
    // A number of our own series is never drawn again.
    const taken: Write[] = drawn ? [insertNew(numbers, { series: 'Z', n: Number(drawn[1]) })] : []
    const opened = open(fresh, by)
    return [
      ...taken,
      ...create(cases, { ...fresh, notice: opened.notice }, { ...by, kind: 'case.file' }),
      ...opened.writes,
    ]
  },
  change(_, changes, before, by) {
    const { paper, ...row } = before as CaseRow
    const next = { ...row, ...changes } as Case
    const followed = follow(paper, next, { moved: 'state' in changes, by })
    const patch = followed.notice === row.notice ? changes : { ...changes, notice: followed.notice }
    return [...change(cases, row, patch, { ...by, kind: 'case.file' }), ...followed.writes]
  },
}

const said = (values: Values): Row =>
  Object.fromEntries(AS_WRITTEN.filter((id) => id in values).map((id) => [fieldOf(id), values[id]]))

/** What a file may leave open. */
function told(values: Values, old: Case | undefined, { countyOf, inspectorOf }: Around): Row {
  const school = values['school'] as SchoolCode
  const description = values['description'] as string
  const requirement = 'requirement' in values ? values['requirement'] : old?.requirement
  return {
    id: values['no'],
    school,
    county: countyOf(school),
    inspector: values['inspector'] ?? old?.inspector ?? inspectorOf(school),
    findingKey: old?.description === description ? old.findingKey : findingKey(description),
    requirement: requirement ?? defaultRequirement(description),
    round: values['round'] ?? old?.round ?? 1,
    ...('resolved_by_section' in values && { resolvedBySection: values['resolved_by_section'] === true }),
  }
}

/** A case of chat may be further than its dates tell: it moves only where the file tells other dates. */
function stateOf(values: Values, row: Case, old: Case | undefined): CaseState {
  const wasWithdrawn = old?.state === 'withdrawn'
  if ('withdrawn' in values ? values['withdrawn'] === true : wasWithdrawn) return 'withdrawn'
  const state = caseStateOf(row)
  return old && !wasWithdrawn && caseStateOf(old) === state ? old.state : state
}

const newCase = (row: Row): Case => ({
  matter: null,
  issuedOn: null,
  dueOn: null,
  acknowledgedOn: null,
  reportOn: null,
  reinspectedOn: null,
  verdict: null,
  closedOn: null,
  origin: null,
  resolvedBySection: false,
  ...(row as Pick<
    Case,
    | 'state'
    | 'school'
    | 'county'
    | 'inspector'
    | 'foundOn'
    | 'severity'
    | 'description'
    | 'findingKey'
    | 'requirement'
    | 'round'
  >),
  id: row['id'] as CaseId,
  seq: 1,
  since: 0 as Case['since'],
  visit: '' as VisitId,
  notice: null,
  extensions: 0,
  measures: null,
  verdictNote: null,
  verdictMode: null,
  section: null,
  answerBy: null,
  answer: null,
  clockStoppedOn: null,
  filed: true,
})
