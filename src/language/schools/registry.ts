import { FormTableBuilder, unitsOf, type FormTable } from './form-table.ts'
import { peopleOf, type KnownPerson, type People } from '../people.ts'
import { placedName, shortPlace, withoutShortCounty, type PlacedName } from '../places.ts'
import { baseOf } from './campus-names.ts'
import { hasKind } from './school-context.ts'
import { formsOf } from './school-names.ts'
import { worn as wornOf } from './slips.ts'
import { soundReaders, type SoundReaders } from './syllables.ts'
import { fold } from '../text.ts'
import type { KnownSchool } from '../understanding.ts'
import type { SchoolCode } from '#src/domain/words.ts'

/**
 * One school as the registry keeps it, its name folded: `places` are the short names of its county and township, `city`
 * stands where its name begins with one; `cores` says where in its name begin those without the places.
 */
export type Entry = {
  code: SchoolCode
  name: string
  county: string | null
  city: string | null
  places: readonly string[]
  cores: readonly number[]
}

/** Which school a form means, and whether it is a name of its own or only a part of one. */
export type Sense = { entry: Entry; exact: boolean }

/** All ways to name the schools of a city, made once for a roster. */
export type Registry = {
  entries: readonly Entry[]
  /** A school's folded name; empty for a code that is not on the roster. */
  nameOf(code: SchoolCode): string
  /** What a form means, by its characters; `sounds` the same by its syllables without tones. */
  forms: FormTable
  sounds: FormTable
  /** By its syllables as the south speaks them; only forms that end with a kind of school. */
  nearSounds: FormTable
  /** Schools by the sound of their names with one character left out: src/language/schools/slips.ts. */
  worn: FormTable
  /** 章贡区, 章贡, 赣州市, 沙石镇 … to the short name of the place. */
  places: ReadonlyMap<string, string>
  /** The short names of places by the sound of all that they are called. */
  placesBySound: ReadonlyMap<string, string>
  /** Which of the short names are townships. */
  towns: ReadonlySet<string>
  /** Which of the short names are cities. */
  cities: ReadonlySet<string>
  counties: readonly string[]
  people: People
} & SoundReaders

/** The tables hold a sense as one number. */
const valueOf = (school: number, exact: boolean): number => school * 2 + (exact ? 1 : 0)

export const sensesOf = ({ entries }: Pick<Registry, 'entries'>, values: readonly number[]): Sense[] =>
  values.map((value) => ({ entry: entries[value >>> 1]!, exact: (value & 1) === 1 }))

/** A name without its places, and where it begins with the short name of its county, without that too. */
function coresOfPlaced(core: string, county: string | null): string[] {
  const short = county ? withoutShortCounty(core, county) : core
  return short === core ? [core] : [core, short]
}

/** The names of a school's own, without the places before them. */
export const coresOf = ({ name, cores }: Entry): string[] => cores.map((from) => name.slice(from))

type Placed = { entry: Entry } & Pick<PlacedName, 'town' | 'rest'>

/** Reads names into their places and cores; what many schools share is kept once. */
function placer(counties: readonly string[]): (school: KnownSchool) => Placed {
  const [sharedPlaces, sharedCores] = [sharing<string>(), sharing<number>()]
  return ({ code, name: written, county }) => {
    const name = fold(written)
    const { core, city, places: before, town, rest } = placedName(name, counties)
    const places = sharedPlaces([...new Set([...before, ...(county ? [shortPlace(county)] : [])])])
    const cores = sharedCores(coresOfPlaced(core, county).map((each) => name.length - each.length))
    return { entry: { code, name, county, city, places, cores }, town, rest }
  }
}

/** Gives the first list of those that hold the same. */
function sharing<T>(): (list: readonly T[]) => readonly T[] {
  const lists = new Map<string, readonly T[]>()
  return (list) => {
    const key = list.join(' ')
    const shared = lists.get(key) ?? list
    lists.set(key, shared)
    return shared
  }
}

type Tables = Omit<
  Registry,
  'nameOf' | 'places' | 'placesBySound' | 'towns' | 'cities' | 'counties' | 'people'
>

