import type { Severity } from '#src/domain/words.ts'
import { anyOf } from './text.ts'
import type { FindingHeard, Span } from './understanding.ts'

/** A severity that the words name. `alone`: it stands in a clause of its own and may hold for several findings. */
export type SeverityHeard = { value: Severity; span: Span; alone: boolean; forward: boolean }

const STATED: readonly (readonly [RegExp, Severity])[] = [
  [/不严重|不算严重|轻微|小问题|小毛病|小瑕疵|问题不大/, 'minor'],
  [/重大(?:安全)?(?:隐患|问题|风险)|特别严重|极其严重|重大/, 'urgent'],
  [/严重/, 'serious'],
  [/复杂|解决不了|无法(?:自行)?解决/, 'complex'],
  [/一般/, 'general'],
]

const WORDS =
  '不严重|不算严重|轻微|小问题|小毛病|小瑕疵|问题不大|重大|特别严重|极其严重|(?:很|非常|比较|较为|较|十分|相当|最|最为)?严重|复杂|一般'
const LEAD =
  '(?:[,，\\s]*(?:都|均|全都|全部|两个|三个)?(?:是|属于|属|算|定为|定成|按|性质|情节|程度|级别|等级|严重程度|问题等级)*[:为]?\\s*)'
const NOUN = '(?:的?(?:安全)?(?:问题|隐患|毛病|级别|等级|情形|风险))?'
const ALONE = new RegExp(
  `(?<=^|[\\s,。;!?:、(【\\[])(?:(?:这|以上|上述|前面|就|只|只有|有)?(?:[一二两三四五六七八九十\\d]+|几)?[个条项处]?(?:问题|隐患)?)${LEAD}(?:${WORDS})${NOUN}(?:处理|对待|论处)?(?=$|[\\s,。;!?:)】\\]])`,
  'g',
)
const BRACKETED = new RegExp(`[(【\\[]\\s*(?:${WORDS})${NOUN}\\s*[)】\\]]`, 'g')
const ANNOUNCED = new RegExp(
  `(?:发现|存在|查出|有|还有)?(?:了)?(?:[一二两三四五六七八九十\\d]+|几|一些|部分)?[个条项处]?(?:${WORDS})的?(?:安全)?(?:问题|隐患)(?:如下|是)?\\s*[:：,，\\s]`,
  'g',
)
const NOT_ITS_OWN =
  /(?:学校|自己|校方|学校自己|本校|他们)(?:自己|自行)?(?:解决不了|无法(?:自行)?解决|没法解决|处理不了)[^,。;\s]*/g
const TRAILING =
  /(?<=[一-龥\d])(?:(?:很|非常|比较|较为|较|十分|相当)?严重(?:问题|隐患)?|(?:属于?|是|算)?(?:重大(?:安全)?隐患|小问题|轻微(?:问题)?))$/

export const severityOf = (words: string): Severity | null =>
  STATED.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** 没有重大隐患 and 不是严重问题 state nothing. */
const negated = (text: string, from: number): boolean =>
  /(?:没有?|无|未发现|未见|不存在|没发现|不是|不属于)(?:什么|任何|明显|其他)?$/.test(text.slice(0, from))

/** （严重，三天内整改）speaks of the finding before the bracket alone. */
export const inBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1)

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map((found): Span => [found.index, found.index + found[0].length])
}

/** All severities stated apart from a finding: （严重）, 都是小问题, 严重：…. In order, none twice. */
export function findSeverities(text: string): SeverityHeard[] {
  const heard: SeverityHeard[] = []
  const add = (span: Span, alone: boolean, forward: boolean): void => {
    const value = severityOf(text.slice(...span))
    const taken = heard.some((each) => each.span[0] < span[1] && span[0] < each.span[1])
    if (value && !taken && !negated(text, span[0])) heard.push({ value, span, alone, forward })
  }
  for (const span of spansOf(text, BRACKETED)) {
    const leads = /^$|[\s,。;:]$/.test(text.slice(0, span[0]))
    add(span, leads, leads)
  }
  for (const span of spansOf(text, NOT_ITS_OWN)) add(span, true, false)
  for (const span of spansOf(text, ALONE)) add(span, !inBrackets(text, span[0]), text[span[1]] === ':')
  for (const span of spansOf(text, ANNOUNCED)) add([span[0], span[1] - 1], true, true)
  return heard.sort((a, b) => a.span[0] - b.span[0])
}

/** 墙皮脱落严重: how many characters at the end of a finding only say how grave it is. */
export const trailingSeverity = (text: string): number => TRAILING.exec(text)?.[0].length ?? 0

