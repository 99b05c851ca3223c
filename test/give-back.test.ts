import { expect, test } from 'vitest'
import { givingBack, type Heap } from '#src/give-back.ts'

const MB = 1_000_000

/** A heap that holds what it is told to, and comes down to what is in use when it is collected. */
function heapAt(held: number) {
  const heap = { is: held, inUse: held, collected: 0 }
  const handedIn: Heap = {
    held: () => heap.is,
    collect: () => {
      heap.collected++
      heap.is = heap.inUse
    },
  }
  return { heap, giveBack: givingBack(handedIn) }
}

test('what the start has left is given back', () => {
  const { heap, giveBack } = heapAt(150 * MB)
  heap.inUse = 100 * MB
  giveBack()
  expect(heap).toEqual({ is: 100 * MB, inUse: 100 * MB, collected: 1 })
})

test('minutes that take no more do not pause for it; half as much again does not yet', () => {
  const { heap, giveBack } = heapAt(100 * MB)
  giveBack()
  for (const held of [100, 120, 149, 150]) {
    heap.is = held * MB
    giveBack()
  }
  expect(heap.collected).toBe(1)
})

test('a morning that takes more than half as much again is given back, and the next one too', () => {
  const { heap, giveBack } = heapAt(100 * MB)
  giveBack()
  for (const morning of [2, 3]) {
    heap.is = 150 * MB + 1
    giveBack()
    expect([heap.collected, heap.is]).toEqual([morning, 100 * MB])
  }
})

test('what is in use after all is the new measure: it is not collected for in vain every minute', () => {
  const { heap, giveBack } = heapAt(100 * MB)
  giveBack()
  heap.is = heap.inUse = 200 * MB
  for (let minute = 0; minute < 5; minute++) giveBack()
  expect(heap.collected).toBe(2)
})

test('a heap that became smaller is measured by what it was brought to last', () => {
  const { heap, giveBack } = heapAt(200 * MB)
  giveBack()
  heap.is = 100 * MB
  giveBack()
  heap.is = 260 * MB
  giveBack()
  expect(heap.collected).toBe(1)
})

test('without a collector of Node’s own nothing happens', () => {
  expect(globalThis.gc).toBeUndefined()
  expect(givingBack()).not.toThrow()
})
