import type { Action } from '#cards/action.ts'
import { copyCard } from '#cards/visit.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { eventOf } from '#db/events.ts'
import { inspectorsOf } from '#db/people.ts'
import { draw } from '#db/numbers.ts'
import { visits } from '#db/schema/loop.ts'
import { recordedFor, type Visit } from '#db/visits.ts'
import { dayText, plusMs, yearOf, type Day } from '#src/domain/day.ts'
import { hasRole, OFFICE_ROLES } from '#src/domain/person.ts'
import type { DraftFinding, Followup } from '#src/domain/visit.ts'
import type { Part, SchoolCode } from '#src/domain/words.ts'
import { roleFor } from '#src/policy/permission.ts'
import { PHOTO_DAYS } from '#src/policy/photos.ts'
import { receiptNo, receiptSeries } from '#src/policy/numbering.ts'
import { act, type Context, type School } from '../context.ts'
import { both, card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { openDue } from './choose-due.ts'
import { openFindings } from './findings.ts'
import { draftCard, showVisit } from './draft-card.ts'
import { halfDay, mustRecuse, roleToVisit, visitSubject } from './draft.ts'
import { joinAsShown } from './open-cases.ts'
import { mergeFollowups } from './follow-up.ts'
import { NO_DRAFT, onDraft, openDrafts } from './change.ts'
import { lackingPhotos } from './late-photos.ts'
import { recordPosts } from './sign.ts'

type Ready = Visit & { school: SchoolCode; onDay: Day; part: Part }

/** 确认: the draft becomes a record with a number, its findings start their way. */
export const confirmVisit = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, (draft) => submit(ctx, draft))

/** 另记一次: a second record of the same half-day, on purpose. */
export const confirmCopy = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, async (draft) => {
    if (!isReady(draft)) return askSchool(ctx, draft)
    const last = await recordedFor(ctx.db, draft)
    return submit(ctx, { ...draft, copy: (last?.copy ?? -1) + 1 })
  })

/** An answer in words belongs to a card that was shown within this time. */
export const FRESH_MS = 30 * 60_000

/** 「对」「确认」 in words: only where exactly one draft waits, and its card is still before his eyes. */
export async function confirmByWords(ctx: Context, allFine: boolean): Promise<Plan> {
  const [draft, another] = await openDrafts(ctx)
  if (!draft) return reply(hasRole(ctx.me, OFFICE_ROLES) ? ON_THE_CARD : NO_DRAFT)
  if (another || (allFine && draft.findings.length > 0)) return askEachCard(ctx)
  return (await isFresh(ctx, draft)) ? submit(ctx, draft) : showAgain(ctx, draft, LAID_ASIDE)
}

/** What an office decides is never decided by a word that may mean another card. */
const ON_THE_CARD = '没有待确认的督导记录。要审批的，请在卡片上点按钮。'

/** 「两校都没问题」 may mean that the cards are right, or that what they list is wrong: he says so on each. */
async function askEachCard(ctx: Context): Promise<Plan> {
  const waiting = (await openDrafts(ctx)).toReversed().map((draft) => {
    const name = draft.school ? ctx.roster.school(draft.school).name : '学校待定'
    return `${name}（${draft.findings.length > 0 ? `问题 ${draft.findings.length} 项` : '未发现问题'}）`
  })
  return reply(`您有 ${waiting.length} 条待确认的记录：${waiting.join('、')}。请在卡片上分别点「确认」。`)
}

async function isFresh(ctx: Context, draft: Visit): Promise<boolean> {
  if (ctx.awaiting?.kind === 'visit_change' && ctx.awaiting.visit === draft.id) return true
  const shown = await eventOf(ctx.db, draft.id, draft.seq)
  return shown !== null && plusMs(shown.at, FRESH_MS) >= ctx.now
}

const LAID_ASIDE = '这条记录搁了一会儿，请再看一遍，没问题就点「确认」。'

export async function showAgain(ctx: Context, draft: Visit, why: string | null): Promise<Plan> {
  return plan({
    writes: [awaitFrom(ctx.me.userid, { kind: 'visit_change', visit: draft.id }, ctx.now)],
    reply: why,
    send: [await draftCard(ctx, draft)],
    settle: [{ subject: visitSubject(draft.id), outcome: '已重新发送' }],
  })
}

const isReady = (draft: Visit): draft is Ready => draft.school !== null && draft.onDay !== null

const askSchool = async (ctx: Context, draft: Visit): Promise<Plan> =>
  plan({ reply: '还差学校，请先说是哪所学校。', send: [await draftCard(ctx, draft)] })

