import { restOfOpen, type OpenShown } from '#cards/open-items.ts'
import { dayOffHint, READ_BY_MODEL, visitCard } from '#cards/visit.ts'
import type { Colleague, VisitShown } from '#cards/visit-shown.ts'
import { openCasesAt } from '#db/cases.ts'
import { photosOf } from '#db/photos.ts'
import { inspectorsOf } from '#db/people.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import { visitsOn, type Visit } from '#db/visits.ts'
import { daysBetween } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { findPrivate } from '#src/language/privacy.ts'
import { LATE_ENTRY_DAYS, LONGEST_PERIOD_DAYS, overdueDays } from '#src/policy/periods.ts'
import { roleFor } from '#src/policy/permission.ts'
import { wantsPhotos } from '#src/policy/photos.ts'
import { isWorkingDay, provisionalNote } from '#src/policy/working-days.ts'
import type { Context } from '../context.ts'
import { card, text, type Post } from '../plan.ts'
import { generalNeedsApproval } from '../settings/general-approval.ts'
import { nameOf } from '../show.ts'
import { mustRecuse, visitSubject } from './draft.ts'
import { isSentBack, joinHints } from './open-cases.ts'
import { hasUnreadWords, saidWords } from './said-words.ts'

/** The card of a draft, to the inspector who wrote it. */
export async function draftCard(
  ctx: Context,
  visit: Visit,
  extraHints: readonly string[] = [],
  /** Pictures that come with this very plan and are not stored yet. */
  arriving = 0,
): Promise<Post> {
  const shown = await showDraft(ctx, visit, extraHints, arriving)
  return card(visit.inspector, visitSubject(visit.id), visitCard(shown))
}

/** The open items of the school that a card has no room for, in full. */
export async function openItemsPost(ctx: Context, visit: Visit): Promise<Post[]> {
  const rest = restOfOpen(await openItems(ctx, visit), ctx.today)
  return rest ? [text(visit.inspector, visitSubject(visit.id), rest)] : []
}

async function showDraft(
  ctx: Context,
  visit: Visit,
  extraHints: readonly string[],
  arriving: number,
): Promise<VisitShown> {
  const photos = (await photosOf(ctx.db, visitSubject(visit.id))).length + arriving
  const hints = [...extraHints, ...(await hintsOf(ctx, visit, photos))]
  return {
    ...showVisit(ctx, visit, hints),
    said: saidWords(ctx, visit),
    recused: visit.school !== null && mustRecuse(ctx, visit.school) && visit.recusalWaived === null,
    open: await openItems(ctx, visit),
    colleague: await colleagueAt(ctx, visit),
  }
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
    counts: visit.counts,
    findings: visit.findings,
    today: ctx.today,
    hints,
    recused: false,
    open: [],
    colleague: null,
  }
}

/** Who else has recorded a visit to this school on this day, the first who did. */
async function colleagueAt(ctx: Context, draft: Visit): Promise<Colleague | null> {
  if (!draft.school || !draft.onDay) return null
  const others = (await visitsOn(ctx.db, draft.school, draft.onDay)).filter(
    (each) => each.inspector !== draft.inspector && !each.companions?.includes(draft.inspector),
  )
  const [first] = others
  if (!first) return null
  const name = await nameOf(ctx, first.inspector)
  return { visit: first.id, name, no: first.no ?? '', part: first.part ?? 'full' }
}

/** What is open at the school, to be looked at again (policy.md 5.1: 上次问题回看). */
export async function openItems(ctx: Context, visit: Visit): Promise<OpenShown[]> {
  if (!visit.school) return []
  const verdicts = new Map((visit.followups ?? []).map((each) => [each.case, each.verdict]))
  return (await openCasesAt(ctx.db, visit.school))
    .filter((each) => !isSentBack(each))
    .map((each) => ({
      no: each.id,
      text: each.description,
      due: each.dueOn,
      state: each.state,
      late: overdueDays(each, ctx.today),
      seen: verdicts.get(each.id) ?? null,
    }))
}

const NO_PROBLEM_HEARD = '没听出问题；有问题请直接说，例如：食堂留样不全'

/** Lines on the card that inform and do not hold anybody up. */
async function hintsOf(ctx: Context, visit: Visit, photos: number): Promise<string[]> {
  const onDay = visit.onDay ?? ctx.today
  const hints: string[] = visit.byModel ? [READ_BY_MODEL] : []
  if (!isWorkingDay(ctx.workingDays, onDay)) hints.push(dayOffHint(onDay))
  if (daysBetween(onDay, ctx.today) > LATE_ENTRY_DAYS) hints.push('补录')
  if (visit.school) hints.push(...(await schoolHints(ctx, visit.school)), ...(await joinHints(ctx, visit)))
  if (hasUnreadWords(ctx, visit)) hints.push(NO_PROBLEM_HEARD)
  hints.push(...privateHints(visit))
  if (visit.recusalWaived) hints.push(`督导办已同意前往（原需回避）：${visit.recusalWaived}`)
  if (visit.school && (await waitsForOffice(ctx, visit))) hints.push('一般问题经督导办同意后下发')
  return [...hints, ...findingHints(ctx, visit.findings, photos)]
}

/** His words stay in the record as he wrote them; whoever else reads of it reads them masked (policy.md 8.10). */
function privateHints({ narrative }: Visit): string[] {
  const found = findPrivate(narrative)
  if (found.length === 0) return []
  return [
    found.some((each) => each.kind === 'name') ? '含学生姓名，仅督导办可见' : '含个人信息，仅督导办可见',
  ]
}

const waitsForOffice = async (ctx: Context, { school, findings }: Visit): Promise<boolean> =>
  findings.some((each) => each.severity === 'general' && !each.joins) &&
  (await generalNeedsApproval(ctx, school && ctx.roster.school(school).county))

async function schoolHints(ctx: Context, code: SchoolCode): Promise<string[]> {
  const school = ctx.roster.school(code)
  const object = { school: code, county: school.county }
  if (mustRecuse(ctx, code) || roleFor(ctx.me, 'log_visit', object)) return []
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
  const wantsPhoto = wantsPhotos(findings)
  if (findings.some((each) => each.severity === 'serious')) hints.push('严重问题经督导办同意后下发')
  if (findings.some((each) => each.severity === 'complex'))
    hints.push('现在有没有现实危险？有请马上回复「急！」和情况')
  if (findings.some((each) => /消防通道|安全出口|疏散通道/.test(each.text)))
    hints.push('消防通道建议当日清理')
  if (dues.some((due) => due < ctx.today)) hints.push('期限已经过了，请先改期限')
  if (dues.some((due) => daysBetween(ctx.today, due) > LONGEST_PERIOD_DAYS))
    hints.push(`期限超过${LONGEST_PERIOD_DAYS}天，经督导办同意后下发`)
  if (photos > 0) hints.push(`照片 ${photos} 张`)
  else if (wantsPhoto) hints.push('请补照片，可在7天内直接发来')
  const provisional = provisionalNote(ctx.workingDays, ...dues)
  return provisional ? [...hints, provisional] : hints
}
