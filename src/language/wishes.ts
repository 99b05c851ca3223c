import { addDays, type Day } from '#src/domain/day.ts'
import type { WishSaid } from '#src/domain/entry.ts'
import type { Clock, WishTopic } from '#src/domain/wish.ts'
import { clockOf } from '#src/policy/wishes.ts'
import { clockIn } from './clock-times.ts'
import { daysAhead } from './dates.ts'
import type { Heard } from './hear.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import type { Listening } from './understanding.ts'
import { hoursIn, repeatIn, timeIn, untilIn, weekdaysIn } from './wish-times.ts'

/** What is said of one's own reminders (提醒). None of it has a word in the public contract: it stays `unknown` there. */
export type WishHeard =
  /** 晚上别给我发提醒了, 每周一早上提醒我还没去的学校: read again by its entry (wishSaid). */
  | { intent: 'set_reminder' }
  | { intent: 'resume_reminders' }
  /** 我设了哪些提醒; 取消周一的提醒 shows them too, each with its button. */
  | { intent: 'query_reminders' }
  /** 下午再提醒我: what he was reminded of today, once more. */
  | { intent: 'put_off_reminder'; minutes: number | null; on: Day | null; time: Clock | null }

/** Longer words are a report or a text for somebody else. */
const LONGEST = 80

const NOT_ME = '(?!他|她|它|你|家长|学生|老师|校长|园长|大家|各|学校|[校县区园]|食堂|门卫|值班)'
const MY = '(?:给?我们?)?'

const LIST =
  /(?:设|定|建|加|开|订)(?:置|了|过|的)*(?:有)?(?:哪些|什么|啥|几个|几条)[^,。]{0,4}提醒|提醒(?:设置|列表|清单)[\s。]*$|提醒(?:都)?有(?:哪些|什么|几个)|(?:我的|看看?|查看)(?:一下)?(?:我的|定时)*提醒[\s。]*$|提醒(?:也|都|有点|实在)*太(?:多|频繁|烦|勤|密)/
/** 取消每周一的提醒 points at one of them: he picks it from the list. */
const END_ONE =
  /(?:取消|删掉?|删除|去掉|停掉|结束|关掉|关闭)(?=[^,。]{0,14}(?:每|周(?!末)|星期|礼拜|第|[那这]|刚|号|点))[^,。]{0,14}提醒|(?:每|周(?!末)|星期|礼拜|第|[那这])[^,。]{0,10}提醒[^,。]{0,4}(?:取消|删掉?|删除|去掉|结束|关掉)/
const RESUME =
  /(?:恢复|重新(?:打开|开启|开始)|打开|开启|继续)(?:给我|发|我的|一下|全部|所有|正常)*提醒|提醒[^,。]{0,4}(?:恢复|打开|开启|重新开)|可以(?:再|继续|重新)?(?:给我)?(?:发)?提醒(?:我)?了|(?:取消|关闭|关掉|解除|结束)(?:静音|免打扰|勿扰)/
const SHIFT = new RegExp(
  `提醒(?:时间)?[^,。]{0,4}(?:改|调|换|挪|放|推迟|设|定)(?:到|成|在|为|至)?|(?:改|调|换|挪|放)(?:到|成|在|为)[^,。]{1,10}(?:再)?(?:给我)?(?:发)?提醒|(?:以后|今后|往后|每天|都)[^,。]{0,8}再(?:给我)?(?:发)?提醒|提醒[^,。]{0,4}晚(?:一?点|些)`,
)
const MUTE = new RegExp(
  `(?:别|不要|不用|不必|不想|不许|勿|甭|先不|暂时不|暂停|停止|停掉|停了|停一停|关掉|关闭|关了)(?:再|老|总|一直|${MY}|发|收到?|任何|所有|定时|什么|的|这些|那些)*(?:提醒${NOT_ME}|打扰${MY}|推送(?!给)|(?<=发)[消信]息)|(?:取消|关掉|关闭|停掉|停止|暂停)[^,。]{0,8}提醒(?!他|她|家长|学生|学校)|提醒[^,。]{0,6}(?:取消|别发|不要发|先?停一?[下停]|停了吧?|关[掉了]|先停|先关|暂停)|免打扰|静音|勿扰`,
)
const TO_ME =
  /提醒(?:一下|一声|下)?(?:我们?)(?![校县区园])(?:一下|一声)?|(?:给我)?(?:设|定|建|加|弄|搞|来)一?[个条](?:定时)?(?:提醒|闹钟)/
