import { CUES, type Weighed } from './cues.ts'
import type { Heard } from './hear.ts'
import { whyOf } from './reasons.ts'
import { extensionIn, objectionIn, submissionIn } from './school-side.ts'
import { blanked } from './text.ts'
import type { Listening, Speaker, Understanding } from './understanding.ts'

/** What the words must weigh together, and by how much more than for anything else. */
const ENOUGH = 5
const CLEARLY = 2

/** What most of a message's words speak for; null where they are too few, or speak for two things alike. */
function weigh({ plain, schools }: Heard, { side }: Speaker): Weighed | null {
  // 光明小学 and 希望小学 speak for nothing.
  const nameless = blanked(
    plain,
    schools.map(({ span }) => span),
  )
  const voice = side === 'school' ? 'school' : 'other'
  const scores = (Object.entries(CUES) as [Weighed, (typeof CUES)[Weighed]][])
    .map(([intent, cues]) => {
      const heard = cues.filter((cue) => (cue.side ?? voice) === voice && cue.words.test(nameless))
      return { intent, weight: heard.reduce((sum, { weight }) => sum + weight, 0) }
    })
    .sort((a, b) => b.weight - a.weight)
  const [first, second] = scores
  return first!.weight >= ENOUGH && first!.weight - second!.weight >= CLEARLY ? first!.intent : null
}

/** A verdict that names no reinspection: 可以结了. */
const verdict = ({ schools, numbers }: Heard, said: 'pass' | null): Understanding => ({
  intent: 'reinspect',
  school: schools[0] ?? null,
  numbers: numbers.map(({ number }) => number),
  date: null,
  verdict: said,
  items: [],
  due: null,
  reason: null,
})

/** The last attempt: what the words of a message speak for together. Null where they do not. */
export function readWeighed(heard: Heard, listening: Listening): Understanding | null {
  const intent = weigh(heard, listening.speaker)
  const { schools, numbers } = heard
  const [school = null] = schools
  const cited = numbers.map(({ number }) => number)
  switch (intent) {
    case null:
      return null
    case 'request_extension':
      return extensionIn(heard, listening)
    case 'object':
      return objectionIn(heard)
    case 'submit_rectification':
      return listening.speaker.side === 'school'
        ? submissionIn(heard, listening.today)
        : verdict(heard, 'pass')
    case 'reinspect':
      return verdict(heard, null)
    case 'return_report':
      return { intent, school, numbers: cited, reason: whyOf('rejection', heard) }
    case 'correct':
      return { intent, changes: [], record: null, reason: null }
    case 'cancel':
      return { intent, school, reason: whyOf('cancellation', heard), record: null }
    case 'query_gaps':
      return { intent, period: /学期/.test(heard.plain) ? 'semester' : 'month' }
    case 'query_cases':
      return school ? { intent: 'query_school', school } : { intent }
    default:
      return { intent }
  }
}
