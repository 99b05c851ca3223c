import { DAY_MS, plusMs } from '#src/domain/day.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Clock, Files } from '#src/domain/ports.ts'
import type { WecomApi } from './api.ts'
import type { Answer } from './http.ts'

type Image = { sha256: string; name: string; type?: 'image' | 'file' | undefined }

/** Media ids of pictures that were uploaded. */
export type Uploads = {
  /** The same id for the same picture while it lasts: so a resend is the same message to the platform, byte for byte. */
  idOf(image: Image): Promise<Answer<string>>
  /** After the platform has said that an id is no longer good. */
  forget(image: Image): void
}

/** Two files may hold the same and be called differently: of two months in which nothing happened. */
const keyOf = ({ sha256, name }: Image): string => `${sha256} ${name}`

// The platform keeps a file for three days (WeCom D90253).
const KEPT_MS = 2 * DAY_MS

export function createUploads(deps: { api: WecomApi; files: Pick<Files, 'read'>; clock: Clock }): Uploads {
  const kept = new Map<string, { id: Promise<Answer<string>>; until: Instant }>()

  async function upload(image: Image): Promise<Answer<string>> {
    const { sha256, name, type = 'image' } = image
    const answer = await deps.api.upload(type, await deps.files.read(sha256), name)
    if (!answer.ok) kept.delete(keyOf(image))
    return answer
  }

  function dropOld(): void {
    for (const [key, { until }] of kept) if (until <= deps.clock.now()) kept.delete(key)
  }

  return {
    idOf(image) {
      dropOld()
      const found = kept.get(keyOf(image))
      if (found) return found.id
      const id = upload(image)
      kept.set(keyOf(image), { id, until: plusMs(deps.clock.now(), KEPT_MS) })
      return id
    },
    forget: (image) => void kept.delete(keyOf(image)),
  }
}
