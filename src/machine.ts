import { randomBytes, randomInt } from 'node:crypto'
import { instant } from './domain/day.ts'
import type { Clock, Ids } from './domain/ports.ts'

/** Time and chance as the machine has them: what both hosts pass in where a test passes its own. */
export const machine: Clock = { now: () => instant(Date.now()) }

export const ids: Ids = {
  fresh: () => randomBytes(15).toString('hex'),
  chance: () => randomInt(2 ** 32) / 2 ** 32,
}