// Danger to life that is there now. What follows or precedes may turn it into a paper, a drill or a lack of one.
const HAZARD = new RegExp(
  anyOf(`
    要倒 快倒 即将倒 倒塌 坍塌 垮塌 塌方 塌陷 塌了 着火 起火 失火 冒烟 冒火 火灾(?!隐患) 明火 爆炸 漏电 触电 (?:燃气|煤气|液化气|天然气|气罐|阀门|管道)[^,。;\\s]{0,4}漏气 泄漏燃气
    (?:燃气|煤气|液化气|天然气|气罐|化学品|危化品)[^,。;\\s]{0,4}泄漏 一氧化碳 中毒 食源性 拉肚子 集体(?:腹泻|呕吐|发烧|不适)
    (?:[多\\d一二两三四五六七八九十几]+(?:名|个|多名))(?:学生|孩子|幼儿)[^,。;\\s]{0,6}(?:腹泻|呕吐|发烧|晕倒|受伤|不适)
    溺水 落水(?!管) 坠落 坠楼 跳楼 轻生 自杀 割腕 持刀 砍人 行凶 歹徒 绑架 劫持 走失 失联 踩踏(?!草|花) 昏迷 抢救 送医院? 救护车 (?:学生|孩子|幼儿|老师)[^,。;\\s]{0,4}被[^,。;\\s]{0,3}撞 被车撞 车祸
    性侵 猥亵 围殴 持枪 开枪 枪支 炸药 雷管 山体滑坡 泥石流 洪水 随时(?:会|可能)[^,。;\\s]{0,4}[倒塌掉断]
  `),
  'g',
)
const NO_HAZARD_BEFORE =
  /(?:防|预防|防范|防止|避免|防治|杜绝|没有|没|无|未发生|未发现|未见|不存在|不是|并非|模拟|假如|假设|如果|万一|曾|关于|针对|应对|涉)(?:[^,。;\s]{0,4})$/
const NO_HAZARD_AFTER =
  /^[^,。;\s]{0,4}(?:演练|预案|应急|教育|宣传|宣讲|警示|标识|标志|牌|知识|培训|排查|处置|记录|制度|报警|探测|装置|保护|防护|防范|措施|课|海报|责任书|保险|台账|档案|题)|^(?:险|瓦|器|柜|支)/
// 听说文清有学生拉肚子 is hearsay and yet an alarm; what the news tell of another city is none.
const ELSEWHERE =
  /(?:别的|其他|其它|外面的?)(?:城市|省|市|地方|地区)|外省|外地|某地|某校|新闻|网上(?:说|看|报)|据?报道|事故(?:案例|通报)/
const DRILL = /演练|演习|培训|讲座|应急预案|宣传/

// Grave without doubt although nobody is in danger this minute.
const GRAVE = new RegExp(
  anyOf(`
    体罚 殴打学生 虐待 虐童 辱骂学生 性骚扰 三无食品 变质 霉变 [cd]级危房 危房 超载 有偿补课 挪用 贪污 瞒报 霸凌 欺凌
    过期(?:食品|食材|牛奶|肉|大米|食用油|面包|调料|原料)
    (?:食品|食材|牛奶|肉类?|大米|食用油|调料|原料)已?(?:过期|变质|发霉|霉变|腐烂|发臭)
    (?:安全出口|疏散通道|疏散门|消防通道|逃生门|宿舍楼门|安全门)[^,。;\\s]{0,6}(?:锁|焊|封死|封闭)
    消防(?:设施|系统)(?:全部|完全)?(?:瘫痪|失效)
  `),
  'g',
)

/** Whether one of the words stands there, not as a drill, a plan or the lack of it. */
export function present(text: string, pattern: RegExp): boolean {
  return [...text.matchAll(pattern)].some(({ index, 0: word }) => {
    const tail = text.slice(index + word.length)
    return !NO_HAZARD_BEFORE.test(text.slice(0, index)) && !NO_HAZARD_AFTER.test(tail)
  })
}

/** Whether the words tell of a danger to life here and now, and not of a drill, a plan, its absence or another place. */
export const isHazard = (text: string): boolean =>
  !DRILL.test(text) && !ELSEWHERE.test(text) && present(text, HAZARD)

/** What a finding's words imply where no severity was stated; null leaves it to the default. */
export function impliedSeverity(text: string): FindingHeard['severity'] {
  if (isHazard(text)) return { value: 'urgent', from: 'lexicon' }
  return !DRILL.test(text) && present(text, GRAVE) ? { value: 'serious', from: 'lexicon' } : null
}
