import type { SchoolSaid } from '#src/domain/entry.ts'
import type { SchoolHeard } from '../understanding.ts'

/** A school that was named: it, or those that the name may mean. */
export const schoolSaid = ({ candidates }: SchoolHeard): SchoolSaid =>
  candidates.length === 1 ? { school: candidates[0]! } : { schools: candidates }
