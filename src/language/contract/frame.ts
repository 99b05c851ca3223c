import type { Day } from '#src/domain/day.ts'
import type { Heard } from '../hear.ts'
import { hear } from '../hear.ts'
import { namedIn, type Named, type Said } from '../named.ts'
import type { Registry } from '../registry.ts'
import { findSeverities } from '../severities.ts'
import { clauseSpans } from '../text.ts'
import { understood } from '../understand.ts'
import type { ChangeHeard, Listening, SchoolHeard, Span, Understanding } from '../understanding.ts'
import { intentOf } from './intents.ts'
import { schoolSlots } from './schools.ts'
import { frameOf, type ContractFinding, type ContractIntent, type Filled, type Frame } from './slots.ts'
import { spansOfWords } from './spans.ts'
import { statusSlot } from './status.ts'
import { daySlot, findingSlots, partSlot, spansOfDay, visitSlots, visitTypeSlot } from './visit-slots.ts'

type Told = { heard: Heard; meant: Understanding; named: Named }

/** Which of the common slots an intent has. */
const COMMON: Partial<
  Record<ContractIntent, readonly ('county' | 'stage' | 'period' | 'topics' | 'person')[]>
> = {
  query_roster: ['county', 'stage', 'person', 'period'],
  query_training: ['county', 'person', 'period'],
  query_schools_due: ['county', 'stage', 'person', 'period', 'topics'],
  query_rectifications: ['county', 'stage', 'person', 'period', 'topics'],
  query_meetings: ['county', 'period'],
  query_commendation: ['county', 'person', 'period', 'stage'],
  query_digest: ['county', 'person', 'period', 'topics', 'stage'],
  confirm_rectification: ['topics'],
  request_extension: ['topics'],
  reject_or_dispute: ['topics'],
  reinspect: ['topics'],
  log_training: ['person'],
  nominate_commendation: ['person', 'county', 'topics'],
  log_interview: ['person', 'county', 'topics'],
}

const spansOf = (all: readonly { span: Span }[]): Span[] => all.map(({ span }) => span)

function commonSlots(intent: ContractIntent, { county, stage, period, topics, people }: Named): Filled {
  const [person] = people
  const all: Filled = {
    ...(county && { county: { value: county.value, spans: [county.span] } }),
    ...(stage && { stage: { value: stage.value, spans: [stage.span] } }),
    ...(period && { period: { value: period.value, spans: [period.span] } }),
    ...(topics.length > 0 && { topics: { value: topics.map(({ value }) => value), spans: spansOf(topics) } }),
    ...(person && { person: { value: person.userid ?? person.text, spans: [person.span] } }),
  }
  const own = COMMON[intent] ?? []
  return Object.fromEntries(Object.entries(all).filter(([name]) => own.includes(name as never)))
}

const reasonSlot = (heard: Heard, reason: string | null): Filled =>
  reason ? { reason: { value: reason, spans: spansOfWords(heard, reason) } } : {}

/** The findings that a correction adds or changes; one that is only pointed at is told by the words that point. */
function changedFindings(heard: Heard, changes: readonly ChangeHeard[]): Filled {
  const pointed = new Map<string, ContractFinding>()
  for (const change of changes) {
    if (change.field !== 'due' && change.field !== 'severity') continue
    const words = change.item && 'words' in change.item ? change.item.words.trim() : ''
    const finding = pointed.get(words) ?? { text: words, severity: null, deadline: null }
    if (change.field === 'due') finding.deadline = change.to
    else finding.severity = change.to === 'minor' ? 'minor' : change.to === 'general' ? 'normal' : 'serious'
    pointed.set(words, finding)
  }
  if (pointed.size > 0)
    return { findings: { value: [...pointed.values()], spans: spansOfPointed(heard, [...pointed.values()]) } }
  const added = changes.flatMap((change) => (change.field === 'add' ? change.findings : []))
  return findingSlots([{ school: null, findings: added }], heard)
}

/** The words that point at a finding, and those that say what becomes of it. */
function spansOfPointed(heard: Heard, pointed: readonly ContractFinding[]): Span[] {
  const said = pointed.flatMap(({ text, severity, deadline }) => [
    ...(text ? spansOfWords(heard, text) : []),
    ...(deadline ? spansOfDay(heard, deadline) : []),
    ...(severity ? spansOf(findSeverities(heard.plain, heard.lexicon)).slice(-1) : []),
  ])
  return said.length > 0 ? said : clauseSpans(heard.plain).slice(-1)
}

