import type { Day } from '#src/domain/day.ts'
import type { Heard } from '../hear.ts'
import { blanked } from '../text.ts'
import type { ContractIntent, Filled, Slots } from './slots.ts'

type Status = NonNullable<Slots['status']>
type Forms = readonly (readonly [RegExp, Status])[]

/** What putting right is called when one counts it: 改, 销(号), 办结, 闭环 … */
const PUT_RIGHT =
  '(?:整?改(?!革)(?:到位|完|好)?(?!到位率)|销(?:号|掉)?|完成|解决|落实|办[结完]|了?结|闭环|关(?:闭|掉)?(?!键|于|心)|处理|清零|弄|整|搞定|交(?:报告|整改)?)'
// 改完没 asks for either: neither is meant by it.
const WHETHER = '(?!了?(?:没|吗|么|不|否))'

/** Of a list that is asked for; 逾期 before 未改, for what is overdue is open too. */
const ASKED: Forms = [
  [
    /逾期|超期|超时|超[了过]?(?:时限|期限|日期)|过[了]?期(?!食|的?(?:食|药|灭火|牛奶))|过[了]?(?:时限|期限)|到期(?:了?还?)(?:没|未|不)|拖(?:着|过)/,
    'overdue',
  ],
  [
    new RegExp(
      `(?:(?<![改完好了销关结])没有?|未|不|待|正在|还在|尚未|需要?|[该要])(?:整改)?${PUT_RIGHT}|[剩欠]|没过|在办|在改|在整改中?|整改中|遗留|悬着|挂着|挂账|开着|存量|敞口|待办`,
    ),
    'open',
  ],
  [
    new RegExp(
      `已${PUT_RIGHT}|${PUT_RIGHT}(?:完成|完|好|了|掉|到位|过|的)${WHETHER}|(?:完成(?!率)|办结(?!率)|销号(?!率)|闭环|结案|整改到位(?!率))${WHETHER}`,
    ),
    'done',
  ],
]

/** Of a reinspection: what was not put right outweighs what was. */
const OUTCOME: Forms = [
  [
    /不合格|不通过|(?<!(?:没有?|未|无)(?:再|出现|发现|见)*)反弹|(?:没|未|不)(?:有|能|算|予|够)?(?:通过|过(?!期)|合格|整?改|换|清|修|补|装|弄|拆|搬|到位|落实|完成|解决|达标|见好|动|处理)|不[行彻够]|还[是没在堆有差缺堵锁坏漏松占裂晃空乱放敞开亏破]|不予?销|仍|依然|依旧|老样子|老问题|反复|照样|照旧|如故|没变|又[出犯坏堆]|一半/,
    'open',
  ],
  [
    /合格|通过|到位|过[关了]|(?:^|[\s,。;算])过(?=$|[\s,。;!])|改(?:好|完|了)|销号|完成|达标|结案|闭环|[已都全](?:部|经)?[装换修清补拆搬改整弄]|[装换修清补拆搬弄]好|换[了新]|解决|没问题|没毛病|清零|(?:^|[\s,。;])行(?=$|[\s,。;!])|反弹|规范|落实|符合|可以(?:了|$)|ok/,
    'done',
  ],
]

/** 没有反弹 is no relapse, and 复查过 no pass. */
const NO_OUTCOME = /([一-龥])没\1(?!完)|(?<=[看查核去来做验访])过了?(?!关)/g

/** What a list is narrowed to, or how a reinspection came out; one that lies ahead has no outcome yet. */
export function statusSlot(intent: ContractIntent, { plain, dates, schools }: Heard, today: Day): Filled {
  const ahead =
    intent === 'reinspect' && dates.some(({ as, day }) => as === 'event' && day !== null && day > today)
  if (ahead) return {}
  const nameless = blanked(
    plain,
    [...schools, ...dates].map(({ span }) => span),
  ).replace(NO_OUTCOME, (words) => ' '.repeat(words.length))
  for (const [pattern, value] of intent === 'reinspect' ? OUTCOME : ASKED) {
    const found = pattern.exec(nameless)
    if (found) return { status: { value, spans: [[found.index, found.index + found[0].length]] } }
  }
  return {}
}
