import type { Day } from '#src/domain/day.ts'
import type { SchoolCode, Severity } from '#src/domain/words.ts'
import { hearDay } from '../answers.ts'
import { mayBeCalled } from '../schools/called.ts'
import type { Doubt } from '../doubts.ts'
import { findingOf } from '../visits/findings.ts'
import type { Heard } from '../hear.ts'
import type { Registry } from '../schools/registry.ts'
import { severityOf } from '../visits/severities.ts'
import { overlaps, trimmed } from '../text.ts'
import type {
  FindingHeard,
  Listening,
  SchoolHeard,
  Span,
  Understanding,
  VisitHeard,
} from '../understanding.ts'
import { readVisits } from '../visits/visits.ts'

/**
 * What a model may say of a message: an intent out of a few that write nothing without a card, and words of the message.
 * What the words mean is still read by the ear; only a school may be picked by name, among those that were offered.
 */
export type Suggestion = {
  intent: 'log_visit' | 'query_schools_due' | 'query_rectifications' | 'help' | 'unknown'
  school: { words: string; name: string | null } | null
  date: string | null
  findings: { text: string; severity: string | null; deadline: string | null }[]
}

export type Offered = { code: SchoolCode; name: string }

/** A message that the rules are unsure of. `shown` is what the model reads of it, of the same length. */
export type Unsure = {
  doubt: Doubt
  heard: Heard
  meant: Understanding
  registry: Registry
  listening: Listening
  shown: string
  offered: readonly Offered[]
}

/** Why a suggestion is not taken. */
export class Unfit extends Error {
  readonly why: 'words' | 'school' | 'date' | 'findings' | 'severity' | 'intent'
  constructor(why: Unfit['why']) {
    super(why)
    this.why = why
  }
}

/**
 * The message as the suggestion has it, as far as that was in doubt: what the rules have read stays. Throws Unfit where
 * the suggestion names what the message does not hold, or what was not asked.
 */
export function readSuggestion(given: Suggestion, unsure: Unsure): Understanding {
  const { doubt, meant } = unsure
  if (given.intent === 'unknown') throw new Unfit('intent')
  switch (doubt.why) {
    case 'school_unknown':
    case 'school_unclear':
      return withSchool(meant, doubt.school, chosen(given, doubt, unsure))
    case 'nothing_told':
      return withFindings(meant, findingsOf(given, unsure))
    case 'not_understood':
      return readAnew(given, unsure)
  }
}

/** Where words stand in the message; they must stand there as they were given. */
function spanOf(words: string, { shown }: Unsure): Span {
  const at = words.trim() === '' ? -1 : shown.indexOf(words)
  if (at < 0) throw new Unfit('words')
  return [at, at + words.length]
}

/**
 * One of the schools offered. For a name that is not known the words quoted must be that name; where several fit, what
 * tells them apart stands outside it (实验 … 九年级).
 */
function chosen({ school }: Suggestion, doubt: Doubt & { school: SchoolHeard }, unsure: Unsure): SchoolCode {
  if (!school) throw new Unfit('school')
  const onName = overlaps(spanOf(school.words, unsure), doubt.school.span)
  if (onName !== (doubt.why === 'school_unknown')) throw new Unfit('school')
  return onName ? called(doubt.school.text, school.name, unsure) : picked(school.name, unsure.offered).code
}

function picked(name: string | null, offered: readonly Offered[]): Offered {
  const [only, another] = offered.filter((each) => each.name === name)
  if (!only || another) throw new Unfit('school')
  return only
}

/** One that the ear did not find in those words, and that they may yet mean. */
function called(words: string, name: string | null, { offered, registry }: Unsure): SchoolCode {
  const school = picked(name, offered)
  if (!mayBeCalled(words, school.name, registry.soundOf)) throw new Unfit('school')
  return school.code
}

/** The same message with its doubtful school settled, wherever it stands. */
function withSchool(meant: Understanding, doubtful: SchoolHeard, code: SchoolCode): Understanding {
  const settle = (school: SchoolHeard | null) =>
    school === doubtful ? { ...school, candidates: [code] } : school
  if (meant.intent === 'query_school') return { ...meant, school: settle(meant.school) }
  if (meant.intent !== 'log_visit') throw new Unfit('intent')
  return { ...meant, visits: meant.visits.map((visit) => ({ ...visit, school: settle(visit.school) })) }
}

