import type { Action } from '#cards/action.ts'
import { casesOf } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { runningNotices, type Notice, type Request } from '#db/notices.ts'
import { requests } from '#db/schema/loop.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { noticeSubject } from '../notices/issue.ts'
import { NOT_YOURS, onNotice, overText, roleOnNotice } from '../notices/open.ts'
import { withdrawNotice } from '../notices/withdraw.ts'
import { both, plan, reply, text, type Plan } from '../plan.ts'
import { draftRequest, onRequest, refuse, requestSubject } from './requests.ts'
import { resumeClock } from './suspend-clock.ts'

const ONLY_PRINCIPAL = '异议由校长提出，请校长在通知卡片上点「有异议」。'

/** 有异议 on the card: asks what is not so. */
export async function askObjection(ctx: Context, action: Action): Promise<Plan> {
  if (!ctx.me.roles.includes('principal')) return refused(ONLY_PRINCIPAL)
  return onNotice(ctx, action, 'object', ['issued', 'acknowledged'], ({ notice }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'objection', notice: notice.id }, ctx.now)],
      reply: `整改通知 ${notice.no} 哪一项不属实、依据是什么？请直接说。答复之前期限不变。`,
    }),
  )
}

/** 「这个问题不属实，我们有记录的」. */
export async function objectByWords(ctx: Context): Promise<Plan> {
  if (!ctx.me.school || !ctx.me.roles.includes('principal')) return refused(ONLY_PRINCIPAL)
  const running = (await runningNotices(ctx.db, ctx.me.school)).filter(isWithSchool)
  const [only, another] = running
  if (!only) return reply('没有在办的整改通知。')
  if (another)
    return reply(
      `有 ${running.length} 份在办：${running.map((each) => each.no).join('、')}。请在那张卡片上点「有异议」。`,
    )
  return objectTo(ctx, only, ctx.said?.trim() ?? '')
}

export async function objectTo(ctx: Context, notice: Notice, reason: string): Promise<Plan> {
  const role = await roleOnNotice(ctx, notice, 'object')
  if (!role) return refused(NOT_YOURS)
  if (!isWithSchool(notice)) return reply(overText(notice))
  const items = await casesOf(ctx.db, notice.id)
  return draftRequest(ctx, { kind: 'objection', notice, items, reason, to: null, role })
}

/** 异议成立: what is still open of the notice is withdrawn (policy.md 8.5), school and inspector are told. */
export const upholdObjection = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'asked', async ({ request, notice, items, role }) => {
    const granted = { state: 'granted' as const, decidedBy: ctx.me.userid }
    const upheld = plan({
      writes: change(requests, request, granted, act(ctx, 'request.grant', role)),
      reply: `已答复：异议成立，整改通知 ${notice.no} 已撤回。`,
      settle: [{ subject: requestSubject(request.id), outcome: `${ctx.me.name}：异议成立` }],
    })
    const reason = `异议成立（${request.reason}）`
    return both(upheld, await withdrawNotice(ctx, { notice, items, role, reason, granted: request.id }))
  })

/** 异议不成立: asks why, for the school reads it. */
export const askRefusal = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'asked', ({ request, notice }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, refusalOf(request), ctx.now)],
      reply: `异议（${notice.no}）为什么不成立？请直接说，学校会收到您的原话，例如：照片显示通道仍堆放桌椅。`,
    }),
  )

const refusalOf = ({ id, seq }: Request) => ({ kind: 'objection_refusal' as const, request: id, seq })

/** Everything goes on as it was, the due date moved on by the working days that the clock stood. */
export const refuseObjection = (ctx: Context, asked: { request: string; seq: number }, reason: string) =>
  onRequest(ctx, { act: 'request_refuse', id: asked.request, seq: asked.seq }, 'asked', async (open) => {
    const { request, notice, role } = open
    const resumed = await resumeClock(ctx, open)
    const words = `异议（${notice.no}）经督导办核实不成立：${reason}。${resumed.due ?? '请按原期限整改。'}`
    const refused = refuse(
      ctx,
      { request, role },
      {
        reply: `已答复：异议不成立。${resumed.due ?? '期限不变。'}`,
        outcome: '异议不成立',
        send: [request.asker, notice.inspector].map((to) => text(to, noticeSubject(notice.id), words)),
      },
    )
    return both(refused, both(resumed.plan, plan({ writes: [awaitFrom(ctx.me.userid, null, ctx.now)] })))
  })
