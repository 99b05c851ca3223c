import { CITY, type Records } from '#src/domain/records.ts'
import type { Figures, Line } from '#src/policy/checks/check.ts'
import { LEVEL_WORDS, levelWord } from '#src/policy/checks/level-words.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { figureWord } from './figure-words.ts'

const HEADINGS = ['结果', '核查', '地区', '对象', '数据', '依据']

/** The lines as a table for reading, the worst first, and how many there are of each level. */
export function tableOf(lines: readonly Line[], records: Records): string[] {
  const byWord = Map.groupBy(lines, levelWord)
  const nameOf = namesIn(records)
  const rows = LEVEL_WORDS.flatMap((word) => byWord.get(word) ?? []).map((line) => rowOf(line, nameOf))
  const counts = LEVEL_WORDS.map((word) => `${word} ${byWord.get(word)?.length ?? 0}`)
  return [...aligned([HEADINGS, ...rows]), '', `共 ${lines.length} 条：${counts.join('，')}`]
}

type NameOf = (subject: string) => string

/** Schools and people by name, with the code or userid that tells them apart. */
function namesIn({ schools, people }: Records): NameOf {
  const names = new Map<string, string>([
    [CITY, '市'],
    ...schools.map(({ code, name }) => [code, `${name}（${code}）`] as const),
    ...people.map(({ written, name }) => [written, `${name}（${written}）`] as const),
  ])
  const nameOf = (part: string): string => names.get(part) ?? part
  return (subject) =>
    subject
      .split(/([@/])/)
      .map(nameOf)
      .join('')
      .replaceAll('@', ' ')
      .replaceAll('/', ' · ')
      .trim()
}

const checkNames = new Map(CHECKS.map(({ id, name }) => [id, name]))

const rowOf = (line: Line, nameOf: NameOf): string[] => [
  line.soft ? `${levelWord(line)}（原则上）` : levelWord(line),
  `${line.check} ${checkNames.get(line.check)}`,
  line.place === CITY ? '市本级' : line.place,
  nameOf(line.subject),
  figuresText(line.figures),
  line.clause,
]

const figuresText = (figures: Figures): string =>
  Object.entries(figures)
    .filter(([key]) => key !== 'met')
    .map(([key, value]) => `${figureWord(key)} ${valueText(value)}`)
    .join('，')

function valueText(value: Figures[string]): string {
  if (value === null || value === undefined) return '—'
  if (typeof value === 'boolean') return value ? '是' : '否'
  return typeof value === 'object' ? value.map(figureWord).join('、') || '无' : figureWord(String(value))
}

/** Columns of equal width; the last one ends where it ends. */
function aligned(rows: readonly string[][]): string[] {
  const widths = HEADINGS.map((_, column) =>
    rows.reduce((most, row) => Math.max(most, widthOf(row[column]!)), 0),
  )
  return rows.map((row) =>
    row
      .map((cell, column) => cell + ' '.repeat(widths[column]! - widthOf(cell)))
      .join('  ')
      .trimEnd(),
  )
}

/** Columns of a terminal: Chinese signs and full-width marks take two. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (/[⺀-鿿豈-﫿︰-﹏！-｠]|[𠀀-𿿿]/u.test(sign) ? 2 : 1), 0)
