import type { Action } from '#cards/action.ts'
import { copyCard } from '#cards/visit.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { draw } from '#db/numbers.ts'
import { visits } from '#db/schema/loop.ts'
import { recordedFor, type Visit } from '#db/visits.ts'
import { dayText, yearOf, type Day } from '#src/domain/day.ts'
import type { Part, SchoolCode } from '#src/domain/words.ts'
import { receiptNo, receiptSeries } from '#src/policy/numbering.ts'
import { act, type Context, type School } from '../context.ts'
import { both, card, plan, reply, type Plan } from '../plan.ts'
import { openFindings } from './findings.ts'
import {
  draftCard,
  halfDay,
  joinOpenCases,
  mustRecuse,
  roleToVisit,
  showVisit,
  visitSubject,
} from './draft.ts'
import { NO_DRAFT, onDraft, openDrafts } from './change.ts'
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

/** 「对」「确认」 in words: only where exactly one draft waits. */
export async function confirmByWords(ctx: Context): Promise<Plan> {
  const [draft, another] = await openDrafts(ctx)
  if (!draft) return reply(NO_DRAFT)
  return another ? reply('您有几条待确认的记录，请在卡片上点「确认」。') : submit(ctx, draft)
}

const isReady = (draft: Visit): draft is Ready => draft.school !== null && draft.onDay !== null

const askSchool = async (ctx: Context, draft: Visit): Promise<Plan> =>
  plan({ reply: '还差学校，请先说是哪所学校。', send: [await draftCard(ctx, draft)] })

async function submit(ctx: Context, draft: Visit): Promise<Plan> {
  if (!isReady(draft)) return askSchool(ctx, draft)
  const school = ctx.roster.school(draft.school)
  const refusal = whyNot(ctx, draft, school)
  if (refusal) return reply(refusal)
  const last = await recordedFor(ctx.db, draft)
  if (last && last.copy >= draft.copy) return askCopy(ctx, draft, last)
  return record(ctx, draft, school)
}

/** policy.md 3.1: assigned or substitute, not recused, the day not in the future. */
function whyNot(ctx: Context, draft: Ready, school: School): string | null {
  if (mustRecuse(ctx, school.code)) return `您在${school.name}任职，需回避（教育督导条例第十条），不能记录。`
  if (!roleToVisit(ctx, school)) return `${school.name}不在您的督导范围，不能记录。`
  if (draft.onDay > ctx.today) return `${dayText(draft.onDay)}还没到。请说督导是哪天，例如：改成昨天。`
  return null
}

/** One record per inspector, school, day and half-day, unless it is told apart. */
const askCopy = (ctx: Context, draft: Ready, last: Visit): Plan =>
  plan({
    send: [card(ctx.me.userid, visitSubject(draft.id), copyCard(showVisit(ctx, draft, []), last.no ?? ''))],
  })

async function record(ctx: Context, draft: Ready, school: School): Promise<Plan> {
  const role = roleToVisit(ctx, school) ?? 'part_time_inspector'
  const series = receiptSeries(school.county, yearOf(ctx.today))
  const { n, writes } = await draw(ctx.db, series)
  const no = receiptNo(series, n[0] as number)
  // What was open when the draft was written may have been closed since, or opened by somebody else.
  const findings = await joinOpenCases(ctx, school.code, draft.findings)
  const after = { state: 'submitted' as const, no, submittedAt: ctx.now, copy: draft.copy, findings }
  const recorded = plan({
    writes: [
      ...writes,
      ...change(visits, draft, after, act(ctx, 'visit.submit', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: `已记录，编号 ${no}：${school.name} ${dayText(draft.onDay, ctx.today)}${halfDay(draft)}。`,
    send: await recordPosts(ctx, { ...draft, ...after, seq: draft.seq + 1 }),
    settle: [{ subject: visitSubject(draft.id), outcome: `已确认 ${no}` }],
  })
  return both(recorded, await openFindings(ctx, { ...draft, findings }, school, role))
}
