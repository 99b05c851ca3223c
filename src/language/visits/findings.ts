import { kindOf, type ClauseKind } from './clause-kinds.ts'
import { hasTrouble } from './troubles.ts'
import type { Matter } from '#src/domain/words.ts'
import type { Heard } from '../hear.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { matterOf } from './matters.ts'
import { tellsMethod } from './methods.ts'
import { impliedSeverity, severityOf, trailingSeverity } from './severities.ts'
import { trimmed } from '../text.ts'
import type { FindingHeard, Span } from '../understanding.ts'

/** A clause cleaned of what surrounds a problem. `forAll`: 都 or 均 stood before a deadline that follows. */
export type Clause = { span: Span; says: ClauseKind; forAll: boolean }

const LEAD =
  /^(?:\s|[、,.]|的(?!士)|另外|此外|同时|以及|而且|并且|其中|然后|接着|其次|最后|首先|主要问题|主要(?:是|有)|再就是|就是|只是|但是?|不过|可是|(?:还有|另)?一个(?:就?是|呢)|一是|[二三四五六]是|第[一二三四五六七八](?:个|点|条|项|方面)(?:问题)?(?:就?是|[:,、])|其[一二三四五]是?|还有(?=.{3})|另外?(?=.{3})|再有|(?:检查|巡查|督导|查看|现场|走访|检查中|过程中|期间|听课中|时|中|我|我们)*(?:发现|查出|查到|注意到|看到)(?:了|有)?|存在(?:着|的)?|(?:主要|存在|发现)*(?:的)?问题(?:是|有|为|如下|(?=[一二三]是))|唯独|(?:可惜|遗憾)(?:的是)?|(?:欠缺|不足|问题)的是|(?:唯一|只有一点|美中)?(?:要说|要提|不足|遗憾|需要注意|值得注意|问题)的?(?:问题)?就?是|(?:(?:最|比较|更|较)?(?:严重|突出|危险|重要|要紧|主要)的是)|反映(?:出)?(?=.{4})|(?:(?:有|据)(?:学生|孩子|同学|家长|群众)|家长|群众|村民)们?(?:反映|投诉|举报|反应)(?:说|称|的是)?(?=.{5})|新?(?:看到|发现|查出|冒出来?|出现|提出?)的(?:新?问题|一[个条])?(?:就?是)?(?=.{3})|新问题(?:就?是)?(?=.{3})|除了?(?=.{3,}外))+/
const AFTER_MARK =
  /^(?:了|(?:我|我们)?(?:[上下中]午|早上)?[来去到]的|去?(?:看|查|转|跑|督导|检查|巡查)的|去看了看?|出来|回来|到?的?时候|一[趟圈]|转了?(?:一圈|转)|看了看|去了?|过(?!期)|到了?|来了|那边|那里|这边)+(?=.)/
const METHOD_LEAD =
  /^(?:我|我们|现场|实地|随机|重点|又|还|顺便)*(?:检查|查看|察看|巡查|巡视|抽查|查验|看|听课|督导|督查|查)(?:了|时|中|到)?(?![验房寝]|[了过]?(?:课)?本|记录|笔记)/
const REQUESTED =
  /^(?:已|现)?(?:要求|限期|请|责令)(?:学校|校方|他们)?(?:立即|尽快|马上)?(?:整改|改正)(?:好|的)?[:：]?(?=.{3})/
const ORDER =
  /(?:(?<![按合到照据其无有的])要求|责令|限期|务必|必须|尽快|立即|马上|立刻|抓紧|督促|建议|请(?=学校|校方|尽|立|马|及))(?:学校|校方|园方|他们|其)?(?:[^,。;]{0,6}?(?:整改|改正|处理|解决|清理|更换|修复|维修|完善|补齐|落实|到位|完成|改|换|修|清)[^,。;]{0,3})?$/
// 灭火器压力不足需尽快更换: what is wanted behind what was found.
const WANTED =
  /(?:(?:也|都|均)?(?:急?需要?|应当?|得|须|要)(?:尽快|马上|立即|及时|抓紧)?|尽快|马上|立即|及时)(?:整改|改正|改|更换|换新|换|维修|修复|修|补齐|补上|补|处理|加固|清理|清除|拆除|完善|解决)(?:掉|好|一下|到位)?$|(?:已|已经|我)?(?:当场|现场|当面)(?:指出|提出|反馈|告知|要求|提醒|批评|纠正|整改|拍照)[^,。;]{0,4}了?$/
