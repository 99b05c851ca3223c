import type { Heard } from '../hear.ts'
import { anyOf, matchesOf, trimmed } from '../text.ts'
import type { Span } from '../understanding.ts'
import { isLeftOpen, severityOf } from './severities.ts'
import { pointed, type Token } from './tokens.ts'

const ALL = anyOf('都 均 也都 统统 统一 一律 全部? 两[个条样处件]都? [三四五]样都? 各')
const JUDGES = anyOf('属于? 算 是 按 当 当作 定[为成]? 记[为成]? 列为 写 判 作 要 还是 性质 情节 问题')
const VERY = anyOf('很 蛮 挺 好 太 比较 非常 十分 特别 相当 最 极其 有点')
/** 卫生一般, 一般不来: no judgement of a problem. */
const NO_JUDGEMENT_BEFORE =
  /(?:总体|整体|情况|卫生|效果|质量|环境|秩序|条件|感觉|水平|不|不算|没有?|没有?什么|没一[条个]?|[谈称算]不上)$/
const NO_JUDGEMENT_BEHIND = /^(?:[都也会不来在地没]|的?[是有]|情况|人|家长|学生|老师|时候)/
const JUDGED = new RegExp(
  `(?:(?:我|我看|我觉得|觉得|应该|肯定)?(?<all>${ALL})?也?(?:这|那)?[个条样件]?(?:${JUDGES})*(?:${VERY})?)(?<how>不严重|严重|重大|轻微|小问题|小毛病|一般)(?:性|般)?(?:的(?![是有]))?(?:问题|隐患)?(?:处理|对待|来抓|报|写|记|走)?[吧啊啦咯呢了哈嘛]?`,
  'g',
)

/** Words beside the problems with the judgements that are said in them: 也|严重|让学校换. `behind`: they follow a problem without a mark. */
export function judgedApart(heard: Heard, [from, to]: Span, behind: boolean): Token[] {
  const { plain, lexicon } = heard
  const tokens: Token[] = []
  let at = from
  const words = (end: number): void => {
    const span = trimmed(plain, [at, end])
    if (span) tokens.push({ kind: 'words', span })
  }
  for (const found of matchesOf(plain.slice(from, to), JUDGED)) {
    const span: Span = [from + found.index, from + found.index + found[0].length]
    const { how } = found.groups!
    const value = how === '不严重' ? null : severityOf(how!, lexicon)
    const isNone =
      NO_JUDGEMENT_BEFORE.test(plain.slice(at, span[0])) ||
      NO_JUDGEMENT_BEHIND.test(plain.slice(span[1], to)) ||
      isLeftOpen(plain, span[1])
    if (!value || isNone) continue
    const alone = !behind || found.groups!.all !== undefined || tokens.length > 0
    const severity = { value, span, alone, forward: false }
    const judged = pointed(plain, { kind: 'severity', span, severity }, at)
    words(judged[0]!.span[0])
    tokens.push(...judged)
    at = span[1]
  }
  words(to)
  return tokens
}
