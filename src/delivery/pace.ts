import { plusMs, type Instant } from '#src/domain/day.ts'

/**
 * A message counts here from when it is tried, with the platform from when it arrives, up to ten seconds later: so that
 * no minute of the platform's holds one too many, ours are longer by that.
 */
export const PACE_MS = 70_000

/** Keeps to so many messages a minute for each receiver: the platform drops what is more without a word. */
export function createPace(perMinute: (recipient: string) => number) {
  const sentTo = new Map<string, Instant[]>()

  const recent = (recipient: string, now: Instant): Instant[] => {
    const kept = (sentTo.get(recipient) ?? []).filter((at) => plusMs(at, PACE_MS) > now)
    if (kept.length > 0) sentTo.set(recipient, kept)
    else sentTo.delete(recipient)
    return kept
  }

  return {
    /** How long this person must be left alone; 0 when a message may go now. */
    waitMs(recipient: string, now: Instant): number {
      const kept = recent(recipient, now)
      const oldest = kept.at(-perMinute(recipient))
      return oldest === undefined ? 0 : plusMs(oldest, PACE_MS) - now
    },
    sent(recipient: string, at: Instant, messages: number): void {
      const all = [...recent(recipient, at), ...Array<Instant>(messages).fill(at)]
      sentTo.set(
        recipient,
        all.toSorted((a, b) => a - b),
      )
    },
  }
}
