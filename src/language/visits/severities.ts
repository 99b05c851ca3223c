import type { Severity } from '#src/domain/words.ts'
import { GRAVE, HAZARDS, STATED } from '../lexicon/severity-words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { longestIn, wordsIn } from '../lexicon/word-table.ts'
import { anyOf, spansOf } from '../text.ts'
import type { FindingHeard, Span } from '../understanding.ts'

/**
 * A severity that the words name; null where they only say that it is not grave (contract: such states none). `alone`: it
 * stands in a clause of its own and may hold for several findings.
 */
export type SeverityHeard = { value: Severity | null; span: Span; alone: boolean; forward: boolean }

const STATED_WORDS = STATED.map(([severity, words]) => [new RegExp(anyOf(words)), severity] as const)

const NOT_ITS_OWN =
  /(?:学校|自己|校方|学校自己|本校|他们)(?:自己|自行)?(?:解决不了|无法(?:自行)?解决|没法解决|处理不了)[^,。;\s]*/g
const TRAILING =
  /(?<=[一-龥\d])(?:(?:很|非常|比较|较为|较|十分|相当)?严重(?:问题|隐患)?|(?:属于?|是|算)?(?:重大(?:安全)?隐患|小问题|轻微(?:问题)?|一般(?:性)?的?(?:问题|隐患)))$/

/** The severity that words state; an office's own word before ours. */
export const severityOf = (words: string, { own }: Lexicon): Severity | null =>
  longestIn(own.severities, words)?.means ??
  STATED_WORDS.find(([pattern]) => pattern.test(words))?.[1] ??
  null

/** 没有重大隐患, 没一条算严重的 and 不是严重问题 state nothing. */
const negated = (text: string, from: number): boolean =>
  /(?:没有?|无|未发现|未见|不存在|没发现|不是|不属于|[谈称算]不上)(?:什么|啥|任何|明显|其他|有?一[条个项])?$/.test(
    text.slice(Math.max(0, from - NEGATED_BEFORE), from),
  )
const NEGATED_BEFORE = 8
/** 严重|不严重由局里看: whether it is, is left open. */
const EITHER_WAY = /(?:严重|轻微|一般)$/

/** 不算严重, 不急: judged, and no severity. */
const NOT_GRAVE = /不(?:算|是)?(?:太|很|特别)?严重|[谈称算]不上|不急/
/** 一般？不好定级, 一般吧算了不定级: left open. */
export const isLeftOpen = (text: string, to: number): boolean => LEFT_OPEN.test(text.slice(to, to + FAR))
const LEFT_OPEN = /^[吧?,，\s]*(?:算了)?[,，\s]*(?:不好|不便|没法|先?不)定级/
const FAR = 10
const SHORT: readonly (readonly [RegExp, Severity])[] = [
  [/轻/, 'minor'],
  [/重/, 'serious'],
]

/** The severity of words that do nothing but judge: those of severityOf, and the short 轻的, 重的. */
const judgement = (words: string, lexicon: Lexicon): Severity | null =>
  severityOf(words, lexicon) ?? SHORT.find(([pattern]) => pattern.test(words))?.[1] ?? null

/** （严重，三天内整改）speaks of the finding before the bracket alone. */
export const inBrackets = (text: string, at: number): boolean =>
  text.lastIndexOf('(', at) > text.lastIndexOf(')', at - 1)

/** All severities stated apart from a finding: （严重）, 都是小问题, 严重：…. In order, none twice. */
export function findSeverities(text: string, lexicon: Lexicon): SeverityHeard[] {
  const { alone, bracketed, ofAll, ofLast, announced, introducing } = lexicon.severityForms
  const heard: SeverityHeard[] = []
  const add = (span: Span, alone: boolean, forward: boolean): void => {
    const words = text.slice(...span)
    const isNone = NOT_GRAVE.test(words) || isLeftOpen(text, span[1])
    const value = isNone ? null : judgement(words, lexicon)
    const taken = heard.some((each) => each.span[0] < span[1] && span[0] < each.span[1])
    const isEither = words.startsWith('不') && EITHER_WAY.test(text.slice(0, span[0]))
    if ((value || isNone) && !isEither && !taken && !negated(text, span[0]))
      heard.push({ value, span, alone, forward })
  }
  for (const span of spansOf(text, bracketed)) {
    const leads = /^$|[\s,。;:]$/.test(text.slice(0, span[0]))
    add(span, leads, leads)
  }
  for (const span of spansOf(text, introducing)) add(span, true, true)
  for (const span of spansOf(text, NOT_ITS_OWN)) add(span, true, false)
  for (const span of spansOf(text, alone)) add(span, !inBrackets(text, span[0]), text[span[1]] === ':')
  for (const span of spansOf(text, ofLast)) add(span, false, false)
  for (const span of spansOf(text, ofAll)) add(span, true, false)
  for (const span of spansOf(text, announced)) add([span[0], span[1] - 1], true, true)
  return heard.sort((a, b) => a.span[0] - b.span[0])
}

