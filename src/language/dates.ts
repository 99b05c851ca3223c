import type { Day } from '#src/domain/day.ts'
import type { DateForm, Reading, Tense, When } from './date-forms/form.ts'
import { formsIn } from './date-forms/list.ts'
import { hasTrouble } from './visits/troubles.ts'
import { plainOf } from './plain.ts'
import { withoutDaysTakenBack } from './days-taken-back.ts'
import { matchesOf, overlaps } from './text.ts'
import type { Listening, Span } from './understanding.ts'

/**
 * A day that was said. `day` is null where it cannot be told (期末前): the words are heard, the day is not. `or`: the words can
 * honestly mean that day too (年前), so whoever writes it asks. `until`: the last day, where a stretch was said.
 */
export type DateHeard = Reading & { span: Span; as: 'event' | 'deadline' }

function readingOf({ form, match }: Found, when: When): Reading {
  const read = form.read(match, when)
  return typeof read === 'string' || read === null ? { day: read } : read
}

type Found = { form: DateForm; match: RegExpExecArray; span: Span }

const UP_TO =
  /^\s*(?:的?(?:[早晚]上?|[上下中]午|傍晚)?(?:[一二三四五六七八九十两\d]{1,3}(?:点半?|:\d\d))?|(?:下班|放学|上班|上学|上课|天黑))(?:之前|以前|前(?![往去来期后门面台排院厅几三天日儿])|之内|以内|内(?![容部外])|(?<=[天日周])里(?!面)|(?:补班|上班|放学|开学|收假|报到)?(?:那|当)天之?前|为止|截止|止|之后|以后)/
// 周五前去过了: some day before it.
const DONE_BEFORE = /^(?:之前|以前|前)[^,。;!?\n]{0,3}(?:去|来|到|查|看|检查|督导)[^,。;!?\n]{0,8}[过了]/
// 11月14日前整改的灭火器仍未更换: an earlier deadline, told of within a finding.
const TOLD_OF = /^(?:之前|以前|前|内)(?:应|要求|该|须)?(?:整改|完成|改好|更换)的(?=[一-龥])/
const LIMIT_BEFORE =
  /(?:限期?|(?:[给放缓留限]|放宽|延)到|期限|时限|截止(?:日期|时间)?|最迟|最晚|[迟晚]于|宽限|延期|延长|推迟|延|为期|期为|整改时间|务必|必须|争取)[^,。;!?\n]{0,4}$/
const TERM_BEFORE = /(?:给|改[成为到]|也是|放在|再给|宽限|缓|要求|整改|用)[^,。;!?\n]{0,4}$/
// 其余的10号, 后面那条本周五: what points at problems before a day makes it the day by which they shall be put right.
const POINTS_BEFORE =
  /(?:[那这][个条项件]|[这那](?:俩|两[个条])|[前后末][面头]?[那这]?[一二两三四五]?[个条项]|第[一二三四五][个条项点处]|其[余他它]的?|剩下的?|另外?[一两]?[条个]|[前后]者|(?:^|[\s,。;])[各都]|这[俩仨]都)(?:都|也|就|给|限|到|得|先|是)*$/
