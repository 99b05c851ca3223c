import { describe, expect, test } from 'vitest'
import type { Column, Kind } from '#src/intake/kinds/kind.ts'
import { kindOf } from '#src/intake/kinds.ts'
import { parseRows } from '#src/intake/parse.ts'
import { csv } from '#src/intake/csv.ts'
import { recognise } from '#src/intake/recognise.ts'
import { readSheet } from '#src/intake/sheet.ts'

/** Reads one cell of a column. */
function read(column: Partial<Column>, written: string) {
  const whole = { id: 'x', heading: '列', type: 'text', ...column } as Column
  const sheet = { headings: ['列'], rows: [{ line: 2, cells: [written] }] }
  const parsed = parseRows(
    { key: ['no'], columns: [whole] },
    [{ index: 0, heading: '列', column: whole }],
    sheet,
  )
  return parsed.problems[0]?.message ?? parsed.rows[0]?.values[whole.id]
}

const role = kindOf('people')!.columns.find((column) => column.id === 'role')!
const stage = kindOf('schools')!.columns.find((column) => column.id === 'stage')!

describe('cells', () => {
  test.each<[Partial<Column>, string, unknown]>([
    [{ type: 'text' }, '\u3000文清路小学 ', '文清路小学'],
    [{ type: 'text' }, '', null],
    [{ type: 'text' }, '３６０７', '3607'],
    [{ type: 'text' }, "'=1+1", '=1+1'],
    [{ type: 'text' }, "'-", '-'],
    [{ type: 'text' }, "'@某", '@某'],
    [{ type: 'text' }, "''=1", "''=1"],
    [{ type: 'text' }, "'quoted'", "'quoted'"],
    [{ type: 'text', many: true }, ' 实小 | 实验 |', ['实小', '实验']],
    [{ type: 'text', many: true }, '实小｜实小', ['实小']],
    [{ type: 'text', many: true }, '', []],
    [{ type: 'int' }, '0', 0],
    [{ type: 'int' }, '１２００', 1200],
    [{ type: 'dec' }, '7.5', 7.5],
    [{ type: 'bool' }, 'TRUE', true],
    [{ type: 'bool' }, '否', false],
    [{ type: 'bool' }, '', null],
    [{ type: 'date' }, '2026-09-01', '2026-09-01'],
    [{ type: 'date' }, '2026/9/1', '2026-09-01'],
    [{ type: 'date' }, '2026年9月1日', '2026-09-01'],
    [{ type: 'date' }, '２０２６年９月１日', '2026-09-01'],
    [{ type: 'date' }, '2026 年 9 月 1 日', '2026-09-01'],
    [{ type: 'date' }, '2024-02-29', '2024-02-29'],
    [{ type: 'person' }, 'Li_Min', 'li_min'],
    [{ type: 'who' }, '王某', '王某'],
    [stage, 'primary', 'primary'],
    [stage, ' 九年一贯制', 'nine_year'],
    [role, 'inspector_full', 'full_time_inspector'],
    [role, 'inspector_part', 'part_time_inspector'],
    [role, 'committee_member', 'member_unit'],
    [role, 'committee_director', 'committee_chair'],
    [role, '校(园)长', 'principal'],
    [role, '园长', 'principal'],
    [role, '县总督学', 'county_office'],
    [role, 'bureau_section', 'bureau_section'],
    [role, '责任区组长', 'zone_leader'],
  ])('case %#', (column, written, value) => expect(read(column, written)).toEqual(value))

  test.each<[Partial<Column>, string, string]>([
    [
      { type: 'text' },
      '3.60702E+09',
      '「3.60702E+09」是科学计数法，原来的数字已经不全。请在 Excel 中把这一列设为“文本”格式，重新填写完整后再导入。',
    ],
    [{ type: 'int' }, '-1', '「-1」不是整数。请只写数字，例如 1200。'],
    [{ type: 'int' }, '1,200', '「1,200」不是整数。请只写数字，例如 1200。'],
    [{ type: 'int' }, '1.5', '「1.5」不是整数。请只写数字，例如 1200。'],
    [{ type: 'dec' }, '约7', '「约7」不是数字。请只写数字，例如 7.5。'],
    [{ type: 'bool' }, '对', '「对」看不明白。请写“是”或“否”。'],
    [{ type: 'bool' }, 'constructor', '「constructor」看不明白。请写“是”或“否”。'],
    [{ type: 'date' }, '2026-02-29', '「2026-02-29」不是日期。请写成 2026-09-01 这样的形式。'],
    [{ type: 'date' }, '2026-9月1', '「2026-9月1」不是日期。请写成 2026-09-01 这样的形式。'],
    [{ type: 'date' }, '9月1日', '「9月1日」不是日期。请写成 2026-09-01 这样的形式。'],
    [{ type: 'date' }, '46266', '「46266」不是日期。请写成 2026-09-01 这样的形式。'],
    [
      stage,
      '中学',
      '「中学」不在选项之内。请填：幼儿园、小学、初中、高中、完全中学、中职、九年一贯制、十二年一贯制、特殊教育。',
    ],
    [{ type: 'text', need: 'value' }, ' ', '不能为空。请填写列。'],
    [{ type: 'text', need: 'value', many: true }, '|', '不能为空。请填写列。'],
    [{ type: 'date', need: 'value' }, '昨天', '「昨天」不是日期。请写成 2026-09-01 这样的形式。'],
  ])('refused, case %#', (column, written, message) => expect(read(column, written)).toBe(message))
})

