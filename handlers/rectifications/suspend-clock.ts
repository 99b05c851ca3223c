import type { Action } from '#cards/action.ts'
import { earliestDue } from '#cards/notice.ts'
import { decisionCard } from '#cards/request.ts'
import type { Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { cases, notices, requests } from '#db/schema/loop.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { isEnded, isWithSchool } from '#src/policy/states.ts'
import { addWorkingDays, workingDaysBetween } from '#src/policy/working-days.ts'
import { act, type Context } from '../context.ts'
import { noticeSubject } from '../notices/issue.ts'
import { schoolCard } from '../notices/school-card.ts'
import { both, card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { showNotice, showRequest } from '../show.ts'
import { onRequest, requestSubject, type Open } from './requests.ts'

const canStand = (each: Case) => isWithSchool(each) && each.dueOn !== null && each.clockStoppedOn === null

/** 暂停计时: while the office looks into an objection nothing of the notice becomes overdue (policy.md 8.5). */
export const suspendClock = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'asked', async (open) => {
    const { request, items, role } = open
    const stopping = request.kind === 'objection' ? items.filter(canStand) : []
    if (stopping.length === 0) return reply('没有在计时的整改，不用暂停。')
    const stop = { clockStoppedOn: ctx.today }
    const after = patched(items, stopping, () => stop)
    const subject = requestSubject(request.id)
    const suspended = plan({
      writes: [
        ...change(requests, request, {}, act(ctx, 'request.suspend', role)),
        ...stopping.flatMap((each) => change(cases, each, stop, act(ctx, 'case.suspend', role))),
      ],
      reply: '已暂停计时，学校和督学会收到通知。答复异议后继续计时，期限按暂停的工作日顺延。',
      send: await suspendedPosts(ctx, { ...open, items: after }),
      settle: [{ subject, outcome: `${ctx.me.name}已暂停计时` }],
    })
    return both(
      suspended,
      await showAnew(ctx, { ...open, items: after }, 'notice.suspend', '异议核实中，计时暂停'),
    )
  })

const patched = (items: readonly Case[], some: readonly Case[], patch: (each: Case) => Partial<Case>) =>
  items.map((each) => (some.includes(each) ? { ...each, ...patch(each) } : each))

/** To the office the card as it is now, to the inspector why nothing falls due. */
async function suspendedPosts(ctx: Context, { request, notice, items }: Open): Promise<Post[]> {
  const office = await officePeople(ctx.db, notice.county, ctx.today)
  const asked = decisionCard(await showRequest(ctx, { ...request, seq: request.seq + 1 }, notice, items))
  const words = `整改通知 ${notice.no} 的异议正在核实，督导办已暂停计时。`
  return [
    ...office.map((each) => card(each.userid, requestSubject(request.id), asked)),
    text(notice.inspector, noticeSubject(notice.id), words),
  ]
}

/** The school's cards with the dates of now. What has been reported on waits for its verdict and shows no date. */
async function showAnew(
  ctx: Context,
  { notice, items, role }: Open,
  kind: string,
  note: string,
): Promise<Plan> {
  if (!isWithSchool(notice)) return plan({})
  const shown = await showNotice(ctx, { ...notice, seq: notice.seq + 1 }, items.filter(isWithSchool))
  const people = await schoolPeople(ctx.db, notice.school, ctx.today)
  const subject = noticeSubject(notice.id)
  return plan({
    writes: change(notices, notice, {}, act(ctx, kind, role)),
    send: people.map((each) => card(each.userid, subject, schoolCard(notice, shown, note))),
    settle: [{ subject, outcome: '已更新' }],
  })
}

/** The clock goes on: each due date moves by the working days that it stood. `due` says so where it had stood. */
export async function resumeClock(ctx: Context, open: Open): Promise<{ plan: Plan; due: string | null }> {
  const stopped = open.items.filter((each) => each.clockStoppedOn !== null && !isEnded(each))
  if (stopped.length === 0) return { plan: plan({}), due: null }
  const go = (each: Case): Partial<Case> => ({ clockStoppedOn: null, dueOn: movedOn(ctx, each) })
  const items = patched(open.items, stopped, go)
  const day = earliestDue(items.filter(isWithSchool).map((each) => ({ due: each.dueOn })))
  const due = day ? `计时恢复，期限顺延至${dayText(day, ctx.today)}。` : '计时恢复。'
  const resumed = plan({
    writes: stopped.flatMap((each) => change(cases, each, go(each), act(ctx, 'case.resume', open.role))),
  })
  return { due, plan: both(resumed, await showAnew(ctx, { ...open, items }, 'notice.resume', due)) }
}

function movedOn({ workingDays, today }: Context, { dueOn, clockStoppedOn }: Case): Day | null {
  if (!dueOn || !clockStoppedOn) return dueOn
  return addWorkingDays(workingDays, dueOn, workingDaysBetween(workingDays, clockStoppedOn, today))
}
