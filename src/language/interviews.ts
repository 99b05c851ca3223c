import type { Heard } from './hear.ts'
import { whyOf } from './rectifications/reasons.ts'
import type { Listening, Understanding } from './understanding.ts'

const INTERVIEW = /约谈(?!室|(?:准备|工作|培训)?会)/
const NOT_YET =
  /建议|拟|申请|提请|请示|计划|准备|打算|要约谈|需要?约谈|应当?约谈|是否|要不要|能不能|该不该|可以约谈|进行约谈吗|安排|通知/
const DONE =
  /约谈(?:了|过|完|记录(?!模板|表)|材料|已)|已[^,。]{0,12}约谈|(?:完成|做了|搞了)[^,。]{0,12}约谈|被约谈(?=$|[\s,。;了过])|约谈[^,。]{0,14}(?:完了|完成|完毕|结束|做完)|进行了约谈|谈完了|当场签字|回执/
// 周四 alone may be the last or the next.
const BARE_DAY = /^(?:周|星期|礼拜)|^[\d一二三四五六七八九十]+号/

/** A 约谈 that has taken place. One that is proposed or arranged needs the office first; 座谈 and 谈了谈 are none. */
export function readInterview(heard: Heard, { today }: Listening): Understanding | null {
  const { plain, dates } = heard
  if (!INTERVIEW.test(plain)) return null
  const ahead = dates.some(({ day }) => day !== null && day > today)
  const past = dates.some(
    ({ day, span }) => day !== null && day <= today && !BARE_DAY.test(plain.slice(...span)),
  )
  const done = DONE.test(plain) || (past && !ahead)
  if (!done || ahead || (NOT_YET.test(plain) && !/已|了/.test(plain))) return { intent: 'unknown' }
  return interviewIn(heard)
}

/** An interview that took place, and what it was about. */
export const interviewIn = (heard: Heard): Understanding => ({
  intent: 'log_interview',
  reason: whyOf('interview', heard),
})
