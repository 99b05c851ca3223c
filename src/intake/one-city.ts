import type { OpenedFile } from './references.ts'
import type { Roster } from './roster.ts'

/** The city level is one place: refuses files that would leave two rows of it. */
export function refuseSecondCity(files: readonly OpenedFile[], roster: Roster): void {
  const cities = new Set([...roster.places].filter(([, row]) => isCity(row)).map(([name]) => name))
  const rows = files.filter(({ kind }) => kind.id === 'places').flatMap((file) => file.rows)
  for (const { key, values } of rows) if (isCity(values)) cities.add(key)
  for (const { key, values } of rows) if (!isCity(values)) cities.delete(key)
  const [first, second] = cities
  if (second === undefined) return
  for (const file of files)
    for (const { line, key, values } of file.rows)
      if (file.kind.id === 'places' && isCity(values) && key !== first)
        file.problems.push({
          line,
          column: file.headings.get('level') ?? null,
          message: `全市只有一行“市”，已有「${first}」。请改层级，或先把「${first}」标为作废。`,
        })
}

const isCity = (row: Readonly<Record<string, unknown>>) =>
  row['level'] === 'city' && row['withdrawn'] !== true
