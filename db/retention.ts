import type { Instant } from '#src/domain/day.ts'
import { inbox, outbox, reminders } from './schema/machine.ts'
import { remove, type Write } from './store.ts'

/**
 * What was written, answered and sent before then goes; the records made of it stay. A month on, no callback comes again
 * and no message has a meaning left.
 */
export const forgetMessages = (before: Instant): Write[] => [
  remove(inbox, { at: { atMost: before } }),
  remove(outbox, { sentAt: { atMost: before } }),
]

/** That somebody was reminded before then. */
export const forgetReminders = (before: Instant): Write => remove(reminders, { at: { atMost: before } })
