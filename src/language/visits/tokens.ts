import type { Day } from '#src/domain/day.ts'
import type { OpenDay } from '#src/domain/visit.ts'
import type { Part } from '#src/domain/words.ts'
import { pointerBefore, type Pointer } from './pointers.ts'
import { cutByRule } from './clause-cuts.ts'
import type { DateHeard } from '../dates.ts'
import type { Heard } from '../hear.ts'
import { openDay } from './open-days.ts'
import { findSeverities, severityOf, type SeverityHeard } from './severities.ts'
import { sameDues } from './same-terms.ts'
import { matchesOf, overlaps, trimmed } from '../text.ts'
import type { SchoolHeard, Span } from '../understanding.ts'

/** A message as a row of things in the order said. `gap`: a mark or blank between clauses; `full` ends a sentence. */
export type Token =
  | { kind: 'school'; span: Span; school: SchoolHeard }
  | { kind: 'date'; span: Span; day: Day }
  | { kind: 'part'; span: Span; part: Part }
  | { kind: 'due'; span: Span; day: Day | null; open: OpenDay | null }
  | { kind: 'severity'; span: Span; severity: SeverityHeard }
  | { kind: 'number'; span: Span }
  | { kind: 'pointer'; span: Span; pointer: Pointer }
  | { kind: 'gap'; span: Span; full: boolean }
  | { kind: 'words'; span: Span }

const GAP =
  /(?:\s(?![a-z])|(?<![a-z])\s|[,;…~【】[\]①-⑳]|:(?!\d\d)|。|!|\?|(?<=[一-龥)])\.(?!\d)|(?<=[一-龥])\d{1,2}[.、](?=[一-龥])|(?:^|(?<=[\s,。;:!?]))(?:\d{1,2}[.、)](?!\d)|\(\d{1,2}\)|\([一二三四五六七八九十]\)|[一二三四五六七八九十]、|第[一二三四五六七八九十\d](?:[点条项个](?:问题)?)?[,:、是]|其[一二三四五][,:是]?|[一二三四五六][是:]))+/g

// 下周五复查 is for later.
const PLANNED = /^\s*(?:我|我们)?(?:再|要|将|会)?(?:去|来)?(?:复查|回访|回头看|再查|再来?看|验收)(?!\s+上次)/

const GONE_BY = /^(?:大?前[天日儿]|昨|上上?个?[周星礼月]|刚|今)/

// 陪同领导今天上午视察了: the verb behind it makes it the day of the visit.
const OTHERS = /(?:家长|学生|孩子|老师|教师|校长|园长|保安|厂家|师傅)$/
const WENT_THEN =
  /^\s*(?:[上下中]午|[早晚]上?)?\s*(?:我们?|又|全|都|也|刚|一起)*(?:去[了过的]|到[了过]|来[了过]|看[了过的]|查[了过的]|跑[了过到的]|走[了过的]|转[了的]|拍的|查的|视察|督导[了过]|督查了|检查[了过]|巡查了|走访|调研了)/

/** 昨天的晨检, 9月份以来: the day is that of what follows. */
const tellsOfSomething = (tail: string): boolean =>
  /^(?:的(?!时候|督|检|随|事(?![故务情])|现在才|记录补|[上下]午)|份|以来|起|至今|那[天次]的)/.test(tail) &&
  !/^的(?:$|[\s,。;])/.test(tail)

const WENT_WRONG = /^(?:[上下中]午|[早晚]上?)?(?:[没未不无]|才|漏|忘|少|坏了|断了)/

/** Where no day stands as that of a visit does, the only one gone by is it: 文清我昨天跑的. */
function onlyOne({ plain }: Heard, events: readonly DateHeard[]): DateHeard[] {
  const [only, another] = events.filter(({ day }) => day !== null)
  if (!only || another) return []
  const tail = plain.slice(only.span[1])
  const planned = PLANNED.test(tail) && !GONE_BY.test(plain.slice(...only.span))
  // 课题组上周三活动: the day of what the clause tells.
  const ofClause = /^(?:活动|例会|会议|开会|考试|演练|培训|值班|进货|检测|采购|放学|上课|发生)/.test(tail)
  // 晨检本子昨天没填: within what it tells of.
  const within = /[一-龥]$/.test(plain.slice(0, only.span[0])) && WENT_WRONG.test(tail)
  return planned || ofClause || within || tellsOfSomething(tail) ? [] : [only]
}

