import { baseOf } from './campus-names.ts'
import { unitsOf, type FormHere } from './form-table.ts'
import { slipped, sounding } from './misspelt.ts'
import { codesOf, levelOf } from './nearest-schools.ts'
import { placeBefore } from './place-before.ts'
import { sensesOf, type Registry, type Sense } from './registry.ts'
import { hasKind, isBare, mayBeSchool, standsAfter, type Before } from './school-context.ts'
import { matchesOf, overlaps, spansOf } from '../text.ts'
import { unknownLead } from './unknown-names.ts'
import type { Span, Speaker } from '../understanding.ts'

/** Whose roster is asked, and for whom. */
export type Ear = { registry: Registry; speaker: Speaker }
/** A name that the roster has, and what it may mean. */
export type Match = { span: Span; senses: readonly Sense[] }

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
  const place = placeBefore(text, from, ear.registry, ear.speaker)
  const stands = adjoins ? 'clause' : standsAfter(text, place.from, dates)
  const taken = after ? [...dates, after.span] : dates
  for (const { length, values } of here) {
    const span: Span = [from, from + length]
    const senses = (): Sense[] => sensesOf(ear.registry, values)
    if (insideDate(text, span, dates) || !canStand(text, span, stands, senses, ear)) continue
    const match: Match = { span, senses: senses() }
    if (!goesOn(text, match, ear))
      return stands === 'word' ? inLongerName(text, match, place.from, taken, ear) : match
  }
  return null
}

const isOwn = (senses: readonly Sense[], speaker: Speaker): boolean =>
  senses.some((sense) => levelOf(sense, speaker) === 0)

// 和平还有希望: a word of every day is one of his schools beside another.
const JOINED_BEFORE = /[一-龥](?:和|还有|跟|以及)$/
// 希望 正常 behind other schools is his 希望小学.
const SAYS_FINE = /^[\s,:]*(?:正常|良好|[没无](?:问题|事|啥|有?$|有?[\s,。;])|[都还挺很]好)/
// 没做过实验 tells what was done.
const DONE_BEFORE = /[做动][过了]?$/
// 化学分组实验全用视频代替, 实验废旧电池: lessons, unless what follows a name does.
const AFTER_NAME =
  /^(?:$|[\s,。;:、的]|[小中]学|[今昨前]天|[这那]边|也|都|去|查|看|食堂|门口|校门|操场|厕所|宿舍)/
const isLesson = (text: string, [from, to]: Span, stands: Before): boolean =>
  text.slice(from, to) === '实验' &&
  stands !== 'verb' &&
  stands !== 'start' &&
  !AFTER_NAME.test(text.slice(to))

/** Whether a form is a name where it stands; a bare one of the speaker's own is heard in the middle of a clause too. */
const canStand = (
  text: string,
  span: Span,
  stands: Before,
  senses: () => Sense[],
  { speaker }: Ear,
): boolean =>
  !isLesson(text, span, stands) &&
  (mayBeSchool(text, span, stands) ||
    (stands === 'clause' &&
      JOINED_BEFORE.test(text.slice(Math.max(0, span[0] - 4), span[0])) &&
      isOwn(senses(), speaker)) ||
    (stands === 'word' &&
      !DONE_BEFORE.test(text.slice(0, span[0])) &&
      isBare(text.slice(...span)) &&
      mayBeSchool(text, span, 'clause') &&
      isOwn(senses(), speaker)) ||
    (stands === 'clause' && SAYS_FINE.test(text.slice(span[1])) && isOwn(senses(), speaker)))

/** The name of which a form behind other words may be only the end. */
const inLongerName = (text: string, match: Match, from: number, taken: readonly Span[], ear: Ear): Match =>
  longerName(text, match, ear.registry) ?? unknownName(text, match, from, taken, ear.registry) ?? match

const GOES_ON =
  /^(?:(?:(?![的和与跟及、看查听在有没对去到俩两三])[一-龥]){1,3}?教学点|(?:(?![的和与跟及、看查听在有没对去到])[一-龥]){0,3}?(?:小学(?![生部化])|中学(?!生)|幼儿园))/

/** 罗坳 in 罗坳仲新小学 is the beginning of a name that is not known; 文清 in 文清蓝天幼儿园 is a name before another. */
function goesOn(text: string, { span: [from, to], senses }: Match, { registry, speaker }: Ear): boolean {
  const form = text.slice(from, to)
  const rest = GOES_ON.exec(text.slice(to, to + 8))?.[0]
  if (rest === undefined || (hasKind(form) && !rest.endsWith('教学点'))) return false
  const isNext = registry.forms.of(unitsOf(rest)).length > 0
  return !isNext || (!rest.endsWith('教学点') && senses.every((sense) => levelOf(sense, speaker) > 0))
}

