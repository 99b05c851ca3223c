import type { Heard } from './hear.ts'
import { asksWhether, restOf } from './reinspections.ts'
import type { Understanding } from './understanding.ts'

const EXTENSION =
  /宽限|延期|延[到至]|延长|延迟|推迟|展期|缓(?:几天|一缓|缓|些天)|晚(?:几天|些天|点)|来不及|再给[^,。]{0,6}(?:天|周|日|月|时间)|多给[^,。]{0,6}(?:天|周|日|月|时间)|往后[延推]/
const OBJECTION =
  /不属实|不符合?(?:事实|实际)|与事实不符|不是事实|有异议|提出?异议|申诉|不认可|不认同|不同意|冤枉|不是我们|(?:查|记|搞|弄)错了|没有?这回事|不存在这|误判|不接受/
const DONE =
  /(?<![没未不])(?:整?改(?:好|完|掉|正|到位|了|过来)|整改(?:好|完|到位|了|完成|完毕)|换(?:了|好|新|过|上)|更换(?:了|完|好)?|清(?:了|理了|理好|理完|理干净|空|掉|走|好|完|除了)|修(?:了|好|复)|维修(?:了|好|完)|补(?:了|齐|上|好|全)|装(?:了|好|上)|安装(?:了|好|完)|买了|购置|配(?:了|齐|好)|贴(?:了|好|上)|处理(?:了|好|完)|弄好|搞好|做好|搞定|完成|落实(?:了|好|到位)|解决(?:了|好)|拆(?:了|除)|搬(?:了|走|开)|消除|办(?:了|好)|挪(?:了|开|走)|已(?:整改|更换|清理|修复|维修|补齐|安装|落实|完成|解决|处理|拆除))/
const NOT_AN_ITEM = /照片|发票|图片|附件|视频|截图|单据|在这|见图|如图|请(?:查收|督学|复查|审)|麻烦/
const ITEM_LEAD =
  /^(?:\d{1,2}[.、)]|的|了|我们?|学校|我校|已经?|都|把|将|对|也|那个|这个|关于|昨天|今天|刚|并|同时|另外|\s)+/
const ITEM_TAIL =
  /(?:问题|这?[条项个]|都|已经?|均|全部|全|也|我们?|学校|于|现|现在|就|的|今天|昨天|被|给|\s)+$/

const cleaned = (words: string): string => words.replace(ITEM_LEAD, '').replace(ITEM_TAIL, '').trim()

/** 留样和通道 of 留样和通道都改好了; nothing where only 改好了 was said. */
function itemsOf(clauses: readonly string[]): string[] {
  return clauses.flatMap((clause) => {
    const at = clause.search(DONE)
    if (at < 0 || NOT_AN_ITEM.test(clause.slice(0, at))) return []
    return clause
      .slice(0, at)
      .split(/[和、及与跟]/)
      .map(cleaned)
      .filter((words) => words.length > 0)
  })
}

const NO_REASON =
  /^(?:再|多)?(?:给|想|申请|我们?|学校|能不能|可不可以|可以|可否|能否|行|时间|点|些|吗|不|吧|谢谢|您好|你好|到|这个?|问题|因为|由于|,|的)+$/

function reasonOf(clauses: readonly string[], besides: RegExp): string | null {
  const told = clauses.filter(
    (clause) => clause.length > 1 && !besides.test(clause) && !NO_REASON.test(clause),
  )
  return told.map((clause) => clause.replace(/^(?:因为|由于)/, '')).join('，') || null
}

/** 能不能宽限到下周三 供货没到. */
export function readExtension(heard: Heard): Understanding | null {
  if (!EXTENSION.test(heard.plain)) return null
  const { schools, numbers, dates } = heard
  const to = dates.find(({ as }) => as === 'deadline') ?? dates[0]
  const reason = reasonOf(restOf(heard), EXTENSION)
  return {
    intent: 'request_extension',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    to: to?.day ?? null,
    reason,
  }
}

/** 这个问题不属实，我们有记录的. */
export function readObjection(heard: Heard): Understanding | null {
  if (!OBJECTION.test(heard.plain)) return null
  const reason = reasonOf(restOf(heard), OBJECTION)
  return { intent: 'object', numbers: heard.numbers.map(({ number }) => number), reason }
}

/** 留样和通道都改好了: the school's report. */
export function readSubmission(heard: Heard): Understanding | null {
  if (!DONE.test(heard.plain) || asksWhether(heard.plain)) return null
  const { schools, numbers, dates } = heard
  return {
    intent: 'submit_rectification',
    school: schools[0] ?? null,
    numbers: numbers.map(({ number }) => number),
    items: itemsOf(restOf(heard)),
    date: dates.find(({ as }) => as === 'event')?.day ?? null,
  }
}
