import type { FindingHeard } from './understanding.ts'

/** A term (a deadline or a severity) said in a clause of its own, after the `at`-th finding of the message. */
export type Term<T> = { value: T; at: number; scope: 'since' | 'all' | 'forward' | 'last' }

/**
 * Which findings a term holds for: those since the one before it; all, where 都 says so; those to come, where none has
 * been told yet or a colon follows.
 */
function held<T>(terms: readonly Term<T>[], index: number): T | undefined {
  const all = terms.find(({ scope }) => scope === 'all')
  const back = terms.find(({ at, scope }, i) => {
    const from = scope === 'last' ? at - 1 : (terms[i - 1]?.at ?? 0)
    return scope !== 'forward' && index >= from && index < at
  })
  const forward = terms.findLast(({ at, scope }) => scope === 'forward' && index >= at)
  return (back ?? forward ?? all)?.value
}

/** A due day as its words tell it, or leave it open. */
export type DueHeard = Pick<FindingHeard, 'due' | 'dueOpen'>

/** Whether words were said of it, even such as leave it open. */
export const isDueTold = ({ due, dueOpen }: DueHeard): boolean => due !== null || dueOpen !== undefined

/** Gives each finding the terms that hold for it; what a finding says of itself stays. */
export function withTerms(
  findings: readonly FindingHeard[],
  dues: readonly Term<DueHeard>[],
  severities: readonly Term<FindingHeard['severity']>[],
): FindingHeard[] {
  return findings.map((finding, i) => {
    const told = held(severities, i)
    const keeps = finding.severity?.from === 'stated' && told?.value !== 'urgent'
    const severity = keeps ? finding.severity : (told ?? finding.severity)
    return { ...finding, ...(isDueTold(finding) ? {} : held(dues, i)), severity }
  })
}
