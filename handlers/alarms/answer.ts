import type { Action } from '#cards/action.ts'
import { alarmsSince, type Alarm } from '#db/alarms.ts'
import { change } from '#db/history.ts'
import { isTaken } from '#db/onces.ts'
import { officePeople } from '#db/people.ts'
import { alarms } from '#db/schema/office.ts'
import { onces } from '#db/schema/machine.ts'
import { insert } from '#db/store.ts'
import { plusMs, DAY_MS } from '#src/domain/day.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { plan, reply, text, type Plan, type Post } from '../plan.ts'
import { alarmSubject, alreadyAnswered, onAlarm, roleOnAlarm, schoolName } from './open.ts'

/** 收到: the office's word is the answer; the school's says that it has it in hand. */
export const answerAlarm = (ctx: Context, action: Action): Promise<Plan> =>
  onAlarm(
    ctx,
    action.id,
    (alarm) => roleOnAlarm(ctx, alarm, 'answer_alarm'),
    (alarm, role) => (SCHOOL_ROLES.includes(role) ? ofSchool(ctx, alarm, role) : ofOffice(ctx, alarm, role)),
  )

async function ofOffice(ctx: Context, alarm: Alarm, role: Role): Promise<Plan> {
  if (alarm.state !== 'raised') return alreadyAnswered(ctx, alarm)
  const after = { state: 'answered' as const, answeredBy: ctx.me.userid }
  return plan({
    writes: change(alarms, alarm, after, act(ctx, 'alarm.answer', role)),
    reply: '已记下，报告人会收到通知。',
    send: [toReporter(ctx, alarm, '督导办')],
    settle: [{ subject: alarmSubject(alarm.id), outcome: `${ctx.me.name}已收到` }],
  })
}

async function ofSchool(ctx: Context, alarm: Alarm, role: Role): Promise<Plan> {
  if (alarm.state === 'false_alarm') return alreadyAnswered(ctx, alarm)
  const key = `alarm-seen:${alarm.id}:${ctx.me.userid}`
  if (await isTaken(ctx.db, key)) return reply('您已回复收到。处置情况请直接告诉督导办。')
  const office = await officePeople(ctx.db, alarm.county, ctx.today)
  const told = toReporter(ctx, alarm, schoolName(ctx, alarm.school))
  return plan({
    writes: [insert(onces, { key, at: ctx.now }), ...change(alarms, alarm, {}, act(ctx, 'alarm.seen', role))],
    reply: '已记下，督导办和报告人会收到通知。请先保人员安全。',
    send: [
      told,
      ...office.filter((each) => each.userid !== told.to).map((each) => ({ ...told, to: each.userid })),
    ],
    settle: [{ subject: alarmSubject(alarm.id, ctx.me.userid), outcome: '已收到' }],
  })
}

function toReporter(ctx: Context, alarm: Alarm, side: string): Post {
  const words = ctx.said ? `，回复：${ctx.said}` : ''
  return text(
    alarm.raisedBy,
    alarmSubject(alarm.id),
    `${side}${ctx.me.name}已收到重大隐患报告「${alarm.what}」${words}。`,
  )
}

/** 「收到」「已到现场处置」 in words, where an alarm of the last day waits for this person's; null where none does. */
export async function answerAlarmByWords(ctx: Context): Promise<Plan | null> {
  const waiting: Alarm[] = []
  for (const each of await alarmsSince(ctx.db, plusMs(ctx.now, -DAY_MS)))
    if (await waitsFor(ctx, each)) waiting.push(each)
  const [only, another] = waiting
  if (another) return reply(`有 ${waiting.length} 件重大隐患报告，请在卡片上点「收到」。`)
  return only ? answerAlarm(ctx, { act: 'alarm_answer', id: only.id, seq: only.seq }) : null
}

async function waitsFor(ctx: Context, alarm: Alarm): Promise<boolean> {
  const role = roleOnAlarm(ctx, alarm, 'answer_alarm')
  if (!role) return false
  if (!SCHOOL_ROLES.includes(role)) return alarm.state === 'raised'
  return !(await isTaken(ctx.db, `alarm-seen:${alarm.id}:${ctx.me.userid}`))
}
