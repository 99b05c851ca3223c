import type { DataValidation } from 'hucre/xlsx'
import type { Column, Kind } from './kinds/kind.ts'

/** As far down as a table is likely to be filled in by hand. */
const LEAST_ROWS = 1000

/** What the spreadsheet itself checks while somebody types, one rule a column. */
export const validations = (kind: Kind, rows: number): DataValidation[] =>
  kind.columns.flatMap((column, i) => {
    const rule = ruleOf(column)
    const letter = letterOf(i)
    return rule
      ? [{ ...COMMON, ...rule, range: `${letter}2:${letter}${Math.max(LEAST_ROWS, rows) + 1}` }]
      : []
  })

const COMMON = { allowBlank: true, showInputMessage: true, showErrorMessage: true, errorTitle: '请改一下' }

type Rule = Omit<DataValidation, 'range'>

function ruleOf(column: Column): Rule | undefined {
  const { type, values, many } = column
  const choices = type === 'bool' ? ['是', '否'] : Object.values(values ?? {})
  if (choices.length > 0) return choice(choices, type === 'text' || many === true)
  return many ? undefined : NUMBERS[type]?.(column)
}

/** A list to choose from; where other words or several may stand in the cell, it is an offer only. */
const choice = (values: string[], isOffer: boolean): Rule => ({
  type: 'list',
  values,
  ...(isOffer ? { showErrorMessage: false } : { errorMessage: `请从下拉列表中选择：${values.join('、')}` }),
})

const isPositive = ({ refuse }: Column) => refuse?.(0) !== undefined

const NUMBERS: Partial<Record<Column['type'], (column: Column) => Rule>> = {
  int: (column) => ({
    type: 'whole',
    operator: 'greaterThanOrEqual',
    formula1: isPositive(column) ? '1' : '0',
    errorMessage: '请只写整数，例如 12',
  }),
  dec: (column) => ({
    type: 'decimal',
    operator: isPositive(column) ? 'greaterThan' : 'greaterThanOrEqual',
    formula1: '0',
    errorMessage: '请只写数字，例如 7.5',
  }),
  date: () => ({
    type: 'date',
    operator: 'greaterThanOrEqual',
    // 1 March 1900 as Excel counts.
    formula1: '61',
    errorMessage: '请写日期，例如 2026-09-01',
  }),
}

/** The name of the nth column: A … Z, AA … */
const letterOf = (n: number): string =>
  (n < 26 ? '' : letterOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))
