import type { Day } from '#src/domain/day.ts'
import { dayDone } from '../dates.ts'
import type { Heard } from '../hear.ts'
import { blanked, clauseSpans } from '../text.ts'
import { whyOf } from './reasons.ts'
import type { Listening, Speaker, Understanding } from '../understanding.ts'

type Verdict = 'pass' | 'fail'
type Item = { words: string; verdict: Verdict }

const REINSPECTED =
  /复查|回头看|回访(?=.*(?:整?改|销号|合格|通过|到位))|再查|核查(?!准)|复[检验核](?!员|通过)|[又再](?:次|度)?[去到][^,。;]{0,6}看|整改[^,。;]{0,12}去[^,。;]{0,4}(?:核|验|看)一?下/

const FAIL =
  /不合格|不通过|没通过|未通过|没过(?!期)|不达标|未达标|(?:没|未|不)(?:有)?(?:整?改|改完|改好|整改|到位|落实|完成|解决|清|换|修|补|弄|搞|处理)|整改不|不彻底|还是老样子|没变化|[还仍](?:然|旧|是|在|有|没|未|堆|堵|缺|差|坏|漏|松|不|锁|占|裂|晃|空|乱|放)|依然|依旧|照旧|反弹/
const PASS =
  /合格|通过|达标|到位|整?改(?:好|完)|已整改|已改|改了|整改了|完成|销号|关了|可以关|过了(?!期)|没问题|符合要求|解决|已[清换修补装拆办]|清了|清理|换了|更换|修好|补齐|补上|弄好|好了|恢复/
/** What an inspector decides of a case, in so many words. */
const NOT_CLOSED = /不(?:予|能|给)?销|不合格|[不没未]通过/

/**
 * 复查四中煤气泄漏，已销号: a danger that is over, judged or still to be looked at again was heard before. One that is met at
 * a reinspection (复查七中 教学楼着火了, 还在泄漏 没修) is new, whatever is said of other things.
 */
export function isReinspected(heard: Heard, today: Day): boolean {
  const { plain } = heard
  if (!/复查|回头看|复核|复验/.test(plain)) return false
  return (
    NOT_CLOSED.test(plain) || (PASS.test(plain) && !FAIL.test(plain)) || plannedFor(heard, today) !== null
  )
}

/** An inspector sends a school's report back. */
const REJECTED =
  /打回|退回|退给|驳回|不予(?:通过|销号|认可|批准|同意|受理|结案|办结)|不同意(?:销号|通过)|不能(?:算|销|通过)|重新?报|返工|不认可|材料不行|(?:别|不(?:能|给|准))[^,。;]{0,3}销(?![售毁路])|别(?:给|让|放)(?:他们?|它)?过(?![去来])|(?:让|叫|要)[^,。;]{0,8}(?:重新?|返工)(?:整(?!理)|改|做|弄|来|报|交)/
const WHOLE =
  /^(?:复查|核查|整改|结果|结论|全部|都|均|已经?|这次|本次|同意|可以|是|为|了|过了|:|\s)*(不合格|不通过|没通过|未通过|没过|合格|通过|达标|不达标|过了|整改到位|到位|整改完成|销号|关了|没问题|全部合格|全部不合格)(?:了|的|,|。|!|\s)*$/
const SHORT =
  /^(?:复查|结果|全部|都|均|同意|可以|整改|这次|已)*(?:不合格|不通过|没通过|未通过|合格|通过|销号|整改到位|同意销号|可以销号)(?:了|的|。|!|\s)*$/
const CLOSED =
  /(?<![没未不])(?:整?改(?:好|完|到位)了?|已(?:经)?(?:全部)?整改|整改(?:完成|到位|完毕))(?!的?(?:通知|时间|期限))|销号|可以关|关掉|关闭吧?|可以销|(?:可以|能)过(?![期来去])|(?:问题|的事)[^,。]{0,4}解决了|盖上了|完工|整改[^,。]{0,6}看[了过][,\s]*(?:可以|通过|合格|同意)|结案|换新[,，\s]|同意(?:关|办结|闭环|了结)|可以(?:闭环|办结|了结|结[了单掉]?(?=$|[,。\s了]))|关单|问题[^,。;]{0,4}清零/
const ASKED_FOR = /要求|限期|务必|必须|争取|尽快|马上|立即|要改/
const LEAD = /^(?:的|了|过了?|后|完|去|现场|实地|发现|:|但是?|不过|只是|其中|就是|\s)+/
const TAIL = /(?:问题|这[条项个]|都|已经?|均|全部|也|是|的|就|基本|现在|了)+$/

const verdictOf = (clause: string): Verdict | null =>
  FAIL.test(clause) ? 'fail' : PASS.test(clause) ? 'pass' : null

