import { asks } from './asking.ts'
import { startIn } from './clock-times.ts'
import type { Heard } from './hear.ts'
import type { Said } from './named.ts'
import type { Listening, Span, Understanding } from './understanding.ts'

const MEETING =
  /会议|例会|全会|全体会|碰头会|[一-龥](?:会|短会)(?=$|[\s,。;!?，]|通知|各|在|几|什么|改|参加|吗|没|了|纪要|日程|多久|开)|什么会|几次会|定个会|开会|有会/
const NOT_OURS =
  /家长会|运动会|班会|晚会|联欢会|学生会|工会|少代会|机会|社会|不会|教会|(?<!全)体会|约会|三中全会/
const CALLS = /召开|召集|安排|约|定|组织|举行|办|通知|开(?!了|过|展|学|会情况)/
const ASKS_ON =
  /纪要|日程|几次|开了没|开过|什么时候|几点|多久|改到哪|有哪些|什么会|有会|情况|安排了|安排表|安排[\s。]*$|哪天/
const TITLE =
  /([一-龥a-z\d]*?(?:会议|例会|全会|碰头会|短会|会))(?=$|[\s,。;!?，]|通知|各|在|参加|定|改|取消)/g
const TITLE_LEAD =
  /^.*(?:召开|召集|参加|安排|组织|举行|开个|开一个|(?<![召公])开(?!学|展)|办|定个|约一?下?|帮我|个|我们?|在[一-龥\d]{1,6}?开|线上|线下|现场|(?<=\d)分|点半?|\d{2}|全天|的)(?=[一-龥]{2})/

// What was held is for the minutes.
const HELD = /开完了?(?!吗|没)|到会\d|已(?:经)?(?:召开|开完)|开过了(?!吗|没)/

/** The name of the meeting: what ends with 会, without when, where and the verb. */
function titleOf({ plain, dates }: Heard, start: Said<string> | null): Said<string> | null {
  const taken: Span[] = [...dates.map(({ span }) => span), ...(start ? [start.span] : [])]
  for (const found of plain.matchAll(TITLE)) {
    const end = found.index + found[0].length
    const from = Math.max(found.index, ...taken.filter(([, to]) => to < end).map(([, to]) => to))
    const words = plain.slice(from, end)
    const value = words.slice(TITLE_LEAD.exec(words)?.[0].length ?? 0)
    if (value.length >= 2 && !/^(?:召?开|定|约|有|搞)?一?个?会$/.test(value))
      return { value, span: [end - value.length, end] }
  }
  return null
}

/** 下周二上午9点开督学例会, and 下一次会什么时候开. A meeting that was held is the minutes' business. */
export function readMeeting(heard: Heard, listening: Listening): Understanding | null {
  const { plain, dates } = heard
  const { today } = listening
  if (!MEETING.test(plain.replace(NOT_OURS, '')) || /督导意见/.test(plain)) return null
  if (HELD.test(plain)) return { intent: 'unknown' }
  const start = startIn(heard, listening)
  const asked = /哪|几次|几点|吗|什么/.test(plain)
  const ahead = start
    ? start.value.slice(0, 10) >= today
    : dates.some(({ day }) => day !== null && day >= today)
  const named = /会议?(?:$|[\s,。])/.test(plain) && start !== null
  const calls =
    (CALLS.test(plain) || named) && !asked && (start !== null || (ahead && !/开了|开过|已/.test(plain)))
  if (calls)
    return ahead ? { intent: 'schedule_meeting', start, title: titleOf(heard, start) } : { intent: 'unknown' }
  if (asks(plain) || ASKS_ON.test(plain)) return { intent: 'query_meetings' }
  return dates.length > 0 && /^登记/.test(plain) ? { intent: 'unknown' } : null
}
