import type { Picture } from '#src/domain/picture.ts'
import type { Table } from '#src/domain/table.ts'
import { sourceText } from '../sources.ts'

/** One subject of a list: who or what, what is to be said of it, and how it stands. */
export type Row = { name: string; facts: readonly string[]; level: string | null }

/** What a question about the records is answered with. */
export type Answer = {
  title: string
  /** What stands above the list whatever is in it. */
  lead?: readonly string[]
  rows: readonly Row[]
  /** Said in place of an empty list. */
  none?: string
  /** What stands below it: a reading, what is not counted, what to do. */
  notes?: readonly string[]
  /** The same to look at, where people would rather look than read. */
  picture?: Picture | null
  /** The rules that it rests on, as they are tagged. */
  clauses: readonly string[]
}

/** As many rows as are read on a phone; the whole list goes along as a file. */
export const LISTED = 20

/** How many rows the words leave to the file. */
export const unlisted = ({ rows }: Answer): number => Math.max(0, rows.length - LISTED)

/** An answer in words: the list as far as it is read, the rest counted, the rules with document and article. */
export function answerText(answer: Answer): string {
  const { title, lead = [], rows, none, notes = [], clauses } = answer
  // One subject that the title names already needs no list.
  const only = rows.length === 1 && lead.length === 0 && title.includes(rows[0]!.name) ? rows[0]! : null
  const more = unlisted(answer)
  return [
    only?.level ? `${title}：${only.level}` : title,
    ...lead,
    ...(only ? only.facts : rows.slice(0, LISTED).map(rowText)),
    ...(rows.length === 0 && none ? [none] : []),
    ...(more > 0 ? [`……还有 ${more} 项，全部 ${rows.length} 项见随附表格。`] : []),
    ...notes,
    ...(clauses.length > 0 ? [`依据：${[...new Set(clauses)].map(sourceText).join('、')}。`] : []),
  ].join('\n')
}

/** The whole list, as the file that goes along. */
export const answerTable = ({ title, rows, clauses }: Answer): Table => ({
  name: title,
  headings: ['序号', '名称', '情况', '结论', '依据'],
  rows: rows.map(({ name, facts, level }, i) => [
    String(i + 1),
    name,
    facts.join('，'),
    level ?? '',
    clauses.map(sourceText).join('、'),
  ]),
})

const rowText = ({ name, facts, level }: Row): string =>
  `· ${name}：${facts.join('，')}${level === null ? '' : `（${level}）`}`
