import type { Day } from '#src/domain/day.ts'
import type { Heard } from '../hear.ts'
import { hear } from '../hear.ts'
import { namedIn, type Named } from '../named.ts'
import type { Registry } from '../schools/registry.ts'
import { partsAnywhere } from '../visits/parts.ts'
import type { Act } from '../rectifications/reason-words.ts'
import { reasonFor } from '../rectifications/reasons.ts'
import { meaningOf } from '../scale/meaning.ts'
import { reasonsFor } from '../scale/weigh.ts'
import { settled } from '../understand.ts'
import type {
  ChangeHeard,
  Listening,
  NoticeChangeHeard,
  Span,
  Speaker,
  Understanding,
} from '../understanding.ts'
import { changedSlots, schoolsMeant } from './changed.ts'
import { dayGoneBy, dayOfEntry, daysNamed, firstDayOf } from './days.ts'
import { hoursSlot, meetingSlot } from './entry-slots.ts'
import { OWN_SCHOOL, schoolSlots } from './schools.ts'
import { frameOf, type ContractIntent, type Filled, type Frame } from './slots.ts'
import { statusSlot } from './status.ts'
import { daySlot, partSlot, visitSlots } from './visit-slots.ts'

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

/** 县办补录：瞿敏青到七中督导: a visit told for somebody else. */
const FOR_ANOTHER = /补录|代(?:补|登|录|报|记)|(?:替|帮|代)[^,。;]{2,4}(?:登|录|报|记|补)/

/** Of 推荐仇斌，发现隐患最多 the matter is not what is praised. */
const ONLY_PERSON = ['person'] as const

const spansOf = (all: readonly { span: Span }[]): Span[] => all.map(({ span }) => span)

/** Where a school is named its county narrows nothing. */
function commonSlots(
  intent: ContractIntent,
  { county, stage, period, topics, people }: Named,
  { schools, plain }: Heard,
): Filled {
  const [person] = people
  const all: Filled = {
    ...(county && schools.length === 0 && { county: { value: county.value, spans: [county.span] } }),
    ...(stage && { stage: { value: stage.value, spans: [stage.span] } }),
    ...(period && { period: { value: period.value, spans: [period.span] } }),
    ...(topics.length > 0 && { topics: { value: topics.map(({ value }) => value), spans: spansOf(topics) } }),
    ...(person && { person: { value: person.userid ?? person.text, spans: [person.span] } }),
  }
  const own =
    intent === 'log_visit' && FOR_ANOTHER.test(plain)
      ? ONLY_PERSON
      : intent === 'nominate_commendation' && person
        ? ONLY_PERSON
        : (COMMON[intent] ?? [])
  return Object.fromEntries(Object.entries(all).filter(([name]) => own.includes(name as never)))
}

/** What the reason of an intent is given for; what a school disputes and what an office sends back differ in their words. */
const ACT_OF: Partial<Record<ContractIntent, Act>> = {
  request_extension: 'extension',
  cancel: 'cancellation',
  nominate_commendation: 'nomination',
  log_interview: 'interview',
}

function reasonSlot(intent: ContractIntent, heard: Heard, { people }: Named, { side }: Speaker): Filled {
  const refusal = side === 'school' ? 'objection' : 'rejection'
  const act = intent === 'reject_or_dispute' ? refusal : ACT_OF[intent]
  const reason = act && reasonFor(act, heard, spansOf(people))
  return reason ? { reason: { value: reason.value, spans: [reason.span] } } : {}
}

/** 要求改成… is of the paper, and no slot. */
const itemChanges = (changes: readonly NoticeChangeHeard[]): ChangeHeard[] =>
  changes.flatMap((each) => (each.field === 'requirement' ? [] : [each]))

/** Beside no findings a part of day belongs to what is told wherever it stands. */
const partAnywhere = (heard: Heard): Filled =>
  partSlot(heard.parts.length > 0 ? heard : { ...heard, parts: partsAnywhere(heard.plain) })

/** What the members of `Understanding` say beyond the common slots. */
function ownSlots({ heard, meant, named }: Told, listening: Listening): Filled {
  switch (meant.intent) {
    case 'log_visit':
      return visitSlots(heard, meant.visits)
    case 'report_urgent':
      return visitSlots(heard, [meant.visit])
    case 'correct':
      return changedSlots(heard, meant.changes, named, listening)
    case 'correct_notice':
      return changedSlots(heard, itemChanges(meant.changes), named, listening)
    case 'submit_rectification':
      return { ...daySlot(heard, daysNamed(heard).length > 0 ? meant.date : null), ...partSlot(heard) }
    case 'request_extension':
      return daySlot(heard, meant.to)
    case 'reinspect':
      return { ...daySlot(heard, meant.date), ...partAnywhere(heard) }
    case 'cancel':
    case 'withdraw_notice':
      return { ...daySlot(heard, dayOfEntry(heard, listening)), ...partAnywhere(heard), ...hoursSlot(named) }
    case 'log_training':
      return { ...daySlot(heard, firstDayOf(heard)), ...partAnywhere(heard), ...hoursSlot(named) }
    case 'log_interview':
      return { ...daySlot(heard, dayGoneBy(heard, listening)), ...partAnywhere(heard) }
    case 'schedule_meeting':
      return meetingSlot(meant.start, meant.title)
    default:
      return {}
  }
}

const refined = (intent: ContractIntent, heard: Heard, filled: Filled, today: Day): Filled =>
  intent === 'reinspect' || intent === 'query_rectifications'
    ? { ...filled, ...statusSlot(intent, heard, today) }
    : filled

/** A message in the words of the public contract, understood as the bot understands it. */
export function contractFrame(text: string, registry: Registry, listening: Listening): Frame {
  const heard = hear(text, registry, listening)
  const { meant: read, intent } = settled(heard, registry, listening)
  // What is entered by chat has slots of its own; the contract asks for those of its intent.
  const meant = read.intent === 'enter' ? meaningOf(intent, heard, registry, listening) : read
  if (intent === 'unknown' || intent === 'help') return { intent, slots: {}, spans: {} }
  const named = namedIn(heard, registry, listening)
  const narrowed = named.county !== null || (intent === 'nominate_commendation' && named.people.length > 0)
  return frameOf(intent, {
    ...schoolSlots(intent, schoolsMeant(heard, meant), listening.speaker, {
      narrowed,
      saysOwn: OWN_SCHOOL.test(heard.plain),
    }),
    ...commonSlots(intent, named, heard),
    ...refined(intent, heard, ownSlots({ heard, meant, named }, listening), listening.today),
    ...reasonSlot(intent, heard, named, listening.speaker),
  })
}

const MOST_WORDS = 5

/** The words that spoke the most for an intent, heaviest first: some of why it was chosen. */
export const wordsFor = (
  intent: ContractIntent,
  text: string,
  registry: Registry,
  listening: Listening,
): string[] =>
  reasonsFor(intent, hear(text, registry, listening), listening.speaker, listening.today)
    .slice(0, MOST_WORDS)
    .map(([feature]) => feature)