const NOTHING_FOLLOWS = /^\s*(?:吧|就行|就好|为止|也行|都行)?(?:$|[\s,。;!?])/
const PUT_RIGHT =
  /^\s*(?:左右)?(?:里(?!面))?(?:(?:必须|务必|全部|都|均|就|先|要|需|应|须|一定|前|内|由?学校|校方|园方|给我|我们|他们|再|得|能|可以|全)*|[把将][^,。;\s]{1,8}?)(?:改(?:[完好掉正进]|(?=$|[\s,。;!?)]))|整改|弄[好完]|搞[好定完]|做[好完]|处理|清[理走掉完空除]|解决|落实|办[结好完]|补[齐好上完充交来送]|交差|写|[换修装搬拆挪配贴订撤焊围刷锁]|退(?!休)|收[走起回拾掉]|移[走开]|铺|盖[上好]|停[掉止用下]|立起|送检|书面|说清|说明|答复|回复|回话|给(?:个)?(?:答复|回音|说法|结果|方案)|拿(?:方案|报告|检测)|见(?:结果|效)|恢复|打开|整(?:好|过来|完)|重[写做换新]|撕|摘|撒|[封堵][上住好]|用起|排进|灭[鼠掉]|打[通磨]|腾[出开空]|下架|上墙|补(?![课习贴班休考录记报登办])|交|加(?!班|课|油)|完成|完善|到位|到期|销号|上报|报[送告来]|上交|交[到来]|拿出|整治|消除|更[换新]|清(?:$|[,。;\s]))/
const FIRST_DAY = /第一|头一?|首/
/** 今天必须打开, 两天之内一定要整过来: what must be is due, whatever its verb. */
const FORCED =
  /^\s*(?:里|之?内|以内)?(?:都|就|也)?(?:必须|务必|一定[要得给]|非得|就?得(?=[一-龥]{0,2}[好完掉上开清出齐到])|就(?=(?:下架|停用|停业|拆|换|封|清|撤|断电|关停)))(?!去|来|到场|开会|参加|复查|回访)/
const DONE =
  /^[^,。;!?\n]{0,12}?(?:了|过(?!期)|已|的时候|[换修清补改弄装做搬拆盖焊贴刷铺挂接退锁移撤洗扫订配填加](?:好|完|掉|上|齐|平|牢)?的(?=$|[\s,。]))/
// 月底把灯换了 is an order.
const TOLD = new RegExp(`^(?![^,。;!?]*[把将])(?:${DONE.source.slice(1)})`)
const GOING =
  /^\s*(?:[早晚]上?|上午|下午|中午|晚上)?\s*(?:我|我们)?(?:要|准备|打算|计划|将|再|想|就|才|便)?(?:去|到|来|复查|回访|回头看|再查|抽查|看|听|检查|督导)/
const TIME =
  '(?:[早晚]上?|上午|下午|中午|晚上)?\\s*(?:[一二两三四五六七八九十\\d]{1,3}(?:点[半\\d一二三四五十分]*|:\\d\\d))?\\s*'
const AHEAD =
  '(?:复查|回访|回头看|验收|再查)(?!了|过|完|后|时|合格|不|未|没|结果|通过|发现|:)|召开|召集|[^,。;\\s]{0,8}开(?!了|过|展|学)[^,。;]{0,10}会'
const PLAN = new RegExp(
  `^\\s*${TIME}(?:我|我们)?(?:要|准备|打算|计划|安排(?!了)|可能|也许|大概|应该|将|再|想|去|来|到|${AHEAD})`,
)
// 周五的例会不开了, 周五有会吗: only what is still to come is called off or asked for.
const STILL_TO_COME =
  /^\s*(?:[上下中]午)?的?[^,。;\s]{0,8}(?:会议?|约谈|培训|检查|督导|复查|活动|行程|安排)(?:先|就|都)?(?:几点|在哪|要不要|用不用|需不需要|先?[放搁缓]一?[放搁缓]|不[开去搞办来]|取消|改期|推迟|延期|作罢|暂停)|^\s*(?:[上下中]午)?有(?:什么|哪些|没有|几个)?[^,。;\s]{0,4}会(?!议?记录|议?纪要)|^\s*(?:[上下中早晚]午?)?(?:我们?|大家)?(?:([要用去来开有])不\1|需不需要?|是不是|是否|还)[^,。;\s]{0,8}会/
const ARRANGED =
  /(?:(?:复查|回头看|回访|会议?|约谈|培训)[^,。;]{0,4}(?:改|挪|推|提前|调|定)(?:期|整|迟)?[到至在为成于]?|安排|定于|定在|拟|计划|通知|约在|约一下|约|原定|请于)[^,。;了过\s]{0,6}$/
