import type { Stage } from '#src/domain/words.ts'
import { countyIn } from './counties.ts'
import type { Heard } from './hear.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import { peopleIn, type PersonHeard } from './people.ts'
import { periodIn, type Period } from './periods.ts'
import type { Registry } from './registry.ts'
import { stageIn } from './stages.ts'
import { blanked } from './text.ts'
import { topicsIn, type Topic } from './topics.ts'
import type { Listening, Span } from './understanding.ts'

/** A value, and the characters that said it. */
export type Said<T> = { value: T; span: Span }

/** What a message names besides schools and days. */
export type Named = {
  county: Said<string> | null
  stage: Said<Stage> | null
  period: Said<Period> | null
  topics: Said<Topic>[]
  hours: Said<number> | null
  people: PersonHeard[]
}

const HOURS = new RegExp(
  `(?<![\\d.])(\\d{1,3}\\.\\d|${NUMERAL})\\s*(?:个)?(?:学时|课时)|(?:学时|课时)[是为:]?\\s*(\\d{1,3})(?![\\d月日号./-])`,
)

/** Hours of training: 24学时, 十六学时, 学时12. */
export function hoursIn(plain: string): Said<number> | null {
  const found = HOURS.exec(plain)
  const written = found?.[1] ?? found?.[2]
  const value = written === undefined ? null : written.includes('.') ? Number(written) : numeralOf(written)
  return found && value !== null ? { value, span: [found.index, found.index + found[0].length] } : null
}

/** Finds what questions and entries name; the names of schools are no counties, stages or people. */
export function namedIn(heard: Heard, registry: Registry, { speaker, today }: Listening): Named {
  const nameless = blanked(
    heard.plain,
    heard.schools.map(({ span }) => span),
  )
  const county = countyIn(nameless, registry, speaker)
  return {
    county,
    stage: stageIn(nameless),
    period: periodIn(heard.plain, heard.dates, today),
    topics: topicsIn(nameless, heard.lexicon),
    hours: hoursIn(heard.plain),
    people: peopleIn(nameless, registry.people, speaker, heard.schools, county?.value ?? speaker.county),
  }
}
