import type { Day } from '#src/domain/day.ts'
import type { Counts, DraftFinding } from '#src/domain/visit.ts'
import type { Method, Part, SchoolCode, Severity } from '#src/domain/words.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button } from './card.ts'
import type { OpenShown } from './open-items.ts'

/** The sender's words that each value was read from; null where none of them said it. */
export type SaidWords = {
  school: string | null
  day: string | null
  part: string | null
  due(on: Day): string | null
  severity(value: Severity): string | null
  /** That nothing was found. */
  noIssue: string | null
}

/** A draft as its card shows it: names in place of codes. */
export type VisitShown = {
  id: string
  seq: number
  school: { name: string } | null
  candidates: { code: SchoolCode; name: string; county: string | null }[]
  onDay: Day
  dayDefault: boolean
  part: Part
  partDefault: boolean
  methods: Method[]
  counts?: Counts
  findings: DraftFinding[]
  today: Day
  said?: SaidWords
  /** Lines of their own: 补录, day off, substitute, provisional dates. */
  hints: string[]
  /** He would have to leave this school to others, and no office has given him leave. */
  recused: boolean
  /** What is open at the school. */
  open: OpenShown[]
  /** Another inspector who recorded a visit to the school on that day. */
  colleague: Colleague | null
}

export type Colleague = { visit: string; name: string; no: string; part: Part }

export const visitButton = (visit: VisitShown, label: string, act: Act, arg?: string): Button => ({
  label,
  action: encodeAction({ act, id: visit.id, seq: visit.seq, ...(arg === undefined ? {} : { arg }) }),
})
