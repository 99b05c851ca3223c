import { caseOf } from '#db/cases.ts'
import { entryOf } from '#db/entries.ts'
import { noticeOf, reportOf, requestOf } from '#db/notices.ts'
import { proposalOf } from '#db/proposals.ts'
import type { Db } from '#db/store.ts'
import { visitDays, visitOf } from '#db/visits.ts'
import { unreachable } from '#src/domain/errors.ts'
import type { Condition } from '#src/policy/condition.ts'
import { isStillFound } from '../checks/still-found.ts'

/** Whether what a reminder was written for is still so. */
export async function isStillSo(db: Db, condition: Condition): Promise<boolean> {
  switch (condition.of) {
    case 'case':
      return isCaseStill(db, condition)
    case 'notice':
      return isIn(condition.states, await noticeOf(db, condition.id))
    case 'visit':
      return isIn(condition.states, await visitOf(db, condition.id))
    case 'report':
      return isIn(condition.states, await reportOf(db, condition.id))
    case 'request':
      return isIn(condition.states, await requestOf(db, condition.id))
    case 'proposal':
      return isIn(condition.states, await proposalOf(db, condition.id))
    case 'entry':
      return isIn(condition.states, await entryOf(db, condition.id))
    case 'check':
      return isStillFound(db, condition)
    case 'school':
      return isUnvisited(db, condition)
    default:
      return unreachable(condition)
  }
}

const isIn = (states: readonly string[], row: { state: string } | null): boolean =>
  row !== null && states.includes(row.state)

type Of<K extends Condition['of']> = Extract<Condition, { of: K }>

async function isCaseStill(db: Db, { id, states, due }: Of<'case'>): Promise<boolean> {
  const found = await caseOf(db, id)
  if (!found || !isIn(states, found)) return false
  return due === undefined || (found.dueOn === due && found.clockStoppedOn === null)
}

async function isUnvisited(db: Db, { id, unvisited, required = 1 }: Of<'school'>): Promise<boolean> {
  const days = (await visitDays(db, [id], unvisited.from, unvisited.to)).get(id)
  return new Set(days).size < required
}
