import type { Instant } from '#src/domain/day.ts'
import { inbox, outbox } from './schema/machine.ts'
import { remove, update, type Write } from './store.ts'

/** What was written and what was sent before then goes; the records made of it stay (architecture: permission). */
export const emptyOldWords = (before: Instant): Write[] => [
  update(inbox, { words: null, answer: null }, { at: { atMost: before }, words: { present: true } }),
  remove(outbox, { sentAt: { atMost: before } }),
]
