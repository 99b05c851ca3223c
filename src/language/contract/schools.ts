import type { SchoolCode } from '#src/domain/words.ts'
import type { SchoolHeard, Speaker } from '../understanding.ts'
import type { ContractIntent, Filled } from './slots.ts'

/** What is done to or about one school: without a name a careful person would have to ask. */
const NEEDS_A_SCHOOL: readonly ContractIntent[] = [
  'log_visit',
  'confirm_rectification',
  'request_extension',
  'reject_or_dispute',
  'reinspect',
  'log_interview',
]
/** Where a school's person who names none means his own. */
const MEANS_HIS_OWN: readonly ContractIntent[] = [
  ...NEEDS_A_SCHOOL,
  'query_rectifications',
  'query_roster',
  'query_commendation',
  'query_digest',
  'cancel',
  'nominate_commendation',
]

/** 我校, 我园, 我们学校. */
export const OWN_SCHOOL =
  /我们?(?:学校|[校园](?![长区外内门服医车舍]))|本(?:校|园)(?!区)|[俺咱]们?(?:学校|校|园)/

/** The schools named, or the candidates where one of them could be several or is not known. */
export function schoolSlots(
  intent: ContractIntent,
  schools: readonly SchoolHeard[],
  speaker: Speaker,
  { narrowed, saysOwn }: { narrowed: boolean; saysOwn: boolean },
): Filled {
  if (schools.length > 0) return named(schools)
  const means = saysOwn || (MEANS_HIS_OWN.includes(intent) && !narrowed)
  const own = speaker.side === 'school' && means ? speaker.school : null
  if (own !== null) return { school_codes: { value: [own], spans: [] } }
  const ofGovernment = intent === 'log_interview' && narrowed
  return NEEDS_A_SCHOOL.includes(intent) && !ofGovernment ? unclear([], []) : {}
}

function named(schools: readonly SchoolHeard[]): Filled {
  const spans = schools.map(({ span }) => span)
  const open = schools.filter(({ candidates }) => candidates.length !== 1)
  if (open.length > 0)
    return unclear(
      [...new Set(open.flatMap(({ candidates }) => candidates))],
      open.map(({ span }) => span),
    )
  return { school_codes: { value: [...new Set(schools.map(({ candidates }) => candidates[0]!))], spans } }
}

const unclear = (candidates: SchoolCode[], spans: readonly (readonly [number, number])[]): Filled => ({
  school_codes: { value: null, spans: [] },
  ambiguous: { value: candidates, spans },
})
