import { chineseNumeral, numeralOf } from './numerals.ts'
import { fold } from './text.ts'

/** A way to say a school's name. `exact`: official, short, alias or usual abbreviation; else a part of the name. */
export type Form = { text: string; exact: boolean }

/** The short word that stands for a kind of school, and the words in full. Longer ones first. */
const KINDS: readonly (readonly [full: string, short: readonly string[]])[] = [
  ['九年一贯制学校', ['学校']],
  ['十二年一贯制学校', ['学校']],
  ['九年制学校', ['学校']],
  ['职业中等专业学校', ['职专', '职业中专', '职中', '中专']],
  ['中等职业技术学校', ['职校', '职业学校']],
  ['中等专业学校', ['中专']],
  ['职业技术学校', ['职校', '职业学校']],
  ['职业技术学院', ['职院', '学院']],
  ['职业中专', ['职专']],
  ['职业学校', ['职校']],
  ['职业中学', ['职中']],
  ['特殊教育学校', ['特校', '特教', '特教学校']],
  ['特教学校', ['特校', '特教']],
  ['高级中学', ['高中', '高', '中学', '中']],
  ['高级职业中学', ['职中', '职高']],
  ['初级中学', ['初中', '中学', '中']],
  ['完全中学', ['中学', '中']],
  ['完全小学', ['完小', '小学', '小']],
  ['教学点', ['教学点']],
  ['小学', ['小']],
  ['中学', ['中']],
  ['幼儿园', ['幼', '园', '幼稚园']],
  ['幼稚园', ['幼', '园', '幼儿园']],
  ['保育院', ['保育院']],
  ['学校', ['校']],
  ['学院', ['学院']],
]

/** Words between a school's own name and its kind, which people leave out. */
const MODIFIERS =
  /(?:大道|大街|路|街|巷|外国语|双语|国际|艺术|科技|实验|民族|希望|示范|中心|第?[一二三四五六七八九十\d]{1,3}|镇|乡|街道|村|社区)$/
/** 小学, 中心小学, 十二 and 双语 name no school; 实小, 七中 and 第三小学 do. */
const TOO_COMMON =
  /^(?:(?:中心|附属|镇|乡|县|区|市|省|村)?(?:小学|中学|幼儿园|幼稚园|学校|学院|教学点|中心|校|园|小|中|幼|高|高中|初中|中专|完小)?|第?[一二三四五六七八九十百\d]+|民族|希望|城区|示范|特殊教育|职业|机关|国际|双语|外国语|艺术|科技|附属|师范|第|.*[镇乡村]|.*街道)$/
const NUMBERED =
  /^(.*?)(?:第([一二三四五六七八九十百\d]{1,4})|(?<![一二三四五六七八九十百\d])([一二三四五六七八九十]|\d{1,4}))$/
const SHORT_NUMBERED = /^(.*?)第?([一二三四五六七八九十百\d]{1,4})(小|中|幼|高|实小|实中|实幼)$/
const FULL_OF: Record<string, string> = {
  小: '小学',
  中: '中学',
  幼: '幼儿园',
  高: '高级中学',
  实小: '实验小学',
  实中: '实验中学',
  实幼: '实验幼儿园',
}

type Parsed = { stem: string; kind: string; shorts: readonly string[] }

function parse(core: string): Parsed | null {
  const kind = KINDS.find(([full]) => core.endsWith(full))
  if (kind) return { stem: core.slice(0, -kind[0].length), kind: kind[0], shorts: kind[1] }
  const short = SHORT_NUMBERED.exec(core)
  if (!short) return null
  const full = FULL_OF[short[3]!]!
  const [head, kindName] = full.startsWith('实验') ? ['实验', full.slice(2)] : ['', full]
  return {
    stem: `${short[1]}第${short[2]}${head}`,
    kind: kindName,
    shorts: KINDS.find(([k]) => k === kindName)![1],
  }
}

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
        .concat(tail ? [`${digits}${tail}${kind}`] : [])
        .map((text) => ({ text: lead + text, exact: i === 0 })),
    ),
  )
}

