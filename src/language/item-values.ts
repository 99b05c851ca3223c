import type { Heard } from './hear.ts'
import { severityOf } from './visits/severities.ts'
import type { ChangeHeard, Span } from './understanding.ts'

/** 冰箱的, 保安那条, 楼道灯 and a blank: one of the problems told, before what is said of it. */
const NAME =
  /^(?:把|将)?([一-龥]{1,8}?)(?:的?[那这](?:一?[个条项块件样]|里)?(?:问题)?|的(?:问题)?(?=[\s,不一月下本周三轻严小])|(?=[\s,]))[\s,]*/
/** What names no problem. */
const NO_ITEM =
  /^(?:期限|时限|日期|时间|程度|学校|问题|整改|全部|所有|都|其他|其它|别的|好|对|行|可以|确认|没有?|那个?|这个?)$/
const NOT_GRAVE = /不(?:是|算|太|怎么|那么|很)?(?:严重|重大)/
const GRAVITY = /(?:很|比较|非常)?(?:严重|重大|一般|轻微|小问题|不大)(?:问题|隐患)?/g
const FILLERS = /[\s,。!]|[是算就行吧改成为定按记了的要限前先也可以完好到]/g

/**
 * 冰箱的不严重 一般, 保安那条月底前: with a draft open, one of its problems by its thing and nothing but a severity or a
 * deadline for it.
 */
export function itemValues({ plain, dates, schools, lexicon }: Heard): ChangeHeard[] {
  const found = NAME.exec(plain)
  if (!found || NO_ITEM.test(found[1]!) || schools.length > 0) return []
  const from = found[0].length
  const due = dates.find(({ span, day }) => span[0] >= from && day !== null)
  const rest = without(plain, from, due?.span)
  const bare = rest.replace(NOT_GRAVE, '').replace(GRAVITY, '').replace(FILLERS, '')
  if (bare !== '') return []
  const severity =
    severityOf(rest.replace(NOT_GRAVE, ''), lexicon) ?? (NOT_GRAVE.test(rest) ? 'general' : null)
  const item = { words: found[1]! }
  return [
    ...(severity ? [{ field: 'severity', to: severity, item } as const] : []),
    ...(due?.day ? [{ field: 'due', to: due.day, item } as const] : []),
  ]
}

const without = (plain: string, from: number, span: Span | undefined): string =>
  span ? plain.slice(from, span[0]) + plain.slice(span[1]) : plain.slice(from)
