import { amendmentCard, changeLines, changesOf, type Change } from '#cards/amendment.ts'
import { casesFrom } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import { visits } from '#db/schema/loop.ts'
import { recordedFor, visitOf, type Visit } from '#db/visits.ts'
import { dayText } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES } from '#src/domain/person.ts'
import type { Amendment, DraftFinding } from '#src/domain/visit.ts'
import type { ChangeHeard, Understanding } from '#src/language/understanding.ts'
import { AMEND_DAYS } from '#src/policy/periods.ts'
import { isAddressed } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { takeBack } from '../notices/take-back.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { propose } from '../proposals/propose.ts'
import { applyChanges, type Patch } from './apply-changes.ts'
import { changeDraft, draftMeant, NO_DRAFT } from './change.ts'
import { mustRecuse, visitSubject } from './draft.ts'
import { nameOfRecord, recordsSubject } from './record.ts'
import { mayTouch, recordsMeant, type Touch } from './which-record.ts'

/** 「不是三中是四中」 of the draft at hand; 「刚才那条时间写错了，是前天不是昨天」 of a submitted record. */
export async function correctByWords(
  ctx: Context,
  { changes, record, reason }: Extract<Understanding, { intent: 'correct' }>,
): Promise<Plan> {
  const asked =
    record === null && ctx.awaiting?.kind === 'amend' ? await visitOf(ctx.db, ctx.awaiting.visit) : null
  if (asked) return amend(ctx, asked, changes, reason)
  const draft = await draftMeant(ctx, record)
  if (draft) return changeDraft(ctx, changes, draft)
  if (!hasRole(ctx.me, [...INSPECTOR_ROLES, ...OFFICE_ROLES])) return reply(NO_DRAFT)
  const [only, another] = await recordsMeant(ctx, record)
  if (!only) return reply(record ? '没有找到这条记录。请带上编号，例如：章贡-26-0012 改成下午。' : NO_DRAFT)
  if (another)
    return reply(
      `符合的记录不止一条：${nameOfRecord(ctx, only)}、${nameOfRecord(ctx, another)}。请带上编号再说。`,
    )
  return amend(ctx, only, changes, reason)
}

/** Old and new go on a card; who may not put it right himself any more puts it to the office (policy.md 3.1). */
async function amend(
  ctx: Context,
  visit: Visit,
  changes: readonly ChangeHeard[],
  reason: string | null,
): Promise<Plan> {
  const touch = mayTouch(ctx, visit, AMEND_DAYS)
  if (!touch || visit.state !== 'submitted') return refused(NOT_YOURS)
  if (changes.length === 0) return askWhat(ctx, visit)
  const pending = { ...visit, ...visit.amending?.after }
  const patch = applyChanges(ctx, pending, changes)
  const after = { ...visit.amending?.after, ...amendmentIn(patch) }
  const moved = await noticeToMove(ctx, visit, after)
  if (moved) return takeBack(ctx, moved, reason, after.school)
  const hindrance = (await whyNot(ctx, visit, patch, after)) ?? (await whyNotice(ctx, visit, after))
  if (hindrance) return reply(hindrance)
  const why = reason ?? visit.amending?.reason ?? null
  return why === null ? askReason(ctx, visit, after) : offer(ctx, visit, after, why, touch)
}

/** The answer to the question for a reason. */
export async function amendFor(
  ctx: Context,
  id: string,
  after: Amendment,
  reason: string,
): Promise<Plan | null> {
  const visit = await visitOf(ctx.db, id)
  const touch = visit && mayTouch(ctx, visit, AMEND_DAYS)
  return visit?.state === 'submitted' && touch && reason ? offer(ctx, visit, after, reason, touch) : null
}

const askWhat = (ctx: Context, visit: Visit): Plan =>
  plan({
    writes: [awaitFrom(ctx.me.userid, { kind: 'amend', visit: visit.id, after: null }, ctx.now)],
    reply: `要改 ${nameOfRecord(ctx, visit)} 的什么？例如：是前天不是昨天 / 改成下午 / 学校改成四中 / 听课改成3节。`,
  })

const askReason = (ctx: Context, visit: Visit, after: Amendment): Plan =>
  plan({
    writes: [awaitFrom(ctx.me.userid, { kind: 'amend', visit: visit.id, after }, ctx.now)],
    reply: `${nameOfRecord(ctx, visit)}\n${changeLines(amendedIn(ctx, visit, after))}\n为什么改？请说明原因，例如：时间记错了。`,
  })

