import { asks, asksRule } from './asking.ts'
import type { Heard } from '../hear.ts'
import type { Understanding } from '../understanding.ts'

const NOT_GONE =
  '(?:没|未|没有|还没|都没|欠|漏)(?:有|人|怎么)?(?:再)?(?:去|跑|走|到|督导|检查|走访|覆盖|巡查|看)(?:过|到|访)?'
const GAPS = new RegExp(
  `${NOT_GONE}[^,。]{0,4}(?:学校|幼儿园|园|教学点|小学|初中|高中|校|所)|(?:学校|幼儿园|园|教学点|小学|初中|高中|校|所)[^,。]{0,12}${NOT_GONE}|一次(?:督导|检查)?(?:都|也)(?:没|未)|` +
    '最久没|没去够|去不够|不够[两二2]次|(?:漏|欠|差|剩)(?:了|着|跑了?|去了?)?(?:哪|几|多少|谁)|下一?[个所站家](?:学校|校)?(?:该|去|应)|接下来[^,。]{0,4}(?:去|跑|查)|(?:该|应该?)去(?:的|哪)[^,。]{0,6}(?:剩|谁|哪|几|里|所|个)?|还(?:没|未)走到|没覆盖',
)

/** Schools not yet visited, and where to go next, asked in any words but those of a report. */
export function readDueQuestion({ plain, schools, dates }: Heard): Understanding | null {
  if (
    schools.length > 0 ||
    asksRule(plain) ||
    !GAPS.test(plain) ||
    /整改|要改|没改|问题|隐患|学时|汇总|汇个总|小结/.test(plain)
  )
    return null
  const listed = asks(plain) || /(?:学校|园|校|教学点|小学|中学|初中|高中)[\s。]*$|的学校|该去/.test(plain)
  if (!listed || dates.some(({ as, day }) => as === 'event' && day !== null && /发现|整改/.test(plain)))
    return null
  return { intent: 'query_gaps', period: /学期|两次|二次|2次/.test(plain) ? 'semester' : 'month' }
}
