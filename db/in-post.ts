import { sql } from 'drizzle-orm'
import { assignments, people } from './schema/roster.ts'

/** The day that a prepared statement is asked for. */
export const TODAY = sql.placeholder('today')

/** On file, not suspended, and not after his last day (policy.md 8.9). */
export const inPost = sql`${people.withdrawn} = 0 and ${people.suspendedAt} is null and (${people.leftOn} is null or ${people.leftOn} >= ${TODAY})`

/** Who has said that he is leaving gets nothing new until the office has decided. */
export const isNotLeaving = sql`not exists (select 1 from proposals p
  where p.kind = 'leave_post' and p.subject = 'person:' || ${people.userid} and p.state = 'asked')`

/**
 * An assignment that holds today: a row between its days, or the people file's shorthand as long as no row of the pair has
 * begun. Once one has, only rows count, ended ones too.
 */
export const isAssigned = sql`${assignments.withdrawn} = 0 and ${assignments.fromOn} <= ${TODAY}
  and (${assignments.toOn} is null or ${assignments.toOn} >= ${TODAY})
  and (${assignments.fromOn} > '' or not exists (select 1 from assignments begun
    where begun.inspector = ${assignments.inspector} and begun.school = ${assignments.school}
      and begun.from_on > '' and begun.from_on <= ${TODAY} and begun.withdrawn = 0))`