// Another kind of the contract, to see that a kind is data and nothing else.
const CARDS: Pick<Kind, 'key' | 'columns'> = {
  key: ['userid', 'term_start'],
  columns: [
    { id: 'userid', heading: '账号', type: 'userid', need: 'value' },
    {
      id: 'kind',
      heading: '类别',
      type: 'enum',
      need: 'value',
      values: { full_time: '专职', part_time: '兼职' },
    },
    { id: 'term_start', heading: '聘期起', type: 'date', neededWhen: ['kind', 'part_time'] },
  ],
}

const parseCards = (...rows: string[][]) =>
  parseRows(
    CARDS,
    CARDS.columns.map((column, index) => ({ index, heading: column.heading, column })),
    { headings: ['账号', '类别', '聘期起'], rows: rows.map((cells, i) => ({ line: i + 2, cells })) },
  )

describe('rows', () => {
  test('a value that only some rows need', () => {
    expect(parseCards(['a', '专职', ''], ['b', '兼职', '']).problems).toEqual([
      { line: 3, column: '聘期起', message: '不能为空。请填写聘期起。' },
    ])
  })

  test('two rows with one key, userids compared without case', () => {
    const day = '2026-09-01'
    expect(parseCards(['a', '兼职', day], ['b', '兼职', day], ['A', '专职', day]).problems).toEqual([
      {
        line: 4,
        column: '账号',
        message: '「a、2026-09-01」与第 2 行重复。一个文件里只能有一行，请删去一行。',
      },
    ])
    expect(parseCards(['a', '兼职', day], ['a', '兼职', '2029-09-01']).problems).toEqual([])
  })

  test('all faults are told, in the order of the lines', () => {
    const { problems } = parseCards(['', '兼', '某日'], ['', '专职', '2026-13-01'])
    expect(problems.map(({ line, column }) => `${line} ${column}`)).toEqual([
      '2 类别',
      '2 聘期起',
      '2 账号',
      '3 聘期起',
      '3 账号',
    ])
  })

  test('a short row lacks its last cells, a cell without heading is told once', () => {
    const recognised = recognise(['name', 'level'])
    if (!('kind' in recognised)) throw new Error('not recognised')
    const rows = [
      { line: 2, cells: ['章贡区'] },
      { line: 3, cells: ['南康区', '县（市、区）', '另注'] },
      { line: 4, cells: ['信丰县', 'county', '又注'] },
    ]
    expect(
      parseRows(recognised.kind, recognised.columns, { headings: ['name', 'level'], rows }).problems,
    ).toEqual([
      { line: 2, column: 'level', message: '不能为空。请填写层级。' },
      { line: 3, column: null, message: '第 3 列有内容，却没有表头。请在第一行补上表头，或删去这一列。' },
    ])
  })
})

test('what is written as CSV reads back the same', async () => {
  const texts = ['=1+1', '-', '@某', '说"好"', '一,二', "'引", '', '甲\n乙']
  const { headings, rows } = await readSheet(
    new TextEncoder().encode(csv(['a', ...texts], [['x', ...texts]])),
  )
  expect(headings[0]).toBe('a')
  expect(rows[0]?.cells.slice(1).map((cell) => read({}, cell) ?? '')).toEqual(texts)
})
