import { daysBetween, type Day } from '#src/domain/day.ts'
import type { Severity } from '#src/domain/words.ts'
import { LONGEST_PERIOD_DAYS } from './periods.ts'

type Finding = { severity: Severity; due: Day | null }

export const isTooLong = ({ due }: Finding, today: Day): boolean =>
  due !== null && daysBetween(today, due) > LONGEST_PERIOD_DAYS

/**
 * What goes to the school only with the county office's approval: serious findings, long periods (policy.md 3.2), and where
 * the county has settled so, general ones (8.6). What is urgent never waits.
 */
export function needsApproval(finding: Finding, today: Day, generalToo: boolean): boolean {
  if (finding.severity === 'serious') return true
  return finding.severity === 'general' && (generalToo || isTooLong(finding, today))
}

/** Why it waits, as the office reads it. */
export function approvalReason(finding: Finding, today: Day): string {
  if (finding.severity === 'serious') return '严重问题'
  return isTooLong(finding, today) ? `期限超过${LONGEST_PERIOD_DAYS}天` : '一般问题'
}