function withFindings(meant: Understanding, findings: FindingHeard[]): Understanding {
  const [only] = meant.intent === 'log_visit' ? meant.visits : []
  if (!only) throw new Unfit('intent')
  return { intent: 'log_visit', visits: [{ ...only, findings }] }
}

function readAnew(given: Suggestion, unsure: Unsure): Understanding {
  switch (given.intent) {
    case 'log_visit':
      return { intent: 'log_visit', visits: [visitOf(given, unsure)] }
    case 'query_rectifications': {
      const school = schoolOf(given, unsure)
      if (!school) throw new Unfit('school')
      return { intent: 'query_school', school }
    }
    case 'query_schools_due':
      return { intent: 'query_gaps', period: 'month' }
    default:
      return { intent: 'help' }
  }
}

/** Methods, part of day and, where the rules heard one, the day are theirs. */
function visitOf(given: Suggestion, unsure: Unsure): VisitHeard {
  const { methods, counts, part, date } = readVisits(unsure.heard)[0]!
  const school = schoolOf(given, unsure)
  const findings = findingsOf(given, unsure)
  return { school, date: date ?? dayOf(given, unsure), part, methods, counts, findings, noIssue: false }
}

/** What the ear heard goes before what was offered; two that it heard are no help. */
function schoolOf({ school }: Suggestion, unsure: Unsure): SchoolHeard | null {
  const { heard, offered } = unsure
  if (!school) {
    if (heard.schools.length > 1) throw new Unfit('school')
    return heard.schools[0] ?? null
  }
  const span = spanOf(school.words, unsure)
  const known = heard.schools.find((each) => overlaps(each.span, span) && each.candidates.length > 0)
  const text = heard.written.slice(...span)
  if (!known) return { text, span, candidates: [called(text, school.name, unsure)] }
  if (school.name !== null && !known.candidates.includes(picked(school.name, offered).code))
    throw new Unfit('school')
  return known
}

function dayOf({ date }: Suggestion, unsure: Unsure): Day | null {
  const day = date === null ? null : dayIn(date, unsure, 'event')
  if (day !== null && day > unsure.listening.today) throw new Unfit('date')
  return day
}

function dayIn(words: string, unsure: Unsure, as: 'event' | 'deadline'): Day {
  const day = hearDay(unsure.heard.written.slice(...spanOf(words, unsure)), unsure.listening, as)
  if (day === null) throw new Unfit('date')
  return day
}

/** In the order of the suggestion; without one there was nothing to help with. */
function findingsOf({ findings }: Suggestion, unsure: Unsure): FindingHeard[] {
  const told: FindingHeard[] = []
  for (const each of findings) {
    const finding = findingIn(each, unsure)
    if (told.some(({ span }) => overlaps(span, finding.span))) throw new Unfit('findings')
    told.push(finding)
  }
  if (told.length === 0) throw new Unfit('findings')
  return told
}

/** Fewer characters tell no problem. */
const SHORTEST = 2

function findingIn(given: Suggestion['findings'][number], unsure: Unsure): FindingHeard {
  const span = trimmed(unsure.heard.plain, spanOf(given.text, unsure))
  if (!span || span[1] - span[0] < SHORTEST) throw new Unfit('findings')
  const finding = findingOf(unsure.heard, span)
  const value = given.severity === null ? null : severityIn(given.severity, unsure)
  const severity = value ? ({ value, from: 'stated' } as const) : finding.severity
  // An alarm goes out at once, without a card: only the rules may hear one.
  if (severity?.value === 'urgent') throw new Unfit('severity')
  return {
    ...finding,
    severity,
    due: given.deadline === null ? null : dayIn(given.deadline, unsure, 'deadline'),
  }
}

function severityIn(words: string, unsure: Unsure): Severity {
  const { plain, lexicon } = unsure.heard
  const severity = severityOf(plain.slice(...spanOf(words, unsure)), lexicon)
  if (severity === null) throw new Unfit('severity')
  return severity
}
