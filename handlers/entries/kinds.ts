import type { EntryKind, SaidOf } from '#src/domain/entry.ts'
import { training } from '../training/enter.ts'
import type { Entering } from './entering.ts'

/** What can be entered by saying it, and how. */
const ENTERINGS: { [K in EntryKind]: Entering<SaidOf[K]> } = { training }

/** Stored as it was said, so that the kind of an entry tells what stands in it. */
export const enteringOf = (kind: EntryKind): Entering<Record<string, unknown>> =>
  ENTERINGS[kind] as unknown as Entering<Record<string, unknown>>
