import type { SchoolCode } from '#src/domain/words.ts'
import { unitsOf } from './form-table.ts'
import { sensesOf, type Registry } from './registry.ts'
import { isPlainWord, standsAfter } from './school-context.ts'
import type { Ear } from './school-matches.ts'
import { matchesOf, overlaps } from '../text.ts'
import { unknownLead } from './unknown-names.ts'
import type { SchoolHeard, Span } from '../understanding.ts'

/** What a school is called once it has been named, and how the names of such schools end. */
const KINDS: readonly (readonly [words: string, name: RegExp])[] = [
  ['[镇乡]小|中心小学|中心校|中心完小|中小(?!学)', /中心(?:小学|校|完小|学校)$/],
  ['中心(?:幼儿)?园', /中心(?:幼儿)?园$/],
  ['幼儿园', /幼儿园$/],
  ['教学点', /教学点$/],
  ['小学', /小学|中心校$|完小$/],
  ['初中|中学', /(?:中学|初中|附中)$/],
  ['高中', /(?:高中|高级中学)$/],
  ['职校|职中|职专|职高', /职/],
]
const WORDS = KINDS.map(([words]) => `(${words})`).join('|')
const MENTION = new RegExp(
  `(?<![第一二三四五六七八九十\\d这那哪各每所有们我个村家验])(?:${WORDS})(?![生部化段教、阶])`,
  'g',
)
const ONLY_MENTION = new RegExp(`^(?:${WORDS})$`)

const kindOf = (found: RegExpExecArray): RegExp =>
  KINDS[found.slice(1).findIndex((group) => group !== undefined)]![1]

/** 小学 and 中学 behind 逸仙小学逸仙中学: the one of those named that is of that kind; null where none or several are. */
function meantBy(kind: RegExp, named: readonly SchoolHeard[], nameOf: Registry['nameOf']): SchoolCode | null {
  const codes = [...new Set(named.flatMap(({ candidates }) => candidates))]
  const fitting = codes.filter((code) => kind.test(nameOf(code).replace(/\(.*\)$/, '')))
  return fitting.length === 1 ? fitting[0]! : null
}

type Roster = Pick<Registry, 'nameOf' | 'forms' | 'entries'>

const TOWNSHIP = /([一-龥]{2,3}?)(?:镇|乡|街道)(?=中心|初|中学|小学|幼儿园|[一-龥]{2,4}(?:小学|教学点))/
/** Over so many names one still remembers the township. */
const LOOKED_BACK = 8
const BEGINS = /(?:^|[\s,。;、]|[和与跟])$/

/** 梅江镇中心小学 中学: the one that is called so in the township of those named; null where none or several are. */
function inTownship(
  text: string,
  found: RegExpExecArray,
  before: readonly SchoolHeard[],
  { nameOf, forms, entries }: Roster,
): SchoolCode | null {
  if (!BEGINS.test(text.slice(0, found.index)) && !/^中心/.test(found[0])) return null
  const names = before.slice(-LOOKED_BACK).flatMap(({ candidates }) => candidates.map(nameOf))
  const towns = new Set(names.flatMap((name) => TOWNSHIP.exec(name.replace(/^.*?[市县区]/, ''))?.[1] ?? []))
  if (towns.size !== 1) return null
  const values = [...towns].flatMap((town) => [...forms.of(unitsOf(town + found[0]))])
  const codes = new Set(sensesOf({ entries }, values).map(({ entry }) => entry.code))
  return codes.size === 1 ? [...codes][0]! : null
}

/**
 * The schools that a message mentions again by their kind alone, where it names several schools, or one name that several
 * bear: 光明两个都跑了，小学围墙有裂缝，幼儿园没问题.
 */
export function mentionsAgain(
  text: string,
  heard: readonly SchoolHeard[],
  dates: readonly Span[],
  roster: Roster,
): SchoolHeard[] {
  const named = heard.filter((each) => !ONLY_MENTION.test(each.text))
  if (named.length < 2 && !named.some(({ candidates }) => candidates.length > 1)) return []
  const { nameOf } = roster
  const taken = [...named.map(({ span }) => span), ...dates]
  const mentions: SchoolHeard[] = []
  for (const found of matchesOf(text, MENTION)) {
    const span: Span = [found.index, found.index + found[0].length]
    if (taken.some((each) => overlaps(each, span)) || unknownLead(text, span[0], taken) !== null) continue
    const before = named.filter((each) => each.span[1] <= span[0])
    const kind = kindOf(found)
    const code =
      meantBy(kind, before, nameOf) ??
      meantBy(kind, mentions, nameOf) ??
      inTownship(text, found, before, roster)
    if (code !== null) mentions.push({ text: found[0], span, candidates: [code] })
  }
  return mentions
}

/** 幼儿园里头哪个最久没去, 教学点都走完了: what is asked or told of all of a kind. */
const OF_A_KIND = /[都剩哪几每吗]|是不是|是否|里头|这块|方面|所有|全部|没有?去/
/** More than these are a kind of schools, and none of them. */
const MOST_OWN = 3