/** 市办一行昨天下午在龙溪中学: a school is where that day was spent. */
const leadsTo = (plain: string, { span }: DateHeard, neighbours: readonly Span[]): boolean =>
  neighbours.some(
    ([start]) => start > span[1] && /^\s*(?:[上下中]午)?[在去到来]$/.test(plain.slice(span[1], start)),
  )

/** A date tells when the visit was if it stands where such a date stands; 昨天的晨检没登记 tells of the finding. */
function ofTheVisit(plain: string, date: DateHeard, earlier: boolean, neighbours: readonly Span[]): boolean {
  // 昨天的红星小学.
  const itsSchool = neighbours.some(([start]) => start === date.span[1] + 1)
  const [head, tail] = [plain.slice(0, date.span[0]), plain.slice(date.span[1])]
  if (PLANNED.test(tail) && !GONE_BY.test(plain.slice(...date.span))) return false
  if (tellsOfSomething(tail) && !(itsSchool && tail.startsWith('的'))) return false
  const free =
    /(?:^|[\s,。;!?:(\])】]|我们?|于|是|在|和|、|日期|时间|去|又)$/.test(head) ||
    neighbours.some(([, end]) => end === date.span[0]) ||
    ((WENT_THEN.test(tail) || leadsTo(plain, date, neighbours)) && !OTHERS.test(head))
  if (!earlier) return free
  const goesOn =
    /^\s*(?:[上下中]午|[早晚]上?)?\s*(?:我|我们)?(?:又|再|还|都|也)?(?:去|到|来|督|检|巡|跑|走|[看查听拍][了的]|$|[,。;]\s*$)/.test(
      tail,
    )
  return (
    free &&
    (goesOn ||
      neighbours.some(
        ([start]) =>
          start >= date.span[1] &&
          /^(?:\s|[上下中]午|[早晚]上?|的|又|去|到|在)*$/.test(plain.slice(date.span[1], start)),
      ))
  )
}

const I_WENT =
  /^\s*(?:[上下中]午|[早晚]上?)?\s*(?:我们?(?:又|再|都|刚|一起)*(?:去|到|来|看|查|跑|走)|去(?=[看查核督检巡]))/

/** 前天家长投诉，我今天去看了: the day beside the going is the visit's, whatever else had a day. */
const tellsOfGoing = (plain: string, { span: [from, to] }: DateHeard): boolean =>
  /我们?$/.test(plain.slice(0, from)) || WENT_THEN.test(plain.slice(to)) || I_WENT.test(plain.slice(to))

/** The days that stand as those of visits do; at one school that beside the going alone. */
function ofTheVisits(plain: string, events: readonly DateHeard[], neighbours: readonly Span[]): DateHeard[] {
  const standing: DateHeard[] = []
  for (const each of events) if (ofTheVisit(plain, each, standing.length > 0, neighbours)) standing.push(each)
  const gone = standing.filter((each) => tellsOfGoing(plain, each))
  return neighbours.length < 2 && gone.length > 0 ? gone : standing
}

/** 三中一般, 一般9月5日: names and days end as marks do. No blanks, of which patterns may skip many: a text of names alone would take hours. */
const withNamesAsMarks = ({ plain, schools, dates }: Heard): string =>
  [...schools, ...dates].reduce(
    (text, { span: [from, to] }) => text.slice(0, from) + '、'.repeat(to - from) + text.slice(to),
    plain,
  )

