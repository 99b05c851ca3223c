import { chineseNumeral, numeralOf } from '../numerals.ts'
import { campusForms } from './campus-names.ts'
import { parse, type Parsed } from './school-kinds.ts'
import { fold } from '../text.ts'
import { townForms, villageForms } from './township-names.ts'

/** A way to say a school's name. `exact`: official, short, alias or usual abbreviation; else a part of the name. */
export type Form = { text: string; exact: boolean }

/** Words between a school's own name and its kind, which people leave out. */
const MODIFIERS =
  /(?:大道|大街|路|街|巷|外国语|双语|国际|艺术|科技|蒙氏|早教|实验|民族|希望|示范|中心|第?[一二三四五六七八九十\d]{1,3}|镇|乡|街道|村|社区)$/
/** 小学, 中心小学, 十二 and 双语 name no school; 实小, 七中 and 第三小学 do. */
const TOO_COMMON =
  /^(?:(?:中心|附属|镇|乡|县|区|市|省|村)?(?:小学|中学|幼儿园|幼稚园|学校|学院|教学点|中心|校|园|小|中|幼|高|高中|初中|中专|完小)?|第?[一二三四五六七八九十百\d]+|民族|城区|示范|特殊教育|职业|机关|国际|双语|外国语|艺术|科技|附属|师范|第|.*[镇乡村]|.*街道)$/
const NUMBERED =
  /^(.*?)(?:第([一二三四五六七八九十百\d]{1,4})|(?<![一二三四五六七八九十百\d])([一二三四五六七八九十]|\d{1,4}))$/
/** 文清路 gives 文清路 and 文清; 厚德外国语 gives 厚德外国语 and 厚德. */
function shortened(stem: string): string[] {
  const stems = [stem]
  for (let last = stem; ;) {
    last = last.replace(MODIFIERS, '')
    if (last.length < 2 || last === stems.at(-1)) return stems
    stems.push(last)
  }
}

/** 七中, 7中, 第7中学 and 第七中学 for 第七中学; with its lead for 红旗大道第二小学. */
function numberedForms({ stem, kind, shorts }: Parsed): Form[] {
  const found = NUMBERED.exec(stem.replace(/实验$/, ''))
  const n = found && numeralOf(found[2] ?? found[3]!)
  if (!found || n === null || (!found[2] && found[1])) return []
  const tail = stem.endsWith('实验') ? '实验' : ''
  const tails = tail ? [`实${shorts[0]}`, tail + kind] : [kind, ...shorts]
  return shortened(found[1]!).flatMap((lead, i) =>
    [chineseNumeral(n), String(n)].flatMap((digits) =>
      tails
        .flatMap((end) => (end === kind ? [`第${digits}${end}`] : [`第${digits}${end}`, `${digits}${end}`]))
        .concat(
          tail
            ? [`${digits}${tail}${kind}`, `${tail}${digits}${shorts[0]}`, `${tail}第${digits}${kind}`]
            : [],
        )
        .map((text) => ({ text: lead + text, exact: i === 0 })),
    ),
  )
}

/** How the parent of an affiliated school is said in short; what ends another stands behind it. */
const PARENTS: readonly (readonly [RegExp, string])[] = [
  [/师范大学$/, '师大'],
  [/师范学院$/, '师院'],
  [/师范(?:高等)?专科学校$/, '师专'],
  [/师范(?:学校)?$/, '师'],
  [/大学$/, '大'],
  [/学院$/, '院'],
]

/** 师大附中, 附中 and 赣南师大附中 for 赣南师范大学附属中学. */
function affiliatedForms({ stem, kind, shorts }: Parsed): Form[] {
  const found = /^(.*?)(第?[一二三四五])?附属(实验)?$/.exec(stem)
  if (!found) return []
  const nth = (found[2] ?? '').replace('第', '')
  const short = PARENTS.find(([parent]) => parent.test(found[1]!))
  const lead = short ? found[1]!.replace(short[0], '') : found[1]!
  const parents = ['', ...(short ? [short[1], lead + short[1]] : [lead])]
  const ends = [`附${shorts[0]}`, `附属${kind}`].map((end) => nth + end)
  return parents.flatMap((parent) => ends.map((end) => ({ text: parent + end, exact: true })))
}

