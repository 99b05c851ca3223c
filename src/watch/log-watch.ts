import { createLog } from './log-line.ts'
import type { Watch } from './watch.ts'

/** For a host where nobody collects metrics: what would be counted is logged too. */
export function createLogWatch(write: (line: string) => void, now: () => number): Watch {
  const log = createLog(write, now)
  return {
    log,
    turn: (kind, seconds) => log('info', 'turn_took', { kind, seconds }),
    count: (name, label) => log('info', name, label === undefined ? {} : { label }),
  }
}
