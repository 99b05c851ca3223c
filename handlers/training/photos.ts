import { entriesBy, type Entry } from '#db/entries.ts'
import { changeRecord } from '#db/filing.ts'
import { recordOf } from '#db/on-file.ts'
import { photosOf } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { update, type Write } from '#db/store.ts'
import { plusMs } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import type { Context } from '../context.ts'
import { bySpeaker, entrySubject } from '../entries/entering.ts'
import { plan, type Plan } from '../plan.ts'
import { openDrafts } from '../visits/change.ts'

/**
 * A picture that follows the training which somebody has entered since then is its certificate; null where he has entered
 * none, or talks of a visit by now.
 */
export async function certificatePhotos(ctx: Context, withinMs: number): Promise<Plan | null> {
  const mine = await entriesBy(ctx.db, ctx.me.userid, plusMs(ctx.now, -withinMs))
  const last = mine.find(({ kind, state }) => kind === 'training' && (state === 'draft' || state === 'filed'))
  const [visit] = last ? await openDrafts(ctx) : []
  if (!last || (visit && visit.createdAt > last.since)) return null
  const subject = entrySubject(last.id)
  const count = (await photosOf(ctx.db, subject)).length + ctx.photos.length
  return plan({
    writes: [
      ...ctx.photos.map((id) => update(photos, { subject }, { id })),
      ...(await proofOnFile(ctx, last, `照片${count}张`)),
    ],
    reply: `照片已放进培训登记「${String(last.said['title'] ?? '')}」。`,
  })
}

async function proofOnFile(ctx: Context, entry: Entry, proof: string): Promise<Write[]> {
  const record = entry.state === 'filed' && entry.record && (await recordOf(ctx.db, 'training', entry.record))
  return record ? changeRecord('training', record, { proof }, bySpeaker(ctx, ctx.me.roles[0] as Role)) : []
}
