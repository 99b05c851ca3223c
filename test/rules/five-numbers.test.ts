import { describe, expect, test } from 'vitest'
import { percent } from '#cards/digest.ts'
import { day, type Day } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { digestSpan } from '#src/policy/digest-span.ts'
import { fiveNumbers, type Ledger, type LedgerCase } from '#src/policy/five-numbers.ts'
import { worstThree } from '#src/policy/worst.ts'

/** Monday's digest on the week of 10 to 16 November. */
const SPAN = digestSpan('last_week', day('2025-11-17'))

const code = (written: string) => written as SchoolCode
const SCHOOLS = ['S01', 'S02', 'S03'].map(code)

const running = { state: 'acknowledged', dueOn: day('2025-11-20'), clockStoppedOn: null } as const
const found = (more: Partial<LedgerCase> = {}): LedgerCase => ({
  ...running,
  school: code('S01'),
  severity: 'general',
  foundOn: day('2025-11-12'),
  closedOn: null,
  reportedOn: null,
  then: null,
  ...more,
})
const closed = (more: Partial<LedgerCase>): LedgerCase =>
  found({ state: 'closed', foundOn: day('2025-10-20'), then: running, ...more })

const ledger = (cases: LedgerCase[], visits: [string, string][] = []): Ledger => ({
  schools: SCHOOLS,
  cases,
  firstVisits: new Map(visits.map(([school, on]) => [code(school), day(on)])),
})
const now = (cases: LedgerCase[], visits?: [string, string][]) =>
  fiveNumbers(ledger(cases, visits), SPAN)!.now

describe('what counts', () => {
  test.each<[string, boolean]>([
    ['2025-11-09', false],
    ['2025-11-10', true],
    ['2025-11-16', true],
    ['2025-11-17', false],
  ])('found and closed on %s within the week: %s', (on, counts) => {
    expect(now([found({ foundOn: day(on) })]).found.all).toBe(counts ? 1 : 0)
    expect(now([closed({ closedOn: day(on) })]).closed.all).toBe(counts ? 1 : 0)
  })

  test('serious and urgent are serious; what was settled on the spot was found, and is not in hand', () => {
    const cases = [
      found({ severity: 'serious' }),
      found({ severity: 'urgent' }),
      found({ severity: 'complex' }),
      found({ severity: 'minor', state: 'advised' }),
    ]
    expect(now(cases).found).toEqual({ all: 4, of: 2 })
    expect(now(cases).inHand).toBe(3)
  })

  test('what was withdrawn counts nowhere', () => {
    const { found: all, inHand } = now([found({ state: 'withdrawn', then: running })])
    expect([all.all, inHand]).toEqual([0, 0])
    expect(fiveNumbers(ledger([found({ state: 'withdrawn', then: running })]), SPAN)!.before).toBeNull()
  })

  test.each<[string, Partial<LedgerCase>, number]>([
    ['on its last day', { dueOn: day('2025-11-17') }, 0],
    ['a day later', { dueOn: day('2025-11-16') }, 1],
    ['unsigned', { dueOn: day('2025-11-16'), state: 'issued' }, 1],
    ['reported', { dueOn: day('2025-11-16'), state: 'report_submitted' }, 0],
    ['with its clock stopped', { dueOn: day('2025-11-16'), clockStoppedOn: day('2025-11-14') }, 0],
    ['without a day', { dueOn: null }, 0],
  ])('overdue %s', (_, more, overdue) => expect(now([found(more)]).overdue).toBe(overdue))

  test.each<[string, Partial<LedgerCase>, number]>([
    ['reported on the day, closed later', { dueOn: day('2025-11-10'), reportedOn: day('2025-11-10') }, 1],
    ['reported a day late', { dueOn: day('2025-11-10'), reportedOn: day('2025-11-11') }, 0],
    ['never reported, closed on the day', { dueOn: day('2025-11-12') }, 1],
    ['never reported, closed later', { dueOn: day('2025-11-11') }, 0],
    ['without a day', { dueOn: null, reportedOn: day('2025-11-12') }, 1],
  ])('on time: %s', (_, more, onTime) =>
    expect(now([closed({ closedOn: day('2025-11-12'), ...more })]).closed).toEqual({ all: 1, of: onTime }),
  )

  test('a school counts as visited from the first visit of the semester on, up to the day itself', () => {
    const visits: [string, string][] = [
      ['S01', '2025-09-03'],
      ['S02', '2025-11-17'],
    ]
    expect(now([], visits).visited).toEqual({ all: 3, of: 2 })
  })
})

