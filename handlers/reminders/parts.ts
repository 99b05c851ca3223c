/** Whose records are read at once, about a city's: those of thirty cities would be 540 MB, and D1 takes 100 parameters. */
export const PLACES_AT_ONCE = 25

/** A list in parts of a size, in its order. */
export function* inParts<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += size) yield list.slice(from, from + size)
}
