import type { Hand } from '../csv.ts'
import { listed } from '../oracle/rows.ts'
import { chanceOf, type Chance } from './chance.ts'
import chinese from './chinese.json' with { type: 'json' }

type Words = { heading: string; labels?: Record<string, string> }
const WORDS = chinese as Record<string, Record<string, Words>>

/** Chinese headings and labels, dates and numbers as people write them, columns in any order, rows that are empty (A1). */
export function writtenByPeople(seed: number): Hand {
  const chance = chanceOf(seed + 0.25, '2026-01-01')
  return (kind, [headings = [], ...rows]) => {
    const order = headings.map((id) => ({ id, at: chance.roll() })).sort((a, b) => a.at - b.at)
    const written = rows.map((row, i) => [
      String(i + 1),
      ...order.map(({ id }) => cellOf(chance, WORDS[kind]![id], id, row[headings.indexOf(id)]!)),
    ])
    const first = ['序号', ...order.map(({ id }) => headingOf(chance, WORDS[kind]![id], id))]
    return [first, ...written.flatMap((row) => (chance.often(0.1) ? [row.map(() => ''), row] : [row]))]
  }
}

function headingOf(chance: Chance, words: Words | undefined, id: string): string {
  if (!words || chance.often(0.4)) return id
  const { heading } = words
  return chance.pick(
    heading,
    `${heading}*`,
    ` ${heading} `,
    heading.replaceAll('（', '(').replaceAll('）', ')'),
  )
}

const FULL_WIDTH = (text: string) =>
  text.replace(/\d/g, (digit) => String.fromCodePoint(digit.codePointAt(0)! + 0xfee0))

function cellOf(chance: Chance, words: Words | undefined, id: string, cell: string): string {
  if (id === 'value') return cell
  const [, year, month, date] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(cell) ?? []
  if (year)
    return chance.pick(
      cell,
      `${year}/${Number(month)}/${Number(date)}`,
      `${year}年${Number(month)}月${Number(date)}日`,
    )
  if (cell === 'true' || cell === 'false') return chance.pick(cell, cell === 'true' ? '是' : '否')
  if (words?.labels)
    return listed(cell)
      .map((value) => chance.pick(value, words.labels![value] ?? value))
      .join(chance.pick('|', ' | '))
  return ['count', 'hours', 'year', 'term_no'].includes(id) && chance.often(0.2) ? FULL_WIDTH(cell) : cell
}
