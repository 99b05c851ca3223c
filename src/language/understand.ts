import { readAddition, readChanges } from './changes.ts'
import { hear, type Heard } from './hear.ts'
import { isForeign, isOffTopic } from './other-business.ts'
import { readQuestion } from './questions.ts'
import type { Registry } from './registry.ts'
import { readReinspection } from './reinspections.ts'
import { isPlainVisit, readReport } from './reports.ts'
import { readExtension, readObjection, readSubmission } from './school-side.ts'
import { readCancel, readShortWord } from './short-words.ts'
import type { Listening, Understanding } from './understanding.ts'

type Reader = (heard: Heard, registry: Registry, listening: Listening) => Understanding | null

const offTopic: Reader = ({ plain }) => (isOffTopic(plain) ? { intent: 'out_of_scope' } : null)
const foreign: Reader = (heard) =>
  isForeign(heard.plain) && !isPlainVisit(heard) ? { intent: 'unknown' } : null
const report: Reader = (heard) => readReport(heard)

/** A danger is heard before everything that merely might be meant. */
const alarm: Reader = (heard) => {
  const heardReport = readReport(heard)
  return heardReport?.intent === 'report_urgent' ? heardReport : null
}

const FOR_SCHOOLS: readonly Reader[] = [
  readShortWord,
  readQuestion,
  readCancel,
  alarm,
  readExtension,
  readObjection,
  offTopic,
  readSubmission,
  readChanges,
  report,
]

const FOR_INSPECTORS: readonly Reader[] = [
  readShortWord,
  readQuestion,
  readCancel,
  foreign,
  readChanges,
  alarm,
  readReinspection,
  readExtension,
  offTopic,
  readAddition,
  report,
]

/** What a message means. The first reader that understands it decides; who may do it is not asked here. */
export function understand(text: string, registry: Registry, listening: Listening): Understanding {
  const heard = hear(text, registry, listening)
  const readers = listening.speaker.side === 'school' ? FOR_SCHOOLS : FOR_INSPECTORS
  for (const read of readers) {
    const understood = read(heard, registry, listening)
    if (understood) return understood
  }
  return { intent: 'unknown' }
}
