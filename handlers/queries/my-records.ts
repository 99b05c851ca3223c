import { recordsText } from '#cards/queries.ts'
import { enteredBy } from '#db/visits.ts'
import { at, addDays, dayText, plusMs, type Day } from '#src/domain/day.ts'
import type { Context } from '../context.ts'
import { reply, type Plan } from '../plan.ts'
import { openDrafts } from '../visits/change.ts'
import { halfDay } from '../visits/draft.ts'

/** 「我今天记了什么」: what this person entered on a day, and what still waits for his 确认. */
export async function myRecords(ctx: Context, asked: Day | null): Promise<Plan> {
  const on = asked ?? ctx.today
  const entered = await enteredBy(ctx.db, ctx.me.userid, at(on), plusMs(at(addDays(on, 1)), -1))
  const drafts = on === ctx.today ? (await openDrafts(ctx)).length : 0
  const lines = entered.map((each) => ({
    no: each.no ?? '',
    school: each.school ? ctx.roster.school(each.school).name : '',
    onDay: each.onDay ?? on,
    part: halfDay(each),
    findings: each.findings.length,
    at: each.submittedAt ?? ctx.now,
  }))
  return reply(recordsText(on === ctx.today ? '今天' : dayText(on, ctx.today), lines, drafts, ctx.today))
}
