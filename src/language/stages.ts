import type { Stage } from '#src/domain/words.ts'
import type { Said } from './named.ts'

const STAGES: readonly (readonly [RegExp, Stage])[] = [
  [/九年一贯制?(?:学校)?/, 'nine_year'],
  [/十二年一贯制?(?:学校)?/, 'twelve_year'],
  [/完全中学|完中/, 'complete'],
  [/特殊教育学校|特教学校|特校/, 'special'],
  [/中职|职业学校|职业中学|职校|职高|中专/, 'vocational'],
  [/(?<!我们?|本|咱们?|我们?的|这所|该|一所|这家)(?:幼儿园|幼稚园|园所)/, 'kindergarten'],
  [/普通高中|普高|高中/, 'senior'],
  [/初级中学|初中(?!生)/, 'junior'],
  [/(?<!我们?|本|咱们?|这所|该|一所)小学(?!化|生|部)/, 'primary'],
]

/** The kind of school that a question is about; the text comes without the names of schools. */
export function stageIn(nameless: string): Said<Stage> | null {
  for (const [pattern, value] of STAGES) {
    const found = pattern.exec(nameless)
    if (found) return { value, span: [found.index, found.index + found[0].length] }
  }
  return null
}