/** What a verdict is about: 留样 of 留样合格, 通道 of 通道还堆着东西. */
const subjectOf = (clause: string, verdict: Verdict): string =>
  subjectBefore(clause, clause.search(verdict === 'fail' ? FAIL : PASS))

const subjectBefore = (clause: string, at: number): string =>
  clause.slice(0, at).replace(LEAD, '').replace(TAIL, '').trim()

/** The clauses of a message without its schools, dates, numbers and the words of `besides`. */
export function restOf({ plain, schools, dates, numbers, parts }: Heard, besides?: RegExp): string[] {
  const rest = blanked(
    plain,
    [...schools, ...dates, ...numbers, ...parts].map(({ span }) => span),
  )
  const text = besides ? rest.replace(besides, ' ') : rest
  return clauseSpans(text).map((span) => text.slice(...span))
}

function itemsOf(clauses: readonly string[]): Item[] {
  const items = clauses.flatMap((clause): Item[] => {
    const verdict = verdictOf(clause)
    const subject = verdict && !WHOLE.test(clause) ? subjectOf(clause, verdict) : ''
    return verdict && subject ? subject.split(/[和、及与]/).map((words) => ({ words, verdict })) : []
  })
  // Beside 第二项不合格 the other clauses give reasons.
  const numbered = items.filter(({ words }) => /^第/.test(words))
  return numbered.length > 0 ? numbered : items
}

/** The verdict on all; where both are said they belong to single items. */
function wholeOf(clauses: readonly string[]): Verdict | null {
  const verdicts = new Set(clauses.filter((each) => WHOLE.test(each)).map(verdictOf))
  return verdicts.size === 1 ? [...verdicts][0]! : null
}

const isReason = (clause: string): boolean =>
  !WHOLE.test(clause) && verdictOf(clause) !== 'pass' && clause.length > 1
const NO_REASON =
  /^(?:限期|限|要求|请|整改|改完|改好|前|之前|重新|再|改|继续|务必|完成|到位|期限|[去到在来我们了过]+)+$/

function reasonOf(
  clauses: readonly string[],
  items: readonly Item[],
  verdict: Verdict | null,
): string | null {
  if (verdict === 'pass' || (verdict === null && items.every((item) => item.verdict === 'pass'))) return null
  const reasons = clauses.filter((clause) => isReason(clause) && !NO_REASON.test(clause))
  const cleaned = reasons.map((clause) => clause.replace(LEAD, '')).filter((clause) => clause !== '')
  return cleaned.length > 0 ? cleaned.join('，') : null
}

/** 改好了没 asks, it does not tell. */
export const asksWhether = (plain: string): boolean =>
  /[?吗]\s*$|(?:好|完|了|过|改|清|齐|到位|合格|通过)了?没有?\s*$/.test(plain)

const isAskedFor = ({ plain, dates }: Heard, today: Day): boolean =>
  ASKED_FOR.test(plain) || dates.some(({ as, day }) => as === 'deadline' && (day === null || day >= today))

/** An inspector's 改好了 or 可以销号; 下周五前改好 only asks for it. */
function closesCase(heard: Heard, today: Day): boolean {
  const { plain, numbers } = heard
  if (isAskedFor(heard, today)) return false
  return CLOSED.test(plain) || (numbers.length > 0 && (PASS.test(plain) || FAIL.test(plain)))
}

/** 第一项合格，第二项不合格, or 留样合格 where nothing tells of a visit. */
function judgesItems(heard: Heard): boolean {
  const { dates, plain } = heard
  const clauses = clausesOf(heard)
  if (
    clauses.some((clause) =>
      /^第[一二三四五六七八九十\d]+[项条个](?:也|都|的|)?(?:不?合格|不?通过|没过)/.test(clause),
    )
  )
    return true
  const visiting = dates.some(({ as }) => as === 'event') || /去了?|到了?|督导|检查|发现/.test(plain)
  return !visiting && clauses.some((clause) => /^[^,。]{1,8}(?<!不)合格了?$/.test(clause))
}

const SET_FOR = /(?:改|延|推|挪|定|放|提前)(?:期|迟|后)?[到至在于]$/
const GOES_TO = /^\s*(?:我|我们)?(?:再|要|将|会)?(?:去|来|到)?[^,。;]{0,8}(?:复查|回头看|回访|再查)/

/** 下周六我去复查: the day on which a reinspection is meant to be, if one is. */
export const plannedFor = ({ plain, dates }: Heard, today: Day): Day | null =>
  dates.find(
    ({ day, span }) =>
      day !== null &&
      day > today &&
      (GOES_TO.test(plain.slice(span[1])) ||
        (/复查|回头看/.test(plain) && SET_FOR.test(plain.slice(0, span[0])))),
  )?.day ?? null

