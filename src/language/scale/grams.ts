/** No characters at all: where every walk begins. No walk leads back to it, so 0 also says that none leads on. */
const START = 0

/**
 * Rows of characters with a number each, to be found wherever they stand in a text: a tree in one table of numbers. A step is
 * a place in the tree with the next unit of the text as its lower sixteen bits, and leads to the place behind it. Steps that
 * fall on the same slot stand one behind the other. (A Map of the same steps took three times as long: a quarter of a
 * message's time.)
 */
export type GramTable = {
  steps: Int32Array
  /** By slot: the place behind its step; 0 where the slot is free. */
  places: Int32Array
  /** By place: the number of the characters that led there; -1 where they are only the beginning of others. */
  numbers: Int32Array
}

const SPREAD = 0x9e3779b1
/** At most so much of the slots is taken, so that few steps fall on the same. */
const FILLED = 0.4

const slotOf = (step: number, slots: number): number => {
  const spread = Math.imul(step, SPREAD)
  return (spread ^ (spread >>> 15)) & (slots - 1)
}

/** Builds the tree once, of fewer than 65,536 places. */
export function gramTable(grams: Iterable<readonly [gram: string, number: number]>): GramTable {
  const next = new Map<number, number>()
  const numbers = [-1]
  for (const [gram, number] of grams) {
    let place = START
    for (let i = 0; i < gram.length; i++) {
      const step = (place << 16) | gram.charCodeAt(i)
      if (!next.has(step)) next.set(step, numbers.push(-1) - 1)
      place = next.get(step)!
    }
    numbers[place] = number
  }
  const slots = 2 ** Math.ceil(Math.log2(next.size / FILLED + 2))
  const table = {
    steps: new Int32Array(slots),
    places: new Int32Array(slots),
    numbers: Int32Array.from(numbers),
  }
  for (const [step, place] of next) {
    let slot = slotOf(step, slots)
    while (table.places[slot] !== 0) slot = (slot + 1) & (slots - 1)
    table.steps[slot] = step
    table.places[slot] = place
  }
  return table
}

/** The place that a unit of text leads to; 0 where none. */
function behind({ steps, places }: GramTable, place: number, unit: number): number {
  const step = (place << 16) | unit
  const last = steps.length - 1
  for (let slot = slotOf(step, steps.length); places[slot] !== 0; slot = (slot + 1) & last)
    if (steps[slot] === step) return places[slot]!
  return 0
}

/** The numbers of all that stands in a text, each once. */
export function gramsIn(table: GramTable, text: string): Set<number> {
  const found = new Set<number>()
  for (let from = 0; from < text.length; from++) {
    let place = START
    for (let at = from; at < text.length; at++) {
      place = behind(table, place, text.charCodeAt(at))
      if (place === 0) break
      const number = table.numbers[place]!
      if (number >= 0) found.add(number)
    }
  }
  return found
}
