import { plusMs, type Instant } from '#src/domain/day.ts'
import type { Channel, Clock } from '#src/domain/ports.ts'

/** So many different messages put off, and none that went, are not the fault of one message. */
const MESSAGES = 8
const FIRST_REST_MS = 5_000
const LONGEST_REST_MS = 60_000

/**
 * Whether the platform takes anything at all. Down, over its limit or no longer trusting us, it would be called for every
 * message that waits; so all of them rest, and one at a time tries whether it is back: within a minute it is noticed.
 */
export function createLine(channel: Channel, machine: Clock) {
  const failing = new Set<string>()
  let restMs = 0
  let restsUntil = 0 as Instant

  function note(body: string, went: boolean): void {
    if (went) failing.clear()
    else failing.add(body)
    if (went) restMs = 0
    if (failing.size < MESSAGES) return
    restMs = Math.min(Math.max(restMs * 2, FIRST_REST_MS), LONGEST_REST_MS)
    restsUntil = plusMs(machine.now(), restMs)
  }

  return {
    channel: {
      ...channel,
      async send(body: string) {
        const sent = await channel.send(body)
        note(body, sent.outcome !== 'later')
        return sent
      },
    },
    /** How many calls may be under way now, of `all`. */
    hands: (all: number): number => (restMs === 0 ? all : machine.now() < restsUntil ? 0 : 1),
  }
}
