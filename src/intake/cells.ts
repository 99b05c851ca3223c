import { dayInMonth } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { userId } from '#src/domain/words.ts'
import { fold } from '#src/language/text.ts'
import { plain } from './plain.ts'
import type { Column, ColumnType } from './kinds/kind.ts'

export type Value = string | number | boolean | string[] | null

type Scalar = string | number | boolean

/** Reads the cells of one column; what cannot be read is a UserError that says what to write instead. */
export function cellReader(column: Column): (written: string) => Value {
  const read = READERS[column.type](column)
  const readOne = (text: string) => fitting(column, read(text))
  return (written) => {
    const text = cleaned(written)
    if (column.many) return [...new Set(parts(text).map((part) => String(readOne(part))))]
    return text === '' ? null : readOne(text)
  }
}

function fitting({ refuse }: Column, value: Scalar): Scalar {
  const fault = typeof value === 'boolean' ? undefined : refuse?.(value)
  if (fault !== undefined) throw new UserError(fault)
  return value
}

const parts = (text: string) =>
  text
    .split(/[|｜]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')

// An export puts one `'` before a text that a spreadsheet would take for a formula; it is taken away again.
const cleaned = (written: string) =>
  written
    .trim()
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .trim()

const READERS: Record<ColumnType, (column: Column) => (text: string) => Scalar> = {
  text: knownOrOther,
  word: () => (text) => fold(textOf(text)),
  userid: () => textOf,
  person: () => (text) => userId(textOf(text)),
  who: () => textOf,
  place: () => textOf,
  school: () => textOf,
  int: () => wholeOf,
  dec: () => decimalOf,
  bool: () => yesOrNo,
  date: () => dateOf,
  enum: oneOf,
}

function textOf(text: string): string {
  if (/^\d(\.\d+)?e\+\d+$/i.test(text))
    throw new UserError(
      `「${text}」是科学计数法，原来的数字已经不全。请在 Excel 中把这一列设为“文本”格式，重新填写完整后再导入。`,
    )
  return text
}

function wholeOf(text: string): number {
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value)) return value
  throw new UserError(`「${text}」不是整数。请只写数字，例如 1200。`)
}

function decimalOf(text: string): number {
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  throw new UserError(`「${text}」不是数字。请只写数字，例如 7.5。`)
}

const YES_OR_NO = new Map([
  ['true', true],
  ['是', true],
  ['false', false],
  ['否', false],
])

function yesOrNo(text: string): boolean {
  const value = YES_OR_NO.get(plain(text))
  if (value === undefined) throw new UserError(`「${text}」看不明白。请写“是”或“否”。`)
  return value
}

const DATES = [
  /^(\d{4})-(\d{1,2})-(\d{1,2})$/,
  /^(\d{4})\/(\d{1,2})\/(\d{1,2})$/,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日$/,
]

function dateOf(text: string): string {
  const [, ...parts] = DATES.map((form) => form.exec(plain(text))).find((found) => found !== null) ?? []
  const [year = NaN, month = NaN, date = NaN] = parts.map(Number)
  const day = dayInMonth(year, month, date)
  if (day === null) throw new UserError(`「${text}」不是日期。请写成 2026-09-01 这样的形式。`)
  return day
}

function oneOf(column: Column): (text: string) => string {
  const named = valuesByName(column)
  return (text) => {
    const value = named.get(plain(text))
    if (value === undefined)
      throw new UserError(`「${text}」不在选项之内。请填：${Object.values(column.values ?? {}).join('、')}。`)
    return value
  }
}

/** A text of which some are known by a value and a label. */
function knownOrOther(column: Column): (text: string) => string {
  if (!column.values) return textOf
  const named = valuesByName(column)
  return (text) => named.get(plain(text)) ?? textOf(text)
}

/** Each value of a column under its name, its label and its other spellings. */
function valuesByName({ values = {}, spellings = {} }: Column): Map<string, string> {
  const labelled = Object.entries(values).flatMap(([value, label]) => [
    [value, value] as const,
    [label, value] as const,
  ])
  return new Map([...labelled, ...Object.entries(spellings)].map(([name, value]) => [plain(name), value]))
}
