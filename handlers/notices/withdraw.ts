import type { Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { draftReportOn, openRequestsOn, type Notice } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { cases, notices, reports, requests } from '#db/schema/loop.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { isEnded } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { both, plan, text, type Plan } from '../plan.ts'
import { noticeSubject } from './issue.ts'

export type Withdrawing = {
  notice: Notice
  items: readonly Case[]
  role: Role
  reason: string
  /** The request that is being granted by it; every other one is dropped. */
  granted?: string
}

/** Takes back all that is still open of a notice; whoever has read it reads why (policy.md 8.5). */
export async function withdrawNotice(ctx: Context, withdrawing: Withdrawing): Promise<Plan> {
  const { notice, items, role, reason } = withdrawing
  const open = items.filter((each) => !isEnded(each))
  const words = `整改通知 ${notice.no} 已撤回。原因：${reason}`
  const withdrawn = plan({
    writes: [
      ...change(notices, notice, { state: 'withdrawn' }, act(ctx, 'notice.withdraw', role)),
      ...open.flatMap((each) => change(cases, each, { state: 'withdrawn' }, act(ctx, 'case.withdraw', role))),
    ],
    send: (await readersOf(ctx, notice)).map((to) => text(to, noticeSubject(notice.id), words)),
    settle: [{ subject: noticeSubject(notice.id), outcome: '已撤回' }],
  })
  return both(withdrawn, await dropPapers(ctx, withdrawing))
}

/** Everybody who has a notice in hand, but for whoever acts on it now. */
async function readersOf(ctx: Context, notice: Notice): Promise<UserId[]> {
  const school = await schoolPeople(ctx.db, notice.school, ctx.today)
  const all = [
    ...school.map((each) => each.userid),
    ...(notice.ackBy ? [notice.ackBy] : []),
    notice.inspector,
  ]
  return [...new Set(all)].filter((each) => each !== ctx.me.userid)
}

/** What was asked or being written about the notice has lost its object. */
async function dropPapers(ctx: Context, { notice, role, granted }: Withdrawing): Promise<Plan> {
  const asked = (await openRequestsOn(ctx.db, notice.id)).filter((each) => each.id !== granted)
  const report = await draftReportOn(ctx.db, notice.id)
  const drop = { state: 'dropped' as const }
  return plan({
    writes: [
      ...asked.flatMap((each) => change(requests, each, drop, act(ctx, 'request.lapse', role))),
      ...(report ? change(reports, report, drop, act(ctx, 'report.lapse', role)) : []),
    ],
    settle: [
      ...asked.map((each) => ({ subject: `request:${each.id}`, outcome: '通知已撤回' })),
      ...(report ? [{ subject: `report:${report.id}`, outcome: '通知已撤回' }] : []),
    ],
  })
}
