/** A form as numbers: the codes of its characters, or the ids of its syllables. */
export type Units = ArrayLike<number>

/** A form that begins where one looked, and what it stands for. */
export type FormHere = { length: number; values: number[] }

/** What each of many forms stands for. */
export type FormTable = {
  of(units: Units): number[]
  /** The forms of two units and more that begin at a place, longest first. */
  startingAt(units: Units, at: number): FormHere[]
}

/** The characters of a text, one number for each UTF-16 unit. */
export function unitsOf(text: string): Uint16Array {
  const units = new Uint16Array(text.length)
  for (let i = 0; i < text.length; i++) units[i] = text.charCodeAt(i)
  return units
}

/**
 * Two unlike hashes of a form, taken on unit by unit: the first says in which bucket it stands, the second tells it from
 * the others there. Among the forms of 3,300 schools, words that are none of them pass both once in a thousand million.
 */
class Key {
  place = 0x811c9dc5 | 0
  check = 0x811c9dc5 | 0

  take(unit: number): this {
    this.place = Math.imul(this.place ^ unit, 0x01000193)
    const mixed = Math.imul(this.check + unit + 1, 0x85ebca6b)
    this.check = mixed ^ (mixed >>> 13)
    return this
  }

  get bucket(): number {
    return this.place ^ (this.place >>> 15)
  }
}

function keyOf(units: Units, length = units.length): Key {
  const key = new Key()
  for (let i = 0; i < length; i++) key.take(units[i]!)
  return key
}

/** Lengths as bits of a number; the last bit stands for all from 31 on. */
const lengthBit = (length: number): number => 1 << Math.min(length, 31)
const LONGEST = 64

type Buckets = {
  /** A power of two less one: which part of a key's bucket counts. */
  mask: number
  /** Where each bucket begins in `checks` and `values`, and at last the end. */
  starts: Uint32Array
  checks: Int32Array
  values: Uint32Array
  /** By the bucket of a form's first two units: how long such forms are. */
  lengths: Uint32Array
}

/**
 * Takes forms in and makes a table of them. The forms themselves are not kept: a school has ten of them, and as strings in
 * a map they took ten times the room of the eight bytes here.
 */
export class FormTableBuilder {
  readonly #buckets: number[] = []
  readonly #checks: number[] = []
  readonly #values: number[] = []
  readonly #heads: number[] = []
  readonly #lengths: number[] = []

  /** `value`: what the form stands for, a whole number below 2³². */
  add(units: Units, value: number): void {
    const key = keyOf(units)
    this.#buckets.push(key.bucket)
    this.#checks.push(key.check)
    this.#values.push(value)
    this.#heads.push(keyOf(units, 2).bucket)
    this.#lengths.push(units.length)
  }

  build(): FormTable {
    const mask = 2 ** Math.ceil(Math.log2(Math.max(2, this.#buckets.length / 2))) - 1
    const buckets = this.#filled(mask)
    return {
      of: (units) => valuesOf(buckets, keyOf(units)),
      startingAt: (units, at) => formsStartingAt(buckets, units, at),
    }
  }

  #filled(mask: number): Buckets {
    const starts = bucketStarts(this.#buckets, mask)
    const checks = new Int32Array(this.#buckets.length)
    const values = new Uint32Array(this.#buckets.length)
    const lengths = new Uint32Array(mask + 1)
    const next = starts.slice()
    for (let i = 0; i < checks.length; i++) {
      const at = next[this.#buckets[i]! & mask]!++
      checks[at] = this.#checks[i]!
      values[at] = this.#values[i]!
      lengths[this.#heads[i]! & mask]! |= lengthBit(this.#lengths[i]!)
    }
    return { mask, starts, checks, values, lengths }
  }
}

function bucketStarts(buckets: readonly number[], mask: number): Uint32Array {
  const starts = new Uint32Array(mask + 2)
  for (const bucket of buckets) starts[(bucket & mask) + 1]!++
  for (let i = 0; i <= mask; i++) starts[i + 1]! += starts[i]!
  return starts
}

function valuesOf({ mask, starts, checks, values }: Buckets, key: Key): number[] {
  const bucket = key.bucket & mask
  const found: number[] = []
  for (let i = starts[bucket]!; i < starts[bucket + 1]!; i++)
    if (checks[i] === key.check) found.push(values[i]!)
  return found
}

function formsStartingAt(buckets: Buckets, units: Units, at: number): FormHere[] {
  const here: FormHere[] = []
  const most = Math.min(LONGEST, units.length - at)
  if (most < 2) return here
  const key = new Key().take(units[at]!).take(units[at + 1]!)
  const known = buckets.lengths[key.bucket & buckets.mask]!
  for (let length = 2; length <= most && known !== 0; length++) {
    if (length > 2) key.take(units[at + length - 1]!)
    const values = known & lengthBit(length) ? valuesOf(buckets, key) : []
    if (values.length > 0) here.unshift({ length, values })
  }
  return here
}
