import type { Awaiting } from '#db/schema/machine.ts'
import type { Act } from '#db/history.ts'
import type { Db } from '#db/store.ts'
import type { Day, Instant } from '#src/domain/day.ts'
import type { Person } from '#src/domain/person.ts'
import type { Ids } from '#src/domain/ports.ts'
import type { Role, SchoolCode, Stage } from '#src/domain/words.ts'
import type { Listening } from '#src/language/understanding.ts'
import type { Registry } from '#src/language/schools/registry.ts'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'

export type School = {
  code: SchoolCode
  name: string
  county: string | null
  stage: Stage
  /** Its first day, its last, and who takes over, where the roster says so. */
  openOn?: Day | null
  closedOn?: Day | null
  successor?: SchoolCode | null
}

/** Schools and places as of the last import. */
export type Roster = {
  school(code: SchoolCode): School
  schoolsOf(county: string | null): readonly School[]
  allSchools(): readonly School[]
  /** Those that have closed, or have a day on which they will. */
  closed: readonly School[]
  /** When a place teaches, the earliest semester first; its own calendar or the city's, none where neither is loaded. */
  teaching(place: string | null): readonly TeachingPeriod[]
  /** County-tier places, and the city's own name. */
  counties: readonly string[]
  city: string
}

/** All that a handler may know. It reads through `db`, and has no way to write or send. */
export type Context = {
  db: Db
  now: Instant
  today: Day
  me: Person
  /** Schools by the names that people give them. */
  registry: Registry
  roster: Roster
  workingDays: WorkingDays
  listening: Listening
  ids: Ids
  channel: string
  inGroup: boolean
  /** The group in which it was said. */
  chat?: string
  /** What was said, as it was written; null for a press. */
  words: string | null
  /** The same with pupils and informants masked (policy.md 8.10): all that others may read of it. */
  said: string | null
  /** The question that this person has been asked and not answered. */
  awaiting: Awaiting | null
  /** Ids of the pictures that came with this very message. */
  photos: readonly string[]
  /** The reading was proposed by the model: what is shown of it says so. */
  byModel: boolean
}

/** The head of an event: who does what, in which role, in which words. */
export const act = (ctx: Context, kind: string, role: Role): Act => ({
  kind,
  actor: ctx.me.userid,
  role,
  channel: ctx.channel,
  at: ctx.now,
  words: ctx.words,
})
