import { plusMs, type Instant } from '#src/domain/day.ts'

const MINUTE_MS = 60_000

/** Keeps to so many messages a minute for one person: the platform drops what is more without a word. */
export function createPace(perMinute: number) {
  const sentTo = new Map<string, Instant[]>()

  const recent = (recipient: string, now: Instant): Instant[] => {
    const kept = (sentTo.get(recipient) ?? []).filter((at) => plusMs(at, MINUTE_MS) > now)
    if (kept.length > 0) sentTo.set(recipient, kept)
    else sentTo.delete(recipient)
    return kept
  }

  return {
    /** How long this person must be left alone; 0 when a message may go now. */
    waitMs(recipient: string, now: Instant): number {
      const kept = recent(recipient, now)
      const oldest = kept.at(-perMinute)
      return oldest === undefined ? 0 : plusMs(oldest, MINUTE_MS) - now
    },
    sent(recipient: string, at: Instant, messages: number): void {
      sentTo.set(recipient, [...recent(recipient, at), ...Array<Instant>(messages).fill(at)])
    },
  }
}
