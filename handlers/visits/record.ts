import type { RecordToChoose } from '#cards/visit-records.ts'
import { eventOf } from '#db/events.ts'
import type { Act } from '#db/history.ts'
import type { Visit } from '#db/visits.ts'
import { dayText } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { halfDay } from './draft.ts'

/** Cards about records that one person is about to change: the newest question stands for all. */
export const recordsSubject = (ctx: Context): string => `records:${ctx.me.userid}`

/** `章贡-26-0012 文清路小学 11月17日（周一）下午`. */
export const nameOfRecord = (ctx: Context, visit: Visit): string =>
  `${visit.no} ${visit.school ? ctx.roster.school(visit.school).name : ''} ${dayText(visit.onDay ?? ctx.today, ctx.today)}${halfDay(visit)}`

/** A record as it is told apart from others. */
export const shortly = (ctx: Context, visit: Visit): RecordToChoose => ({
  id: visit.id,
  seq: visit.seq,
  no: visit.no ?? '',
  school: visit.school ? ctx.roster.school(visit.school).name : '',
  onDay: visit.onDay ?? ctx.today,
  part: visit.part ?? 'full',
  findings: visit.findings.map((each) => each.text),
})

/** The history keeps the reason where a press carried it. */
export const why = (ctx: Context, kind: string, role: Role, reason: string | null): Act => ({
  ...act(ctx, kind, role),
  words: ctx.words ?? reason,
})

/** What others do to a record without touching what its inspector is about to change. */
export const BESIDE = ['visit.sign', 'visit.accompany']

/** Whether a card that showed the record at that seq still shows it: nothing has happened since but such events. */
export async function isAsShown(
  ctx: Context,
  visit: Visit,
  shown: number,
  harmless: readonly string[],
): Promise<boolean> {
  for (let seq = shown + 1; seq <= visit.seq; seq++) {
    const event = await eventOf(ctx.db, visit.id, seq)
    if (!event || !harmless.includes(event.kind)) return false
  }
  return shown <= visit.seq
}
