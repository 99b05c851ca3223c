import { plusMs, type Instant } from '#src/domain/day.ts'
import type { Clock } from '#src/domain/ports.ts'

/** Values only, so that it may outlive an event on Workers. */
export type BreakerMemory = { failures: number; offUntil: Instant | null }

export const newBreakerMemory = (): BreakerMemory => ({ failures: 0, offUntil: null })

/** So many failures in a row, and nothing is asked for so long. */
const FAILURES = 3
const OFF_MS = 60_000

/** Spares people the wait, and a model in trouble the questions. Machine time. */
export function createBreaker(clock: Clock, memory: BreakerMemory) {
  return {
    isOff: () => memory.offUntil !== null && clock.now() < memory.offUntil,
    succeeded() {
      memory.failures = 0
      memory.offUntil = null
    },
    /** After the minute one more failure is enough. */
    failed() {
      memory.failures += 1
      if (memory.failures >= FAILURES) memory.offUntil = plusMs(clock.now(), OFF_MS)
    },
  }
}
