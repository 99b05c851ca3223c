import { entriesBy, type Entry } from '#db/entries.ts'
import { meetingsOf } from '#db/on-file.ts'
import { photosOf } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { update } from '#db/store.ts'
import { plusMs } from '#src/domain/day.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { begin, save } from '../entries/draft.ts'
import { entrySubject } from '../entries/entering.ts'
import { both, plan, type Plan } from '../plan.ts'
import { openDrafts } from '../visits/change.ts'
import { placeOf } from './enter.ts'

/** A picture that follows a meeting, or minutes, whose card waits; null where he talks of something else by now. */
export async function photosOfMeeting(ctx: Context, withinMs: number): Promise<Plan | null> {
  const mine = await entriesBy(ctx.db, ctx.me.userid, plusMs(ctx.now, -withinMs))
  const last = mine.find(({ kind, state }) => kind.startsWith('meeting') && state === 'draft')
  const [visit] = last ? await openDrafts(ctx) : []
  if (!last || (visit && visit.createdAt > last.since)) return null
  const subject = entrySubject(last.id)
  const count = (await photosOf(ctx.db, subject)).length + ctx.photos.length
  const put = plan({ writes: ctx.photos.map((id) => update(photos, { subject }, { id })) })
  return both(put, last.kind === 'meeting' ? kept() : await countedOn(ctx, last, count))
}

const kept = (): Plan => plan({ reply: '照片已放进会议登记，作为纪要。' })

const countedOn = (ctx: Context, entry: Entry, count: number): Promise<Plan> =>
  save(ctx, entry, { change: 'minutes', photos: count })

/** A picture from an office, while a meeting that was held has no minutes: they may be it, and its card asks (C3.1, 已开未归档). */
export async function photoOfMinutes(ctx: Context): Promise<Plan | null> {
  if (!roleForPlace(ctx.me, 'enter_meeting', ctx.me.county)) return null
  const waiting = (await meetingsOf(ctx.db, placeOf(ctx))).filter(
    ({ status, minutesOn }) => status === 'held' && minutesOn === null,
  )
  return waiting.length === 0
    ? null
    : begin(ctx, 'meeting_change', { change: 'minutes', photos: ctx.photos.length })
}
