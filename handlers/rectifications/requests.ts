import type { Action } from '#cards/action.ts'
import { earliestDue } from '#cards/notice.ts'
import { askCard, decisionCard } from '#cards/request.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change, create } from '#db/history.ts'
import { handedInOn, noticeOf, requestOf, type Notice, type Request } from '#db/notices.ts'
import { officePeople } from '#db/people.ts'
import { requests } from '#db/schema/loop.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import { extensionDecider } from '#src/policy/periods.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { inCharge } from '../notices/in-charge.ts'
import { NOT_YOURS, overText, roleOnNotice } from '../notices/open.ts'
import { card, plan, reply, type Plan, type Post } from '../plan.ts'
import { showRequest } from '../show.ts'

/** What extensions and objections have in common: draft, hand in, decide, each once (policy.md 3.2). */
export const requestSubject = (id: string): string => `request:${id}`

export type Asked = {
  kind: Request['kind']
  notice: Notice
  items: readonly Case[]
  reason: string
  to: Day | null
  role: Role
}

/** Why nothing more can be asked: one extension at a time, one objection to a notice (policy.md 3.2). */
async function askedBefore(ctx: Context, notice: Notice, kind: Request['kind']): Promise<string | null> {
  const earlier = await handedInOn(ctx.db, notice.id, kind)
  if (earlier.some((each) => each.state === 'asked')) return '已经提出过，正在等答复，不用再提。'
  return kind === 'objection' && earlier.length > 0
    ? '对这份通知已经提过一次异议，督导办已答复。还有问题请与督导办联系。'
    : null
}

const dueOf = (items: readonly Case[]): Day | null =>
  earliestDue(items.filter(isWithSchool).map((each) => ({ due: each.dueOn })))

/** The inspector puts a notice off once, asked in time and by at most 15 days; all else is the office's (policy.md 3.2). */
function deciderOf(ctx: Context, asked: Pick<Asked, 'kind' | 'items' | 'to'>): Request['decider'] {
  const due = dueOf(asked.items)
  if (asked.kind === 'objection' || !asked.to || !due || ctx.today > due) return 'office'
  const used = asked.items.filter(isWithSchool).map((each) => each.extensions)
  return extensionDecider(due, asked.to, Math.max(...used))
}

/** Shows what will be handed in; 提交 does it. */
export async function draftRequest(ctx: Context, asked: Asked): Promise<Plan> {
  const before = await askedBefore(ctx, asked.notice, asked.kind)
  if (before) return reply(before)
  const request: Request = {
    id: ctx.ids.fresh(),
    seq: 1,
    kind: asked.kind,
    state: 'draft',
    since: ctx.now,
    notice: asked.notice.id,
    school: asked.notice.school,
    asker: ctx.me.userid,
    askedAt: ctx.now,
    reason: asked.reason,
    toDay: asked.to,
    decider: deciderOf(ctx, asked),
    decidedBy: null,
  }
  return plan({
    writes: [
      ...create(requests, request, act(ctx, 'request.draft', asked.role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: [
      card(
        ctx.me.userid,
        requestSubject(request.id),
        askCard(await showRequest(ctx, request, asked.notice, asked.items)),
      ),
    ],
  })
}

/**
 * 提交: goes to the inspector, or to the office where the inspector may not decide. Between the draft and this press
 * somebody else of the school may have asked, so it is seen anew who decides.
 */
export const handIn = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'draft', async ({ request, notice, items, role }) => {
    const before = await askedBefore(ctx, notice, request.kind)
    if (before) return reply(before)
    const after = {
      state: 'asked' as const,
      decider: deciderOf(ctx, { kind: request.kind, items, to: request.toDay }),
    }
    const deciders =
      after.decider === 'inspector'
        ? await inCharge(ctx, notice)
        : await officePeople(ctx.db, notice.county, ctx.today)
    const next = { ...request, ...after, since: ctx.now, seq: request.seq + 1 }
    const shown = decisionCard(await showRequest(ctx, next, notice, items))
    const names = deciders.map((each) => each.name).join('、')
    return plan({
      writes: change(requests, request, after, act(ctx, 'request.ask', role)),
      reply: `已提交，请等${names || '督导办'}答复。答复之前期限不变。`,
      send: deciders.map((each) => card(each.userid, requestSubject(request.id), shown)),
      settle: [{ subject: requestSubject(request.id), outcome: '已提交' }],
    })
  })

export const withdrawRequest = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'draft', ({ request, role }) =>
    plan({
      writes: change(requests, request, { state: 'dropped' }, act(ctx, 'request.drop', role)),
      reply: '好的，没有提交。',
      settle: [{ subject: requestSubject(request.id), outcome: '已取消' }],
    }),
  )

export type Open = { request: Request; notice: Notice; items: Case[]; role: Role }

/** A press on a request: his own while it is a draft, the decider's once it is handed in. */
export async function onRequest(
  ctx: Context,
  action: Action,
  state: 'draft' | 'asked',
  then: (open: Open) => Plan | Promise<Plan>,
): Promise<Plan> {
  const request = await requestOf(ctx.db, action.id)
  const notice = request && (await noticeOf(ctx.db, request.notice))
  const role = notice && (await roleOnRequest(ctx, request, notice, state))
  if (!request || !notice || !role) return refused(NOT_YOURS)
  if (request.state !== state || request.seq !== action.seq)
    return handled(ctx, requestSubject(request.id), request.id, action.seq)
  const items = await casesOf(ctx.db, notice.id)
  const over = overtaken(request, notice, items)
  return over ? lapse(ctx, request, role, over) : then({ request, notice, items, role })
}

/** What has made a request pointless since it was written; an objection may still be upheld after the report. */
function overtaken(request: Request, notice: Notice, items: readonly Case[]): string | null {
  const due = dueOf(items)
  if (isWithSchool(notice))
    return request.toDay && due && request.toDay <= due ? `期限已经是${dayText(due)}。` : null
  const isObjected = request.kind === 'objection' && request.state === 'asked'
  return isObjected && notice.state === 'answered' ? null : overText(notice)
}

const lapse = (ctx: Context, request: Request, role: Role, why: string): Plan =>
  plan({
    writes: change(requests, request, { state: 'dropped' }, act(ctx, 'request.lapse', role)),
    reply: `${why}这项申请不用再办。`,
    settle: [{ subject: requestSubject(request.id), outcome: '不用再办' }],
  })

async function roleOnRequest(
  ctx: Context,
  request: Request,
  notice: Notice,
  state: 'draft' | 'asked',
): Promise<Role | null> {
  if (state === 'draft')
    return roleOnNotice(ctx, notice, request.kind === 'extension' ? 'ask_extension' : 'object')
  if (request.kind === 'objection') return roleOnNotice(ctx, notice, 'decide_objection')
  return roleOnNotice(
    ctx,
    notice,
    request.decider === 'office' ? 'decide_late_extension' : 'decide_extension',
  )
}

/** 不同意, 异议不成立: nothing moves; who asked is told. */
export const refuse = (
  ctx: Context,
  { request, role }: Pick<Open, 'request' | 'role'>,
  said: { reply: string; outcome: string; send: Post[] },
): Plan =>
  plan({
    writes: change(
      requests,
      request,
      { state: 'refused', decidedBy: ctx.me.userid },
      act(ctx, 'request.refuse', role),
    ),
    reply: said.reply,
    send: said.send,
    settle: [{ subject: requestSubject(request.id), outcome: `${ctx.me.name}：${said.outcome}` }],
  })
