import type { FindingHeard } from '../understanding.ts'

/**
 * A term (a deadline or a severity) said in a clause of its own, after the `at`-th finding of the message. `from`: behind
 * so many findings another was said, which closed what was told till then.
 */
export type Term<T> = { value: T; at: number; scope: 'since' | 'all' | 'forward' | 'last'; from?: number }

/**
 * Which findings a term holds for: those since the one before it; all, where 都 says so; those to come, where none has
 * been told yet or a colon follows. `passes`: whether one said of those since the one before it passes a finding over.
 */
export function held<T>(
  terms: readonly Term<T>[],
  index: number,
  passes: (from: number, to: number) => boolean = () => false,
): T | undefined {
  const all = terms.find(({ scope }) => scope === 'all')
  const startOf = (i: number): number =>
    terms[i]!.scope === 'last' ? terms[i]!.at - 1 : Math.max(terms[i]!.from ?? 0, terms[i - 1]?.at ?? 0)
  const back = terms.find(
    ({ at, scope }, i) =>
      scope !== 'forward' &&
      index >= startOf(i) &&
      index < at &&
      !(scope === 'since' && passes(startOf(i), at)),
  )
  const forward = terms.findLast(({ at, scope }) => scope === 'forward' && index >= at)
  return (back ?? forward ?? all)?.value
}

/** A due day as its words tell it, or leave it open. */
export type DueHeard = Pick<FindingHeard, 'due' | 'dueOpen'>

/** Whether words were said of it, even such as leave it open. */
export const isDueTold = ({ due, dueOpen }: DueHeard): boolean => due !== null || dueOpen !== undefined

/** What was told in the order told, with the terms that name no finding. */
type Told = {
  findings: readonly FindingHeard[]
  dues: readonly Term<DueHeard>[]
  severities: readonly Term<FindingHeard['severity']>[]
  atOnce: ReadonlySet<FindingHeard>
}

/** A danger that is called 严重 or 急 stays the gravest. */
function graver(
  own: FindingHeard['severity'],
  told: FindingHeard['severity'] | undefined,
): FindingHeard['severity'] {
  const isDanger = own?.value === 'urgent' && told?.value === 'serious'
  return isDanger ? { value: 'urgent', from: told!.from } : (told ?? own)
}

/** Gives each finding the terms that hold for it; what a finding says of itself stays. */
export function withTerms({ findings, dues, severities, atOnce }: Told): FindingHeard[] {
  return findings.map((finding, i) => {
    // 立即整改，三天内到位 is for the same; what was told after it has a day of its own.
    const passes = (from: number, to: number): boolean =>
      atOnce.has(finding) && findings.slice(from, to).some((each) => !atOnce.has(each))
    const told = held(severities, i)
    const keeps = finding.severity?.from === 'stated' && told?.value !== 'urgent'
    const severity = keeps ? finding.severity : graver(finding.severity, told)
    return { ...finding, ...(isDueTold(finding) ? {} : held(dues, i, passes)), severity }
  })
}