/** 实小 for 实验小学, 职中 for 职业中等专业学校. */
function usualForms({ stem, kind, shorts }: Parsed): Form[] {
  const typed = /^(.*)(实验|机关)$/.exec(stem)
  const abbreviated = typed ? [`${typed[1]}${typed[2]![0]}${shorts[0]}`] : []
  const shortKinds = kind.length > 3 ? shorts.map((short) => stem + short) : []
  return [...abbreviated, ...shortKinds].map((text) => ({ text, exact: true }))
}

/** An end of a stem that many schools share. */
const COMMON_END =
  /^(?:国语|大道|大街|路|街|巷|外国语|双语|国际|艺术|科技|实验|民族|希望|示范|中心|村|社区|附属|师范|职业|技术|.(?=外国语|实验|双语|国际|职业|附属))+$/

/** 蟠龙小学 for 黄金岭蟠龙小学: the end of a long stem, with its kind. */
const endsOf = (stem: string): string[] =>
  Array.from({ length: Math.max(0, stem.length - 3) }, (_, i) => stem.slice(i + 2)).filter(
    (end) =>
      !/(?:中心|附属)$/.test(end) && !COMMON_END.test(end) && !/[第一二三四五六七八九十百\d]/.test(end),
  )

/** The name's beginnings: 文清路, 文清, 文清小学; 蓝天, 蓝天幼; 沙石中心, 沙石. */
function partialForms({ stem, kind, shorts }: Parsed): Form[] {
  const ends = kind.endsWith('园')
    ? ['', ...shorts, kind]
    : kind.endsWith('学校')
      ? ['', '学校', ...shorts]
      : ['', kind]
  const whole = endsOf(stem).map((end): Form => ({ text: end + kind, exact: false }))
  return [
    ...shortened(stem).flatMap((each) => ends.map((end) => ({ text: each + end, exact: false }))),
    ...whole,
  ]
}

function coreForms(core: string): Form[] {
  const own: Form = { text: core, exact: true }
  const parsed = parse(core)
  if (!parsed) return [own]
  const numbered = numberedForms(parsed)
  return [
    own,
    ...numbered,
    ...usualForms(parsed),
    ...affiliatedForms(parsed),
    ...(numbered.length > 0 ? [] : partialForms(parsed)),
  ]
}

/** Brackets tell a campus: 文清路小学（东校区） is also written 文清路小学东校区. */
const withoutBrackets = (name: string): string => name.replace(/[()《》"“”]/g, '')

/** A school's name taken apart for its forms; `base` are the other names of the school whose campus it is, where known. */
export type NameParts = {
  folded: string
  cores: readonly string[]
  others: readonly string[]
  town: string | null
  rest: string | null
  base: readonly string[] | null
}

function madeForms({ folded, cores, town, rest, base }: NameParts): Form[] {
  const named = (core: string): Form[] => [
    ...(town && rest && core.endsWith(rest) ? townForms(folded, town, rest) : []),
    ...coreForms(core).filter(({ text }) => !TOO_COMMON.test(text)),
  ]
  const baseForms = (core: string): Form[] => [
    ...named(core),
    ...(base ?? []).map((text) => ({ text, exact: true })),
  ]
  return cores.flatMap((core) => [
    ...named(withoutBrackets(core)),
    ...(town && !rest ? villageForms(town, core) : []),
    ...campusForms(core, baseForms),
  ])
}

/** All ways to say a name. */
export function formsOf(parts: NameParts): Form[] {
  const kind = parse(withoutBrackets(parts.cores[0] ?? ''))?.kind ?? ''
  const said = [parts.folded, withoutBrackets(parts.folded), ...parts.others.map(fold)]
  const best = new Map<string, boolean>(said.map((text) => [text, true]))
  // The alias 天竺 is also said with its kind.
  for (const other of parts.others) if (!parse(fold(other))) best.set(fold(other) + kind, false)
  // 六小 for the alias 第六小学, 石门坎 for the former name 石门坎中学.
  const usual = parts.others
    .flatMap((other) => coreForms(fold(other)))
    .filter(({ text }) => !TOO_COMMON.test(text))
  for (const { text, exact } of [...usual, ...madeForms(parts)])
    best.set(text, exact || best.get(text) === true)
  return [...best].filter(([text]) => text.length >= 2).map(([text, exact]) => ({ text, exact }))
}
