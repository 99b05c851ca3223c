import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openNode, type NodeStore } from '#db/node.ts'
import { events } from '#db/schema/loop.ts'
import { addDays, day, instantOf } from '#src/domain/day.ts'
import type { Value } from '#src/intake/cells.ts'
import { csv } from '#src/intake/csv.ts'
import { cellsOf, rowsToExport } from '#src/intake/export.ts'
import { importFiles } from '#src/intake/import.ts'
import { kindOf, KINDS } from '#src/intake/kinds.ts'
import type { Column, Kind } from '#src/intake/kinds/kind.ts'
import { keyOf, type Values } from '#src/intake/parse.ts'
import { readSheet } from '#src/intake/sheet.ts'
import { xlsx } from '#src/intake/write-xlsx.ts'
import { RECORD_FILES, ROSTER_FILES } from './record-files.ts'

const AT = instantOf('2026-11-18T10:30:00+08:00')

let store: NodeStore
beforeEach(async () => {
  store = await openNode(':memory:', { kind: 'live' })
})
afterEach(() => store.close())

const bytes = (text: string) => new TextEncoder().encode(text)
const run = (...files: { name: string; bytes: Uint8Array }[]) => importFiles(store, files, { at: AT })
const givenRecords = () =>
  run(
    ...[...ROSTER_FILES, ...RECORD_FILES].map(([name, ...lines]) => ({
      name,
      bytes: bytes(lines.join('\n')),
    })),
  )

const asCsv = (kind: Kind, rows: readonly Values[]) =>
  bytes(
    csv(
      kind.columns.map(({ id }) => id),
      rows.map((row) => cellsOf(kind, row)),
    ),
  )

/** All kinds as files, out of the database as it is. */
const exported = (write: (kind: Kind, rows: Values[]) => Uint8Array | Promise<Uint8Array>) =>
  Promise.all(
    KINDS.map(async (kind) => {
      const rows = await rowsToExport(store.db, kind)
      return { name: kind.id, bytes: await write(kind, rows), rows: rows.length }
    }),
  )

const everything = async () => ({
  rows: await Promise.all(KINDS.map((kind) => rowsToExport(store.db, kind))),
  history: await store.db.select().from(events),
})

/** What spreadsheets mistake for something else, and what tears files apart. */
const NASTY = [
  '=1+1',
  '+86 797',
  '-3',
  '@all',
  '"引号"，\'撇\'',
  '两行\n第二行',
  ',逗号,',
  '007',
  '361121197001010011',
  '2026-09-01',
  '1.50',
  'true',
  '_x000D_',
  '<&>',
  '有竖线',
]

describe.each([
  ['CSV', asCsv],
  ['XLSX', xlsx],
])('an export as %s', (_, write) => {
  test('imports back and changes nothing, history included', async () => {
    await givenRecords()
    const before = await everything()
    const files = (await exported(write)).filter(({ rows }) => rows > 0)
    expect(files.length).toBeGreaterThan(20)
    for (const { file, rows, unchanged, errors } of await run(...files)) {
      expect(errors, file).toEqual([])
      expect(unchanged, file).toBe(rows)
    }
    expect(await everything()).toEqual(before)
  })

  test.each(KINDS.filter(({ id }) => id !== 'lexicon').map(({ id }) => id))(
    'of %s brings back what is nasty to write',
    async (id) => {
      await givenRecords()
      const kind = kindOf(id)!
      const nasty = nastyRows(kind, (await rowsToExport(store.db, kind))[0]!)
      const [taken] = await run({ name: id, bytes: asCsv(kind, nasty) })
      expect(taken?.errors).toEqual([])
      const before = await everything()
      const rows = await rowsToExport(store.db, kind)
      expect(rows).toEqual(expect.arrayContaining(nasty))
      const [again] = await run({ name: id, bytes: await write(kind, rows) })
      expect(again).toMatchObject({ errors: [], unchanged: rows.length })
      expect(await everything()).toEqual(before)
    },
  )
})

/** The row again and again, each of its free texts nasty in its turn; those that have a key of their own. */
function nastyRows(kind: Kind, row: Values): Values[] {
  const rows = NASTY.map((_, i): Values =>
    Object.fromEntries(
      kind.columns.map((column, j) => [column.id, nastyCell(column, row[column.id] ?? null, i, j)]),
    ),
  )
  return [...new Map(rows.map((each) => [keyOf(kind, each), each])).values()]
}

const IS_FREE = new Set(['text', 'userid', 'who'])

function nastyCell({ type, many, refuse, id }: Column, value: Value, i: number, j: number): Value {
  const nasty = NASTY[(i + j) % NASTY.length]!
  if (type === 'date' && typeof value === 'string' && value !== '') return addDays(day(value), i)
  if (!IS_FREE.has(type) || refuse || id === 'recusals' || id === 'value') return value
  return many ? [nasty, `第${j}项`] : nasty
}

test('withdrawn rows come along, and places that only other files have named do not', async () => {
  await run({
    name: 'schools.csv',
    bytes: bytes(
      'code,name,county,stage,ownership,students,aliases,withdrawn\n1,一小,章贡区,primary,public,,,是',
    ),
  })
  expect(await rowsToExport(store.db, kindOf('schools')!)).toMatchObject([{ code: '1', withdrawn: true }])
  expect(await rowsToExport(store.db, kindOf('places')!)).toEqual([])
})

test('a workbook speaks Chinese, a CSV says ids and values', async () => {
  await givenRecords()
  const schools = kindOf('schools')!
  const rows = await rowsToExport(store.db, schools)
  const sheet = await readSheet(await xlsx(schools, rows))
  expect(sheet.headings.slice(0, 5)).toEqual(['学校代码', '学校名称', '县（市、区）', '学段', '办学性质'])
  expect(sheet.rows[0]?.cells.slice(0, 5)).toEqual(['3607000001', '市第一中学', '市直', '高中', '公办'])
  const [head, first] = new TextDecoder().decode(asCsv(schools, rows)).split('\r\n')
  expect(head?.startsWith('code,name,county,stage,ownership')).toBe(true)
  expect(first?.startsWith('3607000001,市第一中学,city,senior,public')).toBe(true)
})

test('no cell of either begins as a formula does', async () => {
  await run({ name: 'places.csv', bytes: bytes('name,level\n=1+1,city\n@x,county') })
  const places = kindOf('places')!
  const rows = await rowsToExport(store.db, places)
  expect(rows.map(({ name }) => name)).toEqual(['=1+1', '@x'])
  const sheets = [await readSheet(asCsv(places, rows)), await readSheet(await xlsx(places, rows))]
  for (const { rows } of sheets) expect(rows.map(({ cells }) => cells[0])).toEqual(["'=1+1", "'@x"])
})
