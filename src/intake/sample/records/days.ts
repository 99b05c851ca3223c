import { addDays, addMonths, addYears, day, yearOf, type Day } from '#src/domain/day.ts'

/** Dates of the sample, told from the day on which it is made: what is to be overdue then is overdue whenever that is. */
export type Days = {
  today: Day
  year: number
  /** So many days ago; days to come where it is below zero. */
  ago(days: number): Day
  monthsAgo(months: number): Day
  yearsAgo(years: number): Day
  /** A day of this year, or of another counted from it; never later than today. */
  inYear(on: string, year?: number): Day
}

export function daysFrom(today: Day): Days {
  const year = yearOf(today)
  return {
    today,
    year,
    ago: (days) => addDays(today, -days),
    monthsAgo: (months) => addMonths(today, -months),
    yearsAgo: (years) => addYears(today, -years),
    inYear: (on, other = 0) => {
      const found = day(`${year + other}-${on}`)
      return found > today ? today : found
    },
  }
}
