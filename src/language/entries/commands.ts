import type { EntryKind } from '#src/domain/entry.ts'
import { asks } from '../questions/asking.ts'
import type { Heard } from '../hear.ts'
import { RETIREE_REASON } from './retiree-reasons.ts'
import type { Listening, Understanding } from '../understanding.ts'

/** A time or a mark before the words that say what is to be done. */
const BEGIN = '(?:^|[\\s,，。;；])(?:请|帮我?|麻烦)?'
const MEETING = '(?:全体(?:成员|委员)?会|全会|办公室(?:工作)?会|专题会|责任区会|例会|督委会)'

/** What is said to be filed, in words that plainly order it; the first that fits. */
const COMMANDS: readonly (readonly [EntryKind, RegExp])[] = [
  [
    'meeting_change',
    new RegExp(
      `纪要[^,，。]{0,16}\\d{4}[^,，。]{0,2}\\d{1,4}号|${MEETING}[^,，。]{0,8}(?:改期|改到|改在|推迟|延期|提前到|挪到|取消|不开了|作罢)`,
    ),
  ],
  ['commendation', new RegExp(`${BEGIN}(?:登记|补登|补记)(?:一下|一次)?(?:通报)?(?:表彰|嘉奖)`)],
  ['filing', /约谈[^,，。]{0,8}(?:材料|记录)?[^,，。]{0,4}(?:报送|报给|送交|上报)(?!前)/],
  [
    'meeting',
    new RegExp(
      `${BEGIN}(?:登记|补登|补记)(?:一下|一次)?[^,，。]{0,20}(?:会议?|全会)|${BEGIN}(?:登记|补登)会议`,
    ),
  ],
  [
    'principal_term',
    /任期[^,，。]{0,8}\d{4}年[^,，。]{0,10}(?:到|至|-|—|~)|任期[^,，。]{0,6}(?:书面)?说明[:：]/,
  ],
  ['principal_term', new RegExp(`${BEGIN}(?:登记|补登)[^,，。]{0,6}(?:校长|园长)?任期`)],
  ['retiree_reason', RETIREE_REASON],
  [
    'inspector_term',
    /续聘|聘期[^,，。]{0,4}(?:续|延)(?:到|至|长|期|[一二两三\d]+年)|(?:登记|补登)[^,，。]{0,8}聘期/,
  ],
  ['supervision', /(?:安排|排|开展|组织|计划)[^,，。]{0,12}综合督导|综合督导[^,，。]{0,4}(?:安排|排)在/],
  [
    'assignment',
    /(?:换成|换为|改由|改成|变更为|调整为|交给)[^,，。]{1,6}(?:挂牌|督学)|(?:责任|挂牌)督学[^,，。]{0,12}(?:换成|换为|改成|改为|变更为)/,
  ],
  ['interview', /(?:建议|提议|提请|申请|拟)[^,，。]{0,6}约谈/],
  ['interview', new RegExp(`${BEGIN}约谈(?![^,，。\\s]{0,10}(?:了|过(?!期)|完|材料|记录|哪|怎么)|[室会])`)],
]

const ORDER_ALONE =
  /^(?:请|帮我?|麻烦)?(?:登记|补登|补记)(?:一下|一次|个)?(?:培训|学时|会议|表彰|约谈|校长任期|园长任期|任期)[\s。!]*$/

/** 登记培训, and no more: so plainly an order that nothing is to be weighed. */
export const isOrderAlone = ({ plain }: Heard): boolean => ORDER_ALONE.test(plain)

/** A word with a headmaster may have been an interview: only an office is asked. */
const CHATTED = /(?:跟|和|与|找)[^,，。]{1,12}(?:校长|园长|学校|负责人)[^,，。]{0,4}(?:谈了|谈心|谈话|聊了)/

/** Whether the words order something to be filed; what they say of it its kind reads. */
export function readEntry({ plain }: Heard, { speaker }: Listening): Understanding | null {
  if (speaker.side === 'school') return null
  const found = COMMANDS.find(([, words]) => words.test(plain))?.[0]
  const kind = found ?? (speaker.side === 'office' && CHATTED.test(plain) ? 'interview' : undefined)
  return kind && !asks(plain) ? { intent: 'enter', kind } : null
}

const WITHOUT_A_WORD: ReadonlySet<EntryKind> = new Set([
  'assignment',
  'supervision',
  'principal_term',
  'inspector_term',
  'retiree_reason',
])

/** What an office orders to be filed, and the public contract has no word for. */
export const isNoneOfTheContract = (entry: Understanding): boolean =>
  entry.intent === 'enter' && WITHOUT_A_WORD.has(entry.kind)
