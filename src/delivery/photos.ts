import { reportOf, noticeOf } from '#db/notices.ts'
import { photosToFetch, type Photo } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { update, type Store, type Write } from '#db/store.ts'
import { text, type Post } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { clockText, plusMs, DAY_MS } from '#src/domain/day.ts'
import { rootCause, UserError } from '#src/domain/errors.ts'
import type { Channel, Clock, Files, Ids } from '#src/domain/ports.ts'
import { storageTrouble } from '#src/domain/storage-trouble.ts'
import type { Watch } from '#src/watch/watch.ts'
import { nextTry } from './retry.ts'

export type PhotoDeps = {
  store: Store
  channel: Pick<Channel, 'fetchMedia'>
  files: Files
  machine: Clock
  clock: Clock
  ids: Ids
  watch: Watch
  /** Something was put into the outbox. */
  wake(): void
}

/** Seven tries take about two minutes: a bot's link is dead after five, an app's media after three days. */
const TRIES = 7
/** While our own disk takes nothing the picture waits, for as long as the platform keeps it. */
const DISK_RETRY_MS = 60_000
const MEDIA_LIFE_MS = 3 * DAY_MS
const AT_ONCE = 8

export type PhotoFetcher = { wake(): void; drain(): Promise<void> }

/** Fetches pictures from the platform right after the commit that named them, one round at a time. */
export function createPhotoFetcher(deps: PhotoDeps): PhotoFetcher {
  let fetching: Promise<void> | null = null
  let again = false

  async function rounds(): Promise<void> {
    do {
      again = false
      const due = await photosToFetch(deps.store.db, deps.machine.now(), AT_ONCE)
      await Promise.all(due.map((photo) => fetchOne(deps, photo)))
      if (due.length === AT_ONCE) again = true
    } while (again)
  }

  function wake(): void {
    again = true
    fetching ??= rounds()
      .catch((error: unknown) => {
        deps.watch.log('error', 'photos_unreadable', {
          error: rootCause(error),
        })
      })
      .finally(() => (fetching = null))
  }

  return {
    wake,
    async drain() {
      wake()
      while (fetching) await fetching
    },
  }
}

async function fetchOne(deps: PhotoDeps, photo: Photo): Promise<void> {
  try {
    const kept = await deps.files.keepImage(await deps.channel.fetchMedia(photo.ref))
    deps.watch.count('photos_kept')
    const shown = await lateForReview(deps, photo, kept.sha256)
    await commit(deps, [update(photos, { state: 'kept', sha256: kept.sha256 }, { id: photo.id })], shown)
  } catch (error) {
    await failed(deps, photo, error)
  }
}

async function failed(deps: PhotoDeps, photo: Photo, error: unknown): Promise<void> {
  const mend = storageTrouble(error)
  if (mend !== null && deps.clock.now() - photo.at < MEDIA_LIFE_MS) return diskFailed(deps, photo, mend)
  const attempts = photo.attempts + 1
  if (!(error instanceof UserError) && attempts < TRIES) {
    const nextAt = nextTry(deps.machine.now(), attempts, deps.ids.chance())
    await deps.store.commit([update(photos, { attempts, nextAt }, { id: photo.id })])
    return
  }
  deps.watch.count('photos_failed')
  deps.watch.log('warn', 'photo_not_kept', {
    photo: photo.id,
    error: rootCause(error),
  })
  const why = error instanceof UserError ? error.message : '没有取到'
  const words = `您${clockText(photo.at)}发的一张照片没有保存：${why}。请重新发一次。`
  await commit(
    deps,
    [update(photos, { state: 'failed', attempts }, { id: photo.id })],
    [text(photo.sender, `photo:${photo.id}`, words)],
  )
}

async function diskFailed(deps: PhotoDeps, photo: Photo, mend: string): Promise<void> {
  deps.watch.log('error', 'photos_not_kept', { error: 'the disk takes no pictures', mend })
  const nextAt = plusMs(deps.machine.now(), DISK_RETRY_MS)
  await deps.store.commit([update(photos, { nextAt }, { id: photo.id })])
}

/** A picture that arrives after its report was handed in still goes to the inspector who is to judge it. */
async function lateForReview(deps: PhotoDeps, photo: Photo, sha256: string): Promise<Post[]> {
  const [kind, id] = (photo.subject ?? '').split(':')
  const report = kind === 'report' && id ? await reportOf(deps.store.db, id) : null
  const notice = report?.state === 'submitted' ? await noticeOf(deps.store.db, report.notice) : null
  if (!notice) return []
  const message = { kind: 'image' as const, sha256, name: '整改照片（补）.jpg' }
  return [{ to: notice.inspector, subject: `notice:${notice.id}`, message }]
}

async function commit(deps: PhotoDeps, writes: Write[], posts: Post[]): Promise<void> {
  const queue = { db: deps.store.db, ids: deps.ids, now: deps.clock.now(), machineNow: deps.machine.now() }
  const queued = await Promise.all(posts.map((post) => queuedPost(queue, post)))
  await deps.store.commit([...writes, ...queued])
  if (posts.length > 0) deps.wake()
}
