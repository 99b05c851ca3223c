import { getHeapStatistics } from 'node:v8'

/** So much more than after the last time is worth the pause: about a millisecond for each MB in use. */
const WORTH_IT = 1.5

/**
 * Gives memory back to the machine that V8 keeps for later: starting, and a morning's checks, take half as much again as
 * the assistant needs at rest. Does nothing where Node runs without `--expose-gc`.
 */
export function givingBack(): () => void {
  let kept = 0
  return () => {
    if (getHeapStatistics().total_heap_size <= kept * WORTH_IT) return
    globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' })
    kept = getHeapStatistics().total_heap_size
  }
}