/** What a kind alone tells of the speaker's own schools, at the head of a message or behind a verb of going. */
export function ownOfKind(text: string, dates: readonly Span[], { registry, speaker }: Ear): SchoolHeard[] {
  if (speaker.assigned.length === 0) return []
  const found = OF_A_KIND.test(text) ? undefined : matchesOf(text, MENTION)[0]
  const stands = found && standsAfter(text, found.index, dates)
  if (!found || (stands !== 'start' && stands !== 'verb')) return []
  const kind = kindOf(found)
  const candidates = speaker.assigned.filter((code) => kind.test(registry.nameOf(code)))
  const span: Span = [found.index, found.index + found[0].length]
  return candidates.length > 0 && candidates.length <= MOST_OWN
    ? [{ text: found[0], span, candidates: [...candidates] }]
    : []
}

const CAMPUS = /(?:小学|中学|学校|[小中幼校园它])\(?([一-龥]{2,3}?)(?:那个|那边)?(?:校区|分校|分园|分部)\)?$/

/** 南门 for 南门小学, 滨河 for 实小滨河校区, 石栏 for 石栏镇中心小学, 三小 for 梓阳三小: what is left of a name when it is said again. */
function stemOf({ text }: SchoolHeard): string | null {
  const numbered = /[^第][一二三四五六七八九十\d]+[小中幼]$/.exec(text)
  if (numbered) return numbered[0].slice(1)
  const campus = CAMPUS.exec(text)
  if (campus) return campus[1]!
  const stem = text.replace(
    /(?:[镇乡](?=.)|街道)?(?:中心)?(?:小学|中学|初中|幼儿园|学校|完小|教学点|校)$/,
    '',
  )
  return stem.length >= 2 && stem.length <= 4 && /^[一-龥]+$/.test(stem) ? stem : null
}

// 南门：, 南门的; but 南门口 and 实验室.
const STEM_ENDS = /^(?:$|[\s,。;:的那这限呢]|没问题|没事|没啥|都好)/

/** The schools of a message that names several, said again by their stem alone; none that two of them share. */
export function stemsAgain(
  text: string,
  named: readonly SchoolHeard[],
  taken: readonly Span[],
): SchoolHeard[] {
  const known = named.filter(({ candidates }) => candidates.length === 1)
  if (new Set(known.map(({ candidates }) => candidates[0])).size < 2) return []
  const stems = known.map(stemOf)
  return known.flatMap((school, i): SchoolHeard[] => {
    const stem = stems[i]!
    const isShared = known.some(
      ({ candidates }, n) => n !== i && candidates[0] !== school.candidates[0] && stems[n] === stem,
    )
    if (stem === null || stems.indexOf(stem) < i || isShared) return []
    const found: SchoolHeard[] = []
    for (let at = text.indexOf(stem, school.span[1]); at >= 0; at = text.indexOf(stem, at + stem.length)) {
      const span: Span = [at, at + stem.length]
      const fits = !isPlainWord(stem) || STEM_ENDS.test(text.slice(span[1]))
      const isWord = /^[室课员器药仪县区市路街]/.test(text.slice(span[1]))
      if (fits && !isWord && !taken.some((each) => overlaps(each, span)))
        found.push({ text: stem, span, candidates: school.candidates })
    }
    return found
  })
}

/** Names and mentions together: what a mention tells is no name of its own, and a name that several bear is told by two. */
export function withMentions(named: readonly SchoolHeard[], mentions: readonly SchoolHeard[]): SchoolHeard[] {
  const told = new Set(mentions.flatMap(({ candidates }) => candidates))
  const isTold = ({ candidates, span }: SchoolHeard): boolean =>
    mentions.some((each) => overlaps(each.span, span)) ||
    (candidates.length > 1 && candidates.filter((code) => told.has(code)).length > 1)
  return [...named.filter((each) => !isTold(each)), ...mentions].sort((a, b) => a.span[0] - b.span[0])
}

const TAKEN_BACK =
  /^[\s,。…!]*(?:哦|噢|喔|啊|呃|额|嗯|哈)?(?:不对|不不|[说打]错了?|(?<![写记填报登])错了)(?:[\s,。…!]|[说打]错了?|应该|是|才)*(?:只?去了)?(?:是|叫)?$/

/** 墨山小学哈不是墨山中学. */
const DENIED = /^[\s,]*(?:了|的|啊|哈|呢)?[\s,(]*(?:可|并)?(?:不是|别[写记]成)$/

/** 小源小学，不对，是大源小学: without the names that the sender takes back before he says the right one. */
export function withoutTakenBack(text: string, named: readonly SchoolHeard[]): SchoolHeard[] {
  const right = named.findIndex(
    ({ span: [from] }, i) => i > 0 && TAKEN_BACK.test(text.slice(named[i - 1]!.span[1], from)),
  )
  if (right < 1)
    return named.filter(
      ({ span: [from] }, i) => i === 0 || !DENIED.test(text.slice(named[i - 1]!.span[1], from)),
    )
  const joined = (i: number): boolean =>
    i > 0 && /^[\s、,和跟与]*$/.test(text.slice(named[i - 1]!.span[1], named[i]!.span[0]))
  let first = right - 1
  while (joined(first)) first--
  return named.filter((_, i) => i < first || i >= right)
}
