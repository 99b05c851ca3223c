import { PRAISE } from './clause-words.ts'
import { kindOf } from './clause-kinds.ts'
import type { Heard } from '../hear.ts'
import { isTopic } from './matters.ts'
import { runOn } from './run-on.ts'
import { hasTrouble } from './troubles.ts'
import { matchesOf } from '../text.ts'
import type { Span } from '../understanding.ts'

// 一是…二是… without marks between; only where both are there, for 统一是 is no number.
const INLINE_NUMBERS =
  /(?=[二三四五六七八]是)|(?=第[一二三四五六七八](?:个|点|条|项|方面)(?:问题)?(?:是|就是|[:,、]))|(?=其[二三次]是)|(?=最后是)/
// 一个是…一个是…: each but the first ends what was told before it.
const ONE_AND_ONE = /(?<!每|唯|还有|另)(?=(?:还有|另)?一个(?:就?是|呢))/
const BOTH_ALONE =
  /然后(?:就是)?|接着|再就是|再一个(?:就是)?|再有|还有(?:就是)?|另外|此外|同时(?!开展|进行|使用|段)|以及|而且|并且|但是|但|(?<![忙赶拗应拿])不过(?![来去关分期])|可是|可惜|就是|只是/g
const DISCOVERED =
  /^([^,。;]{0,20}?)(?:发现|检查出|(?<![检抽])查出|查到|看到|看见|注意到|撞见|碰见|了解到)(?:了)?(?!问题$)(.+)$/

// 然后, 再就是: what follows is the next, whatever went before.
const NEXT = /^(?:然后|还有就是|再就是|再一个)/

const standsAlone = (clause: string): boolean =>
  hasTrouble(clause) || /^(?:praise|no_issue|denial|method|requirement)$/.test(kindOf(clause, false))

/** 批改了但是没日期: half of it praises nothing. */
const qualifies = (joint: string, left: string, right: string): boolean =>
  /^(?:但|不过|可是)/.test(joint) && /^(?:都|也|还|却)*[没未无不]/.test(right) && !PRAISE.test(left)

/** 留样不全还有通道堵了: two clauses, for each could stand alone; 通道还有杂物 is one. */
function connected(heard: Heard, [from, to]: Span): Span[] {
  const text = heard.plain.slice(from, to)
  for (const found of matchesOf(text, BOTH_ALONE)) {
    const left = text.slice(0, found.index)
    const right = text.slice(found.index + found[0].length)
    const parted = NEXT.test(found[0]) && left.length > 5
    if (right && (parted || standsAlone(left)) && !qualifies(found[0], left, right))
      return [[from, from + found.index], ...connected(heard, [from + found.index + found[0].length, to])]
  }
  return [[from, to]]
}

/** 听课2节发现教师无教案: what was done, and what was found. */
function discovered({ plain, lexicon }: Heard, [from, to]: Span): Span[] {
  const found = DISCOVERED.exec(plain.slice(from, to))
  const kept =
    !found || /[没未无]有?$|未能$/.test(found[1]!) || hasTrouble(found[1]!) || isTopic(found[1]!, lexicon)
  if (kept) return [[from, to]]
  return [
    [from, from + found[1]!.length],
    [to - found[2]!.length, to],
  ]
}

/** 、 joins nouns; it parts clauses only where each part tells a trouble of its own. */
function listed({ plain }: Heard, [from, to]: Span): Span[] {
  const parts = plain.slice(from, to).split('、')
  const telling = parts.filter((part) => hasTrouble(part) || kindOf(part, false) === 'no_issue').length
  // Of three or more one may tell its problem in words that we do not know.
  const least = parts.length > 2 && parts.every((part) => part.length > 4) ? parts.length - 1 : parts.length
  if (parts.length < 2 || telling < least) return [[from, to]]
  let start = from
  return parts.map((part): Span => {
    start += part.length + 1
    return [start - part.length - 1, start - 1]
  })
}

function numbered({ plain }: Heard, [from, to]: Span): Span[] {
  const text = plain.slice(from, to)
  const singly = text.split(ONE_AND_ONE)
  const parts = /一是|第一[个点条项方]/.test(plain)
    ? text.split(INLINE_NUMBERS)
    : singly.length > 2
      ? singly
      : [text]
  let start = from
  return parts.map((part): Span => [(start += part.length) - part.length, start])
}

// The order matters: words that join are no part of what they join, so they go before things are looked for.
const WAYS = [numbered, connected, discovered, listed, runOn]

/** Cuts a stretch without marks into clauses by rule alone. */
export const cutByRule = (heard: Heard, span: Span): Span[] =>
  WAYS.reduce<Span[]>((spans, cut) => spans.flatMap((each) => cut(heard, each)), [span])
