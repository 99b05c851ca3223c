import type { DraftFinding } from '#src/domain/visit.ts'
import type { Visit } from '#db/visits.ts'
import type { Day } from '#src/domain/day.ts'
import { INSPECTOR_ROLES, OFFICE_ROLES, type Person } from '#src/domain/person.ts'
import { PART_NAMES, type Part, type Role, type SchoolCode, type Severity } from '#src/domain/words.ts'
import type { FindingHeard } from '#src/language/understanding.ts'
import { roleFor } from '#src/policy/permission.ts'
import { defaultDue } from '#src/policy/periods.ts'
import type { Context, School } from '../context.ts'

export const visitSubject = (id: string): string => `visit:${id}`

/** Part of the day when it was not said: from the hour of the message if the visit is today, else the whole day. */
export const defaultPart = (onDay: Day, today: Day, hour: number): Part =>
  onDay !== today ? 'full' : hour < 13 ? 'am' : hour < 18 ? 'pm' : 'evening'

/** What is only advised on the spot, or needs a section first, has no due date for the school. */
const hasDue = (severity: Severity) => severity !== 'minor' && severity !== 'complex'

/** A finding as it will be saved: what was said, and defaults that the card marks. */
export function draftFinding(heard: FindingHeard, today: Day): DraftFinding {
  const severity = heard.severity?.value ?? 'general'
  const finding = {
    text: heard.text,
    matter: heard.matter,
    severity,
    severityDefault: heard.severity === null,
  }
  if (hasDue(severity) && heard.dueOpen)
    return { ...finding, due: heard.due, dueDefault: false, dueOpen: heard.dueOpen }
  const due = hasDue(severity) ? (heard.due ?? defaultDue(severity, today)) : null
  return { ...finding, due, dueDefault: due !== null && heard.due === null }
}

/** A finding whose due day has been said. */
export function withDue({ dueOpen: _, ...finding }: DraftFinding, due: Day | null): DraftFinding {
  return { ...finding, due, dueDefault: false }
}

/** Changes the severity, and the due date where it was only a default. */
export function withSeverity(finding: DraftFinding, severity: Severity, today: Day): DraftFinding {
  if (finding.dueOpen)
    return { ...(hasDue(severity) ? finding : withDue(finding, null)), severity, severityDefault: false }
  const due = hasDue(severity)
    ? finding.dueDefault || !finding.due
      ? defaultDue(severity, today)
      : finding.due
    : null
  return { ...finding, severity, severityDefault: false, due, dueDefault: due !== null && finding.dueDefault }
}

export const roleToVisit = (ctx: Context, school: School) => {
  const object = { school: school.code, county: school.county }
  return roleFor(ctx.me, 'log_visit', object) ?? roleFor(ctx.me, 'log_substitute_visit', object)
}

/** In which role a person keeps a draft: his first that may log visits at all. */
export const visitorRole = (me: Person): Role =>
  me.roles.find((role) => [...INSPECTOR_ROLES, ...OFFICE_ROLES].includes(role)) ?? 'part_time_inspector'

/** nobody supervises the school that he serves at. */
export const mustRecuse = (ctx: Context, school: SchoolCode): boolean => ctx.me.school === school

export const halfDay = (visit: Visit): string => PART_NAMES[visit.part ?? 'full']
