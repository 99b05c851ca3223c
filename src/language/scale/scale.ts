/** Features with their weights, as learned from labelled messages: a row of bytes for each, in units of `unit`. */
export type Scale = { rows: ReadonlyMap<string, number>; width: number; weights: Int8Array; unit: number }

/** A scale as `npm run train` writes it. */
export type ScaleFile = { features: string[]; unit: number; weights: string }

/** The scale that a file tells. */
export function scaleFrom({ features, unit, weights }: ScaleFile): Scale {
  const bytes = Uint8Array.from(atob(weights), (char) => char.charCodeAt(0))
  return {
    rows: new Map(features.map((feature, row) => [feature, row])),
    width: features.length === 0 ? 0 : bytes.length / features.length,
    weights: new Int8Array(bytes.buffer),
    unit,
  }
}

/**
 * Adds what some of the weights of a row say, from the `first` of it, to as many sums from `at`; for a feature without a row
 * nothing.
 */
export function addWeights(
  { weights, width, unit }: Scale,
  row: number | undefined,
  first: number,
  sums: Float64Array,
  at: number,
  many: number,
): void {
  if (row === undefined) return
  const from = row * width + first
  for (let i = 0; i < many; i++) sums[at + i]! += weights[from + i]! * unit
}

/** Adds the weights of a whole row to the sums of all labels; of one that was not learned nothing. */
export function addRow(sums: Int32Array, weights: Int8Array, row: number | undefined): void {
  if (row === undefined) return
  const labels = sums.length
  for (let i = 0, at = row * labels; i < labels; i++, at++) sums[i]! += weights[at]!
}
