import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths, day, daysBetween } from '#src/domain/day.ts'
import { addWorkingDays, isWorkingDay } from '#src/policy/working-days.ts'
import { calendarOf } from '#src/policy/checks/view/calendar.ts'

const builtIn = calendarOf([])

describe('working days (records-contract.md B3)', () => {
  test('the example: two days before the holidays, with two make-up days', () => {
    const X = day('2026-09-29')
    expect([1, 2, 4].map((n) => builtIn.after(X, n))).toEqual(['2026-09-30', '2026-10-08', '2026-10-10'])
    expect(builtIn.count(day('2026-09-30'), day('2026-10-10'))).toBe(4)
    expect(builtIn.count(day('2026-09-20'), day('2026-09-20'))).toBe(1)
    expect(builtIn.isPast(day('2026-10-08'), X, 2)).toBe(false)
    expect(builtIn.isPast(day('2026-10-09'), X, 2)).toBe(true)
  })

  test('a row on file overrules the day, and makes its year known', () => {
    const changed = calendarOf([
      { date: day('2026-10-08'), dayType: 'off' },
      { date: day('2027-02-10'), dayType: 'off' },
    ])
    expect(changed.after(day('2026-09-29'), 2)).toBe('2026-10-09')
    expect(isWorkingDay(changed.days, day('2026-10-01'))).toBe(false)
    // Of 2027 only this row is known: 1 January is a Friday like any other.
    expect(changed.days.known(2027)).toBe(true)
    expect(isWorkingDay(changed.days, day('2027-01-01'))).toBe(true)
  })

  test('a year that nobody has arranged keeps the statutory days; the table begins with 2020', () => {
    expect(isWorkingDay(builtIn.days, day('2027-01-01'))).toBe(false)
    expect([2019, 2020, 2026, 2027].map(builtIn.days.known)).toEqual([false, true, true, false])
    // 2019 was arranged with a Saturday of work on 12 October, before the table begins.
    expect(isWorkingDay(builtIn.days, day('2019-10-12'))).toBe(false)
  })
})

const someDay = fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2019-06-01'), days))

describe('is what stepping from day to day would give', () => {
  test('the N-th working day after', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 300 }), (on, n) => {
        expect(builtIn.after(on, n)).toBe(addWorkingDays(builtIn.days, on, n))
      }),
      { numRuns: 200 },
    )
  })

  test('the count, in which the N-th is the N-th', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 1, max: 600 }), (on, n) => {
        const last = builtIn.after(on, n)
        expect(builtIn.count(addDays(on, 1), last)).toBe(n)
        expect(builtIn.count(addDays(on, 1), addDays(last, -1))).toBe(n - 1)
      }),
      { numRuns: 200 },
    )
  })
})

describe('days and months', () => {
  test('a shorter month takes its last day', () => {
    expect(addMonths(day('2024-02-29'), 24)).toBe('2026-02-28')
    expect(addMonths(day('2026-08-31'), -6)).toBe('2026-02-28')
    expect(addMonths(day('2027-12-31'), 2)).toBe('2028-02-29')
    expect(addMonths(day('2026-01-15'), -1)).toBe('2025-12-15')
  })

  test('so many days on, and back', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -900, max: 900 }), (on, days) => {
        expect(daysBetween(on, addDays(on, days))).toBe(days)
      }),
    )
  })

  test('a month holds its own length and no more', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -60, max: 60 }), (on, months) => {
        const there = addMonths(on, months)
        const first = addMonths(day(`${on.slice(0, 8)}01`), months)
        expect(there.slice(0, 7)).toBe(first.slice(0, 7))
        expect(Number(there.slice(8))).toBe(
          Math.min(Number(on.slice(8)), daysBetween(first, addMonths(first, 1))),
        )
      }),
    )
  })
})
