import { asks } from './asking.ts'
import type { Heard } from '../hear.ts'
import { namedIn } from '../named.ts'
import type { PersonHeard } from '../people.ts'
import type { Period } from '../periods.ts'
import type { Registry } from '../schools/registry.ts'
import type { Listening, Understanding } from '../understanding.ts'

/** Whose work of which time is asked for; `period` null: of the usual one. */
type WorkAsked = {
  period: Period | null
  people: readonly PersonHeard[]
  mine: boolean
  county: string | null
}

export type VisitsAsked = { intent: 'query_visits' } & WorkAsked
export type WorkloadAsked = { intent: 'query_workload' } & WorkAsked

const WENT = '(?:去|到|跑|走|督导|检查|走访|巡查|听|下校)'
const HOW_MANY = '(?:哪[些几]?|几|多少|什么)'
/** 我这周去了哪些学校, 这学期我去了几次, 听了多少节课. */
const GONE = new RegExp(
  `${WENT}(?:过|了)的?${HOW_MANY}|${WENT}(?:过|了)?(?:${HOW_MANY}[所次回家趟]|的次数|次数)|${HOW_MANY}[^,。]{0,6}${WENT}过|去过的学校|听课(?:情况|节数|记录|多少)`,
)
/** What is still to be done is another question, and so is what a rule asks for. */
const STILL = /没|未|还[差剩欠]|应该?[去到]|该去|漏|不够|不满|至少|必须|要去|要求/

const WORKLOAD = /工作量|工作(?:业绩|实绩)?证明|督导证明|(?:干|做)了(?:哪些|什么|多少)(?:活|事|工作)/

const MINE = /我(?![们县区市局办校园])|本人/

/** What these questions may have been taken for: the wide meanings that their words have, too. */
const WIDE: readonly Understanding['intent'][] = [
  'query_gaps',
  'query_summary',
  'query_digest',
  'query_training',
  'query_roster',
  'query_my_records',
  'help',
  'unknown',
]

/** The visits that were made, or the whole of somebody's work, among what was understood only widely; else null. */
export function readWorkQuestion(
  meant: Understanding,
  heard: Heard,
  registry: Registry,
  listening: Listening,
): VisitsAsked | WorkloadAsked | null {
  const { plain, schools } = heard
  if (!WIDE.includes(meant.intent) || schools.length > 0) return null
  const asked = (): WorkAsked => {
    const { period, people, county } = namedIn(heard, registry, listening)
    return { period: period?.value ?? null, people, mine: MINE.test(plain), county: county?.value ?? null }
  }
  if (WORKLOAD.test(plain)) return { intent: 'query_workload', ...asked() }
  const gone = GONE.test(plain) && !STILL.test(plain) && !/学时|培训/.test(plain)
  return gone && asks(plain) ? { intent: 'query_visits', ...asked() } : null
}
