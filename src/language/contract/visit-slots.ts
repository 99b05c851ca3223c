import type { Day } from '#src/domain/day.ts'
import type { Severity } from '#src/domain/words.ts'
import type { Heard } from '../hear.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { weighedTopic } from '../scale/topics.ts'
import type { Topic } from '../visits/topics.ts'
import type { FindingHeard, Span, VisitHeard } from '../understanding.ts'
import type { ContractFinding, Filled, Slots } from './slots.ts'
import { spansOfNoIssue } from './spans.ts'

const SEVERITY: Record<Severity, ContractFinding['severity']> = {
  minor: 'minor',
  general: 'normal',
  serious: 'serious',
  urgent: 'serious',
  complex: null,
}

/** Only what was stated: what a word for a hazard implies is the bot's proposal. */
const severityOf = ({ severity }: FindingHeard): ContractFinding['severity'] =>
  severity?.from === 'stated' ? SEVERITY[severity.value] : null

/** Where a day was said; one that was heard anew as a date due stands where the last was said. */
export function spansOfDay({ dates }: Heard, on: Day): Span[] {
  const said = dates.filter((each) => each.day === on)
  return (said.length > 0 ? said : dates.slice(-1)).map(({ span }) => span)
}

function topicsOf(findings: readonly FindingHeard[], lexicon: Lexicon): Filled {
  const known = findings.flatMap(({ text, matter, span }): { topic: Topic; span: Span }[] => {
    const topic = weighedTopic(text, matter, lexicon)
    return topic ? [{ topic, span }] : []
  })
  const value = [...new Set(known.map(({ topic }) => topic))]
  return value.length > 0 ? { topics: { value, spans: known.map(({ span }) => span) } } : {}
}

/** Findings, each with its school where the message tells of several. */
export function findingSlots(
  visits: readonly Pick<VisitHeard, 'school' | 'findings'>[],
  { lexicon }: Heard,
): Filled {
  const several = visits.length > 1
  const value = visits.flatMap(({ school, findings }) =>
    findings.map((finding): ContractFinding => ({
      text: finding.text,
      severity: severityOf(finding),
      deadline: finding.due,
      ...(several && school?.candidates.length === 1 && { school_code: school.candidates[0]! }),
    })),
  )
  const findings = visits.flatMap((visit) => visit.findings)
  if (value.length === 0) return {}
  return { findings: { value, spans: findings.map(({ span }) => span) }, ...topicsOf(findings, lexicon) }
}

const TYPES: readonly (readonly [RegExp, NonNullable<Slots['visit_type']>])[] = [
  [/综合督导|综合检查|综合督查/, 'comprehensive'],
  [/专项/, 'special'],
  [/回访/, 'follow_up'],
  [/经常性|(?:日常|常规|常态化?|随访)督导/, 'routine'],
]

/** 经常性, 综合, 专项 or 回访, where it was said. */
export function visitTypeSlot(plain: string): Filled {
  for (const [pattern, value] of TYPES) {
    const found = pattern.exec(plain)
    if (found) return { visit_type: { value, spans: [[found.index, found.index + found[0].length]] } }
  }
  return {}
}

/** Morning or afternoon, where it was said. */
export function partSlot({ parts }: Heard): Filled {
  const said = parts.find(({ part }) => part === 'am' || part === 'pm')
  // 上午到蓝天，下午到阳明: neither is that of the whole.
  // 今天下午去的…今晚叫厂家来: an evening behind is that of something else.
  const others = parts.filter(({ part, span }) => part !== 'evening' || span[0] < (said?.span[0] ?? 0))
  if (!said || others.some(({ part }) => part !== said.part)) return {}
  return { time_of_day: { value: said.part === 'am' ? 'morning' : 'afternoon', spans: [said.span] } }
}

/** A day with the words that said it. */
export const daySlot = (heard: Heard, on: Day | null | undefined): Filled =>
  on ? { date: { value: on, spans: spansOfDay(heard, on) } } : {}

/** Everything that a visit tells, but for its schools. */
export function visitSlots(heard: Heard, visits: readonly VisitHeard[]): Filled {
  const dates = new Set(visits.map(({ date }) => date).filter((date) => date !== null))
  const told = findingSlots(visits, heard)
  const clean = told.findings === undefined && visits.some(({ noIssue }) => noIssue)
  return {
    ...(dates.size === 1 ? daySlot(heard, [...dates][0]) : {}),
    ...partSlot(heard),
    ...told,
    ...(clean && { no_issue: { value: true, spans: spansOfNoIssue(heard) } }),
    ...visitTypeSlot(heard.plain),
  }
}
