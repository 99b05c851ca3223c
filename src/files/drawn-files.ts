import { createHash } from 'node:crypto'
import type { Instant } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Files, Pictures } from '#src/domain/ports.ts'

/** More than delivery has in hand at once. */
const MOST_HELD = 32

/**
 * Drawn pictures among the photos, for the channel to read. They lie in memory until newer ones take their place and are
 * never written: what they show stands in the records, and a message that is tried again is drawn again.
 */
export function withDrawn(files: Pick<Files, 'read'>, pictures: Pictures | undefined) {
  const held = new Map<string, Uint8Array>()
  return {
    files: { read: async (sha256: string) => held.get(sha256) ?? files.read(sha256) },
    /** The name under which it can be read; null where the host cannot draw. */
    async draw(picture: Picture, at: Instant): Promise<string | null> {
      if (!pictures) return null
      const png = await pictures.draw(picture, at)
      const sha256 = createHash('sha256').update(png).digest('hex')
      held.set(sha256, png)
      for (const oldest of held.keys()) if (held.size > MOST_HELD) held.delete(oldest)
      return sha256
    },
  }
}