/** 墙皮脱落严重: how many characters at the end of a finding only say how grave it is. */
export const trailingSeverity = (text: string): number => TRAILING.exec(text)?.[0].length ?? 0

/** 柜子算一般: the severity that ends a clause which only points; null where none does. */
export const severityAtEnd = (text: string, lexicon: Lexicon): Severity | null =>
  severityOf(/(?<!不|不算|不太)(?:严重|一般|轻微|小问题|重大)(?:问题|隐患)?$/.exec(text)?.[0] ?? '', lexicon)

// What follows or precedes a hazard may turn it into a paper, a drill or a lack of one.
const HAZARD = new RegExp(anyOf(HAZARDS), 'g')
const NO_HAZARD_BEFORE =
  /(?:防|预防|防范|防止|避免|防治|杜绝|没有|没|无|未发生|未发现|未见|不存在|不是|并非|模拟|假如|假设|如果|万一|曾|关于|针对|应对|涉)(?:[^,。;\s]{0,4})$/
const NO_HAZARD_AFTER =
  /^[^,。;\s]{0,4}(?:演练|预案|应急|教育|宣传|宣讲|警示|标识|标志|牌|知识|培训|排查|处置|记录|制度|报警|探测|装置|保护|防护|防范|措施|课|海报|责任书|保险|台账|档案|题)|^(?:险|瓦|器|柜|支)/
// 听说文清有学生拉肚子 is hearsay and yet an alarm; what the news tell of another city is none.
const ELSEWHERE =
  /(?:别的|其他|其它|外面的?)(?:城市|省|市|地方|地区)|外省|外地|某地|某校|新闻|网上(?:说|看|报)|据?报道|事故(?:案例|通报)/
const DRILL = /演练|演习|培训|讲座|应急预案|宣传/

const GRAVE_WORD = new RegExp(anyOf(GRAVE), 'g')

/** Whether what stands there is more than the name of a drill, a plan or the lack of it. */
function isThere(text: string, [from, to]: Span): boolean {
  return !NO_HAZARD_BEFORE.test(text.slice(0, from)) && !NO_HAZARD_AFTER.test(text.slice(to))
}

/** Whether one of the words stands there, not as a drill, a plan or the lack of it. */
export const present = (text: string, pattern: RegExp): boolean =>
  spansOf(text, pattern).some((span) => isThere(text, span))

const GRAVEST_FIRST: readonly Severity[] = ['urgent', 'serious', 'general', 'minor']

/** The office's own word for how grave it is, where it is there and no drill. */
function ownSeverity(text: string, { own }: Lexicon): Severity | null {
  const words = DRILL.test(text)
    ? []
    : wordsIn(own.severities, text).filter(({ span }) => isThere(text, span))
  return GRAVEST_FIRST.find((severity) => words.some(({ means }) => means === severity)) ?? null
}

/** Whether the words tell of a danger to life here and now, and not of a drill, a plan, its absence or another place. */
export const isHazard = (text: string, lexicon: Lexicon): boolean =>
  !DRILL.test(text) &&
  !ELSEWHERE.test(text) &&
  (present(text, HAZARD) || ownSeverity(text, lexicon) === 'urgent')

const OF_URGENCY = new RegExp(
  anyOf([HAZARDS, ...STATED.flatMap(([severity, words]) => (severity === 'urgent' ? words : []))].join(' ')),
)

/** Whether any word stands there without which nothing is urgent, whatever else is said of it. */
export const namesUrgency = (text: string, { own }: Lexicon): boolean =>
  OF_URGENCY.test(text) || wordsIn(own.severities, text, (means) => means === 'urgent').length > 0

/** Whether the words tell of a danger, or are grave by an office's own word: no finding of the kind may be lost. */
export const mustBeHeard = (text: string, lexicon: Lexicon): boolean =>
  isHazard(text, lexicon) || ownSeverity(text, lexicon) !== null

/** What a finding's words make of it where no severity stands beside it; null leaves it to the default. */
export function impliedSeverity(text: string, lexicon: Lexicon): FindingHeard['severity'] {
  const own = ownSeverity(text, lexicon)
  if (isHazard(text, lexicon)) return { value: 'urgent', from: own === 'urgent' ? 'stated' : 'lexicon' }
  if (own && own !== 'urgent') return { value: own, from: 'stated' }
  return !DRILL.test(text) && present(text, GRAVE_WORD) ? { value: 'serious', from: 'lexicon' } : null
}
