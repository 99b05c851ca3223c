import type { Heard } from '../hear.ts'
import { NUMERAL, numeralOf } from '../numerals.ts'
import { countyIn } from '../counties.ts'
import { asksWhether } from '../rectifications/reinspections.ts'
import type { Registry } from '../schools/registry.ts'
import type { Listening, Understanding } from '../understanding.ts'

const ASKS =
  /[?]|吗|呢|哪[些几个所]|什么|啥|几[个所条次回件项天份]|多少|有没有|是否|怎么样|如何|咋样|列[出个一]|拉[出个一]|名单|清单|发我|给我|告诉我|没$|^(?:请|帮我)?(?:查|看|调)|^[^,。]{0,14}(?:情况|记录|进展|档案)[\s。]*$/
// What tells of a visit asks nothing, unless it ends as a question does.
const TELLS =
  /发现(?!了?(?:什么|啥|哪些|几))|[去到]了(?!几|多少)|听课|检查(?!情况|记录)|限期|整改到位|(?:去|做|安排|开展|进行)[^,。]{0,8}(?:复查|回头看|回访)|没有|缺|别[^,。]{0,3}销|[退打驳]回|不予|存在(?!什么|哪些|啥)|[内前](?:整改|改)/
const QUESTION = /[?吗]\s*$/

const GAPS =
  /(?:还差|还有|还剩|哪[些几]个?)[^,。]{0,8}(?:所|学校|园)?[^,。]{0,6}(?:没去|没跑|没走|未去|没督导|未督导|没到|该去|没检查|没覆盖|不够|没满|差)|(?:没去|没跑|未去|没督导|未督导|没去过|没到过|没检查)的?(?:学校|园)?[^,。]{0,4}(?:哪[些几]|几所|多少|有吗|名单|情况|清单|统计)|还差几[所次个]|(?:不够|不满|不足|没满|没到)[两二2]次|(?:下一所|接下来)[^,。]{0,4}(?:该|去)|去哪[所家]|该去哪|去哪[个所些]学校|(?:督导|去|跑|检查|走)了?(?:几|多少)(?:所|个学校|家)/
const OVERDUE_WORD = /逾期|超期|到期的|过期(?:没|未)(?:整)?改|到期(?:没|未)(?:整)?改/
const MORE_THAN = new RegExp(
  `(?:超过|超|大于|多于|满|逾期)\\s*(半个月|半月|一个月|(${NUMERAL})\\s*(天|日|周|个?星期|个?月))`,
)
const MY_RECORDS =
  /(?:我|咱)?[^,。]{0,8}(?:记|录|登记)了?(?:些)?(?:什么|啥|几[条个次所]|多少|哪些)|你?(?:帮我|给我)?记了我?(?:什么|啥|哪些)|我的(?:督导)?记录|(?:今天|昨天|本周)的记录/
const ABOUT_SCHOOL =
  /有没有[^,。]{0,6}(?:问题|隐患)|情况|(?:什么|啥|哪些|几个|多少)(?:个)?(?:问题|毛病|隐患|没改)|去过几|去了几|几[回次]|进展|问题(?:都?改了?没|改完没|清单|列表)|没改完?(?:吗|的|$)|整改(?:得|了|完)?(?:怎么样|没|吗|情况|进度|到哪)|改(?:好|完)?了?(?:没有?|吗)[?\s]*$|记录(?:有|呢|查|看|$)|档案|问题[\s。]*$|整改(?:通知|单|清单|台账)/
// 没啥问题 asks nothing.
const NOTHING = /没有?(?:发现|看到|查出)?(?:啥|什么)/g
// 那个弄好了没: which one, only the records can say.
const POINTS = /^(?:上次)?[那这](?:个|条|件|事|项|些)[^,。]{0,8}$/
const OWN_SCHOOL = /我们?(?:学)?校|我们?园|我们幼儿园|本校|本园|我们这/

function days(plain: string): number | null {
  const found = MORE_THAN.exec(plain)
  if (!found) return null
  if (/半/.test(found[1]!)) return 15
  const n = numeralOf(found[2] ?? '一') ?? 1
  return /月/.test(found[1]!) ? n * 30 : /周|星期/.test(found[1]!) ? n * 7 : n
}

/** 逾期 is also a word of findings (灭火器逾期未检): only a question or a bare list wanted asks. */
function asksOverdue(plain: string): boolean {
  const found = OVERDUE_WORD.exec(plain)
  return (
    found !== null &&
    (ASKS.test(plain) || /^[^,。]{0,6}(?:逾期|超期)(?:的|清单|名单|情况|问题)?[\s。]*$/.test(plain))
  )
}

/** Questions about what is on record. None of them writes. */
export function readQuestion(heard: Heard, registry: Registry, listening: Listening): Understanding | null {
  const { schools, dates } = heard
  const plain = heard.plain.replace(NOTHING, '')
  const school = schools[0] ?? null
  if (GAPS.test(plain) && !school && !/整改|要改|没改|问题|隐患|汇总|汇个总|小结/.test(plain))
    return { intent: 'query_gaps', period: /学期|两次|二次|2次/.test(plain) ? 'semester' : 'month' }
  if (asksOverdue(plain))
    return {
      intent: 'query_overdue',
      school,
      county: school ? null : (countyIn(plain, registry, listening.speaker)?.value ?? null),
      moreThanDays: days(plain),
    }
  if (MY_RECORDS.test(plain)) return { intent: 'query_my_records', date: dates[0]?.day ?? null }
  if (!school && POINTS.test(plain) && asksWhether(plain)) return { intent: 'query_school', school }
  const told = TELLS.test(plain) && !QUESTION.test(plain)
  const asked = ABOUT_SCHOOL.test(plain) && ASKS.test(plain) && !told
  return asked &&
    (school || heard.numbers.length > 0 || listening.speaker.side === 'school' || OWN_SCHOOL.test(plain))
    ? { intent: 'query_school', school }
    : null
}
