import { describe, expect, test } from 'vitest'
import { arrangedDays } from '#src/policy/statutory-days.ts'
import { addDays, day, instantOf, type Day } from '#src/domain/day.ts'
import { hoursBetween, mayRemind, turnOf } from '#src/policy/hours.ts'
import { dayOfStep, duesAt, meantUntil, STEPS, type Step } from '#src/policy/ladder.ts'
import { isWorkingDay, type WorkingDays } from '#src/policy/working-days.ts'

const arranged = new Map([2025, 2026].flatMap(arrangedDays).map(({ date, dayType }) => [date, dayType]))
const days: WorkingDays = { exception: (on) => arranged.get(on), known: () => true }
const steps = Object.keys(STEPS) as Step[]
const instant = (local: string) => instantOf(`${local}:00+08:00`)

describe('on which day a step is taken', () => {
  test.each<[string, Day, Partial<Record<Step, string>>]>([
    [
      'a Thursday among working days',
      day('2025-11-27'),
      { due_3: '11-24', due_1: '11-26', last_call: '11-27', overdue_1: '11-28', overdue_3: '12-01' },
    ],
    // Both on the Friday before: the one gives way to the other.
    [
      'a Sunday',
      day('2025-11-30'),
      { due_3: '11-26', due_1: '11-28', last_call: '11-28', overdue_1: '12-01' },
    ],
    [
      'the last day before the National Day holiday (1 to 8 October 2025)',
      day('2025-09-30'),
      {
        due_1: '09-29',
        last_call: '09-30',
        overdue_1: '10-09',
        overdue_3: '10-09',
        overdue_7: '10-09',
        overdue_15: '10-15',
      },
    ],
    [
      'within the holiday',
      day('2025-10-05'),
      { due_3: '09-28', due_1: '09-30', last_call: '09-30', overdue_1: '10-09', overdue_7: '10-13' },
    ],
    // 28 September and 11 October are Sundays and Saturdays that are worked.
    [
      'a Saturday that is worked',
      day('2025-10-11'),
      { due_1: '10-10', last_call: '10-11', overdue_1: '10-13' },
    ],
    [
      'within Spring Festival (15 to 23 February 2026)',
      day('2026-02-18'),
      { due_1: '02-14', last_call: '02-14', overdue_1: '02-24' },
    ],
  ])('due on %s', (_, due, wanted) => {
    const found = Object.keys(wanted).map((step) => [step, dayOfStep(days, step as Step, due).slice(5)])
    expect(Object.fromEntries(found)).toEqual(wanted)
  })

  test.each(steps)('%s: asked by due dates it takes exactly the cases whose day it is', (step) => {
    const found = new Map<Day, Day[]>()
    for (let due = day('2025-03-01'); due < '2026-12-01'; due = addDays(due, 1)) {
      const on = dayOfStep(days, step, due)
      const givesWay = step === 'due_1' && on === dayOfStep(days, 'last_call', due)
      if (!givesWay) found.set(on, [...(found.get(on) ?? []), due])
    }
    for (let on = day('2025-05-01'); on < '2026-09-01'; on = addDays(on, 1)) {
      if (!isWorkingDay(days, on)) continue
      const { after, upTo } = duesAt(days, step, on)
      const within: Day[] = []
      for (let due = addDays(after, 1); due <= upTo; due = addDays(due, 1)) within.push(due)
      expect([on, within]).toEqual([on, found.get(on) ?? []])
    }
  })
})

test.each<[Step, Day, string]>([
  ['due_3', day('2025-11-27'), '2025-11-26T08:00'],
  ['due_1', day('2025-11-27'), '2025-11-27T16:00'],
  ['overdue_1', day('2025-11-27'), '2025-12-29T08:00'],
  ['overdue_3', day('2025-11-27'), '2025-12-04T08:00'],
  // Three days, and seven, after 30 September fall on the same working day: only the seventh is told.
  ['overdue_3', day('2025-09-30'), '2025-10-09T08:00'],
  ['overdue_7', day('2025-11-27'), '2025-12-12T08:00'],
])('%s of a case due on %s has a meaning until %s', (step, due, until) => {
  expect(meantUntil(days, step, due)).toBe(instant(until))
})

test('a last call has none after its day', () => {
  expect(meantUntil(days, 'last_call', day('2025-11-30'))).toBe(instant('2025-11-29T00:00') - 1)
})

test.each([
  ['2025-11-18T07:59', false],
  ['2025-11-18T08:00', true],
  ['2025-11-18T19:59', true],
  ['2025-11-18T20:00', false],
  ['2025-11-22T10:00', false],
  ['2025-10-01T10:00', false],
  ['2025-10-11T10:00', true],
])('may the clock speak at %s: %s', (local, may) => {
  expect(mayRemind(days, instant(local))).toBe(may)
})

test('everybody has a minute of his own after eight, the same every day, and all ten are used', () => {
  const minutes = Array.from(
    { length: 500 },
    (_, i) => turnOf(`user_${i}`, day('2025-11-18')) - instant('2025-11-18T08:00'),
  )
  expect([...new Set(minutes)].sort((a, b) => a - b)).toEqual(
    Array.from({ length: 10 }, (_, i) => i * 60_000),
  )
  expect(turnOf('li_min', day('2025-11-19')) - turnOf('li_min', day('2025-11-18'))).toBe(86_400_000)
})

describe('the hours that have come', () => {
  const hours = (from: string, to: string) =>
    hoursBetween(days, instant(from), instant(to)).map(({ day: on, slot }) => `${on.slice(5)} ${slot}`)
  test('none between two of them', () => expect(hours('2025-11-18T08:30', '2025-11-18T08:59')).toEqual([]))
  test('each once, to the minute', () => {
    expect(hours('2025-11-18T07:59', '2025-11-18T08:00')).toEqual(['11-18 08:00'])
    expect(hours('2025-11-18T08:00', '2025-11-18T08:29')).toEqual([])
  })
  test('those of a standstill, days off left out', () => {
    expect(hours('2025-11-21T19:00', '2025-11-24T08:10')).toEqual(['11-21 19:30', '11-24 08:00'])
  })
})