const SEEN =
  /了|过|到的货|发现|的时候|[去看查跑拍][一-龥]{0,2}的(?![人时])|有|已|查出|看到|听课|正常|良好|规范|整洁|合格|很好|挺好|齐全|整改/

// 园长说下周换, 校长讲明天就回: what somebody there said of his own accord sets no term; what he promised may be one.
const SAID_THERE =
  /(?:校长|园长|主任|老师|书记|总务|后勤|村里|镇里|学校|厂家|保安|师傅|家长)(?:们|们都)?(?:(?:跟|对|和)我)?(?:都|就)?[说讲][^,。;!?答应保证承诺]{0,14}$/

const before = (text: string, { span }: Found): string => text.slice(Math.max(0, span[0] - 12), span[0])
const after = (text: string, { span }: Found): string => text.slice(span[1])

/** Wherever two readings overlap, the one that starts first, then the longer one, holds. */
function allForms(text: string): Found[] {
  const found: Found[] = []
  for (const form of formsIn(text))
    for (const match of matchesOf(text, form.pattern))
      found.push({ form, match, span: [match.index, match.index + match[0].length] })
  found.sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1])
  return found.filter((each, i) => !found.slice(0, i).some((earlier) => overlaps(earlier.span, each.span)))
}

/** 台账三天，旗杆一个月: what was told of before, with nothing behind. */
const AGAIN = /([一-龥]{2})(?:的|[那这][个条项])?$/
const ENDS = /^(?:时间)?(?:$|[\s,。;!?)])/

/** 留样保存3天, 连续三天没登记 and 三天内无记录 are findings, not deadlines. */
function isTerm(text: string, found: Found): boolean {
  const tail = after(text, found)
  const head = before(text, found)
  if (LIMIT_BEFORE.test(head)) return true
  // 缺第5、6周 are weeks of a term.
  if (/第[\d一二三四五六七八九十、,至到-]*$/.test(head)) return false
  if (/(?:已经?|连续|近|达|超过?|不足|不满|满|共|隔|保存|留存|累计|长达|有|每)$/.test(head)) return false
  if (/^(?:均|都|仍|还)?(?:没|无|未|不|一次|一检|以上|的(?!时间))/.test(tail)) return false
  if (TERM_BEFORE.test(head) || PUT_RIGHT.test(tail) || FORCED.test(tail)) return true
  const alone =
    /(?:^|[\s,。;!?:、(①-⑩]|第[一二三四五六七八九十\d]+[个条项点]|[前后][一二两三四五\d][个条项]|[前后]者|严重|一般|轻微|小问题|[的他余各都均俩仨])$/.test(
      head,
    ) && /^(?:时间)?(?:$|[\s,。;!?)])/.test(tail)
  const named = AGAIN.exec(head)
  const again =
    named &&
    found.span[0] > 0 &&
    text.slice(0, text.lastIndexOf(named[1]!, found.span[0])).includes(named[1]!)
  if (again && ENDS.test(tail)) return true
  // 两个半小时 in a clause of its own is how long somebody was there.
  if (alone && /(?:小时|钟头)$/.test(found.match[0])) return false
  return alone || (/[内后]$/.test(found.match[0]) && !hasTrouble(/^[^,。;!?\n]*/.exec(tail)![0]))
}

/** A day to come that is only part of what was said there. */
const isSaidThere = (text: string, found: Found): boolean =>
  (found.form.nature === 'ahead' || found.form.nature === 'part') &&
  SAID_THERE.test(text.slice(Math.max(0, found.span[0] - 24), found.span[0]))

