import { CLOCK } from '../clock-times.ts'
import type { Heard } from '../hear.ts'
import { wordsIn } from '../lexicon/word-table.ts'
import type { Said } from '../named.ts'
import {
  ABOUT,
  ACTS,
  ARRANGES,
  CALLS,
  CLAIMS,
  CONSENT,
  DENIES,
  EMPTY,
  INSTEAD,
  LEAD,
  MARK,
  MATTER,
  MATTER_ALONE,
  NAME,
  OWN,
  RECORD,
  SHORT_OF_TIME,
  TAIL,
  TELLS,
  TIME,
  TOPIC,
  TOLD_OF_THE_ACT,
  type Act,
} from './reason-words.ts'
import { CLAUSE_END, clauseSpans, spansOf, trimmed } from '../text.ts'
import type { Span } from '../understanding.ts'

/** 【系统：自动批准】 is no word of the sender's. */
const ASIDE = /【[^】]*】|\[[^\]]*\]/g

/** 海棠学校, which the roster does not have, before what is told of it. */
const UNKNOWN_SCHOOL =
  /^(?![^,。;\s]{0,4}[我本各全咱俺他们]|隔壁|所有)[一-龥]{2,4}(?:学校|小学|中学|幼儿园|教学点)/g

/** The text with its names, its times and the acts in an office's own words marked. */
function marked({ plain, schools, numbers, dates, parts, lexicon }: Heard, names: readonly Span[]): string {
  const mark = (text: string, [from, to]: Span, sign: string): string =>
    text.slice(0, from) + sign.repeat(to - from) + text.slice(to)
  const asides = spansOf(plain, ASIDE)
  const clock = CLOCK.exec(plain)
  const hour: Span[] = clock ? [[clock.index, clock.index + clock[0].length]] : []
  const times = [...[...dates, ...parts].map(({ span }) => span), ...hour]
  const timed = times.reduce((text, span) => mark(text, span, TIME), plain)
  const named = [...schools, ...numbers].reduce((text, { span }) => mark(text, span, NAME), timed)
  const unknown = schools.length === 0 ? spansOf(plain, UNKNOWN_SCHOOL) : []
  const others = [...asides, ...names, ...unknown].reduce((text, span) => mark(text, span, NAME), named)
  return wordsIn(lexicon.own.phrases, plain).reduce((text, { span }) => mark(text, span, OWN), others)
}

/** What is left of words that tell something when courtesies and what only points are gone. */
const bare = (words: string): string => words.replace(EMPTY, '')

type Told = { span: Span; marked: boolean }
const unmarked = (from: number, to: number): Told => ({ span: [from, to], marked: false })

/** What a clause with the act in it tells besides: 供货没到 of 供货没到想延到周五, also behind it. */
function besideAct(text: string, [from, to]: Span, act: RegExp): Told | null {
  const found = act.exec(text.slice(from, to))!
  const head = text.slice(from, from + found.index).replace(RECORD, '')
  if (bare(head).length > 2 && TELLS.test(head) && !ABOUT.test(head))
    return unmarked(from, from + found.index)
  const behind = 1 + Math.max(text.lastIndexOf(NAME, to - 1), text.lastIndexOf(TIME, to - 1))
  const tail = text.slice(behind, to)
  const tells = behind > from + found.index && tail.length >= 4 && TELLS.test(tail) && !act.test(tail)
  return tells ? unmarked(behind, to) : null
}

/** The stretch of a clause that tells why; null where it does something else. */
function told(text: string, [from, to]: Span, act: RegExp): Told | null {
  const words = text.slice(from, to)
  const mark = MARK.exec(words)
  if (mark) {
    const first = from + mark.index + mark[0].length
    const end = act.exec(text.slice(first, to))
    const last = end && end.index > 1 ? first + end.index : to
    const matter = MATTER.exec(text.slice(first, last))
    return { span: [first, last - (matter?.[0].length ?? 0)], marked: true }
  }
  if (act.test(words)) return besideAct(text, [from, to], act)
  const tellsNothing = [TOLD_OF_THE_ACT, CALLS, CONSENT, ARRANGES, TOPIC].some((each) => each.test(words))
  const points = MATTER_ALONE.test(words) && !TELLS.test(words)
  const asks = text[to] === '?' && !TELLS.test(words)
  return asks || tellsNothing || points ? null : unmarked(from, to)
}

