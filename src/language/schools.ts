import type { SchoolCode } from '#src/domain/words.ts'
import { unitsOf, type FormHere } from './form-table.ts'
import { chunksOf, misspelt, near } from './misspelt.ts'
import { shortPlace } from './places.ts'
import { sensesOf, type Registry, type Sense } from './registry.ts'
import { hasKind, isBare, mayBeSchool, standsAfter } from './school-context.ts'
import { plainOf } from './plain.ts'
import { overlaps } from './text.ts'
import type { Listening, SchoolHeard, Span, Speaker } from './understanding.ts'

type Ear = { registry: Registry; speaker: Speaker }
type Match = { span: Span; senses: readonly Sense[] }

/** The longest form that begins here and can be a school's name here; `after`: the name that ends just before. */
function matchAt(
  text: string,
  here: readonly FormHere[],
  from: number,
  ear: Ear,
  dates: readonly Span[],
  after: Match | undefined,
): Match | null {
  if (here.length === 0) return null
  // 坳上坳下都跑了: two bare names in a row.
  const adjoins = after?.span[1] === from && isBare(text.slice(...after.span))
  const stands = adjoins
    ? 'clause'
    : standsAfter(text, placeBefore(text, from, ear.registry, ear.speaker).from, dates)
  for (const { length, values } of here) {
    const span: Span = [from, from + length]
    if (!mayBeSchool(text, span, stands) || insideDate(text, span, dates)) continue
    const match = { span, senses: sensesOf(ear.registry, values) }
    return (stands === 'word' && longerName(text, match, ear.registry)) || match
  }
  return null
}

/** 梧同二小 is 梧桐二小 misspelt, not the 二小 in it. */
function longerName(text: string, { span: [from, to] }: Match, registry: Registry): Match | null {
  for (let start = from - 1; start >= Math.max(0, from - 4) && isHan(text[start]!); start--) {
    const senses = misspelt(text.slice(start, to), registry)
    if (senses.length > 0) return { span: [start, to], senses }
  }
  return null
}

const isHan = (char: string): boolean => /[一-龥]/.test(char)

/** 三中 in 周三中午 goes to the date; 五一小学 does not. */
const insideDate = (text: string, span: Span, dates: readonly Span[]): boolean =>
  !hasKind(text.slice(...span)) && dates.some((date) => overlaps(date, span))

function literalMatches(text: string, ear: Ear, dates: readonly Span[]): Match[] {
  const matches: Match[] = []
  const units = unitsOf(text)
  for (let from = 0; from < text.length - 1;) {
    const here = ear.registry.forms.startingAt(units, from)
    const match = matchAt(text, here, from, ear, dates, matches.at(-1))
    if (match) matches.push(match)
    from = match ? match.span[1] : from + 1
  }
  return matches
}

type Place = { from: number; names: string[] }

/** The places written just before a name: 赣州市章贡区, 沙石镇, 县 for the speaker's own. */
function placeBefore(text: string, to: number, { places, cities }: Registry, speaker: Speaker): Place {
  const place: Place = { from: to, names: [] }
  for (let length = 8; length >= 2; length--) {
    const end = text[place.from - 1] === '的' ? place.from - 1 : place.from
    const name = end >= length ? places.get(text.slice(end - length, end)) : undefined
    if (name === undefined) continue
    place.names.push(name)
    place.from = end - length
    length = 9
  }
  const own = /(?:^|[^一-龥]|[去到在了和我])([县区市])$/.exec(text.slice(0, place.from))?.[1]
  if (place.names.length > 0 || !own || (own !== '市' && !speaker.county)) return place
  return { from: to - 1, names: own === '市' ? [...cities] : [shortPlace(speaker.county!)] }
}

/**
 * How near a school is to the speaker: his own, his county's, the city's. The school where a part-time inspector works is
 * not among those that he inspects.
 */
function levelOf({ entry }: Sense, speaker: Speaker): number {
  const own =
    speaker.side === 'school' ? entry.code === speaker.school : speaker.assigned.includes(entry.code)
  if (own) return 0
  return speaker.county !== null && entry.county === speaker.county ? 1 : 2
}

const codesOf = (senses: readonly Sense[]): SchoolCode[] => [
  ...new Set(senses.map(({ entry }) => entry.code)),
]

/** A whole name beats a part of one. */
function best(senses: readonly Sense[]): Sense[] {
  const exact = senses.filter((sense) => sense.exact)
  return exact.length > 0 ? exact : [...senses]
}

/** The first level at which one fits decides; a place that was named decides instead of the level. */
function nearest(senses: readonly Sense[], speaker: Speaker): SchoolCode[] {
  for (const level of [0, 1, 2]) {
    const there = senses.filter((sense) => levelOf(sense, speaker) === level)
    if (there.length > 0) return codesOf(best(there))
  }
  return []
}

/** 赣州三中: of several, those whose own name begins with the city and not with one of its counties. */
function ofCity(senses: readonly Sense[], named: readonly string[]): readonly Sense[] {
  const there = senses.filter(({ entry }) => entry.city !== null && named.includes(entry.city))
  return there.length > 0 ? there : senses
}

