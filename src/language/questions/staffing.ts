import { asks, asksRule } from './asking.ts'
import type { Heard } from '../hear.ts'
import type { Understanding } from '../understanding.ts'

const INSPECTORS = /督学|挂牌|公示牌|责任区/
const COUNTED =
  /(?:几|多少)(?:个|名|位)?(?:专职|兼职|专兼职|责任)?(?:的)?督学|督学(?:有)?(?:几|多少)|够不够|配备|配齐|占比|人数|专职(?:的)?(?:几|多少|还是)|再聘\d|督学(?:都)?有(?:哪些|谁)|督学(?:的)?(?:名单|名册|花名册|最[多少]|比例|缺口)|占[^,。]{0,4}比例|缺(?:几|多少)|名册|花名册/
const WHOSE =
  /是?(?:哪位|哪个|谁)(?:的)?督学|(?:是不是|归不归|是否)(?:我|谁|[一-龥]{1,3})(?:负责|管)|(?:谁|哪[个位]|什么人|哪个督学)(?:在)?(?:负责|管|督(?![促办查])|挂牌|包|联系)|归(?:谁|哪)|(?:都)?是谁(?:在)?(?:负责|管|挂牌|督导)?|(?:责任|挂牌)督学[\s。]*$|督学换(?:了|人)|(?:责任|挂牌|包片)?督学(?:是|叫)(?:谁|哪|什么)|(?:责任|挂牌|包片)督学(?:是哪|换人|叫|电话|有变)/
const WHICH_SCHOOLS =
  /(?:负责|手上|名下|包|管|挂牌|分管|督导|联系)(?:着|了)?(?:的|有|都有|都|现在)*(?:哪|几|多少)(?:些|几|个|所|家)*|(?:负责|手上|名下|分管)的?(?:学校)?(?:名单|有哪些|清单)|包(?:着)?几(?:个|所)/
const NO_PLAQUE =
  /(?:没|没有|未|还没)(?:安排|配|落实)?(?:挂牌|责任督学|挂督学|公示牌)|挂牌(?:了没|没有|情况|率)|没安排[^,。]{0,6}督学|没有?督学|没人管/
const ELSE = /聘期|任期|综合督导|学时|课时|培训|表彰|表扬|先进|优秀督学|评选|例会|会议|小结|简报|汇总/

/** Who inspects which school, how many inspectors there are and whether they suffice. Visits still owed are another question. */
export function readStaffing({ plain, schools }: Heard): Understanding | null {
  if (ELSE.test(plain) || (asksRule(plain) && !/占比|够不够/.test(plain))) return null
  const about = INSPECTORS.test(plain) || COUNTED.test(plain)
  const whose = WHOSE.test(plain) && (schools.length > 0 || about || /学校|幼儿园|教学点/.test(plain))
  const which = WHICH_SCHOOLS.test(plain) && !/没[去跑到督查走]|还差|剩/.test(plain)
  if (whose || which || NO_PLAQUE.test(plain)) return { intent: 'query_roster' }
  return about &&
    COUNTED.test(plain) &&
    (asks(plain) || /占比|比例|够不够|列|花名册|最[多少]|督学的?名[单册]/.test(plain))
    ? { intent: 'query_roster' }
    : null
}
