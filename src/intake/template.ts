import type { Column, Kind } from './kinds/kind.ts'
import { aboutOf } from './template-words.ts'
import { HEADING, tableSheet, workbook, type Sheet } from './write-xlsx.ts'

/** So many empty rows have the formats of their columns: a code typed there keeps its zeros. */
const EMPTY_ROWS = 500

/** A workbook to fill in: the table, needed columns marked with `*`, and a sheet that says how. */
export const template = (kind: Kind): Promise<Uint8Array> => workbook([emptyTable(kind), instructions(kind)])

function emptyTable(kind: Kind): Sheet {
  const sheet = tableSheet(kind, [], headingOf)
  const empty = () => kind.columns.map(() => null)
  return { ...sheet, rows: [...(sheet.rows ?? []), ...Array.from({ length: EMPTY_ROWS }, empty)] }
}

const headingOf = ({ heading, need }: Column): string => (need === 'value' ? `${heading}*` : heading)

function instructions(kind: Kind): Sheet {
  const head = [
    [`${kind.heading}表怎么填`],
    ['第一张表的第一行是表头，请不要改动；从第二行起每行填一条。带 * 的必填。'],
    [
      `以「${keyHeadings(kind)}」认定是哪一条：已有的会更新，没有的会新增；空着的格子会把原来的内容清掉，不需要改的列可以整列删去。`,
    ],
    ['导入不会删除任何一行。不再算数的，在「作废」一列填“是”。'],
    [`填好后请管理员运行：npm run dudao -- import 文件名.xlsx`],
    [],
  ]
  const table = [TITLES, ...kind.columns.map((column) => rowOf(kind, column))]
  const titles = TITLES.map(
    (value, i) => [`${head.length},${i}`, { value, type: 'string' as const, style: HEADING }] as const,
  )
  return {
    name: '填写说明',
    columns: [{ width: 16 }, ...[44, 22, 40, 32].map((width) => ({ width, style: WRAPPED }))],
    rows: [...head, ...table],
    cells: new Map(titles),
  }
}

const WRAPPED = { alignment: { wrapText: true, vertical: 'top' as const } }

const TITLES = ['栏目', '填什么', '要不要填', '写法', '例子']

const keyHeadings = (kind: Kind) =>
  kind.key.map((id) => kind.columns.find((column) => column.id === id)?.heading).join('＋')

function rowOf(kind: Kind, column: Column): string[] {
  const { what, example } = aboutOf(kind, column)
  return [column.heading, what, neededOf(kind, column), formOf(column), example]
}

function neededOf({ columns }: Kind, { need, neededWhen }: Column): string {
  if (need === 'value') return '必填'
  if (neededWhen) return `${conditionOf(columns, neededWhen)}时必填`
  return need === 'heading' ? '可以空着，但这一列要保留' : '可以不填'
}

function conditionOf(columns: readonly Column[], [id, value]: readonly [string, string]): string {
  const column = columns.find((each) => each.id === id)
  return `「${column?.heading}」是“${column?.values?.[value] ?? value}”`
}

function formOf(column: Column): string {
  const { type, values, many } = column
  const one = values
    ? `${type === 'enum' ? '从列表中选' : '可选，也可另写'}：${Object.values(values).join('、')}`
    : FORMS[type]
  return many ? `${one}；有几个就用 | 隔开` : one
}

const FORMS: Record<Column['type'], string> = {
  text: '文字',
  word: '文字',
  userid: '企业微信账号',
  person: '企业微信账号，要在人员表里',
  who: '企业微信账号；没有账号的写姓名',
  place: '地区全称，要在地区表里；市本级写“市直”',
  school: '学校代码，要在学校表里',
  bool: '是 或 否',
  enum: '从列表中选',
  int: '整数',
  dec: '数字，可以有小数',
  date: '日期，写成 2026-09-01',
}