function tablesOf(schools: readonly KnownSchool[], counties: readonly string[]): Tables {
  const readers = soundReaders(charactersOf(schools))
  const { soundOf, nearSoundOf } = readers
  const [forms, sounds] = [new FormTableBuilder(), new FormTableBuilder()]
  const [nearSounds, worn] = [new FormTableBuilder(), new FormTableBuilder()]
  const shortCounties = new Set(counties.map(shortPlace))
  const [placed, baseNames] = [placer(counties), aliasesByName(schools)]
  const entries = schools.map((school, i) => {
    const { entry, town, rest } = placed(school)
    const cores = coresOf(entry)
    const others = [...school.aliases, ...school.formerNames]
    const base = baseNames.get(baseOf(entry.name) ?? '') ?? null
    for (const { text, exact } of formsOf({ folded: entry.name, cores, others, town, rest, base })) {
      if (!exact && shortCounties.has(text)) continue
      forms.add(unitsOf(text), valueOf(i, exact))
      sounds.add(soundOf(text), valueOf(i, exact))
      if (hasKind(text)) nearSounds.add(nearSoundOf(text), valueOf(i, exact))
    }
    for (const each of new Set(cores.flatMap(wornOf))) worn.add(soundOf(each), i)
    return entry
  })
  return {
    entries,
    forms: forms.build(),
    sounds: sounds.build(),
    nearSounds: nearSounds.build(),
    worn: worn.build(),
    ...readers,
  }
}

function charactersOf(schools: readonly KnownSchool[]): Set<string> {
  const characters = new Set<string>()
  for (const { name, aliases } of schools)
    for (const written of [name, ...aliases]) for (const char of written) characters.add(char)
  return characters
}

/** What else the schools are called to which campuses belong. */
const aliasesByName = (schools: readonly KnownSchool[]): Map<string, string[]> => {
  const bases = new Set(schools.map(({ name }) => baseOf(fold(name))))
  return new Map(
    schools
      .filter(({ name }) => bases.has(fold(name)))
      .map(({ name, aliases }) => [fold(name), aliases.map(fold)]),
  )
}

/** How zones are also written, by their short names. */
const ZONE_FORMS: Record<string, readonly string[]> = {
  经开: ['经济技术开发区', '经济开发区', '开发区'],
  高新: ['高新技术产业开发区', '高新技术开发区'],
}

function placesOf(entries: readonly Entry[], counties: readonly string[]): Map<string, string> {
  const places = new Map<string, string>()
  for (const county of counties) for (const form of countyForms(county)) places.set(form, shortPlace(county))
  const others = new Set(entries.flatMap(({ city, places: own }) => (city ? [...own, city] : own)))
  for (const place of others)
    for (const form of [place, `${place}市`, `${place}镇`, `${place}乡`])
      if (!places.has(form)) places.set(form, place)
  return places
}

function townsOf(entries: readonly Entry[], counties: readonly string[]): Set<string> {
  const shortCounties = new Set(counties.map(shortPlace))
  return new Set(entries.flatMap(({ places }) => places.filter((place) => !shortCounties.has(place))))
}

function countyForms(county: string): string[] {
  const short = shortPlace(county)
  const forms = ['', '县', '区', '市'].map((kind) => short + kind)
  return [fold(county), ...forms, ...(ZONE_FORMS[short] ?? [])]
}

/** By code: a table that is made when first asked for, as most messages name no school twice. */
function namesOf(entries: readonly Entry[]): Registry['nameOf'] {
  let names: Map<SchoolCode, string> | undefined
  return (code) => (names ??= new Map(entries.map((each) => [each.code, each.name]))).get(code) ?? ''
}

/** Builds the index once for a roster; every `understand` reads it. */
export function createRegistry(
  schools: readonly KnownSchool[],
  given: readonly string[],
  people: readonly KnownPerson[] = [],
): Registry {
  const counties = [...new Set([...given, ...schools.flatMap(({ county }) => county ?? [])])]
  const tables = tablesOf(schools, counties)
  const places = placesOf(tables.entries, counties)
  return {
    ...tables,
    nameOf: namesOf(tables.entries),
    places,
    placesBySound: new Map([...places].map(([form, place]) => [tables.soundOf(form).join(), place])),
    towns: townsOf(tables.entries, counties),
    cities: new Set(tables.entries.flatMap(({ city }) => city ?? [])),
    counties,
    people: peopleOf(people),
  }
}
