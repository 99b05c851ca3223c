import { plusMs, type Instant } from '#src/domain/day.ts'

const FIRST_MS = 1_000
const LONGEST_MS = { urgent: 60_000, normal: 10 * 60_000 }

/**
 * When a message is tried again: after 1, 2, 4 … seconds up to ten minutes (an urgent one up to one), spread by up to a half so that many do not
 * come back at once; never before the time that the platform asked for.
 */
export function nextTry(
  now: Instant,
  attempts: number,
  chance: number,
  { askedMs = 0, urgent = false } = {},
): Instant {
  const longest = LONGEST_MS[urgent ? 'urgent' : 'normal']
  const backoff = Math.min(FIRST_MS * 2 ** Math.min(attempts, 20), longest)
  return plusMs(now, Math.max(askedMs, Math.round(backoff * (0.75 + chance / 2))))
}
