import { asks } from './questions/asking.ts'
import { startIn } from './clock-times.ts'
import type { Heard } from './hear.ts'
import { titleOf } from './meeting-titles.ts'
import type { Listening, Understanding } from './understanding.ts'

const MEETING =
  /会议|例会|全会|全体会|碰头会|[一-龥](?:会|短会)(?=$|[\s,。;!?，]|通知|各|在|几|什么|改|参加|吗|没|了|纪要|日程|多久|开)|碰个?头|沙龙|什么会|几次会|定个会|开会|有会/
const NOT_OURS =
  /家长会|运动会|班会|晚会|联欢会|学生会|工会|少代会|机会|社会|不会|教会|(?<!全)体会|约会|三中全会/
const CALLS = /召开|召集|安排|约|定|组织|举行|办|通知|开(?!了|过|展|学|会情况)/
const ASKS_ON =
  /纪要|日程|几次|开了没|开过|什么时候|几点|多久|改到哪|有哪些|什么会|有会|情况|安排了|安排表|安排[\s。]*$|哪天/
/** 校长去省里开会: where somebody is. */
const AWAY = /(?:校长|园长|书记|主任|老师|我|他|她)[^,。;]{0,4}[去到在赴][^,。;]{0,6}开会/
// What was held is for the minutes.
const HELD = /开完了?(?!吗|没)|到会\d|已(?:经)?(?:召开|开完)|开过了(?!吗|没)/

/** 下周二上午9点开督学例会, and 下一次会什么时候开. A meeting that was held is the minutes' business. */
export function readMeeting(heard: Heard, listening: Listening): Understanding | null {
  const { plain, dates } = heard
  const { today } = listening
  if (!MEETING.test(plain.replace(NOT_OURS, '')) || /督导意见/.test(plain)) return null
  if (HELD.test(plain)) return { intent: 'unknown' }
  const start = startIn(heard, listening)
  if (start === null && AWAY.test(plain)) return null
  const asked = /哪|几次|几点|吗|什么|([一-龥])不\1|有没有|是不是|需不需|是否|[?]/.test(plain)
  const ahead = start
    ? start.value.slice(0, 10) >= today
    : dates.some(({ day }) => day !== null && day >= today)
  const named = /会议?(?:$|[\s,。])/.test(plain) && start !== null
  const calls =
    (CALLS.test(plain) || named) && !asked && (start !== null || (ahead && !/开了|开过|已/.test(plain)))
  if (calls) return ahead ? meetingIn(heard, listening) : { intent: 'unknown' }
  if (asks(plain) || ASKS_ON.test(plain)) return { intent: 'query_meetings' }
  return dates.length > 0 && /^登记/.test(plain) ? { intent: 'unknown' } : null
}

/** A meeting to come: when it begins and what it is called, as far as was said. */
export function meetingIn(heard: Heard, listening: Listening): Understanding {
  const start = startIn(heard, listening)
  return { intent: 'schedule_meeting', start, title: titleOf(heard) }
}