/** 桃西大塘小学 is 大塘小学 in 桃溪; 明珠特校 is a school that the roster lacks, though it has a 特校. */
function unknownName(
  text: string,
  match: Match,
  from: number,
  taken: readonly Span[],
  registry: Registry,
): Match | null {
  const start = unknownLead(text, from, taken)
  if (start === null) return null
  const place = registry.placesBySound.get(registry.soundOf(text.slice(start, from)).join())
  const there = match.senses.filter(({ entry }) => place !== undefined && entry.places.includes(place))
  return { span: [start, match.span[1]], senses: there }
}

/** 梧同二小 is 梧桐二小 misspelt, not the 二小 in it; what sounds right comes before what is off by a character. */
function longerName(
  text: string,
  { span: [from, to], senses: own }: Match,
  registry: Registry,
): Match | null {
  const starts: number[] = []
  for (let start = from - 1; start >= Math.max(0, from - 5) && isHan(text[start]!); start--)
    starts.unshift(start)
  for (const fits of [sounding, slipped])
    for (const start of starts) {
      const senses = fits(text.slice(start, to), registry)
      // 晌文清路小学 is 文清路小学 behind another word.
      const isSame = fits === slipped && codesOf(senses).join() === codesOf(own).join()
      if (senses.length > 0) return isSame ? null : { span: [start, to], senses }
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

/** 孔田镇中心小学石溪教学点: two names without a gap, the second being a part of the first's school. */
function joined(text: string, matches: readonly Match[]): Match[] {
  return matches.reduce<Match[]>((all, match) => {
    const before = all.at(-1)
    const between = before && text.slice(before.span[1], match.span[0])
    if (
      !before ||
      (between !== '' && between !== '的') ||
      !/(?:教学点|校区|分校|部)$/.test(text.slice(...match.span))
    )
      return [...all, match]
    const there = match.senses.filter(({ entry }) =>
      before.senses.some((sense) => sense.entry.county === entry.county),
    )
    const senses = there.length > 0 ? there : match.senses
    return [...all.slice(0, -1), { span: [before.span[0], match.span[1]], senses }]
  }, [])
}

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
    match.senses.some((sense) => sense.exact || levelOf(sense, speaker) <= 1 || known.has(sense.entry.code))
  )
}

const MAIN_CAMPUS = /本部|主校区|总校(?!长)/g

/** 本部 beside 五中南校区: the school to which a campus belongs that is named too. */
function mainCampuses(text: string, matches: readonly Match[], registry: Registry): Match[] {
  const told = spansOf(text, MAIN_CAMPUS).filter(([start]) => !matches.some(({ span }) => span[1] === start))
  if (told.length === 0) return []
  const bases = new Set(matches.flatMap(({ senses }) => senses.map(({ entry }) => baseOf(entry.name))))
  const senses = [...bases].flatMap((base) =>
    base === null ? [] : sensesOf(registry, registry.forms.of(unitsOf(base))).filter(({ exact }) => exact),
  )
  return senses.length > 0 ? told.map((span) => ({ span, senses })) : []
}

const ITS_CAMPUS = /[它他]们?的?([一-龥]{1,4}?)(?:那个|那边|的)*(校区|分校|分园|分部)/g

/** 码头街跟它江北那个校区: a campus of the school named before. */
function itsCampuses(text: string, matches: readonly Match[], registry: Registry): Match[] {
  return matchesOf(text, ITS_CAMPUS).flatMap((found): Match[] => {
    const before = matches.findLast(({ span }) => span[1] <= found.index)
    const form = before && text.slice(...before.span) + found[1]! + found[2]!
    const senses = form ? sensesOf(registry, registry.forms.of(unitsOf(form))) : []
    return senses.length > 0 ? [{ span: [found.index, found.index + found[0].length], senses }] : []
  })
}

/** The names of the roster that stand in a text and may be meant there, in order. */
export function schoolMatches(text: string, ear: Ear, dates: readonly Span[]): Match[] {
  const all = joined(text, literalMatches(text, ear, dates))
  const believed = all.filter((match, i) => believable(text, match, all.slice(0, i), dates, ear.speaker))
  const its = itsCampuses(text, believed, ear.registry)
  const named = [...believed.filter(({ span }) => !its.some((each) => overlaps(each.span, span))), ...its]
  return [...named, ...mainCampuses(text, named, ear.registry)].sort((a, b) => a.span[0] - b.span[0])
}
