import { day, parseDay, type Day } from '#src/domain/day.ts'

/** A day of every year, `09-01`. */
export type YearDay = string & { readonly __unit: 'day of the year' }

/** A span of every year; it runs over New Year where its end is the earlier one. */
export type YearSpan = { from: YearDay; to: YearDay }

/** From this day of the year fewer hours than these give this level (C11.1). */
export type PaceStep = { from: YearDay; hours: number; level: 'notice' | 'warning' | 'breach' }

const tidy = (text: string): string => text.normalize('NFKC').trim()

/** `2026-09-01`, `2026/9/1`, `2026年9月1日`; null for anything else. */
export function dateIn(text: string): Day | null {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(tidy(text)) ?? []
  return date === undefined ? null : parseDay(`${year}-${month!.padStart(2, '0')}-${date.padStart(2, '0')}`)
}

/** `09-01`, `9月1日`; null for anything else. 29 February is a day of the year. */
export function yearDayIn(text: string): YearDay | null {
  const [, month, date] = /^(\d{1,2})[-/月](\d{1,2})日?$/.exec(tidy(text)) ?? []
  const written = date === undefined ? '' : `${month!.padStart(2, '0')}-${date.padStart(2, '0')}`
  return parseDay(`2024-${written}`) && (written as YearDay)
}

/** A day of the year with which a month begins. */
export function monthStartIn(text: string): YearDay | null {
  const on = yearDayIn(text)
  return on?.endsWith('-01') ? on : null
}

/** `09-01..01-20`. */
export function yearSpanIn(text: string): YearSpan | null {
  const [from, to, more] = tidy(text).split('..').map(yearDayIn)
  return from && to && more === undefined ? { from, to } : null
}

/** A whole number, not below 0. */
export const countIn = (text: string): number | null =>
  /^\d{1,9}$/.test(tidy(text)) ? Number(tidy(text)) : null

const YES = ['true', '是']
const NO = ['false', '否']

export function yesOrNoIn(text: string): boolean | null {
  const word = tidy(text).toLowerCase()
  return YES.includes(word) ? true : NO.includes(word) ? false : null
}

/** `06-30:20:notice|09-30:30:warning`, in whatever order; the latest step first. */
export function paceIn(text: string): PaceStep[] | null {
  const steps = tidy(text).split('|').map(paceStepIn)
  return steps.includes(null)
    ? null
    : (steps as PaceStep[]).toSorted((a, b) =>
        a.from < b.from ? 1 : a.from > b.from ? -1 : b.hours - a.hours,
      )
}

function paceStepIn(text: string): PaceStep | null {
  const [on = '', hours = '', level = '', more] = text.split(':').map((part) => part.trim())
  const from = yearDayIn(on)
  const known = level === 'notice' || level === 'warning' || level === 'breach'
  if (!from || !known || more !== undefined || !/^\d{1,4}(\.5|\.0)?$/.test(hours)) return null
  return { from, hours: Number(hours), level }
}

/** That day of a year; 29 February of a year without it lies between the 28th and 1 March. */
export const inYear = (year: number, on: YearDay): Day => day(`${String(year).padStart(4, '0')}-${on}`)
