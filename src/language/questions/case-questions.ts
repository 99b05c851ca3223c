import { asks, asksRule } from './asking.ts'
import type { Heard } from '../hear.ts'
import type { Listening, Understanding } from '../understanding.ts'

const CASES = /整改|销号|问题|隐患|毛病|逾期|超期|过期没|过期未|到期|没改|未改|改完|办结|督导(?:发现|意见)/
const LISTED =
  /哪些|哪几|几[个件条项处]|多少|清单|列出|列一|拉出|名单|多不多|查一?下|查查|给我看|什么程度|到哪|进度|进展|剩|(?:没|未)[^,。]{0,10}吧[\s?]*$|吗|没有?[\s?。]*$|怎么样|咋样|事项|都改/
const TOLD =
  /发现|查出(?!来|啥|什么|了?哪)|要求|限期|立即|[去到]了|整改(?:通知|报告)(?!吧|吗|没)|已(?:经)?(?:整改|改|换)|请督学/

/** The state or a list of problems to be put right. */
export function readCaseQuestion({ plain, schools }: Heard, { speaker }: Listening): Understanding | null {
  if (!CASES.test(plain) || asksRule(plain)) return null
  if (!LISTED.test(plain) || (TOLD.test(plain) && !asks(plain))) return null
  const told = TOLD.test(plain) && !/[?吗]|哪|几|多少|没有?$/.test(plain)
  if (told) return null
  return schools.length > 1 || (schools.length === 0 && speaker.side !== 'school')
    ? { intent: 'query_cases' }
    : { intent: 'query_school', school: schools[0] ?? null }
}

/** 待复查的有哪些 is no reinspection: it asks which wait for one. */
export const readWaitingQuestion = (meant: Understanding, plain: string): Understanding | null =>
  meant.intent === 'reinspect' &&
  meant.verdict === null &&
  meant.items.length === 0 &&
  meant.school === null &&
  /哪[些几]|几[个件条项]|多少|清单|名单/.test(plain)
    ? { intent: 'query_cases' }
    : null