function changeSlots(heard: Heard, changes: readonly ChangeHeard[], named: Named): Filled {
  const date = changes.findLast((change) => change.field === 'date')
  const part = changes.find((change) => change.field === 'part')
  return {
    ...(date && daySlot(heard, date.to)),
    ...(part && partSlot({ ...heard, parts: heard.parts.filter((said) => said.part === part.to) })),
    ...changedFindings(heard, changes),
    ...visitTypeSlot(heard.plain),
    ...(named.hours && { hours: { value: named.hours.value, spans: [named.hours.span] } }),
  }
}

/** 汤建平，食堂管理混乱: who was talked to is no reason. */
const withoutPerson = (reason: string | null, { people: [person] }: Named): string | null =>
  (person && reason?.startsWith(person.text) ? reason.slice(person.text.length) : reason)?.replace(
    /^[，,、\s]+/,
    '',
  ) || null

function meetingSlot(start: Said<string> | null, title: Said<string> | null): Filled {
  if (!start) return {}
  const spans = title ? [start.span, title.span] : [start.span]
  return { meeting: { value: { start: start.value, title: title?.value ?? '' }, spans } }
}

/** 刚才那条 and 当天停课 name no day of an entry. */
const dayOfEntry = ({ dates, plain }: Heard): Day | null =>
  dates.find(({ span }) => !/刚|当[天日]/.test(plain.slice(...span)))?.day ?? null

/** What the members of `Understanding` say beyond the common slots. */
function ownSlots({ heard, meant, named }: Told): Filled {
  switch (meant.intent) {
    case 'log_visit':
      return visitSlots(heard, meant.visits)
    case 'report_urgent':
      return visitSlots(heard, [meant.visit])
    case 'correct':
      return changeSlots(heard, meant.changes, named)
    case 'submit_rectification':
      return { ...daySlot(heard, meant.date) }
    case 'request_extension':
      return { ...daySlot(heard, meant.to), ...reasonSlot(heard, meant.reason) }
    case 'object':
      return reasonSlot(heard, meant.reason)
    case 'reinspect':
      return { ...daySlot(heard, meant.date), ...partSlot(heard), ...reasonSlot(heard, meant.reason) }
    case 'cancel':
      return { ...daySlot(heard, dayOfEntry(heard)), ...partSlot(heard), ...reasonSlot(heard, meant.reason) }
    case 'log_training':
      return {
        ...daySlot(heard, heard.dates[0]?.day),
        ...partSlot(heard),
        ...(named.hours && { hours: { value: named.hours.value, spans: [named.hours.span] } }),
      }
    case 'log_interview':
      return {
        ...daySlot(heard, heard.dates[0]?.day),
        ...partSlot(heard),
        ...reasonSlot(heard, withoutPerson(meant.reason, named)),
      }
    case 'nominate_commendation':
      return reasonSlot(heard, meant.reason)
    case 'schedule_meeting':
      return meetingSlot(meant.start, meant.title)
    default:
      return {}
  }
}

const drop = (filled: Filled, ...names: (keyof Filled)[]): Filled =>
  Object.fromEntries(Object.entries(filled).filter(([name]) => !names.includes(name as keyof Filled)))

function refined(intent: ContractIntent, heard: Heard, filled: Filled): Filled {
  if (intent === 'reinspect') return { ...drop(filled, 'reason'), ...statusSlot(intent, heard) }
  if (intent === 'query_rectifications') return { ...filled, ...statusSlot(intent, heard) }
  return intent === 'confirm_rectification' ? drop(filled, 'reason', 'time_of_day') : filled
}

/** Of 不是七中是文清 only the school that is meant. */
function schoolsMeant({ schools }: Heard, meant: Understanding): readonly SchoolHeard[] {
  const change =
    meant.intent === 'correct' ? meant.changes.find(({ field }) => field === 'school') : undefined
  return change?.field === 'school' ? [change.to] : schools
}

/** A message in the words of the public contract, understood as the bot understands it. */
export function contractFrame(text: string, registry: Registry, listening: Listening): Frame {
  const heard = hear(text, registry, listening)
  const meant = understood(heard, registry, listening)
  const intent = intentOf(meant, heard, listening.today)
  if (intent === 'unknown' || intent === 'help') return { intent, slots: {}, spans: {} }
  const named = namedIn(heard, registry, listening)
  const narrowed = named.county !== null || (intent === 'nominate_commendation' && named.people.length > 0)
  return frameOf(intent, {
    ...schoolSlots(intent, schoolsMeant(heard, meant), listening.speaker, narrowed),
    ...commonSlots(intent, named),
    ...refined(intent, heard, ownSlots({ heard, meant, named })),
  })
}
