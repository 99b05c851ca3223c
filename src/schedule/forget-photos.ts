import { isKept, unclaimedPhotos } from '#db/photos.ts'
import { photos } from '#db/schema/machine.ts'
import { remove, type Store } from '#db/store.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Files } from '#src/domain/ports.ts'

/** A minute's work; a month of pictures that nobody claimed is gone within the hour. */
const AT_ONCE = 100

type Deps = { store: Store; files: Pick<Files, 'forget'> }

/**
 * Pictures that came before then and that nobody has said to belong to anything go, with their files. The row first: a file
 * without a row is litter, a row without its file would be a picture that cannot be shown.
 */
export async function forgetPhotos({ store, files }: Deps, before: Instant): Promise<void> {
  const unclaimed = await unclaimedPhotos(store.db, before, AT_ONCE)
  await store.commit(unclaimed.map(({ id }) => remove(photos, { id, subject: null })))
  for (const { sha256 } of unclaimed)
    if (sha256 && !(await isKept(store.db, sha256))) await files.forget(sha256)
}
