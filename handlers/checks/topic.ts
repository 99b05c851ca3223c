import type { Answer } from '#cards/checks/answer.ts'
import type { Looked } from '#cards/checks/looked.ts'
import type { Records } from '#src/domain/records.ts'
import type { Check } from '#src/policy/checks/check.ts'
import type { Action } from '#src/policy/permission.ts'

/** One question about the records: whose right it is, which checks answer it, and in which words. */
export type Topic = {
  /** To ask it of a place. */
  right: Action
  /** An inspector may ask it of himself. */
  own?: true
  /** A zone's leader may ask it of his zone (4.2: appointment, term, zone, plaque). */
  zone?: true
  checks: readonly Check[]
  /** What its answer tells besides what its checks read. */
  besides?: readonly (keyof Records)[]
  answer(looked: Looked): Answer
}

/** There is one for the city, and none for a county. */
export const isCityOnly = ({ checks }: Topic): boolean =>
  checks.length > 0 && checks.every(({ cityOnly }) => cityOnly)
