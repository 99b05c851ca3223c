import { OPERATOR } from '#db/history.ts'
import type { Store } from '#db/store.ts'
import { dayOf, type Day, type Instant } from '#src/domain/day.ts'
import { KINDS } from './kinds.ts'
import type { Kind } from './kinds/kind.ts'
import { keyOf, type ParsedRow, type Values } from './parse.ts'
import { readRoster } from './roster.ts'
import { chance } from './sample/chance.ts'
import { samplePeople, type SamplePerson } from './sample/people.ts'
import { CITY, PLACES, ZONES } from './sample/places.ts'
import { sampleRecords, type SampleRecords } from './sample/records.ts'
import { sampleSchools, type SampleSchool } from './sample/schools.ts'
import { SAMPLE_WORDS, type SampleWord } from './sample/words.ts'
import { swapIn } from './swap-in.ts'

/** Rows of each kind, under the ids of their columns. */
export type SampleCity = {
  places: SamplePlaceRow[]
  schools: SampleSchool[]
  people: SamplePerson[]
  lexicon: SampleWord[]
} & SampleRecords

type SamplePlaceRow = {
  name: string
  level: 'city' | 'county' | 'functional_zone'
  counted_in: string | null
}

/**
 * A made-up city: 20 places of county tier, 3,300 schools and all who work around them, and what their offices have on file on a
 * day. The same city each time.
 */
export function sampleCity(today: Day): SampleCity {
  const dice = chance(2020)
  const schools = sampleSchools(dice)
  const people = samplePeople(schools, dice)
  return {
    places: samplePlaces(),
    schools,
    people,
    lexicon: SAMPLE_WORDS,
    ...sampleRecords(schools, people, today),
  }
}

const samplePlaces = (): SamplePlaceRow[] => [
  { name: CITY.name, level: 'city', counted_in: null },
  ...PLACES.map(({ name }) => ({
    name,
    level: ZONES[name] ? ('functional_zone' as const) : ('county' as const),
    counted_in: ZONES[name] ?? null,
  })),
]

/** Puts the sample city into an empty database. */
export async function loadSample(store: Store, at: Instant): Promise<void> {
  const city = sampleCity(dayOf(at))
  const roster = await readRoster(store.db)
  const by = { actor: OPERATOR, role: 'operator', channel: 'sample', at, words: null } as const
  for (const kind of KINDS) await swapIn(store, roster, kind, parsed(kind, city[kind.id] ?? []), by)
}

const parsed = (kind: Kind, rows: readonly Values[]): ParsedRow[] =>
  rows.map((values, i) => ({ line: i + 2, key: keyOf(kind, values), values }))
