import { getHeapStatistics } from 'node:v8'

/** So much more than after the last time is worth the pause: about a millisecond for each MB in use. */
const WORTH_IT = 1.5

/** What V8 holds of the machine's memory, in bytes, and how it is made to give back what it does not use. */
export type Heap = { held(): number; collect(): void }

const OF_NODE: Heap = {
  held: () => getHeapStatistics().total_heap_size,
  collect: () => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }),
}

/**
 * Gives memory back to the machine that V8 keeps for later: starting, and a morning's checks, take half as much again as
 * the assistant needs at rest. Does nothing where Node runs without `--expose-gc`.
 */
export function givingBack(heap = OF_NODE): () => void {
  let kept = 0
  return () => {
    if (heap.held() <= kept * WORTH_IT) return
    heap.collect()
    kept = heap.held()
  }
}
