import type { Heard } from '../hear.ts'
import type { ContractIntent, Filled, Slots } from './slots.ts'

type Status = NonNullable<Slots['status']>

/** Of a list that is asked for; 逾期 before 未改, for what is overdue is open too. */
const ASKED: readonly (readonly [RegExp, Status])[] = [
  [/逾期|超期|过期(?:了)?(?:没|未|不)?(?!食)|超时/, 'overdue'],
  [
    /(?:没|未|不|待|正在|还在|尚未|需)(?:有)?(?:整?改(?!到位率)|销号|完成|解决|落实|办结|关|结)|没弄|剩|没过|在办|未结|欠|挂着/,
    'open',
  ],
  [
    /(?:已?销号|(?:整?改|整改)(?:完成?|好|到位|了)|完成了|办结|已(?:改|关|解决|完成)|解决了)(?!没|吗|么|没有)/,
    'done',
  ],
]
/** Of a reinspection: what was not put right outweighs what was. */
const OUTCOME: readonly (readonly [RegExp, Status])[] = [
  [
    /不合格|不通过|(?:没|未)(?:能)?(?:通过|过(?!期)|整?改|换|清|修|补|到位|落实|完成|解决|达标)|没过关|不达标|不到位|不彻底|还[是没在堆有]|仍|依然|依旧|老样子|反复|照样|没变/,
    'open',
  ],
  [
    /合格|通过|整改到位|到位|改(?:好|完)|过了|销号|没有?反弹|完成|达标|结案|已[装换修清补]|修好|换好|解决|没问题/,
    'done',
  ],
]

/** What a list is narrowed to, or how a reinspection came out. */
export function statusSlot(intent: ContractIntent, { plain, dates, schools }: Heard): Filled {
  const nameless = [...schools, ...dates].reduce(
    (text, { span: [from, to] }) => text.slice(0, from) + ' '.repeat(to - from) + text.slice(to),
    plain,
  )
  for (const [pattern, value] of intent === 'reinspect' ? OUTCOME : ASKED) {
    const found = pattern.exec(nameless)
    if (found) return { status: { value, spans: [[found.index, found.index + found[0].length]] } }
  }
  return {}
}