async function offer(
  ctx: Context,
  visit: Visit,
  after: Amendment,
  reason: string,
  touch: Touch,
): Promise<Plan> {
  if (touch.as === 'asker') return proposeAmendment(ctx, visit, after, reason, touch)
  const amending = { after, reason }
  const shown = {
    id: visit.id,
    seq: visit.seq + 1,
    no: visit.no ?? '',
    school: visit.school ? ctx.roster.school(visit.school).name : '',
    changes: amendedIn(ctx, visit, after),
    reason,
  }
  return plan({
    writes: [
      ...change(visits, visit, { amending }, act(ctx, 'visit.amend_draft', touch.role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: [card(ctx.me.userid, recordsSubject(ctx), amendmentCard(shown))],
    settle: [{ subject: recordsSubject(ctx), outcome: '已更新' }],
  })
}

export function proposeAmendment(
  ctx: Context,
  visit: Visit,
  after: Amendment,
  reason: string,
  { role }: Touch,
): Promise<Plan> {
  const changes = amendedIn(ctx, visit, after).map((each) => `${each.name}由${each.old}改为${each.now}`)
  const proposed = {
    kind: 'amend_visit',
    subject: visitSubject(visit.id),
    school: visit.school,
    county: visit.school ? ctx.roster.school(visit.school).county : null,
    what: `更正督导记录 ${nameOfRecord(ctx, visit)}：${changes.join('；')}。`,
    reason,
    detail: { visit: visit.id, after },
  } as const
  return propose(ctx, proposed, role)
}

/** What of a draft's change a record has; the marks of defaults went with 确认. */
function amendmentIn({ after }: Patch): Amendment {
  const { school, onDay, part, methods, counts, narrative, findings } = after
  return Object.fromEntries(
    Object.entries({ school, onDay, part, methods, counts, narrative, findings }).filter(
      ([, value]) => value !== undefined && value !== null,
    ),
  )
}

/** The changes as people read them. */
export function amendedIn(ctx: Context, visit: Visit, after: Amendment): Change[] {
  const { school, onDay, part, methods, counts, narrative, findings } = visit
  if (!school) return []
  const old = {
    school,
    onDay: onDay ?? ctx.today,
    part: part ?? 'full',
    methods,
    counts,
    narrative,
    findings,
  } as const
  return changesOf(old, after, ctx.today, (code) => ctx.roster.school(code).name)
}

/** What stands against it whoever does it. */
async function whyNot(ctx: Context, visit: Visit, patch: Patch, after: Amendment): Promise<string | null> {
  if ('school' in patch.after && !after.school) return patch.hints[0] ?? '是哪所学校？请用学校全名再说一次。'
  if (patch.missed.length > 0) return patch.missed.join('\n')
  if (after.school && visit.inspector === ctx.me.userid && mustRecuse(ctx, after.school))
    return `您在${ctx.roster.school(after.school).name}任职，需回避（教育督导条例第十条），不能改成这所学校。`
  if (after.onDay && after.onDay > ctx.today)
    return `${dayText(after.onDay, ctx.today)}还没到。请说督导是哪天。`
  if (amendedIn(ctx, visit, after).length === 0) return '和原来一样，没有要改的。'
  return whyTaken(ctx, { ...visit, ...after })
}

/** One record per inspector, school, day and half-day holds after an amendment as before it. */
export async function whyTaken(ctx: Context, next: Visit): Promise<string | null> {
  const { inspector, school, onDay, part } = next
  if (!school || !onDay || !part) return null
  const there = await recordedFor(ctx.db, { inspector, school, onDay, part })
  return there && there.id !== next.id && there.copy === next.copy
    ? `这个时段已经有一条记录 ${there.no}，改过来就重复了。如果是记重了，请说：${next.no} 作废，记重了。`
    : null
}

const sameFinding = (a: DraftFinding, b: DraftFinding): boolean =>
  a.text === b.text && a.severity === b.severity && a.due === b.due

/** Whether it changes what the record's cases say; further findings only open more. */
export const changesCases = (visit: Visit, after: Amendment): boolean =>
  (after.school !== undefined && after.school !== visit.school) ||
  (after.findings !== undefined &&
    !visit.findings.every((old) => after.findings!.some((each) => sameFinding(old, each))))

/** Where nothing but the school is wrong, its notice goes to the right one, and takes the record along (policy.md 8.5). */
async function noticeToMove(ctx: Context, visit: Visit, after: Amendment): Promise<Notice | null> {
  if (!after.school || after.school === visit.school || Object.keys(after).length > 1) return null
  const issued = await issuedFrom(ctx, visit)
  return issued?.notice ? noticeOf(ctx.db, issued.notice) : null
}

const issuedFrom = async (ctx: Context, visit: Visit) =>
  (await casesFrom(ctx.db, visit.id)).find((each) => each.notice !== null && isAddressed(each))

/** What has gone out to the school is changed on the notice, not on the record behind it (policy.md 8.5). */
export async function whyNotice(ctx: Context, visit: Visit, after: Amendment): Promise<string | null> {
  if (!changesCases(visit, after)) return null
  return (await issuedFrom(ctx, visit))
    ? `${nameOfRecord(ctx, visit)}已发整改通知，学校和问题不能在记录上直接改。要改通知，请带编号说，例如：章督整1号第一条期限改成下周五；学校错了请说：那个通知学校错了，应该是××。`
    : null
}