const askDue = async (ctx: Context, draft: Visit, words: string): Promise<Plan> =>
  plan({ reply: `还差期限，请先说「${words}」是哪天。`, send: [await draftCard(ctx, draft)] })

async function submit(ctx: Context, draft: Visit): Promise<Plan> {
  if (!isReady(draft)) return askSchool(ctx, draft)
  const open = openDue(draft)
  if (open) return askDue(ctx, draft, open.words)
  const school = ctx.roster.school(draft.school)
  const refusal = whyNot(ctx, draft, school)
  if (refusal) return reply(refusal)
  const last = await recordedFor(ctx.db, draft)
  if (last && last.copy >= draft.copy) return askCopy(ctx, draft, last)
  return record(ctx, draft, school)
}

/** policy.md 3.1: assigned or substitute, not recused, the day not in the future. */
function whyNot(ctx: Context, draft: Ready, school: School): string | null {
  if (mustRecuse(ctx, school.code) && draft.recusalWaived === null)
    return `您在${school.name}任职，需回避（教育督导条例第十条），不能记录。`
  if (!roleToVisit(ctx, school)) return `${school.name}不在您的督导范围，不能记录。`
  const past = draft.findings.find((each) => !each.joins && each.due !== null && each.due < ctx.today)
  if (past?.due) return `期限${dayText(past.due, ctx.today)}已经过了。请先改期限，例如：期限改下周三。`
  if (draft.onDay > ctx.today) return `${dayText(draft.onDay)}还没到。请说督导是哪天，例如：改成昨天。`
  return null
}

/** One record per inspector, school, day and half-day, unless it is told apart. */
const askCopy = (ctx: Context, draft: Ready, last: Visit): Plan =>
  plan({
    send: [card(ctx.me.userid, visitSubject(draft.id), copyCard(showVisit(ctx, draft, []), last.no ?? ''))],
  })

/** A finding that joins an open case says of it that it has not changed. */
const seenOn = (draft: Visit, findings: readonly DraftFinding[]): Followup[] =>
  mergeFollowups(
    findings.flatMap((each) => (each.joins ? [{ case: each.joins, verdict: 'same' as const }] : [])),
    draft.followups ?? [],
  )

/** The school's inspector learns who stood in for him. */
async function substitutePosts(ctx: Context, visit: Visit, school: School): Promise<Post[]> {
  if (roleFor(ctx.me, 'log_visit', { school: school.code, county: school.county })) return []
  const found = visit.findings.length > 0 ? `发现问题 ${visit.findings.length} 项` : '未发现问题'
  const when = `${dayText(visit.onDay ?? ctx.today, ctx.today)}${halfDay(visit)}`
  const words = `${ctx.me.name}代您督导了${school.name}：${when}，${found}，记录编号 ${visit.no}。`
  const responsible = await inspectorsOf(ctx.db, school.code, ctx.today)
  return responsible.map((each) => text(each.userid, visitSubject(visit.id), words))
}

const PHOTOS_LATER = `待补照片，${PHOTO_DAYS}天内直接发来就行。`

async function record(ctx: Context, draft: Ready, school: School): Promise<Plan> {
  const role = roleToVisit(ctx, school) ?? 'part_time_inspector'
  const series = receiptSeries(school.county, yearOf(ctx.today))
  const { n, writes } = await draw(ctx.db, series)
  const no = receiptNo(series, n[0] as number)
  // What was open when the draft was written may have been closed since, or opened by somebody else.
  const findings = await joinAsShown(ctx, school.code, draft.findings)
  const after = {
    state: 'submitted' as const,
    no,
    submittedAt: ctx.now,
    copy: draft.copy,
    findings,
    followups: seenOn(draft, findings),
  }
  const recordedVisit = { ...draft, ...after, seq: draft.seq + 1 }
  const lacksPhotos = (await lackingPhotos(ctx, [recordedVisit])).length > 0
  const recorded = plan({
    writes: [
      ...writes,
      ...change(visits, draft, after, act(ctx, 'visit.submit', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: `已记录，编号 ${no}：${school.name} ${dayText(draft.onDay, ctx.today)}${halfDay(draft)}。${lacksPhotos ? PHOTOS_LATER : ''}`,
    send: [
      ...(await recordPosts(ctx, recordedVisit)),
      ...(await substitutePosts(ctx, recordedVisit, school)),
    ],
    settle: [{ subject: visitSubject(draft.id), outcome: `已确认 ${no}` }],
  })
  return both(recorded, await openFindings(ctx, { ...draft, findings }, school, role))
}
