import type { Stage } from '#src/domain/words.ts'
import type { Said } from '../named.ts'

// 我们幼儿园, 这所小学: one school, and no kind of schools.
const ONE = '(?<!我|我们?的?|本|咱们?的?|[这那一该]所?|这家|们)'

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/九年一贯制?(?:学校)?|九年制/, 'nine_year'],
  [/十二年一贯制?(?:学校)?|十二年制/, 'twelve_year'],
  [/完全中学|完中/, 'complete'],
  [/特殊教育(?:学校)?|特教(?:学校)?|特校|培智/, 'special'],
  [/中职|职业(?:技术)?(?:学校|高中|中学|院校)|职校|职高|职专|中专|技校|技工学校/, 'vocational'],
  [
    new RegExp(
      `${ONE}(?:幼儿园|幼稚园|幼教机构|学前教育机构|园所)|(?:民办|公办|私立|公立|普惠(?:性)?|乡镇|农村|城区|[哪那有一]些|几[个所家]|多少[个所家]?|所有的?|全部|各|[去到跑督导走查]过?的)园(?![区林长丁艺])`,
    ),
    'kindergarten',
  ],
  [/普通高中|普高|高中(?![生部])|高级中学/, 'senior'],
  [/初级中学|初中(?![生部])/, 'junior'],
  [new RegExp(`${ONE}(?<!中)小学(?![化生部])|村小|完小`), 'primary'],
]

/** The kind of school that a question is about; the text comes without the names of schools. */
export function stageIn(nameless: string): Said<Stage> | null {
  for (const [pattern, value] of STAGES) {
    const found = pattern.exec(nameless)
    if (found) return { value, span: [found.index, found.index + found[0].length] }
  }
  return null
}
