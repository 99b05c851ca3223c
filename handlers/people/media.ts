import { draftReportOn, noticeOf, runningNotices } from '#db/notices.ts'
import { loosePhotos } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { update } from '#db/store.ts'
import { enteredBy } from '#db/visits.ts'
import { DAY_MS, plusMs } from '#src/domain/day.ts'
import { PHOTO_DAYS } from '#src/policy/photos.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Context } from '../context.ts'
import { plan, reply, type Plan } from '../plan.ts'
import { photoOfMinutes, photosOfMeeting } from '../meetings/minutes-photos.ts'
import { addPhotos } from '../rectifications/report.ts'
import { openDrafts } from '../visits/change.ts'
import { visitSubject } from '../visits/draft.ts'
import { certificatePhotos } from '../training/photos.ts'
import { latePhotos } from '../visits/late-photos.ts'

const RECENT_MS = 30 * 60_000

/** A picture without words: it belongs to what the person is just about; else it waits for his words. */
export async function onMedia(ctx: Context, what: 'image' | 'voice' | 'video' | 'file'): Promise<Plan> {
  if (what === 'voice') return reply('语音收到了，但我听不了。请用键盘上的语音输入说一遍，会变成文字。')
  if (what !== 'image') return reply('文件和视频我还不会看，请发照片或文字。')
  return (
    (await certificatePhotos(ctx, RECENT_MS)) ??
    (await photosOfMeeting(ctx, RECENT_MS)) ??
    (await forVisit(ctx)) ??
    (await forReport(ctx)) ??
    (await latePhotos(ctx)) ??
    (await certificatePhotos(ctx, PHOTO_DAYS * DAY_MS)) ??
    (await photoOfMinutes(ctx)) ??
    (await loose(ctx))
  )
}

async function forReport(ctx: Context): Promise<Plan | null> {
  if (!hasRole(ctx.me, SCHOOL_ROLES)) return null
  for (const notice of ctx.me.school ? await runningNotices(ctx.db, ctx.me.school) : []) {
    const draft = await draftReportOn(ctx.db, notice.id)
    if (draft) return addPhotos(ctx, draft, notice)
  }
  if (ctx.awaiting?.kind !== 'report') return null
  const notice = await noticeOf(ctx.db, ctx.awaiting.notice)
  return notice ? reply(`照片收到了。请再说一下 ${notice.no} 各项怎么改的。`) : null
}

/** The draft of the last half hour, or the record just made: pictures may follow the words. */
async function forVisit(ctx: Context): Promise<Plan | null> {
  const since = plusMs(ctx.now, -RECENT_MS)
  const [draft] = (await openDrafts(ctx)).filter((each) => each.createdAt >= since)
  const [last] = draft
    ? [draft]
    : (await enteredBy(ctx.db, ctx.me.userid, since, ctx.now)).filter((each) => each.state === 'submitted')
  if (!last) return null
  const name = last.school ? ctx.roster.school(last.school).name : '这条'
  return plan({
    writes: ctx.photos.map((id) => update(photos, { subject: visitSubject(last.id) }, { id })),
    reply: `照片已放进${name}的督导记录。`,
  })
}

async function loose(ctx: Context): Promise<Plan> {
  const earlier = await loosePhotos(ctx.db, ctx.me.userid, plusMs(ctx.now, -RECENT_MS))
  const count = earlier.length + ctx.photos.length
  // One question for a burst of pictures, not one for each.
  if (earlier.length > 0) return plan({})
  return reply(
    hasRole(ctx.me, SCHOOL_ROLES)
      ? `收到照片 ${count} 张。是哪一项整改，怎么改的？`
      : `收到照片 ${count} 张。是哪所学校、什么问题？`,
  )
}
