import type { Action } from '#cards/action.ts'
import { askCard, decisionCard } from '#cards/request.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change, create } from '#db/history.ts'
import { handedInOn, noticeOf, requestOf, type Notice, type Request } from '#db/notices.ts'
import { officePeople } from '#db/people.ts'
import { requests } from '#db/schema/loop.ts'
import type { Day } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS, roleOnNotice } from '../notices/open.ts'
import { card, plan, reply, type Plan, type Post } from '../plan.ts'
import { showRequest } from '../show.ts'
import { reviewers } from './confirm-report.ts'

/** What extensions and objections have in common: draft, hand in, decide, each once (policy.md 3.2). */
export const requestSubject = (id: string): string => `request:${id}`

export type Asked = {
  kind: Request['kind']
  notice: Notice
  items: readonly Case[]
  reason: string
  to: Day | null
  decider: Request['decider']
  role: Role
}

/** Shows what will be handed in; 提交 does it. */
export async function draftRequest(ctx: Context, asked: Asked): Promise<Plan> {
  const earlier = await handedInOn(ctx.db, asked.notice.id, asked.kind)
  if (earlier.some((each) => each.state === 'asked')) return reply('已经提出过，正在等答复，不用再提。')
  if (asked.kind === 'objection' && earlier.length > 0)
    return reply('对这份通知已经提过一次异议，督导办已答复。还有问题请与督导办联系。')
  const request: Request = {
    id: ctx.ids.fresh(),
    seq: 1,
    kind: asked.kind,
    state: 'draft',
    notice: asked.notice.id,
    school: asked.notice.school,
    asker: ctx.me.userid,
    askedAt: ctx.now,
    reason: asked.reason,
    toDay: asked.to,
    decider: asked.decider,
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

/** 提交: goes to the inspector, or to the office where the inspector may not decide. */
export const handIn = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'draft', async ({ request, notice, items, role }) => {
    const deciders =
      request.decider === 'inspector'
        ? await reviewers(ctx, notice)
        : await officePeople(ctx.db, notice.county, ctx.today)
    const next = { ...request, state: 'asked' as const, seq: request.seq + 1 }
    const shown = decisionCard(await showRequest(ctx, next, notice, items))
    const names = deciders.map((each) => each.name).join('、')
    return plan({
      writes: change(requests, request, { state: 'asked' }, act(ctx, 'request.ask', role)),
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

type Open = { request: Request; notice: Notice; items: Case[]; role: Role }

/** A press on a request: his own while it is a draft, the decider's once it is handed in. */
export async function onRequest(
  ctx: Context,
  action: Action,
  state: 'draft' | 'asked',
  then: (open: Open) => Plan | Promise<Plan>,
): Promise<Plan> {
  const request = await requestOf(ctx.db, action.id)
  const notice = request && (await noticeOf(ctx.db, request.notice))
  const role = notice && roleOnRequest(ctx, request, notice, state)
  if (!request || !notice || !role) return refused(NOT_YOURS)
  if (request.state !== state || request.seq !== action.seq)
    return handled(ctx, requestSubject(request.id), request.id, action.seq)
  return then({ request, notice, items: await casesOf(ctx.db, notice.id), role })
}

function roleOnRequest(
  ctx: Context,
  request: Request,
  notice: Notice,
  state: 'draft' | 'asked',
): Role | null {
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
    settle: [{ subject: requestSubject(request.id), outcome: said.outcome }],
  })
