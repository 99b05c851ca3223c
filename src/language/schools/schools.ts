import { amongWords, chunksOf, near, type Chunk } from './misspelt.ts'
import { levelOf, resolved } from './nearest-schools.ts'
import { shortPlace } from '../places.ts'
import { placeBefore, placesAtHead } from './place-before.ts'
import { sensesOf, type Registry, type Sense } from './registry.ts'
import { unitsOf } from './form-table.ts'
import { isBare } from './school-context.ts'
import { schoolMatches, type Ear, type Match } from './school-matches.ts'
import { mentionsAgain, ownOfKind, stemsAgain, withMentions, withoutTakenBack } from './school-mentions.ts'
import { inTownships } from './township-schools.ts'
import type { Listening, SchoolHeard, Span } from '../understanding.ts'

/** A county written out elsewhere in the message narrows a name that fits several schools. */
function narrowed(text: string, senses: readonly Sense[], registry: Registry): readonly Sense[] {
  if (senses.length < 2) return senses
  const named = registry.counties.filter(
    (county) => text.includes(county) || text.includes(`${shortPlace(county)}那`),
  )
  const there = senses.filter(({ entry }) => entry.county !== null && named.includes(entry.county))
  return there.length > 0 ? there : senses
}

function schoolOf(written: string, text: string, match: Match, { registry, speaker }: Ear): SchoolHeard {
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

/** Over so many names one still remembers the whole of one. */
const LOOKED_BACK = 8

const NUMBERED = /^[一二三四五六七八九十\d]+[小中幼]$/

/** 桂苑 behind 桂苑幼儿园 is that one, whatever else is called so, and 二小 behind 大成路二小; behind two that begin so it stays open. */
function namedAgain(all: readonly SchoolHeard[]): SchoolHeard[] {
  return all.map((each, i) => {
    const longer = all
      .slice(Math.max(0, i - LOOKED_BACK), i)

      .filter(
        ({ text }) =>
          text !== each.text &&
          (text.startsWith(each.text) || (NUMBERED.test(each.text) && text.endsWith(each.text))),
      )
    const meant = new Set(longer.flatMap(({ candidates }) => candidates))
    return (isBare(each.text) || NUMBERED.test(each.text)) && meant.size === 1
      ? { ...each, candidates: [...meant] }
      : each
  })
}

// 北埂那个中学, 石塘镇上的幼儿园.
const THE_ONE_THERE =
  /^([一-龥]{2,5}?)(?:那边的?|那里的?|镇上的?|那[个所家]|的那?[个所家]?)((?:中心)?(?:小学|幼儿园)|中学|初中|教学点)$/

/** 北埂中学 for 北埂那个中学, if the roster has one. */
function theOneThere(written: string, chunk: Chunk, { registry, speaker }: Ear): SchoolHeard[] {
  const found = THE_ONE_THERE.exec(chunk.text)
  const senses = found ? sensesOf(registry, registry.forms.of(unitsOf(found[1]! + found[2]!))) : []
  if (senses.length === 0) return []
  const span: Span = [chunk.from, chunk.from + chunk.text.length]
  return [{ text: written.slice(...span), span, candidates: resolved(senses, [], registry.cities, speaker) }]
}

/** What words mean that stand where a name could, but are none of the roster's: as a whole, or behind the places in them. */
function schoolNear(written: string, chunk: Chunk, ear: Ear): SchoolHeard[] {
  const { registry, speaker } = ear
  const there = theOneThere(written, chunk, ear)
  if (there.length > 0) return there
  const { length, names } = placesAtHead(chunk.text, registry)
  const bare = { ...chunk, from: chunk.from + length, text: chunk.text.slice(length) }
  for (const [part, places] of [
    [chunk, []],
    [bare, names],
  ] as const) {
    const senses = near(part, registry, (sense) => levelOf(sense, speaker))
    if (senses.length === 0) continue
    const span: Span = [chunk.from, part.from + senses[0]!.length]
    return [
      { text: written.slice(...span), span, candidates: resolved(senses, places, registry.cities, speaker) },
    ]
  }
  const span: Span = [chunk.from, chunk.from + chunk.text.length]
  return chunk.names && !namesPlace(chunk.text, registry)
    ? [{ text: written.slice(...span), span, candidates: [] }]
    : []
}

const KIND_ALONE =
  /^(?:特[校教]|特教学校|特殊教育学校|职[校高专中]|职业(?:技术)?(?:学校|高中|中学|中专)|中[专职]|技校|[完高]中|九年(?:一贯)?制学校)$/
const OF_MANY =
  /哪[些几]|哪个|谁|几[所个家]|多少|名单|清单|一共|所有|全部|[还都]没|没[^,。;]{0,8}过?的|[剩差欠漏]/

/** 特校今年还没督导过的: where several could be meant, a list of such schools is asked for, and none of them. */
const isKindAsked = ({ text: name, candidates }: SchoolHeard, text: string): boolean =>
  candidates.length > 1 && KIND_ALONE.test(name) && OF_MANY.test(text)

const PASSED_BY =
  /^的?我?们?(?:也|还|就|可|倒|今天|昨天|这次)*(?:不归我|不是我[的管负]|不在我|没(?:有|能)?(?:进[去成]|进得去|去成|去得成|走成|轮到|顾上|来得及)|去不成|没去(?=$|[\s,。;]))/

const NOT_GONE_TO = /(?:直升|升[入到]|对口|毕业于|分流到|支教)$/

/** 许诺直升实验小学: a school of which is only told within what was found at another. */
const isOnlyTold = ({ span }: SchoolHeard, text: string, all: readonly SchoolHeard[]): boolean =>
  all.length > 1 && NOT_GONE_TO.test(text.slice(Math.max(0, span[0] - 4), span[0]))

/** 八中不归我，今天在五中: beside a school of which something is told, one that was not gone to. */
const isPassedBy = ({ span }: SchoolHeard, text: string, all: readonly SchoolHeard[]): boolean =>
  PASSED_BY.test(text.slice(span[1])) && all.some((other) => !PASSED_BY.test(text.slice(other.span[1])))

/** All schools named in a text, in order. `text`: it in plain; `dates`: what has been heard as dates, so that 周三中午 names no 三中. */
export function findSchools(
  written: string,
  text: string,
  registry: Registry,
  { speaker }: Pick<Listening, 'speaker'>,
  dates: readonly Span[],
): SchoolHeard[] {
  const ear: Ear = { registry, speaker }
  const matches = schoolMatches(text, ear, dates).map((match) => schoolOf(written, text, match, ear))
  const all = inTownships(written, text, matches, dates, ear)
  const heard = namedAgain(all).filter((each) => !isWithin(each, all) && !isTold(each, all, registry))
  const taken = [...heard.map(({ span }) => span), ...dates]
  const mentions = [...mentionsAgain(text, heard, dates, registry), ...stemsAgain(text, heard, taken)]
  const spans = [...heard, ...mentions].map(({ span }) => span)
  const others = chunksOf(text, dates, spans).flatMap((chunk) => schoolNear(written, chunk, ear))
  const held = [...spans, ...others.map(({ span }) => span), ...dates]
  const among = amongWords(text, held, registry, (sense) => levelOf(sense, speaker)).map(
    ({ span, senses }): SchoolHeard => ({
      text: written.slice(...span),
      span,
      candidates: resolved(senses, [], registry.cities, speaker),
    }),
  )
  const named = [...heard, ...others, ...among].sort((a, b) => a.span[0] - b.span[0])
  // 名德 behind 名德小学, which was 明德小学 misspelt.
  const known = [...held, ...among.map(({ span }) => span)]
  const stems = others.length > 0 ? stemsAgain(text, named, known) : []
  const told = withMentions(withoutTakenBack(text, named), [...mentions, ...stems]).filter(
    (each, _, all) =>
      !isKindAsked(each, text) && !isPassedBy(each, text, all) && !isOnlyTold(each, text, all),
  )
  return told.length > 0 ? told : ownOfKind(text, dates, ear)
}
