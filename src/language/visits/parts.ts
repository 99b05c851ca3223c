import type { Part } from '#src/domain/words.ts'
import { overlaps, spansOf } from '../text.ts'
import type { Span } from '../understanding.ts'

export type PartHeard = { part: Part; span: Span }

const WORDS: readonly (readonly [RegExp, Part])[] = [
  [/全天|一整天|整天|一天(?!内|之内|前)|上下午/, 'full'],
  [/^am|上午|上昼|[上前]半[天晌]|头晌|清早|清晨|一早|早上|早晨|早间|早|晨/, 'am'],
  [/^pm|下午|下昼|[下后]半[天晌]|午后|午饭后|中午|晌午|傍晚/, 'pm'],
  [/晚上|晚间|夜里|夜间|晚|夜/, 'evening'],
]

const CLOCK =
  '(?:\\s*(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点(?:半|整|多|左右|[一二三四五]十?分?|\\d{1,2}分?)?|:\\d{2}|时(?:\\d{1,2}分?)?(?![间候段])))?'
const PART = new RegExp(
  `(?:(?<![a-z])[ap]m(?![a-z])|全天|清晨|[上下前后]半晌|头晌|晌午|午饭后|一整天|整天|上下午都?|大?清早|一大?早|早上|早晨|早间|上午|上昼|上半天|午后|下午|下昼|下半天|中午|傍晚|晚上|晚间|夜里|夜间|(?<=[今昨明])早(?![读操餐退教恋])|(?<=[今昨明当]天?)(?:早(?![读操餐退教恋到自])|晨(?![检午读会练操间])|晚(?![自托会餐归修])|夜))${CLOCK}`,
  'g',
)

// 下午放学无人值守, 上午第三节课: the time belongs to what was seen.
const WITHIN_SCHOOL_DAY =
  /^(?:放学|上学|上课|下课|第[一二三四五六七八\d]节(?!课?(?:[\s,。]|后?[才到]|去的))|[一二三四五六七八]节|课|自习|午[休睡](?![室区床])|托管|延时|时段|入[园校]|离[园校]|接送|大课间|用餐|就餐|开餐|[还仍]在|集体补课|补课|加课)/
// 早上七点前就开校门, 晚上九点半了还在上课: the hour of what was seen.
const HOUR_SEEN = /^(?:之?前|不到|多?了?就|了?还|以?后还)/
// 园长上午已约谈: told of what was done, whoever stands before it.
const TOLD = /^(?:已经?|刚|就|才)?被?(?:约谈|[去来看查跑到走][了过]|去的|看的|查的|进的)/
// 坐了一下午, 一上午转完啦: how long somebody was there tells when.
const SPENT_THERE = /(?:[坐待呆站看蹲转跑走听]了?|[\s,。;]|^)一$/
const ON_ITS_OWN =
  /^\s*(?:$|[\s,。;!?:]|的?那[条次]|(?:而)?不是|的?(?:我|我们)?(?:(?:跟|和|陪|带|与|随)[一-龥]{2,4}?)?(?:又|再|都|就)?(?:去|到|来|在|跑|走|看|督|检|巡|查|听|拍|陪|蹲|进))/

const partOf = (words: string): Part => WORDS.find(([pattern]) => pattern.test(words))![1]

/** A part of day belongs to the visit when it touches its date, its school or a verb of going; else to a finding. */
function ofTheVisit(text: string, span: Span, neighbours: readonly Span[]): boolean {
  const [head, tail] = [text.slice(0, span[0]), text.slice(span[1])]
  if (/^[入到]园时看的/.test(tail) || SPENT_THERE.test(head)) return true
  if (WITHIN_SCHOOL_DAY.test(tail) || (/[点:]/.test(text.slice(...span)) && HOUR_SEEN.test(tail)))
    return false
  if (TOLD.test(tail)) return true
  if (neighbours.some(([, end]) => end <= span[0] && /^[的\s]*$/.test(text.slice(end, span[0])))) return true
  if (neighbours.some(([start]) => start >= span[1] && /^[的\s在去到]*$/.test(text.slice(span[1], start))))
    return true
  return (
    /(?:^|[\s,。;!?:(]|[是改成为了啊呀吧呢]|我们?|所以)$/.test(text.slice(0, span[0])) &&
    ON_ITS_OWN.test(tail)
  )
}

// 下午 不 是上午, 上午 说岔了 下午, 通知上写的是下午,实际上午: the second is right.
const CORRECTS =
  /^[\s,。]*(?:不\s+是|不对|[说写记]岔了|[说写记]错了|错了|其实是?|实际是?|应该是?)[\s,。]*(?:应该|其实|实际)?是?[\s,]*$/

function allParts(text: string): PartHeard[] {
  const spans = spansOf(text, PART)
  return spans
    .filter(([, to], i) => !spans[i + 1] || !CORRECTS.test(text.slice(to, spans[i + 1]![0])))
    .map((span) => ({ part: partOf(text.slice(...span)), span }))
}

/** The parts of day that tell when the visit was; `neighbours` are the dates and schools of the same plain text. */
export const findParts = (text: string, neighbours: readonly Span[]): PartHeard[] =>
  allParts(text).filter(
    ({ span }) => !neighbours.some((each) => overlaps(each, span)) && ofTheVisit(text, span, neighbours),
  )

/** The parts of day of a message that tells of no findings to which they could belong: 上午已被约谈. */
export const partsAnywhere = (text: string): PartHeard[] =>
  allParts(text).filter(({ span }) => !WITHIN_SCHOOL_DAY.test(text.slice(span[1])))
