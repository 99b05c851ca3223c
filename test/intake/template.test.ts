import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { openNode } from '#db/node.ts'
import { day, daysBetween, instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { kindOf, KINDS } from '#src/intake/kinds.ts'
import { rowsToExport } from '#src/intake/export.ts'
import { recognise } from '#src/intake/recognise.ts'
import { readSheet } from '#src/intake/sheet.ts'
import { template } from '#src/intake/template.ts'
import { aboutOf } from '#src/intake/template-words.ts'
import { xlsx } from '#src/intake/write-xlsx.ts'
import { RECORD_FILES, ROSTER_FILES } from './record-files.ts'

const AT = instantOf('2026-11-18T10:30:00+08:00')
const TABLE = 'xl/worksheets/sheet1.xml'

const partOf = (workbook: Uint8Array, name: string) => strFromU8(unzipSync(workbook)[name]!)

/** The workbook after somebody has typed a first row: text as text, days as Excel keeps them. */
function typedInto(workbook: Uint8Array, cells: readonly string[], dates: ReadonlySet<number>): Uint8Array {
  const parts = unzipSync(workbook)
  const table = strFromU8(parts[TABLE]!).replace(
    /<c r="([A-Z]+)2"( s="\d+")\/>/g,
    (empty, column: string, style: string) => {
      const n = [...column].reduce((sum, char) => sum * 26 + char.charCodeAt(0) - 64, 0) - 1
      const value = cells[n] ?? ''
      if (value === '') return empty
      return dates.has(n)
        ? `<c r="${column}2"${style}><v>${daysBetween(day('1899-12-30'), day(value))}</v></c>`
        : `<c r="${column}2"${style} t="inlineStr"><is><t>${value}</t></is></c>`
    },
  )
  return zipSync({ ...parts, [TABLE]: strToU8(table) })
}

test.each(KINDS.filter(({ id }) => id !== 'lexicon').map(({ id }) => id))(
  'the template of %s, filled in, imports as what it is',
  async (id) => {
    const kind = kindOf(id)!
    const store = await openNode(':memory:', { kind: 'live' })
    const files = [...ROSTER_FILES, ...RECORD_FILES].map(([name, ...lines]) => ({
      name,
      bytes: strToU8(lines.join('\n')),
    }))
    await importFiles(store, files, { at: AT })
    const rows = await rowsToExport(store.db, kind)
    const { rows: written } = await readSheet(await xlsx(kind, rows.slice(0, 1)))
    const dates = new Set(kind.columns.flatMap(({ type }, i) => (type === 'date' ? [i] : [])))
    const filled = typedInto(await template(kind), written[0]!.cells, dates)
    expect(await importFiles(store, [{ name: '填好.xlsx', bytes: filled }], { at: AT })).toMatchObject([
      { kind: id, rows: 1, unchanged: 1, errors: [] },
    ])
    await store.close()
  },
)

test.each(KINDS)(
  'the template of $id marks what is needed, and its headings are the kind’s own',
  async (kind) => {
    const workbook = await template(kind)
    const parts = unzipSync(workbook)
    const titles = strFromU8(parts['xl/sharedStrings.xml']!)
    for (const { heading, need } of kind.columns)
      expect(titles).toContain(`<t>${heading}${need === 'value' ? '*' : ''}</t>`)
    expect(partOf(workbook, TABLE)).toContain('<pane ySplit="1" topLeftCell="A2" state="frozen"')
    expect(partOf(workbook, 'xl/workbook.xml')).toContain('填写说明')
    const headings = kind.columns.map(({ heading, need }) => (need === 'value' ? `${heading}*` : heading))
    expect(recognise(headings)).toMatchObject({ kind: { id: kind.id } })
  },
)

test('choices, numbers and days are checked while somebody types', async () => {
  const table = partOf(await template(kindOf('training')!), TABLE)
  const rules = [...table.matchAll(/<dataValidation type="(\w+)" sqref="([A-Z]+)2:.*?<\/dataValidation>/g)]
  const of = (column: string) => rules.find(([, , letter]) => letter === column)?.[0]
  expect(of('C')).toContain('"集中,网络,自学"')
  expect(of('C')).toContain('showErrorMessage="1"')
  expect(of('E')).toContain('type="date"')
  expect(of('G')).toMatch(/type="decimal".*operator="greaterThan".*<formula1>0</)
  expect(of('H')).toContain('"是,否"')
  // Free text and codes are nobody's business but their reader's.
  expect(of('B')).toBeUndefined()
})

test('where several values or other words may stand, the list is an offer', async () => {
  const table = partOf(await template(kindOf('inspectors')!), TABLE)
  const stages = /<dataValidation [^>]*sqref="N2:[^>]*>/.exec(table)?.[0]
  expect(stages).toContain('type="list"')
  expect(stages).not.toContain('showErrorMessage')
})

test('no list is longer than Excel takes, and none breaks at its own commas', () => {
  for (const { columns } of KINDS)
    for (const { values = {} } of columns) {
      expect(Object.values(values).join(',').length).toBeLessThan(200)
      expect(Object.values(values).filter((label) => /[,"]/.test(label))).toEqual([])
    }
})

test('every column of free text has an example', () => {
  const without = KINDS.flatMap((kind) =>
    kind.columns.filter((column) => aboutOf(kind, column).example === '').map(({ id }) => `${kind.id}.${id}`),
  )
  expect(without).toEqual([])
})
