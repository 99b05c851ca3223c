import type { Files } from '../oracle/rows.ts'
import { chanceOf, type Chance } from './chance.ts'
import { KEYS } from './city.ts'

/** A day before another and what only some rows have, so that the file is not refused. */
const FIXED = [
  ...[
    'level',
    'key',
    'value',
    'kind',
    'term_start',
    'term_end',
    'from',
    'to',
    'start_on',
    'end_on',
    'teaching_from',
  ],
  ...['teaching_to', 'target_type', 'supervision_kind', 'year', 'targets', 'studio', 'purpose'],
]

/** The same rows with cells of each other and some that are withdrawn: what an import that sets all columns puts right. */
export function muddled(seed: number, files: Files): Files {
  const chance = chanceOf(seed + 0.5, '2026-01-01')
  return Object.fromEntries(
    Object.entries(files).map(([kind, rows]) => [
      kind,
      rows.map((row) => muddledRow(chance, kind, row, rows)),
    ]),
  )
}

function muddledRow(chance: Chance, kind: string, row: Files[string][number], rows: Files[string]) {
  const found = { ...row }
  for (const column of Object.keys(row)) {
    const isFree = !KEYS[kind]!.includes(column) && !FIXED.includes(column)
    if (isFree && chance.often(0.15)) found[column] = chance.pick(...rows)[column] ?? ''
  }
  return found
}
