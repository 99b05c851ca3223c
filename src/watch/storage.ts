import type { Store } from '#db/store.ts'
import { rootCause } from '#src/domain/errors.ts'
import { storageTrouble } from '#src/domain/storage-trouble.ts'
import type { Watch } from './watch.ts'

/**
 * Tells when a commit fails because of the disk, and until one succeeds. Nothing is lost by it: what was not committed is
 * not acknowledged, and the platform sends it again.
 */
export function watchStorage<S extends Store>(
  store: S,
  watch: Pick<Watch, 'log'>,
): { store: S; trouble(): string | null } {
  let trouble: string | null = null
  return {
    trouble: () => trouble,
    store: {
      ...store,
      async commit(writes) {
        try {
          const changed = await store.commit(writes)
          if (writes.length > 0) trouble = null
          return changed
        } catch (error) {
          const mend = storageTrouble(error)
          if (mend !== null) watch.log('error', 'storage_trouble', { error: rootCause(error), mend })
          trouble = mend ?? trouble
          throw error
        }
      },
    },
  }
}
