import { createHash } from 'node:crypto'
import type { Instant } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Files, Pictures } from '#src/domain/ports.ts'

/** More than delivery has in hand at once. */
const MOST_HELD = 32

/**
 * Drawn pictures and files that are made to be sent, among the photos, for the channel to read. They lie in memory until newer ones take their place and are
 * never written: what they show stands in the records, and for a message that is tried again it is made again.
 */
export function withDrawn(files: Pick<Files, 'read'>, pictures: Pictures | undefined) {
  const held = new Map<string, Uint8Array>()
  /** Keeps it under its content's name. */
  function hold(content: Uint8Array): string {
    const sha256 = createHash('sha256').update(content).digest('hex')
    held.set(sha256, content)
    for (const oldest of held.keys()) if (held.size > MOST_HELD) held.delete(oldest)
    return sha256
  }
  return {
    hold,
    files: { read: async (sha256: string) => held.get(sha256) ?? files.read(sha256) },
    /** The name under which it can be read; null where the host cannot draw. */
    async draw(picture: Picture, at: Instant): Promise<string | null> {
      if (!pictures) return null
      return hold(await pictures.draw(picture, at))
    },
  }
}
