import type { FindingHeard, Understanding, VisitHeard } from '#src/language/understanding.ts'

/** A finding in one line: 灭火器过期 !serious →2025-11-21. A severity that only the lexicon implies has a question mark. */
const findingLine = ({ text, severity, due }: FindingHeard): string =>
  [text, severity && `!${severity.value}${severity.from === 'lexicon' ? '?' : ''}`, due && `→${due}`]
    .filter(Boolean)
    .join(' ')

/** A visit in one line: S01 2025-11-17 pm | finding | finding. */
export const visitLine = ({ school, date, part, noIssue, findings }: VisitHeard): string =>
  [
    [school?.candidates.join('/') ?? '-', date ?? '-', part, noIssue && '无问题'].filter(Boolean).join(' '),
    ...findings.map(findingLine),
  ].join(' | ')

/** What was understood, with visits in one line each. */
export function shown(understood: Understanding): string[] {
  if (understood.intent === 'log_visit') return understood.visits.map(visitLine)
  if (understood.intent === 'report_urgent') return [`急 ${visitLine(understood.visit)}`]
  return [understood.intent]
}