/** 整改报告太敷衍，驳回重报: no reinspection was needed to see that. */
const readRejection = (heard: Heard, speaker: Speaker): Understanding | null =>
  speaker.side !== 'school' && REJECTED.test(heard.plain) ? rejectionIn(heard) : null

/** An inspector does not accept what was done. */
export const rejectionIn = (heard: Heard): Understanding => ({
  intent: 'reinspect',
  school: heard.schools[0] ?? null,
  numbers: heard.numbers.map(({ number }) => number),
  date: null,
  verdict: 'fail',
  items: [],
  due: heard.dates.find(({ as }) => as === 'deadline')?.day ?? null,
  reason: whyOf('rejection', heard),
})

/** An inspector lets pass what was done, in those words: all of it, or what stands before them. Null where he asks for it. */
export function passIn(heard: Heard, today: Day, words: RegExp): Understanding | null {
  const { plain, schools, numbers, dates } = heard
  if (isAskedFor(heard, today)) return null
  const items = restOf(heard).flatMap((clause): Item[] => {
    const at = clause.search(words)
    const subject = at < 0 ? '' : subjectBefore(clause, at)
    return subject ? subject.split(/[和、及与]/).map((each) => ({ words: each, verdict: 'pass' })) : []
  })
  return {
    intent: 'reinspect',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    date: dayDone(dates, today),
    ...modeOf(plain),
    verdict: items.length === 0 ? 'pass' : null,
    items,
    due: null,
    reason: null,
  }
}

/** A verdict after reinspection, whole or item by item, or a bare 合格. For a school's person 改好了 is no verdict. */
export function readReinspection(heard: Heard, listening: Listening): Understanding | null {
  const { plain } = heard
  const { speaker, today } = listening
  const said = REINSPECTED.test(plain) || SHORT.test(clausesOf(heard)[0] ?? '') || judgesItems(heard)
  const closes = speaker.side !== 'school' && closesCase(heard, today)
  if (!REINSPECTED.test(plain)) {
    const returned = readRejection(heard, speaker)
    if (returned) return returned
  }
  return (said || closes) && !asksWhether(plain) ? verdictIn(heard, listening) : null
}

const clausesOf = (heard: Heard): string[] =>
  restOf(
    heard,
    /(?:进行|开展)?(?:了)?(?:复查|回头看|回访|再查|核查|复[检验核]|再(?:次|度)?[去到]看)(?:过了|过|了|完|后)?/g,
  )

/** What a message that judges a rectification says of it. */
export function verdictIn(
  heard: Heard,
  { today }: Listening,
): Extract<Understanding, { intent: 'reinspect' }> {
  const { plain, schools, dates, numbers } = heard
  const clauses = clausesOf(heard)
  const verdict = wholeOf(clauses)
  const items = verdict === 'fail' ? [] : itemsOf(clauses)
  return {
    intent: 'reinspect',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    date: plannedFor(heard, today) ?? dayDone(dates, today),
    ...modeOf(plain),
    verdict: verdict ?? (items.length === 0 ? barePass(plain) : null),
    items: verdict === null ? items : [],
    due: dates.find(({ as }) => as === 'deadline')?.day ?? null,
    reason: reasonOf(clauses, items, verdict),
  }
}

/** Z-12 改好了 可以销号: a pass without a subject. */
const barePass = (plain: string): Verdict | null =>
  FAIL.test(plain) ? 'fail' : /改好|改完|销号|关了|已整改|整改完/.test(plain) ? 'pass' : null

const RETURNED =
  /^(?:整改)?(?:报告)?\s*(?:先|请)?(?:退回|打回|驳回)(?:报告|补充|重报|重新上报|给?学校|一下|去|了|吧|材料)*(?![^,。;\s])/

/** A report sent back, and why. */
export const returnIn = (heard: Heard): Extract<Understanding, { intent: 'return_report' }> => ({
  intent: 'return_report',
  school: heard.schools[0] ?? null,
  numbers: heard.numbers.map(({ number }) => number),
  reason: whyOf('rejection', heard),
})

/** 退回，照片不清楚. */
export function readReturn(heard: Heard): Understanding | null {
  const { plain, schools, numbers } = heard
  const rest = blanked(
    plain,
    [...schools, ...numbers].map(({ span }) => span),
  )
  if (!RETURNED.test(rest.trimStart())) return null
  return {
    intent: 'return_report',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    reason: whyOf('rejection', heard),
  }
}

const ON_SITE = /现场|实地|到校|到学校|去看(?:了|过)/
const BY_PAPERS = /(?:看|查|查阅|审)(?:了|过)?(?:材料|照片|资料|视频)|材料(?:复查|审核)|线上/

/** How it was reinspected, where the words say so. */
const modeOf = (plain: string): { mode?: 'on_site' | 'documents' } =>
  ON_SITE.test(plain) ? { mode: 'on_site' } : BY_PAPERS.test(plain) ? { mode: 'documents' } : {}