function resolved(
  senses: readonly Sense[],
  named: readonly string[],
  cities: ReadonlySet<string>,
  speaker: Speaker,
): SchoolCode[] {
  const narrow = named.filter((name) => !cities.has(name))
  const meant = named.length > narrow.length ? ofCity(senses, named) : senses
  if (narrow.length === 0) return nearest(meant, speaker)
  const there = senses.filter(({ entry }) => narrow.every((name) => entry.places.includes(name)))
  // A school of the city itself stands in some county that its row does not tell; 南康三中 is never 赣州市第三中学.
  const ofNoCounty = senses.filter(({ entry }) => entry.county === null && entry.city === null)
  return codesOf(best(there.length > 0 ? there : ofNoCounty))
}

/** A county written out elsewhere in the message narrows a name that fits several schools. */
function narrowed(text: string, senses: readonly Sense[], registry: Registry): readonly Sense[] {
  if (senses.length < 2) return senses
  const named = registry.counties.filter((county) => text.includes(county))
  const there = senses.filter(({ entry }) => entry.county !== null && named.includes(entry.county))
  return there.length > 0 ? there : senses
}

function schoolOf(
  written: string,
  text: string,
  match: Match,
  registry: Registry,
  speaker: Speaker,
): SchoolHeard {
  const place = placeBefore(text, match.span[0], registry, speaker)
  const senses = place.names.length > 0 ? match.senses : narrowed(text, match.senses, registry)
  const span: Span = [place.from, match.span[1]]
  return {
    text: written.slice(...span),
    span,
    candidates: resolved(senses, place.names, registry.cities, speaker),
  }
}

/** 沙石 in 沙石镇东坑小学 is the township, not a second school. */
const isWithin = ({ span: [from, to] }: SchoolHeard, others: readonly SchoolHeard[]): boolean =>
  others.some(({ span }) => span[0] <= from && to <= span[1] && span[1] - span[0] > to - from)

/**
 * A part of a name at the head of a later clause (平安校园创建…) is believed only where it is the speaker's own school,
 * or one that the message has named before.
 */
function believable(
  text: string,
  match: Match,
  before: readonly Match[],
  taken: readonly Span[],
  speaker: Speaker,
): boolean {
  const form = text.slice(...match.span)
  if (!isBare(form) || standsAfter(text, match.span[0], taken) !== 'clause') return true
  const known = new Set(before.flatMap(({ senses }) => codesOf(senses)))
  const connected =
    before.some(({ span: [, end] }) => end === match.span[0]) ||
    before.some(({ span }) => /^\s*(?:和|与|跟|及|以及|还有|、)\s*$/.test(text.slice(span[1], match.span[0])))
  return (
    connected ||
    match.senses.some((sense) => sense.exact || levelOf(sense, speaker) === 0 || known.has(sense.entry.code))
  )
}

/** 章贡区小学 tells a stage within a place, and no school. */
const namesPlace = (text: string, { places }: Registry): boolean =>
  places.has(text.replace(/(?:小学|中学|幼儿园|学校|初中|高中|教学点)$/, ''))

/** 古樟那边两个学校，古樟中学…: a township whose schools are named one by one is no school itself. */
const isTold = (each: SchoolHeard, others: readonly SchoolHeard[], { places }: Registry): boolean =>
  places.has(each.text) &&
  others.some(
    ({ text, candidates }) =>
      text !== each.text &&
      candidates.length > 0 &&
      candidates.every((code) => each.candidates.includes(code)),
  )

/** All schools named in a text, in order. `dates`: what has been heard as dates, so that 周三中午 names no 三中. */
export function findSchools(
  written: string,
  registry: Registry,
  { speaker, lexicon }: Pick<Listening, 'speaker' | 'lexicon'>,
  dates: readonly Span[] = [],
): SchoolHeard[] {
  const text = plainOf(written, lexicon)
  const literal = literalMatches(text, { registry, speaker }, dates).filter((match, i, all) =>
    believable(text, match, all.slice(0, i), dates, speaker),
  )
  const all = literal.map((match) => schoolOf(written, text, match, registry, speaker))
  const heard = all.filter((each) => !isWithin(each, all) && !isTold(each, all, registry))
  const others = chunksOf(
    text,
    dates,
    heard.map(({ span }) => span),
  ).flatMap((chunk) => {
    const senses = near(chunk, registry, (sense) => levelOf(sense, speaker))
    const candidates = senses.length > 0 ? resolved(senses, [], registry.cities, speaker) : []
    const span: Span = [chunk.from, chunk.from + (senses[0]?.length ?? chunk.text.length)]
    return senses.length > 0 || (chunk.names && !namesPlace(chunk.text, registry))
      ? [{ text: written.slice(...span), span, candidates }]
      : []
  })
  return [...heard, ...others].sort((a, b) => a.span[0] - b.span[0])
}
