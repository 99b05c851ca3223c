import type { Action } from '#cards/action.ts'
import { photoCard } from '#cards/visit-records.ts'
import { loosePhotos, subjectsWithPhotos } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { update } from '#db/store.ts'
import { enteredBy, visitOf, type Visit } from '#db/visits.ts'
import { addDays, at, DAY_MS, plusMs } from '#src/domain/day.ts'
import { PHOTO_DAYS, wantsPhotos } from '#src/policy/photos.ts'
import type { Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { visitSubject } from './draft.ts'
import { nameOfRecord, shortly } from './record.ts'

const photosSubject = (ctx: Context): string => `photos:${ctx.me.userid}`

/** Of these records, those whose mandatory pictures (policy.md 5.1) have not come: 「待补照片」. */
export async function lackingPhotos(ctx: Context, records: readonly Visit[]): Promise<Visit[]> {
  const wanting = records.filter((each) => wantsPhotos(each.findings))
  if (wanting.length === 0) return []
  const subjects = wanting.map((each) => visitSubject(each.id))
  const have = await subjectsWithPhotos(ctx.db, subjects)
  return wanting.filter((each) => !have.has(visitSubject(each.id)))
}

/** A picture that follows within seven days belongs to the record that still wants one (policy.md 8.1); null where none does. */
export async function latePhotos(ctx: Context): Promise<Plan | null> {
  const since = at(addDays(ctx.today, -PHOTO_DAYS))
  const mine = await enteredBy(ctx.db, ctx.me.userid, since, ctx.now)
  const lacking = await lackingPhotos(
    ctx,
    mine.filter((each) => each.state === 'submitted'),
  )
  const [only, another] = lacking
  if (!only) return null
  return another ? askWhichRecord(ctx, lacking) : putInto(ctx, only, ctx.photos)
}

async function askWhichRecord(ctx: Context, lacking: readonly Visit[]): Promise<Plan> {
  // One question for a burst of pictures, not one for each.
  const asked = (await loosePhotos(ctx.db, ctx.me.userid, plusMs(ctx.now, -BURST_MS))).length > 0
  if (asked) return plan({})
  const shown = photoCard(
    lacking.map((each) => shortly(ctx, each)),
    ctx.today,
  )
  return plan({ send: [card(ctx.me.userid, photosSubject(ctx), shown)] })
}

const BURST_MS = 30 * 60_000

/** 放进这条: the pictures that were sent before the press. */
export async function choosePhotoRecord(ctx: Context, action: Action): Promise<Plan> {
  const visit = await visitOf(ctx.db, action.id)
  if (!visit || visit.inspector !== ctx.me.userid) return refused(NOT_YOURS)
  if (visit.state !== 'submitted') return handled(ctx, photosSubject(ctx), visit.id, action.seq)
  const waiting = await loosePhotos(ctx.db, ctx.me.userid, plusMs(ctx.now, -DAY_MS))
  if (waiting.length === 0) return reply('没有等着归档的照片，请再发一次。')
  return putInto(
    ctx,
    visit,
    waiting.map((each) => each.id),
  )
}

const putInto = (ctx: Context, visit: Visit, ids: readonly string[]): Plan =>
  plan({
    writes: ids.map((id) => update(photos, { subject: visitSubject(visit.id) }, { id })),
    reply: `照片已放进督导记录 ${nameOfRecord(ctx, visit)}。`,
    settle: [{ subject: photosSubject(ctx), outcome: `已放进 ${visit.no}` }],
  })
