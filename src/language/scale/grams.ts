/** No characters at all: where every walk begins. */
const START = 0

/**
 * Rows of characters with a number each, to be found wherever they stand in a text: a tree in one map. From a place in it,
 * with the next unit of the text as the lower sixteen bits, the map leads to the place behind.
 */
export type GramTable = {
  next: ReadonlyMap<number, number>
  /** By place: the number of the characters that led there; -1 where they are only the beginning of others. */
  numbers: Int32Array
}

/** Builds the tree once; below 32,768 places a step is a small integer, which maps find the fastest. */
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
  return { next, numbers: Int32Array.from(numbers) }
}

/** The numbers of all that stands in a text, each once. */
export function gramsIn({ next, numbers }: GramTable, text: string): Set<number> {
  const found = new Set<number>()
  for (let from = 0; from < text.length; from++) {
    let place: number | undefined = START
    for (let at = from; at < text.length; at++) {
      place = next.get((place << 16) | text.charCodeAt(at))
      if (place === undefined) break
      if (numbers[place]! >= 0) found.add(numbers[place]!)
    }
  }
  return found
}
