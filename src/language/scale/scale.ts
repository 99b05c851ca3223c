/** How much each feature speaks for each label, as learned from labelled messages. One byte a weight, in units of `unit`. */
export type Scale = {
  labels: readonly string[]
  rows: ReadonlyMap<string, number>
  weights: Int8Array
  unit: number
}

/** A file of weights as `npm run train` writes it; `from` names the messages that they were learned from. */
export type WeightsFile = {
  from: string
  labels: string[]
  features: string[]
  unit: number
  weights: string
}

/** The scale that a file of weights tells. */
export function scaleFrom(file: WeightsFile): Scale {
  const bytes = Uint8Array.from(atob(file.weights), (char) => char.charCodeAt(0))
  return {
    labels: file.labels,
    rows: new Map(file.features.map((feature, row) => [feature, row])),
    weights: new Int8Array(bytes.buffer),
    unit: file.unit,
  }
}

/** Adds the weights of a feature to the sums of all labels; of one that was not learned nothing. */
export function addRow(sums: Int32Array, weights: Int8Array, row: number | undefined): void {
  if (row === undefined) return
  const labels = sums.length
  for (let i = 0, at = row * labels; i < labels; i++, at++) sums[i]! += weights[at]!
}
