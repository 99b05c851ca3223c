import type { Stretch } from './stretches.ts'

/**
 * The stretches, none over another, that weigh the most together among `length` signs; what is in none weighs nothing.
 * `touching` is added where one begins right behind another.
 */
export function bestStretches(
  length: number,
  stretches: readonly Stretch[],
  weights: Float64Array,
  touching: number,
): Stretch[] {
  const ending: number[][] = Array.from({ length: length + 1 }, () => [])
  stretches.forEach(({ to }, n) => ending[to]!.push(n))
  // The most up to each sign, where a stretch ends there and where none does.
  const ended = new Float64Array(length + 1).fill(-Infinity)
  const free = new Float64Array(length + 1)
  const chosen: number[] = []
  const upTo = (at: number): number => Math.max(free[at]!, ended[at]! + touching)
  for (let at = 1; at <= length; at++) {
    free[at] = Math.max(free[at - 1]!, ended[at - 1]!)
    for (const n of ending[at]!) {
      const weight = upTo(stretches[n]!.from) + weights[n]!
      if (weight <= ended[at]!) continue
      ended[at] = weight
      chosen[at] = n
    }
  }
  const best: Stretch[] = []
  let touches = false
  for (let at = length; at > 0;) {
    const ends: boolean = ended[at]! + (touches ? touching : 0) > free[at]!
    touches = ends
    if (ends) best.unshift(stretches[chosen[at]!]!)
    at = ends ? stretches[chosen[at]!]!.from : at - 1
  }
  return best
}
