import { change } from '#db/history.ts'
import { visits } from '#db/schema/loop.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { draftsOf, visitOf, type Visit } from '#db/visits.ts'
import { parseDay, plusMs, DAY_MS } from '#src/domain/day.ts'
import type { Action } from '#cards/action.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type { ChangeHeard, RecordHeard } from '#src/language/understanding.ts'
import { relocateAlarm } from '../alarms/relocate.ts'
import { raiseAlarms } from '../alarms/raise.ts'
import { act, type Context } from '../context.ts'
import { handled } from '../handled.ts'
import { both, plan, reply, type Plan } from '../plan.ts'
import { applyChanges, dayPatch, schoolPatch, setApart, type Patch } from './apply-changes.ts'
import { draftCard, openItemsPost } from './draft-card.ts'
import { visitorRole, visitSubject } from './draft.ts'
import { joinOpenCases } from './open-cases.ts'
import { fits } from './which-record.ts'

/** A draft waits three days for its 确认. */
export const DRAFT_LIFE_MS = 3 * DAY_MS

export const openDrafts = (ctx: Context): Promise<Visit[]> =>
  draftsOf(ctx.db, ctx.me.userid, plusMs(ctx.now, -DRAFT_LIFE_MS))

/** The draft that his words are about: the one that they name, the one on whose card he pressed 修改, else his newest. */
export async function draftMeant(ctx: Context, named: RecordHeard | null = null): Promise<Visit | undefined> {
  const all = await openDrafts(ctx)
  const drafts = named ? all.filter((each) => !named.number && fits(each, named)) : all
  const asked = ctx.awaiting?.kind === 'visit_change' ? ctx.awaiting.visit : null
  return drafts.find((each) => each.id === asked) ?? drafts[0]
}

/** His newest draft whose card asks for the school. */
export const draftWithoutSchool = async (ctx: Context): Promise<Visit | undefined> =>
  (await openDrafts(ctx)).find((each) => each.school === null)

export const NO_DRAFT = '没有待确认的督导记录。请直接说去了哪所学校、哪天、有什么问题。'

/** 「不是三中是四中」「期限改下周三」「第二个不要」: changes the draft and shows it again. */
export async function changeDraft(
  ctx: Context,
  changes: readonly ChangeHeard[],
  draft: Visit | undefined,
): Promise<Plan> {
  if (!draft) return reply(NO_DRAFT)
  const patch = applyChanges(ctx, draft, changes)
  if (Object.keys(patch.after).length === 0)
    return reply(
      patch.missed.join('\n') || '没看懂要改什么。可以说：不是三中是四中 / 期限改下周三 / 第二个不要。',
    )
  return save(ctx, draft, patch)
}

/** A button of the draft's question: this school, that day. */
export async function chooseSchool(ctx: Context, action: Action): Promise<Plan> {
  return onDraft(ctx, action, (draft) => {
    const code = action.arg as SchoolCode
    if (!draft.candidates.includes(code)) return handled(ctx, visitSubject(draft.id), draft.id, draft.seq)
    return save(ctx, draft, schoolPatch(ctx, { text: '', span: [0, 0], candidates: [code] }))
  })
}

export async function chooseDay(ctx: Context, action: Action): Promise<Plan> {
  return onDraft(ctx, action, (draft) => {
    const onDay = parseDay(action.arg ?? '')
    return onDay
      ? save(ctx, draft, { after: dayPatch(ctx, draft, onDay), hints: [], missed: [] })
      : reply(NO_DRAFT)
  })
}

/** 修改: says how, and takes the next words as changes. */
export async function askChange(ctx: Context, action: Action): Promise<Plan> {
  return onDraft(ctx, action, (draft) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'visit_change', visit: draft.id }, ctx.now)],
      reply:
        '请直接说要改什么，例如：不是三中是四中 / 是前天不是昨天 / 期限改下周三 / 第二个不要 / 第一条改成严重。',
    }),
  )
}

/** 新开: what the card took for an open case is another thing. */
export const openApart = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, (draft) => {
    const findings = draft.findings.map((each, i) => (String(i) === action.arg ? setApart(each, true) : each))
    return save(ctx, draft, { after: { findings }, hints: [], missed: [] })
  })

export const dropDraft = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, (draft) => drop(ctx, draft))

/** Runs only for the owner's draft, at the seq that his card showed. */
export async function onDraft(
  ctx: Context,
  action: Action,
  then: (draft: Visit) => Plan | Promise<Plan>,
): Promise<Plan> {
  const draft = await visitOf(ctx.db, action.id)
  if (!draft || draft.inspector !== ctx.me.userid) return reply('这不是您的记录，未作处理。')
  if (draft.state !== 'draft' || draft.seq !== action.seq)
    return handled(ctx, visitSubject(draft.id), draft.id, action.seq)
  return then(draft)
}

/** 不记, 算了: the draft is gone; its history stays. */
export function drop(ctx: Context, draft: Visit): Plan {
  const after = { state: 'withdrawn' as const }
  return plan({
    writes: [
      ...change(visits, draft, after, act(ctx, 'visit.drop', visitorRole(ctx.me))),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: '好的，这条没有记。',
    settle: [{ subject: visitSubject(draft.id), outcome: '已取消' }],
  })
}

export async function save(ctx: Context, draft: Visit, patch: Patch): Promise<Plan> {
  const moved = 'school' in patch.after && patch.after.school !== draft.school
  const changes = { ...patch.after, ...(moved ? { followups: null, recusalWaived: null } : {}) }
  const next: Visit = { ...draft, ...changes, seq: draft.seq + 1 }
  const findings = await joinOpenCases(ctx, next.school, next.findings)
  const after = { ...changes, findings }
  const saved = plan({
    writes: change(visits, draft, after, act(ctx, 'visit.correct', visitorRole(ctx.me))),
    reply: patch.missed.join('\n') || null,
    send: [
      ...(moved ? await openItemsPost(ctx, next) : []),
      await draftCard(ctx, { ...next, findings }, patch.hints),
    ],
    settle: [{ subject: visitSubject(draft.id), outcome: '已更新' }],
  })
  if (newlyUrgent(draft, findings)) return both(saved, await raiseAlarms(ctx, { ...next, findings }))
  return both(saved, await relocateAlarm(ctx, next))
}

const urgentTexts = (findings: readonly DraftFinding[]) =>
  findings.filter((each) => each.severity === 'urgent').map((each) => each.text)
/** Whether a finding has become a danger that nobody has been alarmed of yet. */
export const newlyUrgent = (draft: Visit, findings: readonly DraftFinding[]): boolean =>
  urgentTexts(findings).some((text) => !urgentTexts(draft.findings).includes(text))
