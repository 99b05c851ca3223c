import type { AlarmShown } from '#cards/alarm.ts'
import { handledText } from '#cards/handled.ts'
import { alarmOf, type Alarm } from '#db/alarms.ts'
import { namesOf } from '#db/people.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import { roleFor, roleForPlace, type Action as Right } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { plan, type Plan } from '../plan.ts'

/** The offices' cards answer one question; each of the school's people answers for himself. */
export const alarmSubject = (id: string, ofSchool: UserId | null = null): string =>
  ofSchool ? `alarm:${id}:${ofSchool}` : `alarm:${id}`

export const schoolName = (ctx: Pick<Context, 'roster'>, school: SchoolCode | null): string =>
  school ? ctx.roster.school(school).name : '学校待核实'

export async function showAlarm(ctx: Pick<Context, 'db' | 'roster'>, alarm: Alarm): Promise<AlarmShown> {
  const { id, seq, what, raisedBy, raisedAt } = alarm
  const reporter = (await namesOf(ctx.db, [raisedBy])).get(raisedBy) ?? raisedBy
  return { id, seq, what, at: raisedAt, reporter, school: schoolName(ctx, alarm.school) }
}

/** By the school that it is about; while that is not known, by the place of whoever told it. */
export const roleOnAlarm = (ctx: Context, { school, county }: Alarm, right: Right): Role | null =>
  school ? roleFor(ctx.me, right, { school, county }) : roleForPlace(ctx.me, right, county)

/**
 * The way of every press on an alarm. The seq is not asked for: that the school has it in hand, or that the chief has been
 * told, takes nothing away from what the office has to say.
 */
export async function onAlarm(
  ctx: Context,
  id: string,
  roleOn: (alarm: Alarm) => Role | null,
  then: (alarm: Alarm, role: Role) => Plan | Promise<Plan>,
): Promise<Plan> {
  const alarm = await alarmOf(ctx.db, id)
  const role = alarm && roleOn(alarm)
  if (!alarm || !role) return refused(NOT_YOURS)
  return then(alarm, role)
}

/** An office has answered it, or it was called off: who, when. */
export async function alreadyAnswered(ctx: Context, alarm: Alarm): Promise<Plan> {
  const by = alarm.answeredBy ?? alarm.raisedBy
  const name = (await namesOf(ctx.db, [by])).get(by) ?? by
  const kind = alarm.state === 'answered' ? 'alarm.answer' : 'alarm.call_off'
  return plan({
    reply: handledText(name, alarm.since, kind),
    settle: [{ subject: alarmSubject(alarm.id), outcome: '已处理' }],
  })
}
