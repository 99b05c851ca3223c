import { randomInt, randomUUID } from 'node:crypto'
import { instant } from './domain/day.ts'
import type { Clock, Ids } from './domain/ports.ts'

/** Time and chance as the machine has them: what both hosts pass in where a test passes its own. */
export const machine: Clock = { now: () => instant(Date.now()) }

export const ids: Ids = {
  // The time first: what is new stands together in an index, so that a commit has few pages to write.
  fresh: () => Date.now().toString(36) + randomUUID().replaceAll('-', ''),
  chance: () => randomInt(2 ** 32) / 2 ** 32,
}
