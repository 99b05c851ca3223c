import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, day, daysBetween } from '#src/domain/day.ts'
import { levelWord } from '#src/policy/checks/level-words.ts'
import { halvesOf } from '#src/policy/checks/training-hours.ts'
import { figuresOn, given, levelOn, lineOn, times, type Given } from './given.ts'

const TODAY = '2026-11-23'
const inspectors = (total: number, retired = 0): Given['inspectors'] =>
  times(total, (at) => ({ userid: `i${at}`, retired: at < retired }))

describe('whole numbers decide, never what is shown rounded', () => {
  test('two retirees in five are no breach, one more is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), (fifth) => {
        const level = (retired: number) =>
          levelOn(TODAY, 'C10.1', '城南县', { inspectors: inspectors(5 * fifth, retired) })
        expect([2 * fifth, 2 * fifth + 1].map(level)).toEqual(['notice', 'breach'])
      }),
      { numRuns: 20 },
    )
  })

  test('the share is shown with one decimal, half up', () => {
    const share = (retired: number, total: number) =>
      figuresOn(TODAY, 'C10.1', '城南县', { inspectors: inspectors(total, retired) })['share']
    // 40.05 of a hundred is a breach that reads 40.1; of 1.25 the half goes up.
    expect([share(15, 35), share(1, 80), share(1, 3), share(0, 7)]).toEqual([42.9, 1.3, 33.3, 0])
  })

  test('as many inspectors as ten thousands of students, and one for the rest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), (students) => {
        const studentNumbers: Given['studentNumbers'] = [
          { stage: 'kindergarten', count: 0 },
          { stage: 'primary', count: students },
        ]
        const { need, short } = figuresOn(TODAY, 'C9.1', '城南县', {
          studentNumbers,
          inspectors: inspectors(3),
        })
        expect((need as number) * 10_000).toBeGreaterThanOrEqual(students)
        expect(((need as number) - 1) * 10_000).toBeLessThan(students)
        expect(short).toBe(Math.max(0, (need as number) - 3))
      }),
      { numRuns: 50 },
    )
  })

  test('amounts are added as they are written', () => {
    const rows = { budgets: [{ amount: 0.1 }, { amount: 0.2 }] }
    expect(figuresOn(TODAY, 'C12.1', '城南县', rows)).toMatchObject({ amount: 0.3 })
  })
})

describe('nothing is in order that is not known', () => {
  const missing: [check: string, subject: string, rows: Given][] = [
    ['C1.1', 'city', {}],
    ['C2.1', '城南县', {}],
    ['C4.2', '城南县', {}],
    ['C5.4', 's1', { schools: [{}] }],
    ['C5.5', 's1', { schools: [{}] }],
    ['C7.3', '城南县', {}],
    ['C9.1', '城南县', {}],
    ['C9.2', '城南县', {}],
    ['C10.1', '城南县', {}],
    ['C10.2', 'wang', { inspectors: [{ retired: true }] }],
    ['C10.3', 'wang', { people: [{}] }],
    ['C12.1', '城南县', {}],
  ]
  test.each(missing)('%s of %s without records is 数据不足 on any day', (check, subject, rows) => {
    fc.assert(
      fc.property(fc.integer({ min: 91, max: 364 }), (days) => {
        const line = lineOn(addDays(day('2026-01-01'), days), check, subject, rows)
        expect([line.level, levelWord(line)]).toEqual(['unknown', '数据不足'])
      }),
      { numRuns: 10 },
    )
  })

  test('a duty whose period still runs is 进行中, not 达标', () => {
    expect(levelWord(lineOn('2026-03-01', 'C3.1', '城南县@2026', {}))).toBe('进行中')
    expect(
      levelWord(
        lineOn('2026-03-01', 'C3.1', '城南县@2026', {
          meetings: [{ heldOn: '2026-02-02', minutesOn: '2026-02-05' }],
        }),
      ),
    ).toBe('达标')
  })
})

const WORSE = ['ok', 'notice', 'warning', 'breach']

describe('as days go by', () => {
  test.each([
    ['C3.1', '城南县@2026', {}],
    ['C7.1', '城南县@2026', {}],
    ['C5.3', 's1@2025-2026-2', { schools: [{}] }],
    ['C5.4', 's1/zhao@2023-09-01', { schools: [{}], principalTerms: [{}] }],
    ['C11.1', 'wang@2026', { inspectors: [{}] }],
  ] as [string, string, Given][])('%s of %s that nobody does gets no better', (check, subject, rows) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 180 }), fc.integer({ min: 0, max: 60 }), (days, more) => {
        const on = addDays(day('2026-02-01'), days)
        const rank = (each: string) => WORSE.indexOf(levelOn(each, check, subject, rows))
        expect(rank(addDays(on, more))).toBeGreaterThanOrEqual(rank(on))
      }),
      { numRuns: 40 },
    )
  })

  test('what a year counts stays, whichever later day asks', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 364 }), (days) => {
        const rows = { meetings: [{ heldOn: '2025-12-31', minutesOn: '2026-01-04' }] }
        const on = addDays(day('2026-01-01'), days)
        expect(figuresOn(on, 'C3.1', '城南县@2025', rows)).toEqual({
          year: 2025,
          held: 1,
          last_on: '2025-12-31',
          met: true,
        })
      }),
      { numRuns: 20 },
    )
  })
})

describe('training that shares days', () => {
  const events = fc.array(
    fc.record({
      from: fc.integer({ min: 0, max: 30 }),
      length: fc.integer({ min: 0, max: 5 }),
      halves: fc.integer({ min: 1, max: 80 }),
      notDuplicate: fc.boolean(),
    }),
    { maxLength: 8 },
  )

  test('counts the largest of each group once, as joining neighbours over and over would', () => {
    fc.assert(
      fc.property(events, (all) => {
        const rows = given({
          training: all.map(({ from, length, halves, notDuplicate }) => ({
            startOn: addDays(day('2026-03-01'), from),
            endOn: addDays(day('2026-03-01'), from + length),
            hours: halves / 2,
            notDuplicate,
          })),
        }).training
        expect(halvesOf(rows)).toBe(plainly(all))
      }),
    )
  })

  type Event = { from: number; length: number; halves: number; notDuplicate: boolean }
  function plainly(all: readonly Event[]): number {
    let groups: Event[][] = []
    for (const each of all.filter(({ notDuplicate }) => !notDuplicate)) {
      const meets = (group: Event[]) =>
        group.some((other) => each.from <= other.from + other.length && other.from <= each.from + each.length)
      groups = [...groups.filter((group) => !meets(group)), [each, ...groups.filter(meets).flat()]]
    }
    const own = all.filter(({ notDuplicate }) => notDuplicate).reduce((sum, { halves }) => sum + halves, 0)
    return groups.reduce((sum, group) => sum + Math.max(...group.map(({ halves }) => halves)), own)
  }
})

test('the days left of a term count down by one a day', () => {
  const rows = {
    inspectors: [{ kind: 'part_time' as const, termStart: '2025-01-01', termEnd: '2027-12-31' }],
  }
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1500 }), (days) => {
      const on = addDays(day('2025-01-01'), days)
      expect(figuresOn(on, 'C10.5', 'wang', rows)['days_left']).toBe(daysBetween(on, day('2027-12-31')))
    }),
    { numRuns: 30 },
  )
})
