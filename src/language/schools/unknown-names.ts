import type { Span } from '../understanding.ts'
import { hasTrouble } from '../visits/troubles.ts'

/** The last verb that has a school as its object, within the words before a name. */
const VERB =
  /.*(?:约谈[了过完]?|[去到来跑走回抵访巡约推删撤报选评]了?过?|前往|抵达|[改换]作|[改换写]成|改为|赴|在|[走赶]?进了?|深入|莅临|路过|途经|督[导查办]了?|检查了?|核查了?|验收了?|调研了?|(?:[看催管]|查(?![验无])|问(?!题)|听(?!课))(?:了|一?下|一[看查问])?|表扬|推荐|给|把|对|取消|陪同?|会同)/
const LONGEST = 4
/** Of a longer verb, or what stands before it, we cannot tell that the name is its object. */
const LONGEST_VERB = 5

// Words that stand before a name without being part of it; whatever holds one of them is no name.
const ORDINARY =
  /[的了是有和与跟及或就将向从由为因这那哪每各该本我你他她们咱俺其么吗呢吧请叫让很太没不未无也都还只又再被于以之所个些两早晚晨午夜想要说讲念听课换掉捎驻补属严轻微俩啥咋呀啊哦噢嗯哎呃呗咧哩咯昼晌份\d]|[省市县区镇乡村街道校园组员长堂门边里上下站]$|老师|督学|主任|领导|同志|书记|今|昨|明天|后天|刚|关于|针对|另外|然后|接着|顺|帮|麻烦|通知|反馈|提醒|统计|整改|问题|情况|安排|计划|准备|打算|需要|应该|公办|民办|私立|公立|农村|乡下|城关|县城|城里|隔壁|时间|附近|旁边|对面|周边|挂点|联系|责任|联点|包片|重点|最后|一起|分别|主要|随机|突击|集团|联盟|教育|卫生|安全|消防|食|脏|差|乱|缺|坏|好/

/** Whether words are ordinary ones, with which no name begins. */
export const isOrdinary = (words: string): boolean => ORDINARY.test(words) || hasTrouble(words)

const CLAUSE_START = /[^一-龥]$/

/**
 * Where a name begins that the roster does not have, although it ends as one of the roster's: 明珠 in 去了明珠特校. Null where
 * what stands before is nothing, or ordinary words. `taken`: what has been heard before it.
 */
export function unknownLead(text: string, from: number, taken: readonly Span[]): number | null {
  const free = Math.max(0, ...taken.map(([, end]) => end).filter((end) => end <= from))
  const head = text.slice(free, from)
  const run = /[一-龥]*$/.exec(head)![0]
  const verb = VERB.exec(run)?.[0] ?? ''
  const lead = run.slice(verb.length)
  const begins =
    verb !== '' ||
    free + head.length - run.length === 0 ||
    CLAUSE_START.test(head.slice(0, head.length - run.length)) ||
    isDate(taken, free, from - run.length)
  return begins &&
    verb.length <= LONGEST_VERB &&
    (lead.length >= 2 || /^[新老东西南北大小]$/.test(lead)) &&
    lead.length <= LONGEST &&
    !isOrdinary(lead)
    ? from - lead.length
    : null
}

const isDate = (taken: readonly Span[], free: number, at: number): boolean =>
  free === at && taken.some(([, end]) => end === free)