/** What only leads to the reason that follows: what is denied before what it was instead, what a school claims before what was seen. */
const isLeading = (act: Act, words: string, next: string): boolean =>
  (act !== 'rejection' && DENIES.test(words) && INSTEAD.test(next)) ||
  (act === 'rejection' && CLAIMS.test(words))

/** Without what leads to it and what only joins it to the act. */
function tidy(text: string, { span: [from, to], marked }: Told): Span | null {
  // 因为四中重复登记: behind 因为 the school is part of what is told.
  const lead = marked ? 0 : (LEAD.exec(text.slice(from, to))?.[0].length ?? 0)
  const ends = to === text.length || CLAUSE_END.test(text[to]!)
  const tail = ends ? null : TAIL.exec(text.slice(from, to))
  const span = trimmed(text, [from + lead, to - (tail?.[0].length ?? 0)])
  return span && span[1] - span[0] > 1 && bare(text.slice(...span)) !== '' ? span : null
}

type Part = { i: number; span: Span }

/** Where nothing tells why, that the time is too short for it is the reason. */
const orShortOfTime = (act: Act, text: string, all: readonly Part[]): readonly Part[] =>
  all.length > 0 || act !== 'extension'
    ? all
    : clauseSpans(text).flatMap((span, i) => (SHORT_OF_TIME.test(text.slice(...span)) ? [{ i, span }] : []))

const HEADING = /^[^要需等得被在到起出下能会拿收说可]{2,6}$/

/** 楼顶补漏 before 包工头跑了 only names what it is about. */
const withoutHeading = (text: string, all: readonly Part[]): readonly Part[] => {
  const words = ({ span }: Part): string => text.slice(...span)
  const first = all.findIndex((each) => TELLS.test(words(each)) || !HEADING.test(words(each)))
  return first > 0 ? all.slice(first) : all
}

/**
 * Why something is asked for, refused or done, in the sender's words: the clauses that are neither the act nor a courtesy
 * nor what the act is about, without the school's name and 因为 before them. Neighbours stay as they were written. Null
 * where no reason is given.
 */
export function reasonFor(act: Act, heard: Heard, names: readonly Span[] = []): Said<string> | null {
  const text = marked(heard, names)
  const words = text.includes(OWN) ? new RegExp(`${OWN}|${ACTS[act].source}`) : ACTS[act]
  const found = clauseSpans(text).flatMap((clause, i) => {
    const stretch = told(text, clause, words)
    const span = stretch && tidy(text, stretch)
    return span ? [{ i, span, clause: text.slice(...clause), marked: stretch.marked }] : []
  })
  const all = found.filter(
    ({ clause }, i) => i === found.length - 1 || !isLeading(act, clause, found[i + 1]!.clause),
  )
  const first = all.findIndex((each) => each.marked)
  const parts = first < 0 ? orShortOfTime(act, text, withoutHeading(text, all)) : all.slice(first)
  if (parts.length === 0) return null
  const value = parts
    .map(({ i, span }, n) => {
      const before = parts[n - 1]
      const beside = before && before.i === i - 1
      return beside
        ? heard.written.slice(before.span[1], span[1])
        : (before ? '，' : '') + heard.written.slice(...span)
    })
    .join('')
  return { value, span: [parts[0]!.span[0], parts.at(-1)!.span[1]] }
}

/** The words of `reasonFor` alone. */
export const whyOf = (act: Act, heard: Heard): string | null => reasonFor(act, heard)?.value ?? null