/** 每周五下午给我发一份还没去的学校: what is to come again and again without being asked for. */
const PUSHED =
  /(?:每[天日周月个早晚逢隔]|天天|(?:周|星期|礼拜)[一二三四五六日天](?:到|至)|工作日|以后|今后|定时|定期|固定)(?=.*(?:推送?|发|报|弹)[^。;]*我|.*给我[^。;]*(?:推|发|报|弹))[^。;]*?(?:给我(?:自动)?(?:推送?|发送?|报|弹)(?:一?[条份下个次])?|(?:推送?|发送?|弹)(?:一?[条份下个次])?(?=[^,。;]{2,16}给我))/
const WANTED = new RegExp(`${TO_ME.source}|${PUSHED.source}`)
const LATER = `等会儿?|等一会儿?|等下|待会儿?|一会儿?|过会儿?|晚点|晚些时候|稍后|回头|下午|中午|明天|明早|后天|下班前|下周[一二三四五]?|过?(?:${NUMERAL}|半)个?(?:小时|钟头|分钟)后?`
const CLOCK_WORDS = `(?:(?:早上|上午|中午|下午|晚上)?${NUMERAL}点(?:半|整|钟)?(?:${NUMERAL}分)?|\\d{1,2}:\\d{2})`
const AGAIN = '(?:再|又|重新)'
const PUT_OFF = new RegExp(
  `^(?:那|请|麻烦|先别,?|你)*((?:${LATER}|${CLOCK_WORDS}|的时候|,)+)(?:${AGAIN}(?:来|发|给我)*提醒(?:一下|一次|一声)?(?:我们?)?|提醒(?:一下)?我们?)(?:一下|一次|一遍|吧|啊|哈|了|好了|[\\s。!])*$`,
)

/** All that may be said of one's own reminders; null for anything else, also where it stands within a report. */
export function readWish(heard: Heard, listening: Listening): WishHeard | null {
  const { plain, schools } = heard
  if (plain.length > LONGEST || !/提醒|打扰|静音|勿扰|推|闹钟|发/.test(plain)) return null
  if (schools.length === 0) {
    if (RESUME.test(plain)) return { intent: 'resume_reminders' }
    if (LIST.test(plain) || END_ONE.test(plain)) return { intent: 'query_reminders' }
    const later = PUT_OFF.exec(plain)
    if (later && !/以后|今后|每/.test(plain)) return putOff(later[1]!, listening)
    if (isQuieting(plain)) return { intent: 'set_reminder' }
  }
  return WANTED.test(plain) && isWanted(heard, listening) ? { intent: 'set_reminder' } : null
}

/** A list without a time is wanted now: 提醒下我还欠哪些学校的账 asks. */
function isWanted(heard: Heard, listening: Listening): boolean {
  const { every, time, topic, words } = wishSaid(heard, listening)
  return words !== undefined || every !== undefined || (topic !== undefined && time !== undefined)
}

const isQuieting = (plain: string): boolean =>
  MUTE.test(plain) || (SHIFT.test(plain) && timeIn(plain) !== undefined)

function putOff(words: string, listening: Listening): Extract<WishHeard, { intent: 'put_off_reminder' }> {
  const span = new RegExp(`(${NUMERAL}|半)个?(小时|钟头|分钟)`).exec(words)
  if (span) {
    const count = span[1] === '半' ? 1 / 2 : (numeralOf(span[1]!) ?? 1)
    const minutes = Math.round(count * (span[2] === '分钟' ? 1 : 60))
    return { intent: 'put_off_reminder', minutes, on: null, time: null }
  }
  const { day } = daysAhead(words, listening)
  return { intent: 'put_off_reminder', minutes: null, on: day, time: timeIn(words) ?? null }
}

/** What a wish says, whole or as a change of one that waits for its 确认. */
export function wishSaid(heard: Heard, listening: Listening): WishSaid {
  const { plain } = heard
  if (heard.schools.length === 0 && isQuieting(plain)) return quietSaid(plain, listening)
  const time = timeIn(beforeWhat(plain)) ?? (WANTED.test(plain) ? undefined : timeIn(plain))
  const when = beforehand({ ...repeatIn(plain, listening), ...(time ? { time } : {}) }, plain)
  return WANTED.test(plain) ? { kind: 'remind', ...onceToday(when, listening), ...whatOf(heard) } : when
}

/** What is said before 提醒我 is when; a time within what he is to be reminded of is that of the thing itself. */
const beforeWhat = (plain: string): string => {
  const found = WANTED.exec(plain)
  return found ? plain.slice(0, found.index + found[0].length) : ''
}

const HALF_HOUR = 30