describe('the week before', () => {
  const before = (cases: LedgerCase[], visits?: [string, string][]) => {
    const digest = fiveNumbers(ledger(cases, visits), SPAN)!
    return { ...digest.before, coverageBefore: digest.coverageBefore }
  }

  test('nothing on record: nothing to compare with', () => {
    const digest = fiveNumbers(ledger([found()], [['S01', '2025-11-12']]), SPAN)!
    expect([digest.before, digest.coverageBefore]).toEqual([null, null])
  })

  test('what stood then is read off the history, whatever has become of it since', () => {
    const overdueThen = { ...running, dueOn: day('2025-11-09') }
    expect(
      before([closed({ closedOn: day('2025-11-12'), then: overdueThen }), found()], [['S01', '2025-11-10']]),
    ).toMatchObject({ inHand: 1, overdue: 1, found: { all: 0 }, coverageBefore: 1 })
  })

  test('in another semester the coverage is not compared, the rest is', () => {
    const span = digestSpan('last_week', day('2026-02-02'))
    const digest = fiveNumbers(
      { ...ledger([]), cases: [closed({ closedOn: day('2026-01-20'), dueOn: null })] },
      span,
    )!
    expect(digest.before?.closed.all).toBe(1)
    expect(digest.coverageBefore).toBeNull()
  })

  test('without a school on file nothing is known', () =>
    expect(fiveNumbers({ ...ledger([]), schools: [] }, SPAN)).toBeNull())
})

describe('spans', () => {
  const days = (name: Parameters<typeof digestSpan>[0], today: string) => {
    const { from, to, asOf, before } = digestSpan(name, day(today))
    return [from, to, asOf, before.from, before.to, before.asOf]
  }

  test.each<[Parameters<typeof digestSpan>[0], string, string[]]>([
    [
      'last_week',
      '2025-11-17',
      ['2025-11-10', '2025-11-16', '2025-11-17', '2025-11-03', '2025-11-09', '2025-11-10'],
    ],
    [
      'week',
      '2025-11-19',
      ['2025-11-17', '2025-11-19', '2025-11-19', '2025-11-10', '2025-11-12', '2025-11-12'],
    ],
    [
      'last_month',
      '2025-12-01',
      ['2025-11-01', '2025-11-30', '2025-12-01', '2025-10-01', '2025-10-31', '2025-11-01'],
    ],
    [
      'month',
      '2026-03-31',
      ['2026-03-01', '2026-03-31', '2026-03-31', '2026-02-01', '2026-02-28', '2026-02-28'],
    ],
    [
      'month',
      '2025-11-19',
      ['2025-11-01', '2025-11-19', '2025-11-19', '2025-10-01', '2025-10-19', '2025-10-19'],
    ],
  ])('%s on %s', (name, today, expected) => expect(days(name, today)).toEqual(expected))
})

describe('three worst', () => {
  const part = (name: string, overdueOn: (Day | null)[], visited: number, schools: number) => ({
    name,
    ledger: {
      schools: Array.from({ length: schools }, (_, i) => code(`${name}${i}`)),
      cases: overdueOn.map((dueOn) => found({ dueOn })),
      firstVisits: new Map(
        Array.from({ length: visited }, (_, i) => [code(`${name}${i}`), day('2025-09-01')]),
      ),
    },
  })
  const worst = (...parts: ReturnType<typeof part>[]) =>
    worstThree(parts, SPAN.asOf).map((each) => `${each.name} ${each.overdueDays}`)

  test('most overdue days in sum, then the lowest coverage', () =>
    expect(
      worst(
        part('甲', [day('2025-11-16')], 3, 3),
        part('乙', [day('2025-11-14'), day('2025-11-16')], 3, 3),
        part('丙', [], 1, 3),
        part('丁', [], 2, 3),
      ),
    ).toEqual(['乙 4', '甲 1', '丙 0']))

  test('who is neither late nor has a school to visit is not on it, nor a place without schools', () =>
    expect(worst(part('甲', [], 3, 3), part('乙', [], 0, 0))).toEqual([]))

  test('four equals: the alphabet sets nobody apart', () =>
    expect(
      worst(part('甲', [day('2025-11-16')], 0, 2), ...['乙', '丙', '丁'].map((name) => part(name, [], 0, 1))),
    ).toEqual(['甲 1']))

  test('equals that all fit stand by name', () =>
    expect(worst(part('乙', [], 0, 2), part('甲', [], 0, 4))).toEqual(['乙 0', '甲 0']))
})

test.each<[number, number, string]>([
  [0, 3, '0%'],
  [1, 3, '33.3%'],
  [2, 3, '66.7%'],
  [1, 5, '20%'],
  [3, 3, '100%'],
  [9999, 10000, '99.9%'],
  [1, 10000, '0.1%'],
])('%i of %i is %s', (part, whole, shown) => expect(percent(part, whole)).toBe(shown))