/** 实小 for 实验小学, 附中 for 附属中学, 沙石中心小学 for 沙石镇中心小学. */
function usualForms({ stem, kind, shorts }: Parsed): Form[] {
  const exact = (text: string): Form => ({ text, exact: true })
  const forms: Form[] = []
  const typed = /^(.*)(实验|附属|师范附属|机关)$/.exec(stem)
  if (typed) forms.push(exact(`${typed[1]}${typed[2]![0] === '师' ? '师附' : typed[2]![0]}${shorts[0]}`))
  const central = /^(.+?)(?:镇|乡|街道)?中心$/.exec(stem)
  for (const middle of central ? ['镇中心', '乡中心', '中心'] : [])
    forms.push(exact(central![1]! + middle + kind), { text: central![1]! + middle, exact: false })
  if (central)
    forms.push(
      { text: `${central[1]}中心校`, exact: false },
      { text: `${central[1]}镇${kind}`, exact: false },
    )
  if (kind.length > 3) forms.push(...shorts.map((short) => exact(stem + short)))
  return forms
}

/** An end of a stem that many schools share. */
const COMMON_END =
  /^(?:大道|大街|路|街|巷|外国语|双语|国际|艺术|科技|实验|民族|希望|示范|中心|村|社区|附属|师范|职业|技术|.(?=外国语|实验|双语|国际|职业|附属))+$/

/** 蟠龙小学 for 黄金岭蟠龙小学: the end of a long stem, with its kind. */
const endsOf = (stem: string): string[] =>
  Array.from({ length: Math.max(0, stem.length - 3) }, (_, i) => stem.slice(i + 2)).filter(
    (end) => !COMMON_END.test(end) && !/[第一二三四五六七八九十百\d]/.test(end),
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
  return [own, ...numbered, ...usualForms(parsed), ...(numbered.length > 0 ? [] : partialForms(parsed))]
}

/** Brackets tell a campus: 文清路小学（东校区） is also written 文清路小学东校区. */
const withoutBrackets = (name: string): string => name.replace(/[()《》"“”]/g, '')

const CAMPUS =
  /[((]?([东西南北中本新老总一二三四五六七八九十\d]{1,2}|[一-龥]{2,4}?)(校区|分校|分园|园区|分部)[))]?$/

/** 红旗二小东校区 and 东校区 for a campus; `base` are the names of the school that it belongs to. */
function campusForms(core: string, base: readonly string[]): Form[] {
  const found = CAMPUS.exec(core)
  if (!found || found.index < 2) return []
  const campus = found[1]! + found[2]!
  const whole = [
    ...coreForms(core.slice(0, found.index)),
    ...base.map((text): Form => ({ text, exact: true })),
  ]
  const named = whole.filter(({ text }) => !TOO_COMMON.test(text))
  return [{ text: campus, exact: false }, ...named.map(({ text, exact }) => ({ text: text + campus, exact }))]
}

/** The name of the school that a campus belongs to; null for a whole school. */
export function baseOf(name: string): string | null {
  const found = CAMPUS.exec(name)
  return found && found.index >= 4 ? name.slice(0, found.index) : null
}

/** All ways to say a name whose places (city, county, township) have been taken off it. */
export function formsOf(
  name: string,
  cores: readonly string[],
  others: readonly string[],
  base: readonly string[] = [],
): Form[] {
  const said = [name, withoutBrackets(name), ...others.map(fold)].map((text): Form => ({ text, exact: true }))
  const made = [
    ...cores.map(withoutBrackets).flatMap(coreForms),
    ...cores.flatMap((core) => campusForms(core, base)),
  ]
  const best = new Map<string, boolean>()
  for (const { text, exact } of [...said, ...made.filter(({ text }) => !TOO_COMMON.test(text))])
    if (text.length >= 2) best.set(text, exact || best.get(text) === true)
  return [...best].map(([text, exact]) => ({ text, exact }))
}
