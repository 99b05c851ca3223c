import { pinyin } from 'pinyin-pro'
import { peopleOf, type KnownPerson, type People } from './people.ts'
import { placedName, shortPlace, withoutShortCounty } from './places.ts'
import { baseOf, formsOf } from './school-names.ts'
import { fold } from './text.ts'
import type { KnownSchool } from './understanding.ts'

/**
 * One school as the registry keeps it: `places` are the short names of its county and township, `city` stands where its
 * name begins with one.
 */
export type Entry = KnownSchool & { folded: string; city: string | null; places: readonly string[] }

/** Which school a form means, and whether it is a name of its own or only a part of one. */
export type Sense = { entry: Entry; exact: boolean }

/** All ways to name the schools of a city, made once for a roster. */
export type Registry = {
  entries: readonly Entry[]
  /** What a form means. */
  senses: ReadonlyMap<string, readonly Sense[]>
  /** By the first two characters of a form: the lengths of such forms, longest first. */
  lengths: ReadonlyMap<string, readonly number[]>
  /** Forms by their sound without tones. */
  sounds: ReadonlyMap<string, readonly string[]>
  /** 章贡区, 章贡, 赣州市, 沙石镇 … to the short name of the place. */
  places: ReadonlyMap<string, string>
  /** Which of the short names are cities. */
  cities: ReadonlySet<string>
  counties: readonly string[]
  people: People
  soundOf(text: string): string
}

function pushTo<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const values = map.get(key)
  if (values) values.push(value)
  else map.set(key, [value])
}

/**
 * Reads each character by itself, in the roster and in the text alike, so that one table serves both. The characters of
 * the roster are read in one call: the library takes a hundred times as long for as many single ones.
 */
function soundReader(roster: Iterable<string>): (text: string) => string {
  const chars = [...new Set([...roster].flatMap((name) => [...name]))]
  const sounds = pinyin(chars.join('\n'), { toneType: 'none', type: 'array', v: true })
  const read = new Map(chars.map((char, i) => [char, sounds[i * 2]!]))
  const soundOfChar = (char: string): string => {
    const known = read.get(char) ?? pinyin(char, { toneType: 'none', v: true })
    read.set(char, known)
    return known
  }
  return (text) => [...text].map(soundOfChar).join(' ')
}

type Made = { entry: Entry; cores: string[] }

function entryOf(school: KnownSchool, counties: readonly string[]): Made {
  const { core, city, places } = placedName(school.name, counties)
  const short = school.county ? withoutShortCounty(core, school.county) : core
  const all = new Set([...places, ...(school.county ? [shortPlace(school.county)] : [])])
  const entry: Entry = { ...school, folded: fold(school.name), city, places: [...all] }
  return { entry, cores: short === core ? [core] : [core, short] }
}

function sensesOf(made: readonly Made[], counties: readonly string[]): Map<string, Sense[]> {
  const senses = new Map<string, Sense[]>()
  const places = new Set(counties.map(shortPlace))
  const byName = new Map(made.map(({ entry }) => [entry.folded, entry]))
  for (const { entry, cores } of made) {
    const base = byName.get(baseOf(entry.folded) ?? '')
    const others = [...entry.aliases, ...entry.formerNames]
    for (const { text, exact } of formsOf(entry.folded, cores, others, base?.aliases.map(fold) ?? []))
      if (exact || !places.has(text)) pushTo(senses, text, { entry, exact })
  }
  return senses
}

function lengthsOf(forms: Iterable<string>): Map<string, number[]> {
  const lengths = new Map<string, number[]>()
  for (const form of forms) {
    const head = form.slice(0, 2)
    if (!lengths.get(head)?.includes(form.length)) pushTo(lengths, head, form.length)
  }
  for (const each of lengths.values()) each.sort((a, b) => b - a)
  return lengths
}

function placesOf(made: readonly Made[], counties: readonly string[]): Map<string, string> {
  const places = new Map<string, string>()
  for (const county of counties)
    places.set(fold(county), shortPlace(county)).set(shortPlace(county), shortPlace(county))
  const others = made.flatMap(({ entry: { city, places: own } }) => (city ? [...own, city] : own))
  for (const place of new Set(others))
    for (const form of [place, `${place}市`, `${place}镇`, `${place}乡`])
      if (!places.has(form)) places.set(form, place)
  return places
}

/** Builds the index once for a roster; every `understand` reads it. */
export function createRegistry(
  schools: readonly KnownSchool[],
  given: readonly string[],
  people: readonly KnownPerson[] = [],
): Registry {
  const counties = [...new Set([...given, ...schools.flatMap(({ county }) => county ?? [])])]
  const made = schools.map((school) => entryOf(school, counties))
  const senses = sensesOf(made, counties)
  const soundOf = soundReader(senses.keys())
  const sounds = new Map<string, string[]>()
  for (const form of senses.keys()) pushTo(sounds, soundOf(form), form)
  return {
    entries: made.map(({ entry }) => entry),
    senses,
    lengths: lengthsOf(senses.keys()),
    sounds,
    places: placesOf(made, counties),
    cities: new Set(made.flatMap(({ entry }) => entry.city ?? [])),
    counties,
    people: peopleOf(people),
    soundOf,
  }
}
