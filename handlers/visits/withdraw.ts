import type { Action } from '#cards/action.ts'
import { withdrawCard } from '#cards/visit-records.ts'
import { casesFrom, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { noticeOf } from '#db/notices.ts'
import { cases, notices, visits } from '#db/schema/loop.ts'
import { visitOf, type Visit } from '#db/visits.ts'
import type { NoticeId, Role } from '#src/domain/words.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { isAddressed, isEnded } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { noticeSubject } from '../notices/issue.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { takeBack as takeBackNotice } from '../notices/take-back.ts'
import { both, card, plan, reply, text, type Plan } from '../plan.ts'
import type { CarryOut } from '../proposals/decide.ts'
import { propose } from '../proposals/propose.ts'
import { draftMeant, drop } from './change.ts'
import { visitSubject } from './draft.ts'
import { readersOf } from './readers.ts'
import { BESIDE, isAsShown, nameOfRecord, recordsSubject, shortly, why } from './record.ts'
import { mayTouch, recordsMeant } from './which-record.ts'

type CancelHeard = Extract<Understanding, { intent: 'cancel' }>

/** 「算了」「刚发的作废」「把阳明上午那条删了吧，记重了」: the question at hand, the draft at hand, or a submitted record. */
export async function cancelByWords(ctx: Context, heard: CancelHeard): Promise<Plan> {
  const bare = heard.record === null && heard.school === null && !/作废|撤|删|刚/.test(ctx.words ?? '')
  if (bare && ctx.awaiting && ctx.awaiting.kind !== 'visit_change') return forget(ctx)
  const meant = heard.record ?? { number: null, school: heard.school, date: null, part: null }
  const draft = await draftMeant(ctx, meant)
  if (draft) return drop(ctx, draft)
  const records = bare ? [] : await recordsMeant(ctx, meant)
  const [only, another] = records
  if (!only) return reply(NOTHING)
  return another ? askWhich(ctx, records, heard.reason) : withdrawOne(ctx, only, heard.reason)
}

const NOTHING =
  '没有待确认的督导记录，今天也没有可以撤回的记录。要撤回以前的，请带上编号，例如：章贡-26-0012 作废，记重了。'

const forget = (ctx: Context): Plan =>
  plan({ writes: [awaitFrom(ctx.me.userid, null, ctx.now)], reply: '好的，不办了。需要时再说。' })

/** policy.md 3.1: its inspector on the same day, later the county office; nobody once a notice has gone out. */
async function withdrawOne(ctx: Context, visit: Visit, reason: string | null): Promise<Plan> {
  const touch = mayTouch(ctx, visit)
  if (!touch) return refused(NOT_YOURS)
  const issued = (await casesFrom(ctx.db, visit.id)).find((each) => each.notice !== null && isAddressed(each))
  const notice = issued?.notice && (await noticeOf(ctx.db, issued.notice))
  // What has gone out is the office's to take back, and the record stays as long as its notice (policy.md 8.5).
  if (notice) return takeBackNotice(ctx, notice, reason)
  if (touch.as === 'author') return askWhich(ctx, [visit], reason)
  if (reason === null)
    return plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'withdraw_visit', visit: visit.id }, ctx.now)],
      reply: `为什么要撤回 ${nameOfRecord(ctx, visit)}？请说明原因，例如：记重了。`,
    })
  return touch.as === 'office'
    ? askWhich(ctx, [visit], reason)
    : proposeWithdrawal(ctx, visit, reason, touch.role)
}

/** The reason that was asked for. */
export async function withdrawFor(ctx: Context, id: string, reason: string): Promise<Plan | null> {
  const visit = await visitOf(ctx.db, id)
  return visit?.state === 'submitted' && reason ? withdrawOne(ctx, visit, reason) : null
}

const askWhich = (ctx: Context, records: readonly Visit[], reason: string | null): Plan =>
  plan({
    writes: [awaitFrom(ctx.me.userid, null, ctx.now)],
    send: [
      card(
        ctx.me.userid,
        recordsSubject(ctx),
        withdrawCard(
          records.map((each) => shortly(ctx, each)),
          reason,
          ctx.today,
        ),
      ),
    ],
    settle: [{ subject: recordsSubject(ctx), outcome: '已更新' }],
  })