function marks(heard: Heard): Token[] {
  const places = [...heard.schools, ...heard.numbers].map(({ span }) => span)
  const events = heard.dates.filter((each) => each.as === 'event')
  const standing = ofTheVisits(heard.plain, events, places)
  const dates = standing.length > 0 ? standing : onlyOne(heard, events)
  const tokens: Token[] = [
    ...heard.schools.map((school): Token => ({ kind: 'school', span: school.span, school })),
    ...dates.flatMap(({ span, day }): Token[] => (day ? [{ kind: 'date', span, day }] : [])),
    ...heard.parts.map(({ span, part }): Token => ({ kind: 'part', span, part })),
    ...heard.dates
      .filter(({ as }) => as === 'deadline')
      .map((date): Token => ({
        kind: 'due',
        span: date.span,
        day: date.day,
        open: openDay(date, heard.written),
      })),
    ...heard.numbers.map(({ span }): Token => ({ kind: 'number', span })),
  ]
  const severities = findSeverities(withNamesAsMarks(heard), heard.lexicon).filter(
    ({ span }) => !tokens.some((each) => overlaps(each.span, span)),
  )
  const all = [
    ...tokens,
    ...sameDues(
      heard.plain,
      tokens.toSorted((a, b) => a.span[0] - b.span[0]),
    ),
    ...severities.map((severity): Token => ({ kind: 'severity', span: severity.span, severity })),
  ].sort((a, b) => a.span[0] - b.span[0])
  return all.flatMap((mark, i) => pointed(heard.plain, mark, all[i - 1]?.span[1] ?? 0))
}

// What points stands right before what it points for.
const NEAR = 12

/** 前两个|周五前, 第一个问题性质|严重: which problems the deadline or severity is for, before it. */
export function pointed(plain: string, mark: Token, earlier: number): Token[] {
  if (mark.kind !== 'due' && mark.kind !== 'severity') return [mark]
  const [from, to] = mark.span
  const start = Math.max(earlier, from - NEAR)
  const end = from + (mark.kind === 'severity' ? Math.max(0, plain.slice(from, to).search(JUDGING_WORD)) : 0)
  const found = pointerBefore(plain, start, end)
  if (!found) return [mark]
  const pointer: Token = { kind: 'pointer', span: [found.from, end], pointer: found.pointer }
  return [pointer, { ...mark, span: [end, to] }]
}

/** How many are meant (两处轻微), and how it is put (定性严重), stand before it within the words that judge. */
const JUDGING_WORD = /不|严重|轻|一般|小[问毛瑕]|问题不大|重[大的]|复杂|紧?急/

/** 水窖没加盖|严重|明天盖上: what was parted from a problem without a mark, and only says how grave it is. */
function judging({ plain, lexicon }: Heard, span: Span): (Token & { kind: 'severity' }) | null {
  const value = ONLY_JUDGES.test(plain.slice(...span)) ? severityOf(plain.slice(...span), lexicon) : null
  return value && { kind: 'severity', span, severity: { value, span, alone: false, forward: false } }
}
const ONLY_JUDGES =
  /^(?:这[个条项]?|那[个条项]?|性质|情节|比较|很|非常|属于?|是|算|定[为成]?|列为|我看)*(?:严重|重大|轻微|一般|小问题|小毛病)(?:得很|的很|极了|得不得了|的|安全|问题|隐患|风险|违规|点|些|吧|啊|呢|哈|哦|了)*(?:(?:要求)?(?:立即|立刻|立马|马上|尽快|抓紧)[^,。;]{0,6})?$/

function words(heard: Heard, span: Span): Token[] {
  return cutByRule(heard, span).flatMap((each, i): Token[] => {
    const kept = trimmed(heard.plain, each)
    const gap: Token[] = i > 0 ? [{ kind: 'gap', span: [each[0], each[0]], full: false }] : []
    return kept ? [...gap, (i > 0 && judging(heard, kept)) || { kind: 'words', span: kept }] : gap
  })
}

/** The stretch between two marks, cut at punctuation, blanks and list numbers. */
function between(heard: Heard, from: number, to: number): Token[] {
  const tokens: Token[] = []
  let at = from
  for (const found of matchesOf(heard.plain.slice(from, to), GAP)) {
    const start = from + found.index
    if (start > at) tokens.push(...words(heard, [at, start]))
    at = start + found[0].length
    tokens.push({ kind: 'gap', span: [start, at], full: /[。;!?\n]/.test(found[0]) })
  }
  if (to > at) tokens.push(...words(heard, [at, to]))
  return tokens
}

/** Cuts a message into tokens, by rule alone where no mark parts the words. */
export function tokensOf(heard: Heard): Token[] {
  const tokens: Token[] = []
  let at = 0
  for (const mark of marks(heard)) {
    tokens.push(...between(heard, at, mark.span[0]), mark)
    at = mark.span[1]
  }
  return [...tokens, ...between(heard, at, heard.plain.length)]
}
