import { remindersTo } from '#db/outbox.ts'
import { at, dayOf, momentText, plusMs, type Instant } from '#src/domain/day.ts'
import type { WishHeard } from '#src/language/wishes.ts'
import { endOf } from '#src/policy/hours.ts'
import { inAnHour, nextChance } from '#src/policy/wishes.ts'
import type { Context } from '../context.ts'
import { heldSubject, plan, reply, type Plan } from '../plan.ts'

type Heard = Extract<WishHeard, { intent: 'put_off_reminder' }>

const MINUTE_MS = 60_000

/** 「下午再提醒我」: what he was reminded of today comes once more; what has been done until then does not. */
export async function putOff(ctx: Context, heard: Heard): Promise<Plan> {
  const told = await remindersTo(ctx.db, ctx.me.userid, at(ctx.today))
  const lines = [...new Map(told.flat().map((line) => [`${line.head}${line.text}`, line])).values()]
  if (lines.length === 0)
    return reply('今天还没有给您发过提醒。要改每天提醒的时间，请说，例如：提醒改到每天九点。')
  const moment = nextChance(ctx.workingDays, wantedBy(ctx, heard))
  const lasting = lines.map((line) => ({ ...line, until: later(line.until, endOf(dayOf(moment))) }))
  const { userid } = ctx.me
  return plan({
    reply: `好的，${momentText(moment)}再提醒您；在这之前办好的就不再提。`,
    send: [
      {
        to: userid,
        subject: heldSubject(userid),
        message: { kind: 'reminder', lines: lasting },
        notBefore: moment,
        until: endOf(dayOf(moment)),
      },
    ],
  })
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

function wantedBy({ now, today }: Context, { minutes, on, time }: Heard): Instant {
  if (minutes !== null) return plusMs(now, minutes * MINUTE_MS)
  if (on === null && time === null) return inAnHour(now)
  const [hour = 8, minute = 0] = (time ?? '08:00').split(':').map(Number)
  const wanted = at(on ?? today, hour, minute)
  return wanted > now ? wanted : inAnHour(now)
}