function roleOf(text: string, found: Found): DateHeard['as'] {
  const { nature } = found.form
  const [head, tail] = [before(text, found), after(text, found)]
  if (/已(?:经)?[于在]?$/.test(head)) return 'event'
  if (nature === 'past' || DONE_BEFORE.test(tail) || /^\s*(?:起|开始)/.test(tail)) return 'event'
  if (UP_TO.test(tail) || LIMIT_BEFORE.test(head)) return 'deadline'
  if (nature === 'term') return GOING.test(tail) ? 'event' : 'deadline'
  // 五一回来第一天 南岭教学点漏雨: what a message begins with is the day that it tells of.
  const begins =
    found.span[0] === 0 && FIRST_DAY.test(found.match[0]) && /\S{4}/.test(tail) && !PUT_RIGHT.test(tail)
  if (nature === 'ahead') return begins || GOING.test(tail) ? 'event' : 'deadline'
  if (nature === 'part') return GOING.test(tail) || TOLD.test(tail) ? 'event' : 'deadline'
  if (POINTS_BEFORE.test(head) && NOTHING_FOLLOWS.test(tail)) return 'deadline'
  if (FORCED.test(tail)) return 'deadline'
  if (DONE.test(tail) || /^的/.test(tail)) return 'event'
  return PUT_RIGHT.test(tail) ? 'deadline' : 'event'
}

/** 周三去文清 plans; 周三去了文清 and 周三去文清，留样不全 report. */
function tenseOf(text: string, found: Found, as: DateHeard['as']): Tense {
  if (as === 'deadline') return 'future'
  const tail = after(text, found)
  if (STILL_TO_COME.test(tail) || (ARRANGED.test(before(text, found)) && !SEEN.test(tail))) return 'future'
  return PLAN.test(tail) && !SEEN.test(tail) && !hasTrouble(tail) ? 'future' : 'past'
}

/** The last day of a stretch is what a deadline means. */
const due = ({ day, until, ...more }: Reading): Reading => ({ ...more, day: until ?? day })

function heard(
  text: string,
  found: Found,
  { today, hour, workingDays, teaching = [] }: Listening,
): DateHeard {
  const as = roleOf(text, found)
  const tail = after(text, found)
  const end = as === 'deadline' ? (UP_TO.exec(tail)?.[0].length ?? 0) : 0
  const span: Span = [found.span[0], found.span[1] + end]
  if (as === 'event' && DONE_BEFORE.test(tail)) return { day: null, span, as }
  const reading = readingOf(found, {
    today,
    hour,
    tense: tenseOf(text, found, as),
    as,
    workingDays,
    teaching,
  })
  return { ...(as === 'deadline' ? due(reading) : reading), span, as }
}

/** All days said in a text, in order; which of them are deadlines is told by the words beside them. */
export const findDates = (written: string, listening: Listening): DateHeard[] =>
  datesIn(plainOf(written, listening.lexicon), listening)

/** The same of a text that is plain already. */
export function datesIn(text: string, listening: Listening): DateHeard[] {
  const dates = allForms(text)
    .filter((found) => found.form.nature !== 'term' || isTerm(text, found))
    .filter((found) => !TOLD_OF.test(after(text, found)) && !isSaidThere(text, found))
    .map((found) => heard(text, found, listening))
    .map((date, i, all) => standingAlone(text, date, all.slice(0, i), listening))
  return joined(
    text,
    withoutDaysTakenBack(text, dates, (date) => dueAt(text, date, listening)),
  )
}

const TO = /^\s*(?:到|至|-|—|~)\s*$/

/** 3月1号到下周五: two days with nothing but 到 between them are one stretch. */
function joined(text: string, dates: readonly DateHeard[]): DateHeard[] {
  const result: DateHeard[] = []
  for (const next of dates) {
    const last = result.at(-1)
    const joins = last?.day && next.day && TO.test(text.slice(last.span[1], next.span[0]))
    if (!joins || last.until || next.day! < last.day!) result.push(next)
    else result.splice(-1, 1, stretchOf(last, next))
  }
  return result
}

