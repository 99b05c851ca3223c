import type { Day } from '#src/domain/day.ts'
import type { Matter, SchoolCode, Severity, UserId } from '#src/domain/words.ts'
import { overdueDays } from './periods.ts'
import { isEnded, type CaseState } from './states.ts'

/** A case as far as a list of cases tells them apart. */
export type CaseFacts = {
  school: SchoolCode
  inspector: UserId
  state: CaseState
  severity: Severity
  matter: Matter | null
  foundOn: Day
  dueOn: Day | null
  clockStoppedOn: Day | null
  closedOn: Day | null
}

/** Which cases are wanted; what is empty or null narrows nothing. */
export type Wanted = {
  about: 'found' | 'open' | 'overdue' | 'closed'
  period: { from: Day; to: Day } | null
  state: CaseState | null
  severities: readonly Severity[]
  matters: readonly Matter[]
  inspectors: readonly UserId[]
}

/** Whether a case is among those wanted. What was withdrawn should never have been there, and is in no list. */
export function isWanted(each: CaseFacts, wanted: Wanted, today: Day): boolean {
  const { period, severities, matters, inspectors, state } = wanted
  const told = wanted.about === 'closed' ? each.closedOn : each.foundOn
  return (
    each.state !== 'withdrawn' &&
    stands(each, wanted.about, today) &&
    (state === null || each.state === state) &&
    (period === null || (told !== null && period.from <= told && told <= period.to)) &&
    (severities.length === 0 || severities.includes(each.severity)) &&
    (matters.length === 0 || (each.matter !== null && matters.includes(each.matter))) &&
    (inspectors.length === 0 || inspectors.includes(each.inspector))
  )
}

function stands(each: CaseFacts, about: Wanted['about'], today: Day): boolean {
  switch (about) {
    case 'found':
      return true
    case 'open':
      return !isEnded(each)
    case 'overdue':
      return overdueDays(each, today) > 0
    case 'closed':
      return each.state === 'closed'
  }
}

/** How a list stands: how many are closed, still open, and of these overdue. */
export const standing = (cases: readonly CaseFacts[], today: Day) => ({
  open: cases.filter((each) => !isEnded(each)).length,
  overdue: cases.filter((each) => overdueDays(each, today) > 0).length,
  closed: cases.filter((each) => each.state === 'closed').length,
})