/** 提醒我下午三点开会: where only the thing itself has its time, half an hour before it. */
function beforehand(when: WishSaid, plain: string): WishSaid {
  const clock = WANTED.test(plain) ? clockIn(plain) : null
  const isToday = when.every === undefined && when.time === undefined
  return clock && isToday ? { ...when, time: clockOf(Math.max(0, clock.minutes - HALF_HOUR)) } : when
}

/** 下午三点提醒我开会: a time alone is today's, or where that is over tomorrow's. */
function onceToday(when: WishSaid, { today, hour }: Listening): WishSaid {
  if (when.every || !when.time) return when
  const isOver = Number(when.time.slice(0, 2)) <= hour
  return { every: 'once', on: isOver ? addDays(today, 1) : today, ...when }
}

/** The hour from which on he wants them; 早上的提醒晚一点发 names none: one later than the clock begins with. */
function laterIn(plain: string): Clock {
  const rest = plain.replace(/晚(?:一?点|些)/, '')
  const time = timeIn(rest)
  return time === undefined || (time === '08:00' && !clockIn(rest)) ? '09:00' : time
}

function quietSaid(plain: string, listening: Listening): WishSaid {
  if (!MUTE.test(plain)) return { kind: 'quiet', weekdays: [], from: '00:00', to: laterIn(plain) }
  const hours = /今晚/.test(plain) ? null : hoursIn(plain)
  const weekdays = weekdaysIn(plain)
  if (hours) return { kind: 'quiet', weekdays, ...hours }
  if (weekdays.length > 0 && !/[本这下]个?(?:周|星期|礼拜)/.test(plain))
    return { kind: 'quiet', weekdays, from: '00:00', to: '24:00' }
  const until = untilIn(plain, listening)
  return until ? { kind: 'pause', until } : { kind: 'pause' }
}

const SCHOOLS = '(?:学校|幼儿园|园|校|教学点|的)'
const TOPICS: readonly (readonly [WishTopic, RegExp])[] = [
  [
    'unvisited_month',
    new RegExp(
      `(?:没|未|没有)(?:有)?(?:去|跑|走|到|督导|看|查)(?:过|到|完)?[^,。]{0,4}${SCHOOLS}|(?:差|剩|欠)[^,。]{0,3}(?:几所|哪些|哪几所|没去)`,
    ),
  ],
  [
    'to_reinspect',
    /(?:要|该|待|需要?|等我?)(?:去)?(?:复查|复核|复验|回头看)(?:的|学校|问题|整改|报告|清单|名单|$)/,
  ],
  ['overdue', /逾期|超期|过期(?:没|未)|到期(?:没|未|还没)/],
  ['open', /(?:没|未|没有)(?:整改|改)(?:完|好|到位)?|在办|到期的|整改(?:情况|进度|问题)/],
]

/** What is left of words that only say when and whom. */
const WHEN = new RegExp(
  `请|麻烦|帮我|以后|今后|记得|你|把|每个?工作日|每个?月(?:底|末|${NUMERAL}[号日]?)?|每个?(?:周|星期|礼拜)[一二三四五六日天、,和]*|每[天日早晚]|天天|(?:下|这|本)?个?(?:周|星期|礼拜)[一二三四五六日天]|今天|明天|后天|大后天|\\d{1,2}月\\d{1,2}[号日]|${CLOCK_WORDS}|一早|早上|早晨|上午|中午|下午|傍晚|晚上|下班前|的时候|都|[\\s,。!:的]`,
  'g',
)
/** Words of one's own are kept so far. */
const LONGEST_WORDS = 60
const LONGEST_TOPIC = 24

/** Of what he wants to be reminded: a list, or else his own words; null where he says nothing of it. */
function whatOf({ plain, written, schools }: Heard): { topic: WishTopic } | { words: string } | null {
  const found = WANTED.exec(plain)
  if (!found) return null
  const [start, end] = [found.index, found.index + found[0].length]
  const behind = written.slice(end).replace(/^[\s,，。:：的]+|(?:发?给我(?:吧|看看?)?)?[\s。！!]*$/g, '')
  const before = plain.slice(0, start).replace(WHEN, '')
  const what = behind.replace(/^(?:要|去|一下|吧|啊)+$/, '') || before
  if (what === '') return null
  const short = what.length <= LONGEST_TOPIC && schools.length === 0
  const topic = short ? TOPICS.find(([, words]) => words.test(what))?.[0] : undefined
  if (topic === 'unvisited_month' && /学期/.test(what)) return { topic: 'unvisited_semester' }
  return topic ? { topic } : { words: what.slice(0, LONGEST_WORDS) }
}
