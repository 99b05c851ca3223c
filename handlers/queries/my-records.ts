import { recordsText, type RecordLine } from '#cards/queries.ts'
import { namesOf } from '#db/people.ts'
import { enteredBy, visitOf, type Visit } from '#db/visits.ts'
import { at, addDays, dayText, plusMs, type Day } from '#src/domain/day.ts'
import type { Context } from '../context.ts'
import { reply, type Plan } from '../plan.ts'
import { openDrafts } from '../visits/change.ts'
import { halfDay } from '../visits/draft.ts'
import { lackingPhotos } from '../visits/late-photos.ts'

/** 「我今天记了什么」: what this person entered on a day, alone or with a colleague, and what waits for his 确认. */
export async function myRecords(ctx: Context, asked: Day | null): Promise<Plan> {
  const on = asked ?? ctx.today
  const entered = await enteredBy(ctx.db, ctx.me.userid, at(on), plusMs(at(addDays(on, 1)), -1))
  const drafts = on === ctx.today ? (await openDrafts(ctx)).length : 0
  const records = (await Promise.all(entered.map((each) => standing(ctx, each)))).filter(
    (each) => each !== null,
  )
  const lacking = await lackingPhotos(ctx, records)
  const lines = await Promise.all(records.map((each) => recordLine(ctx, each, lacking.includes(each))))
  return reply(recordsText(on === ctx.today ? '今天' : dayText(on, ctx.today), lines, drafts, ctx.today))
}

/** The record itself, or the colleague's that his own went into; null where it has been withdrawn. */
async function standing(ctx: Context, entered: Visit): Promise<Visit | null> {
  const record = entered.wentInto ? await visitOf(ctx.db, entered.wentInto) : entered
  return record && (record.state === 'submitted' || record.state === 'archived') ? record : null
}

async function recordLine(ctx: Context, record: Visit, lacksPhotos: boolean): Promise<RecordLine> {
  const others = [record.inspector, ...(record.companions ?? [])].filter((each) => each !== ctx.me.userid)
  const names = await namesOf(ctx.db, others)
  return {
    no: record.no ?? '',
    school: record.school ? ctx.roster.school(record.school).name : '',
    onDay: record.onDay ?? ctx.today,
    part: halfDay(record),
    findings: record.findings.length,
    at: record.submittedAt ?? ctx.now,
    together: others.map((each) => names.get(each) ?? each),
    lacksPhotos,
  }
}
