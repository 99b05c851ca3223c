import { versionsOf, type Versions } from '#db/roster.ts'
import type { Db } from '#db/store.ts'
import { CITY } from '#src/domain/records.ts'
import type { WordWritten } from '#src/language/lexicon/refusals.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import type { KindId } from './kinds/kind.ts'
import type { AroundWords } from './lexicon.ts'
import type { Known, OpenedFile } from './references.ts'
import { SHELVES } from './shelves.ts'
import type { Row, Rows } from './shelves/shelf.ts'

/** All that files refer to and words are held against, by kind and key. */
export type Roster = Record<RosterKind, Rows> & { versions: Versions }

const ROSTER = ['places', 'schools', 'people', 'lexicon'] as const
export type RosterKind = (typeof ROSTER)[number]
export const isInRoster = (kind: KindId): kind is RosterKind => (ROSTER as readonly KindId[]).includes(kind)

export async function readRoster(db: Db): Promise<Roster> {
  const rows: [RosterKind, Rows][] = []
  for (const kind of ROSTER) rows.push([kind, await SHELVES[kind].onFile(db, [])])
  return { ...(Object.fromEntries(rows) as Record<RosterKind, Rows>), versions: await versionsOf(db) }
}

/** How the city level is written in Chinese, beside the name of the city's own row. */
export const CITY_LABEL = '市直'
const CITY_LEVEL = [CITY, CITY_LABEL]

/** Whether a place is the city level, by whichever of its names. */
export const isCity = (roster: Pick<Roster, 'places'>, place: unknown): boolean =>
  typeof place === 'string' && (CITY_LEVEL.includes(place) || roster.places.get(place)?.['level'] === 'city')

export const keysOnFile = (roster: Roster): Known => ({
  place: new Set([...roster.places.keys(), ...CITY_LEVEL]),
  school: new Set(roster.schools.keys()),
  person: new Set(roster.people.keys()),
})

/** True once a row of county level has come with a file of kind `places`, withdrawn or not. */
export const countyFiled = (roster: Roster): boolean =>
  [...roster.places.values()].some((row) => row['filed'] === true && row['level'] === 'county')

/** What words are held against: the schools on file and in the files that come with them, and the words on file. */
export function aroundWords(files: readonly OpenedFile[], roster: Roster): AroundWords {
  const coming = files
    .filter(({ kind }) => kind.id === 'schools')
    .flatMap(({ rows }) => rows.map(({ values }) => ({ formerNames: values['former_names'], ...values })))
  return {
    schools: [...roster.schools.values(), ...coming].map(asSchool),
    onFile: [...roster.lexicon.values()].filter(({ state }) => state === 'in_force').map(asWord),
  }
}

const asSchool = ({ code, name, county, aliases, formerNames }: Row): KnownSchool =>
  ({
    code,
    name,
    county: county ?? null,
    aliases: aliases ?? [],
    formerNames: formerNames ?? [],
  }) as KnownSchool

const asWord = ({ kind, word, means }: Row): WordWritten => ({ kind, word, means }) as WordWritten
