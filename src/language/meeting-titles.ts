import { CLOCK } from './clock-times.ts'
import type { Heard } from './hear.ts'
import type { Said } from './named.ts'
import { clauseSpans } from './text.ts'
import type { Span } from './understanding.ts'

/** What a meeting is called ends with 会 or 会议; 会议室 and 会场 are where it is. */
const NAME = /^.*(?<![参与到散赴开])(?:会议|会)(?![议室场址客员费长标计堂馆见签])/
/** What stands before the name: who calls, where, that it is called. 督导办 and 公开课 hold no such word. */
const BEFORE = new RegExp(
  '^.*?(?:' +
    [
      '[召拟]集?开|召集|组织|举[行办]|安排|主持|承办|主办|通知|预约|定于|定个|约一?[下个]|帮[我忙]?|给我?',
      '(?:[开办搞建发有]|参加)(?:一?[个次场]|了)',
      '(?<![召公展分])开(?![学展放题局工封会创年春])|参加|出席|先占',
      '在[^,。]{1,10}?(?:室|楼|厅|校|局|中心|\\d{2,})|(?:会议室|线下|现场)(?=召开|开)',
      '各位(?:领导|督学|同志)?|大家|我们?(?=要|想|准备|打算|开|这)',
    ].join('|') +
    ')',
)
const LEAD =
  /^(?:[把将]|(?:[上下本这]个?|[\d一二三四五六七八九十]{1,2})月份?的|我们?(?!区|县|市|校)|请|拟|将|要|想|准备|打算|计划|一下|一[个次场]|[个次场的:]|于|在|整(?![改治体顿])|钟|左右|开始|,|全天|关于(?=召开)|\s)+/
/** Right behind the verb. */
const CALLED = /(?:召开|召集|组织|举[行办]|[开办]个?)$/
/** 开个会, 会议, 定个会: that there is one, not what it is called. */
const NAMELESS =
  /^(?:麻烦|请|[一这那有开定约搞建排来加弄整订拟新增发起]|一?下|召开|安排|预约|帮忙?|忙|给|新建|新增|添加|[个场次的]|临时)*(?:会|会议)$/
const TOPIC =
  /(?:主题|议题|内容|题目|名称|会名)[是为:]*\s*([^,。;\s]{2,})|会议?[,\s]*((?:专题)?(?:研究|讨论|部署|商[量讨议]|通报|布置|传达|学习|说一下|讲)[^,。;\s]{2,})/

/** 安排一次业务研讨: what takes place need not end as a meeting does. */
const HELD =
  /(?:安排|组织|开展|举[行办]|召开|办|预?定)?(?:一?[次场个])?([^,。;\s]{2,10}?(?:研讨|集训|述职|调度|推演|沙龙|论坛|演练|培训))/
/** 线上会议 主题 冬季取暖: how it is held, beside what it is about. */
const GENERIC = /^(?:线上|视频|电话|网络|现场|紧急|临时|腾讯|钉钉|小范围|短)?(?:会议?|短会|视频会议?)$/
const LABELLED = /主题|议题|内容|题目|名称|会名/

/** The name in one clause, without when, where and the verb. */
function nameIn(plain: string, [from, to]: Span): Span | null {
  const named = NAME.exec(plain.slice(from, to))
  if (!named) return null
  const end = from + named[0].length
  for (;;) {
    const words = plain.slice(from, end)
    const before = BEFORE.exec(words) ?? LEAD.exec(words)
    if (!before || before[0].length >= words.length - 1) break
    from += before[0].length
  }
  return end - from >= 2 && !NAMELESS.test(plain.slice(from, end)) ? [from, end] : null
}

/** What a meeting is called: 责任区例会 of 后天下午四点在进修学校开责任区例会, whichever clause says it. */
export function titleOf({ plain, dates, parts }: Heard): Said<string> | null {
  const clock = CLOCK.exec(plain)
  const at: Span[] = clock ? [[clock.index, clock.index + clock[0].length]] : []
  // 召开学期末工作会: a time behind the verb belongs to the name.
  const days = dates.map(({ span }) => span).filter(([from]) => !CALLED.test(plain.slice(0, from)))
  // A time parts clauses as a mark does: 督学例会3月5号九点.
  const timeless = [...days, ...parts.map(({ span }) => span), ...at].reduce(
    (text, [from, to]) => text.slice(0, from) + ','.repeat(to - from) + text.slice(to),
    plain,
  )
  for (const clause of clauseSpans(timeless)) {
    const span = nameIn(plain, clause)
    if (span && !(GENERIC.test(plain.slice(...span)) && LABELLED.test(timeless)))
      return { value: plain.slice(...span), span }
  }
  const topic = TOPIC.exec(timeless) ?? HELD.exec(timeless)
  const words = topic?.[1] ?? topic?.[2]
  if (!topic || !words) return null
  const end = topic.index + topic[0].length
  return { value: words, span: [end - words.length, end] }
}