function stretchOf(first: DateHeard, last: DateHeard): DateHeard {
  const span: Span = [first.span[0], last.span[1]]
  return last.as === 'deadline' ? { ...last, span } : { ...first, until: last.day!, span }
}

/** What words name, of something still to do: a day, or a stretch of days. */
export function daysAhead(
  words: string,
  { today, hour, workingDays, lexicon, teaching = [] }: Listening,
  as: DateHeard['as'] = 'event',
): Reading {
  const text = plainOf(words, lexicon)
  const when: When = { today, hour, tense: 'future', as, workingDays, teaching }
  const read = allForms(text).map((found) => ({
    ...readingOf(found, when),
    span: found.span,
    as: 'event' as const,
  }))
  return joined(text, read)[0] ?? { day: null }
}

/** The day that words name, of something still to do. */
export const dayAhead = (words: string, listening: Listening): Day | null => daysAhead(words, listening).day

/** 本月8日完成整改: a day gone by is when it was done, however it is said. */
export const dayDone = (dates: readonly DateHeard[], today: Day): Day | null =>
  (dates.find(({ as }) => as === 'event') ?? dates.findLast(({ day }) => day !== null && day < today))?.day ??
  null

/** So far before a day stand the words that say what it is for. */
export const REACH = 12

/** 放暑假前改，就写7月3号吧; 中旬以前，具体就定15号: the day by which it is due is said again, and better. */
export const RESTATES =
  /(?:[,\s]就|即|(?:不对|哦不)[,\s]*|就[写定按算是]|也就是|具体(?:就|是)?定?(?:在|为)?|[噢哦嗯]就?)$/

/** 严重，今天起停; 一般20号; 轻微 也是25号: behind how grave it is, a day is by when it shall be put right. */
const JUDGED_BEFORE =
  /(?:严重|一般|轻微|小问题|重大|紧?急)的?(?:问题|隐患|两条|那条)?(?:[\s,:/、-]|(?<=[(【][^)】]*);)*(?:限期?|期限|[给缓放]?到|也是?|都是?|就|还是|先|算了)*$/
/** Whatever stands before it, such a day has gone by. */
const GONE_BY = /^(?:大?前[天日儿]|昨|上上?个?|上一|刚)/
const WENT_THEN =
  /^\s*(?:[上下中]午|[早晚]上?)?\s*(?:我们?)?(?:又|刚|专门|顺路)?(?:[去来到看查跑走转][了过的]|督导|检查|巡查|走访)/

/** A day that proves to be one by which something is due looks ahead. */
const dueAt = (text: string, date: DateHeard, listening: Listening): DateHeard => ({
  ...date,
  as: 'deadline',
  day:
    date.day && date.day >= listening.today
      ? date.day
      : daysAhead(text.slice(...date.span), listening, 'deadline').day,
})

/** A day still to come that stands alone behind a past one is by when it shall be put right: …，11月28日. */
function standingAlone(text: string, date: DateHeard, earlier: DateHeard[], listening: Listening): DateHeard {
  const { today } = listening
  const alone =
    /^\s*(?:$|[,、。;!?)])/.test(text.slice(date.span[1])) && /[\s,、。;(]$/.test(text.slice(0, date.span[0]))
  const ahead = date.day !== null && date.day > today
  const head = text.slice(Math.max(0, date.span[0] - REACH), date.span[0])
  const told = earlier.some(({ as }) => as === 'deadline') && RESTATES.test(head)
  const listed =
    earlier.at(-1)?.as === 'deadline' && /^[、和]$/.test(text.slice(earlier.at(-1)!.span[1], date.span[0]))
  const judged =
    earlier.length > 0 &&
    !GONE_BY.test(text.slice(...date.span)) &&
    JUDGED_BEFORE.test(head) &&
    !WENT_THEN.test(text.slice(date.span[1]))
  return date.as === 'event' && ((alone && ahead && earlier.length > 0) || told || judged || listed)
    ? dueAt(text, date, listening)
    : date
}