function proposeWithdrawal(ctx: Context, visit: Visit, reason: string, role: Role): Promise<Plan> {
  const school = visit.school && ctx.roster.school(visit.school)
  const what = `撤回督导记录 ${nameOfRecord(ctx, visit)}。`
  const proposed = { kind: 'withdraw_visit', subject: visitSubject(visit.id), what, reason } as const
  const detail = { visit: visit.id }
  return propose(
    ctx,
    { ...proposed, school: visit.school, county: school ? school.county : null, detail },
    role,
  )
}

/** 撤回 on the card: rights and state as they are now. */
export async function withdrawVisit(ctx: Context, action: Action): Promise<Plan> {
  const visit = await visitOf(ctx.db, action.id)
  const touch = visit && mayTouch(ctx, visit)
  if (!visit || !touch) return refused(NOT_YOURS)
  if (visit.state !== 'submitted' || !(await isAsShown(ctx, visit, action.seq, BESIDE)))
    return handled(ctx, recordsSubject(ctx), visit.id, action.seq)
  const opened = await casesFrom(ctx.db, visit.id)
  if (touch.as === 'asker' || opened.some((each) => each.notice !== null && isAddressed(each)))
    return withdrawOne(ctx, visit, action.arg ?? null)
  const withdrawn = await takeBack(ctx, visit, opened, action.arg ?? null, touch.role)
  return both(
    plan({
      reply: `已撤回督导记录 ${visit.no}，不再计入督导次数。`,
      settle: [{ subject: recordsSubject(ctx), outcome: `已撤回 ${visit.no}` }],
    }),
    withdrawn,
  )
}

/** The office's 同意 on a withdrawal. */
export const carryOutWithdrawal: CarryOut = async (ctx, proposal, role) => {
  const visit = await visitOf(ctx.db, String(proposal.detail['visit']))
  if (!visit || visit.state !== 'submitted') return reply('这条记录已经撤回或归档，不用再办。')
  return takeBack(ctx, visit, await casesFrom(ctx.db, visit.id), proposal.reason, role)
}

/** The record, and what is open of it and has not gone to the school; it stays in the history and counts nowhere. */
async function takeBack(
  ctx: Context,
  visit: Visit,
  opened: readonly Case[],
  reason: string | null,
  role: Role,
): Promise<Plan> {
  const said = `督导记录 ${nameOfRecord(ctx, visit)}已由${ctx.me.name}撤回${reason ? `。原因：${reason}` : ''}。`
  const readers = await readersOf(ctx, visit, opened)
  const withdrawn = plan({
    writes: change(
      visits,
      visit,
      { state: 'withdrawn', amending: null },
      why(ctx, 'visit.withdraw', role, reason),
    ),
    send: readers.map((to) => text(to, visitSubject(visit.id), said)),
    settle: [{ subject: visitSubject(visit.id), outcome: '已撤回' }],
  })
  return both(withdrawn, await endCases(ctx, opened, role))
}

/** Cases that no school has read, and the notices that waited to carry them. */
export async function endCases(ctx: Context, opened: readonly Case[], role: Role): Promise<Plan> {
  const open = opened.filter((each) => !isEnded(each) || each.state === 'advised')
  const papers: NoticeId[] = [...new Set(open.flatMap((each) => each.notice ?? []))]
  const pending = (await Promise.all(papers.map((id) => noticeOf(ctx.db, id)))).filter(
    (each) => each !== null,
  )
  const ended = { state: 'withdrawn' as const }
  return plan({
    writes: [
      ...open.flatMap((each) => change(cases, each, ended, act(ctx, 'case.withdraw', role))),
      ...pending.flatMap((each) =>
        change(notices, each, { state: 'withdrawn' }, act(ctx, 'notice.withdraw', role)),
      ),
    ],
    settle: [
      ...open.map((each) => ({ subject: `case:${each.id}`, outcome: '已撤回' })),
      ...pending.map((each) => ({ subject: noticeSubject(each.id), outcome: '已撤回' })),
    ],
  })
}

/** 不撤回, 不改: the record stays as it is. */
export async function keepVisit(ctx: Context, action: Action): Promise<Plan> {
  const visit = await visitOf(ctx.db, action.id)
  const touch = visit && mayTouch(ctx, visit)
  if (!visit || !touch) return refused(NOT_YOURS)
  if (visit.state !== 'submitted' || visit.seq !== action.seq)
    return handled(ctx, recordsSubject(ctx), visit.id, action.seq)
  return plan({
    writes: visit.amending
      ? change(visits, visit, { amending: null }, act(ctx, 'visit.keep', touch.role))
      : [],
    reply: '好的，记录没有变。',
    settle: [{ subject: recordsSubject(ctx), outcome: '没有变' }],
  })
}
