import type { Action } from '#cards/action.ts'
import { calledOffText } from '#cards/alarm.ts'
import { alarmsSince, type Alarm } from '#db/alarms.ts'
import { change } from '#db/history.ts'
import { alarms } from '#db/schema/office.ts'
import { visitOf } from '#db/visits.ts'
import { plusMs, DAY_MS } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { act, type Context } from '../context.ts'
import { plan, reply, text, type Plan } from '../plan.ts'
import { visitorRole } from '../visits/draft.ts'
import { alarmSubject, alreadyAnswered, onAlarm, roleOnAlarm, schoolName, showAlarm } from './open.ts'

/** Whoever raised it, and the office (policy.md 8.5). */
const roleToCallOff = (ctx: Context, alarm: Alarm): Role | null =>
  alarm.raisedBy === ctx.me.userid ? visitorRole(ctx.me) : roleOnAlarm(ctx, alarm, 'call_off_alarm')

/** 误报: the correction goes to exactly those who were alarmed, the chief with them if he was told meanwhile. */
export const callOffAlarm = (ctx: Context, action: Action): Promise<Plan> =>
  onAlarm(
    ctx,
    action.id,
    (alarm) => roleToCallOff(ctx, alarm),
    async (alarm, role) => {
      if (alarm.state === 'false_alarm') return alreadyAnswered(ctx, alarm)
      const after = { state: 'false_alarm' as const, answeredBy: ctx.me.userid }
      const words = calledOffText(await showAlarm(ctx, alarm), ctx.me.name, ctx.now)
      const told = [alarm.raisedBy, ...alarm.receivers].filter((each) => each !== ctx.me.userid)
      const subjects = [
        alarmSubject(alarm.id),
        ...alarm.receivers.map((each) => alarmSubject(alarm.id, each)),
      ]
      return plan({
        writes: change(alarms, alarm, after, act(ctx, 'alarm.call_off', role)),
        reply: `已更正为误报，收到报告的 ${alarm.receivers.length} 人会收到更正。${await whatIsLeft(ctx, alarm)}`,
        send: told.map((to) => ({ ...text(to, alarmSubject(alarm.id), words), urgent: true })),
        settle: subjects.map((subject) => ({ subject, outcome: `${ctx.me.name}：误报` })),
      })
    },
  )

/** The record goes its own way: the correction only takes the alarm back. */
async function whatIsLeft(ctx: Context, alarm: Alarm): Promise<string> {
  const visit = await visitOf(ctx.db, alarm.visit)
  if (visit?.state === 'draft') return '督导记录还没有确认，不用记请点「不记」。'
  return visit?.state === 'submitted' ? '督导记录和整改通知没有变。' : ''
}

/** 「误报」「刚才那个是误报」「沙石那个是误报」: an alarm of the last day. */
export async function callOffByWords(ctx: Context, school: SchoolHeard | null): Promise<Plan> {
  const recent = await alarmsSince(ctx.db, plusMs(ctx.now, -DAY_MS))
  const mine = recent.filter((each) => roleToCallOff(ctx, each) !== null)
  const meant = school
    ? mine.filter((each) => each.school !== null && school.candidates.includes(each.school))
    : mine
  // Of his own the newest is meant; of others' an office says which.
  const own = meant.find((each) => each.raisedBy === ctx.me.userid)
  const [only, another] = own ? [own] : meant
  if (!only) return reply('最近一天没有您可以更正的重大隐患报告。')
  if (another) {
    const schools = meant.map((each) => schoolName(ctx, each.school)).join('、')
    return reply(`有 ${meant.length} 件重大隐患报告（${schools}），请在那张卡片上点「误报」，或带上校名。`)
  }
  return callOffAlarm(ctx, { act: 'alarm_false', id: only.id, seq: only.seq })
}
