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

/** The weight of features for every label, in the order of `labels`; differences are logarithms of odds. */
export function weigh({ labels, rows, weights, unit }: Scale, features: Iterable<string>): Float64Array {
  const sums = new Float64Array(labels.length)
  for (const feature of features) {
    const row = rows.get(feature)
    if (row === undefined) continue
    for (let i = 0; i < sums.length; i++) sums[i]! += weights[row * sums.length + i]! * unit
  }
  return sums
}
