import type { Action } from '#cards/action.ts'
import { change } from '#db/history.ts'
import { cases, notices } from '#db/schema/loop.ts'
import { act, type Context } from '../context.ts'
import { plan, text, type Plan } from '../plan.ts'
import { drawNoticeNo, noticePosts, noticeSubject } from './issue.ts'
import { onNotice } from './open.ts'

/** 同意下发: a serious finding goes out under the office's name. */
export const approveNotice = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'approve_notice', ['pending_approval'], async ({ notice, items, role }) => {
    const { no, writes } = await drawNoticeNo(ctx, notice.county)
    const after = { state: 'issued' as const, no, issuedOn: ctx.today, approver: ctx.me.userid }
    const issued = { ...notice, ...after, seq: notice.seq + 1 }
    const told = await noticePosts(ctx, issued, items)
    return plan({
      writes: [
        ...writes,
        ...change(notices, notice, after, act(ctx, 'notice.approve', role)),
        ...items.flatMap((each) =>
          change(cases, each, { state: 'issued', issuedOn: ctx.today }, act(ctx, 'case.approve', role)),
        ),
      ],
      reply: told.reply,
      send: [
        ...told.send,
        text(notice.inspector, noticeSubject(notice.id), `${ctx.me.name}已同意。${told.reply}`),
      ],
      settle: [{ subject: noticeSubject(notice.id), outcome: `${ctx.me.name}已同意下发` }],
    })
  })

/** 退回: back to the inspector, who may record it again with what the office misses. */
export const sendBackNotice = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'approve_notice', ['pending_approval'], ({ notice, items, role }) => {
    const what = items.map((each) => `「${each.description}」`).join('')
    const { name } = ctx.roster.school(notice.school)
    return plan({
      writes: [
        ...change(notices, notice, { state: 'returned' }, act(ctx, 'notice.send_back', role)),
        ...items.flatMap((each) =>
          change(cases, each, { state: 'recorded' }, act(ctx, 'case.send_back', role)),
        ),
      ],
      reply: '已退回，督学会收到通知。',
      send: [
        text(
          notice.inspector,
          noticeSubject(notice.id),
          `${ctx.me.name}退回了${name}的整改通知${what}，没有下发。请与督导办联系后重新记录。`,
        ),
      ],
      settle: [{ subject: noticeSubject(notice.id), outcome: `${ctx.me.name}已退回` }],
    })
  })