const NOTICE = /(?:给他们|给学校|给)?(?:下|发|开|出)?(?:达)?(?:一?[个份张])?整改(?:通知书?|单)$/
const BEFORE_DUE =
  /(?:都|均|全部?|统统|通通|各|分别|统一|一律|一并|期限|放|算|也|请|在|于|要|需|应当?|须|要求|限期|限(?!期)|必须|务必|最迟|争取|并|且|由?学校|校方|整改期限|整改时限|整改时间|期限|时限|截止(?:日期|时间)?|[为是至到]|给|[,，(\s])+$/
const EXCEPT = /(?:以|之)?外$/
const ALL = /(?:都|均|全部|统统|通通|一并|统一|各|一律)/

function strip(text: string, [from, to]: Span, lead: RegExp): Span {
  return [from + (lead.exec(text.slice(from, to))?.[0].length ?? 0), to]
}

function stripTail(text: string, [from, to]: Span, tail: RegExp): Span {
  const found = tail.exec(text.slice(from, to))
  return [from, found ? from + found.index : to]
}

/** Takes off a clause what is no part of the problem: 检查发现, 存在, 要求整改, 都 before a deadline. */
function body(plain: string, span: Span, near: Near): Span {
  const excepted = /^除/.test(plain.slice(...span))
  let rest = near.afterMark ? strip(plain, span, AFTER_MARK) : span
  rest = strip(plain, rest, LEAD)
  if (excepted) rest = stripTail(plain, rest, EXCEPT)
  if (near.beforeDue) rest = stripTail(plain, rest, BEFORE_DUE)
  if (!near.afterDue) rest = stripTail(plain, stripTail(plain, rest, NOTICE), ORDER)
  const unwanted = stripTail(plain, rest, WANTED)
  if (hasTrouble(plain.slice(...unwanted))) rest = unwanted
  return trimmed(plain, rest) ?? [rest[0], rest[0]]
}

/** Nothing but what leads to a deadline: 全部限, 要求学校. */
export const leadsToDue = (words: string): boolean => BEFORE_DUE.exec(words)?.index === 0

/** Nothing but what leads to a problem: 另外, 还有就是. */
export const onlyLeads = (words: string): boolean => LEAD.exec(words)?.[0].length === words.length

/** What touches a clause without a break: a school or date before it, a deadline before or after it. */
export type Near = { afterMark: boolean; afterDue: boolean; beforeDue: boolean }

/** Reads one clause: what it is, and which of its words tell the problem. */
export function readClause(plain: string, span: Span, near: Near): Clause {
  const text = plain.slice(...span)
  const forAll = near.beforeDue && ALL.test(BEFORE_DUE.exec(text)?.[0] ?? '')
  const whole = kindOf(text, near.afterDue)
  const requested = whole === 'requirement' ? strip(plain, span, REQUESTED) : span
  if (requested[0] > span[0] && hasTrouble(plain.slice(...requested)))
    return { span: requested, says: 'finding', forAll }
  if (whole !== 'finding') return { span, says: whole, forAll }
  const rest = body(plain, span, near)
  const says = kindOf(plain.slice(...rest), near.afterDue)
  return { span: says === 'finding' ? withoutMethod(plain, rest) : rest, says, forAll }
}

/** 查看食堂留样不全 is found, not done: the verb goes. */
function withoutMethod(plain: string, span: Span): Span {
  if (!tellsMethod(plain.slice(...span))) return span
  const rest = strip(plain, span, METHOD_LEAD)
  return hasTrouble(plain.slice(...rest)) ? rest : span
}

const GRAVEST_BEFORE = /(?:严重|突出|危险)的是$/

/** 墙皮脱落严重 says both the problem and how grave it is. */
function graveness(
  { plain, lexicon }: Heard,
  [from, to]: Span,
): { span: Span; severity: FindingHeard['severity'] } {
  const text = plain.slice(from, to)
  const tail = trailingSeverity(text)
  if (GRAVEST_BEFORE.test(plain.slice(Math.max(0, from - 6), from)))
    return { span: [from, to], severity: { value: 'serious', from: 'stated' } }
  const stated = /严重|轻微|重大(?:安全)?(?:隐患|问题|风险)/.test(text) && !/不严重/.test(text)
  const value = tail > 0 ? severityOf(text.slice(-tail), lexicon) : stated ? severityOf(text, lexicon) : null
  const severity = value ? ({ value, from: 'stated' } as const) : null
  return { span: tail > 0 && text.length - tail >= 2 ? [from, to - tail] : [from, to], severity }
}

/** 围墙要倒，学生就在旁边上体育课: what follows the first clause that names a matter is detail. */
const matterTold = (text: string, lexicon: Lexicon): Matter | null =>
  text
    .split(/[\s,。;!?]+/)
    .map((part) => matterOf(part, lexicon))
    .find((matter) => matter !== null) ?? null

/** The finding in the sender's words, what it is about, and how grave its own words make it. */
export function findingOf(heard: Heard, at: Span): FindingHeard {
  const { written, plain, lexicon } = heard
  const { span, severity } = graveness(heard, at)
  const text = plain.slice(...span)
  return {
    text: written.slice(...span),
    span,
    matter: matterTold(text, lexicon),
    severity: severity ?? impliedSeverity(text, lexicon),
    due: null,
  }
}
