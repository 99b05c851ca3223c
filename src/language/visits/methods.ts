import type { Method } from '#src/domain/words.ts'
import { NUMERAL, numeralOf } from '../numerals.ts'
import { remembered } from '../remembered.ts'
import { anyOf } from '../text.ts'
import type { VisitHeard } from '../understanding.ts'

type Counts = VisitHeard['counts']
type CountKind = keyof Counts

const METHODS: readonly (readonly [RegExp, Method])[] = [
  [/听(?:了|评)?[^,。;\s]{0,6}课|随堂|推门课|观课/, 'lesson_observation'],
  [
    /查(?:阅|看|了|资料)?[^,。;\s]{0,6}(?:资料|台账|档案|教案|记录|材料)|翻[阅看了][^,。;\s]{0,6}/,
    'document_review',
  ],
  [/列席|参加[^,。;\s]{0,10}(?:会|会议|教研|活动)/, 'meeting_attendance'],
  [/座谈|访谈|谈了谈|走访|谈话|交流了?/, 'discussion_visit'],
  [/问卷/, 'questionnaire'],
  [
    /巡[查视看]|转了|校园巡|(?:看|查看|察看|检查|实地查看)了?[^,。;\s]{0,4}(?:食堂|宿舍|校园|操场|教室|门卫|厕所|校门|功能室|实验室|消防)/,
    'campus_patrol',
  ],
]

const counted = (source: string): RegExp => new RegExp(source.replaceAll('<n>', `(${NUMERAL})`))
const COUNTS: readonly (readonly [RegExp, CountKind])[] = [
  [counted('听(?:了|评课?)?<n>(?:节|堂)'), 'lessons'],
  [counted('听[^,。;\\s]{0,4}课<n>(?:节|堂)?'), 'lessons'],
  [counted('查[^,。;\\s]{0,6}?<n>(?:份|本|册|套)'), 'documents'],
  [counted('(?:资料|台账|教案|档案)<n>(?:份|本|册|套)'), 'documents'],
  [counted('列席[^,。;\\s]{0,6}?<n>(?:次|场|个)'), 'meetings'],
  [counted('(?:座谈|访谈|走访)[^,。;\\s]{0,6}?<n>(?:人|次|名|位|场|户)'), 'discussions'],
  [counted('问卷[^,。;\\s]{0,4}?<n>(?:份|人|张)'), 'questionnaires'],
  [counted('<n>份问卷'), 'questionnaires'],
  [counted('巡[查视][^,。;\\s]{0,4}?<n>(?:次|圈|遍)'), 'patrols'],
]

const FIRST = anyOf(`
  我们? 突击 一起 一同 又 还 先 再 后 然后 顺便 也 重点 主要 随机 突击 随堂 推门 现场 实地 分别 共 一共 组织 召开 进行 开展
`)
const LOOKED = anyOf(`
  听(?=[了课取评]) 查(?=[了看阅验寝铺\\d账]|资料|台账|档案|教案|的$) 看(?=[了过望课教]|的$|食堂|校园|宿舍|台账|资料) 巡(?=[了查视])
  [转谈翻抽](?=[了查问取]) 翻(?=[看阅]) 开(?=[一-龥]{0,6}会$) 检查 走访 座谈 访谈 抽查 列席 参加 参观 观看 观课 察看 查验 了解 督导 督查 调研 发放 问卷 测评
  校园巡 听取 询问 核查 核对 实地
`)
// 检查记录代签 and 问卷满意率72% are about papers.
const OF_PAPERS = '(?:记录|台账|制度|表|本|人员|手续|结果|满意)[一-龥\\d]{2}'
const COUNTED = anyOf('听课 评课反馈? 资料 教案 台账 档案 座谈 访谈 问卷 走访 巡查 巡视')
const TALKED = anyOf('谈了谈 谈话 谈了话 座谈 访谈 交流 聊了聊 聊天')
const TOLD_METHODS: readonly RegExp[] = [
  /^(?:这次|本次|此次)?(?:主要|重点|围绕|针对|专门)(?:看|查|是看|是查|督导|检查|了解|督查|[^,。;\s]{2,14}(?:督导|检查|督查|调研))/,
  new RegExp(`^${FIRST}*(?:[与和跟][^,。;\\s]{1,6}?)?${FIRST}*了?${LOOKED}(?!${OF_PAPERS})(?!出)`),
  /^(?:校门口|门口|校园|大门口)?(?:值守|蹲点|执勤|驻点|护学)/,
  new RegExp(`^(?:随堂|推门)?${COUNTED}?[^一-龥]?${NUMERAL}[节份本人次堂位名场](?:课|资料|教案|问卷)?$`),
  new RegExp(`^[^,。;\\s]{0,16}?${TALKED}了?[^,。;\\s]{0,6}$`),
]

/** A clause that begins by telling what the inspector did there. */
export const tellsMethod = remembered((clause) => TOLD_METHODS.some((pattern) => pattern.test(clause)))

/** 听课2节，查资料5份: how the visit was done. */
export const methodsIn = (clause: string): Method[] =>
  METHODS.filter(([pattern]) => pattern.test(clause)).map(([, method]) => method)

export function countsIn(clause: string): Counts {
  const counts: Counts = {}
  for (const [pattern, kind] of COUNTS) {
    const n = numeralOf(pattern.exec(clause)?.[1] ?? '')
    if (n !== null) counts[kind] ??= n
  }
  return counts
}
