import type { Values } from '../parse.ts'
import type { RowFault } from './kind.ts'

/** Of a span that ends before it begins. ISO days compare as they are written. */
export const endsBefore =
  (from: string, to: string, message: string) =>
  (values: Values): RowFault[] => {
    const [first, last] = [values[from], values[to]]
    return typeof first === 'string' && typeof last === 'string' && last < first
      ? [{ column: to, message: `${message}请核对这两个日期。` }]
      : []
  }

/** Of a list where 无 stands beside something. */
export const noneAlone =
  (column: string) =>
  (values: Values): RowFault[] => {
    const said = values[column]
    return Array.isArray(said) && said.includes('none') && said.length > 1
      ? [{ column, message: '写了“无”，又写了别的。请只留一种。' }]
      : []
  }
