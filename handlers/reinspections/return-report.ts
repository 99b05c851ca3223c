import type { Action } from '#cards/action.ts'
import { taskCard } from '#cards/notice.ts'
import { casesOf } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { noticeOf, submittedReportOn } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { cases, notices, reports } from '#db/schema/loop.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { noticeSubject } from '../notices/issue.ts'
import { NOT_YOURS, onNotice, roleOnNotice } from '../notices/open.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { showNotice } from '../show.ts'
import { waits } from './pass.ts'

/** 退回补充: evidence is missing; asks what. */
export const askReturn = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'return_report', ['answered'], ({ notice }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'return', notice: notice.id }, ctx.now)],
      reply: '缺什么材料？请直接说，学校会收到您的原话，例如：缺留样柜现场照片。',
    }),
  )

/** report_submitted → acknowledged, with the inspector's reason (policy.md 3.2: return). */
export async function returnReport(ctx: Context, id: string, reason: string): Promise<Plan> {
  const notice = await noticeOf(ctx.db, id)
  const role = notice && (await roleOnNotice(ctx, notice, 'return_report'))
  if (!notice || !role) return refused(NOT_YOURS)
  if (notice.state !== 'answered') return reply(`整改通知 ${notice.no} 已不在待复查。`)
  const items = await casesOf(ctx.db, notice.id)
  const report = await submittedReportOn(ctx.db, notice.id)
  const after = { state: 'acknowledged' as const, failing: null }
  const shown = taskCard(
    await showNotice(ctx, { ...notice, ...after, seq: notice.seq + 1 }, items.filter(waits)),
    `退回补充：${reason}`,
  )
  const people = await schoolPeople(ctx.db, notice.school, ctx.today)
  return plan({
    writes: [
      ...change(notices, notice, after, act(ctx, 'notice.return', role)),
      ...(report ? change(reports, report, { state: 'returned' }, act(ctx, 'report.return', role)) : []),
      ...items
        .filter(waits)
        .flatMap((each) =>
          change(cases, each, { state: 'acknowledged', reportOn: null }, act(ctx, 'case.return', role)),
        ),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: '已退回学校补充，学校会收到您的原话。',
    send: people.map((each) => card(each.userid, noticeSubject(notice.id), shown)),
    settle: [{ subject: noticeSubject(notice.id), outcome: '已退回补充' }],
  })
}
