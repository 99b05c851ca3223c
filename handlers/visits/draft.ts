import { dayOffHint, visitCard, type VisitShown } from '#cards/visit.ts'
import { openCasesAt, type Case } from '#db/cases.ts'
import { photosOf } from '#db/photos.ts'
import { inspectorsOf } from '#db/people.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { Visit } from '#db/visits.ts'
import { daysBetween, type Day } from '#src/domain/day.ts'
import { INSPECTOR_ROLES, OFFICE_ROLES, type Person } from '#src/domain/person.ts'
import { PART_NAMES, type Part, type Role, type SchoolCode, type Severity } from '#src/domain/words.ts'
import type { FindingHeard } from '#src/language/understanding.ts'
import { defaultDue, LATE_ENTRY_DAYS, LONGEST_PERIOD_DAYS } from '#src/policy/periods.ts'
import { roleFor } from '#src/policy/permission.ts'
import { isWorkingDay, provisionalNote } from '#src/policy/working-days.ts'
import type { Context, School } from '../context.ts'
import { card, type Post } from '../plan.ts'
import { nameOf } from '../show.ts'

export const visitSubject = (id: string): string => `visit:${id}`

/** Part of the day when it was not said: from the hour of the message if the visit is today, else the whole day. */
export const defaultPart = (onDay: Day, today: Day, hour: number): Part =>
  onDay !== today ? 'full' : hour < 13 ? 'am' : hour < 18 ? 'pm' : 'evening'

/** What is only advised on the spot, or needs a section first, has no due date for the school. */
const hasDue = (severity: Severity) => severity !== 'minor' && severity !== 'complex'

/** A finding as it will be saved: what was said, and defaults that the card marks. */
export function draftFinding(heard: FindingHeard, today: Day): DraftFinding {
  const severity = heard.severity?.value ?? 'general'
  const due = hasDue(severity) ? (heard.due ?? defaultDue(severity, today)) : null
  return {
    text: heard.text,
    matter: heard.matter,
    severity,
    severityDefault: heard.severity === null,
    due,
    dueDefault: due !== null && heard.due === null,
  }
}

/** Changes the severity, and the due date where it was only a default. */
export function withSeverity(finding: DraftFinding, severity: Severity, today: Day): DraftFinding {
  const due = hasDue(severity)
    ? finding.dueDefault || !finding.due
      ? defaultDue(severity, today)
      : finding.due
    : null
  return { ...finding, severity, severityDefault: false, due, dueDefault: due !== null && finding.dueDefault }
}

/** Blanks and signs aside, the same words are the same finding. */
export const findingKey = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()

/** The office did not let it out: the same finding may be proposed again under its number (policy.md 3.2). */
export const isSentBack = (each: Case): boolean => each.state === 'recorded' && each.notice !== null

/**
 * Marks the findings that an open case at the school already carries: they are joined, not opened twice. Nor is what was
 * said twice.
 */
export async function joinOpenCases(
  ctx: Context,
  school: SchoolCode | null,
  findings: readonly DraftFinding[],
): Promise<DraftFinding[]> {
  const keys = findings.map((each) => findingKey(each.text))
  const plain = findings
    .filter((_, i) => keys.indexOf(keys[i] as string) === i)
    .map(({ joins: _, ...rest }): DraftFinding => rest)
  if (school === null || plain.length === 0) return plain
  const running = (await openCasesAt(ctx.db, school)).filter((each) => !isSentBack(each))
  const open = new Map(running.map((each) => [each.findingKey, each.id]))
  return plain.map((finding) => {
    const joins = open.get(findingKey(finding.text))
    return joins ? { ...finding, joins } : finding
  })
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

/** The card of a draft, to the inspector who wrote it. */
export async function draftCard(
  ctx: Context,
  visit: Visit,
  extraHints: readonly string[] = [],
): Promise<Post> {
  const photos = await photosOf(ctx.db, visitSubject(visit.id))
  const hints = [...extraHints, ...(await hintsOf(ctx, visit, photos.length))]
  return card(ctx.me.userid, visitSubject(visit.id), visitCard(showVisit(ctx, visit, hints)))
}

export function showVisit(ctx: Context, visit: Visit, hints: string[]): VisitShown {
  return {
    id: visit.id,
    seq: visit.seq,
    school: visit.school ? { name: ctx.roster.school(visit.school).name } : null,
    candidates: visit.candidates.map((code) => ctx.roster.school(code)),
    onDay: visit.onDay ?? ctx.today,
    dayDefault: visit.dayDefault,
    part: visit.part ?? 'full',
    partDefault: visit.partDefault,
    methods: visit.methods,
    findings: visit.findings,
    today: ctx.today,
    hints,
  }
}

/** Lines on the card that inform and do not hold anybody up. */
async function hintsOf(ctx: Context, visit: Visit, photos: number): Promise<string[]> {
  const onDay = visit.onDay ?? ctx.today
  const hints: string[] = []
  if (!isWorkingDay(ctx.workingDays, onDay)) hints.push(dayOffHint(onDay))
  if (daysBetween(onDay, ctx.today) > LATE_ENTRY_DAYS) hints.push('补录')
  if (visit.school) hints.push(...(await schoolHints(ctx, visit.school)))
  return [...hints, ...findingHints(ctx, visit.findings, photos)]
}

async function schoolHints(ctx: Context, code: SchoolCode): Promise<string[]> {
  const school = ctx.roster.school(code)
  const object = { school: code, county: school.county }
  if (roleFor(ctx.me, 'log_visit', object)) return []
  const [inspector] = await inspectorsOf(ctx.db, code, ctx.today)
  return [
    inspector
      ? `${school.name}的责任督学是${await nameOf(ctx, inspector.userid)}，您以代督导身份记录`
      : `${school.name}还没有责任督学，您以代督导身份记录`,
  ]
}

function findingHints(ctx: Context, findings: readonly DraftFinding[], photos: number): string[] {
  const hints: string[] = []
  const dues = findings.flatMap((finding) => (finding.due ? [finding.due] : []))
  const wantsPhoto = findings.some((each) => each.matter === 'safety' || each.matter === 'canteen_health')
  if (findings.some((each) => each.severity === 'serious')) hints.push('严重问题经督导办同意后下发')
  if (findings.some((each) => /消防通道|安全出口|疏散通道/.test(each.text)))
    hints.push('消防通道建议当日清理')
  if (dues.some((due) => daysBetween(ctx.today, due) > LONGEST_PERIOD_DAYS))
    hints.push(`期限超过${LONGEST_PERIOD_DAYS}天`)
  if (photos > 0) hints.push(`照片 ${photos} 张`)
  else if (wantsPhoto) hints.push('请补照片，可在7天内直接发来')
  const provisional = provisionalNote(ctx.workingDays, ...dues)
  return provisional ? [...hints, provisional] : hints
}

export const halfDay = (visit: Visit): string => PART_NAMES[visit.part ?? 'full']
