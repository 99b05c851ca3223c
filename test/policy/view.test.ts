import { describe, expect, test } from 'vitest'
import { day } from '#src/domain/day.ts'
import { basicConditions } from '#src/policy/checks/c10.3-basic-conditions.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { asFiled, asOf, type View } from '#src/policy/checks/view/view.ts'
import { figuresOn, given, levelOn, linesOn, subjectsOn, type Given } from './given.ts'

/** What holds for every check (records-contract.md B2, B7), each seen through a check that leans on it. */

const TODAY = '2026-11-23'

describe('what is withdrawn counts for nothing (B2.4, B7.5)', () => {
  const city: Given = {
    schools: [{ code: 's1' }],
    people: [{ userid: 'wang' }],
    inspectors: [{ userid: 'wang' }],
    assignments: [{ inspector: 'wang', school: 's1' }],
  }
  test('a row goes, and with a person his card and his assignments', () => {
    expect(levelOn(TODAY, 'C5.1', 's1', city)).toBe('ok')
    expect(levelOn(TODAY, 'C5.1', 's1', { ...city, assignments: [{ withdrawn: true }] })).toBe('breach')
    expect(levelOn(TODAY, 'C5.1', 's1', { ...city, people: [{ withdrawn: true }] })).toBe('breach')
  })
  test('a withdrawn card is no card: who works as an inspector proves nothing', () => {
    expect(levelOn(TODAY, 'C5.1', 's1', { ...city, inspectors: [{ withdrawn: true }] })).toBe('unknown')
  })
  test('with a county go its schools and people, with a school its people, and the cards of all of them', () => {
    const places = [{ name: '城南县' }, { name: '城北县', withdrawn: true }]
    expect(
      subjectsOn(TODAY, 'C5.1', { places, schools: [{ code: 's1' }, { code: 's2', county: '城北县' }] }),
    ).toEqual(['s1'])
    const gone = {
      places,
      schools: [{ code: 's2', county: '城北县' }],
      people: [{ school: 's2' }],
      inspectors: [{}],
    }
    expect(subjectsOn(TODAY, 'C10.3', gone)).toEqual([])
  })
  test('a cell that may be empty is read as empty, in a list the value falls out', () => {
    const places = [
      { name: '城南县' },
      { name: '城北县', withdrawn: true },
      { name: '新区', countedIn: '城北县' },
    ]
    expect(subjectsOn(TODAY, 'C9.2', { places })).toEqual(['city', '城南县', '新区'])
    const schools = [{ code: 's1' }, { code: 's2', withdrawn: true }]
    const recused = { ...city, schools, inspectors: [{ recusals: ['s2'], formerSchool: 's2' }] }
    expect(levelOn(TODAY, 'C10.6', 'wang/s1', recused)).toBe('unknown')
  })
  test('the city level stays, whatever becomes of its row', () => {
    const places = [{ name: '赣南市', level: 'city' as const, withdrawn: true }]
    expect(
      levelOn(TODAY, 'C12.2', 'city', { places, documents: [{ place: 'city', docKind: 'cost_rules' }] }),
    ).toBe('ok')
  })
})

describe('what is still to come is not known, ends and plans are (B2.3)', () => {
  test('a term that has not begun, a card of tomorrow, a principal of tomorrow are not there', () => {
    expect(subjectsOn('2026-08-31', 'C10.3', { inspectors: [{ appointedOn: '2026-09-01' }] })).toEqual([])
    expect(
      subjectsOn('2026-08-31', 'C5.4', { schools: [{}], principalTerms: [{ startOn: '2026-09-01' }] }),
    ).toEqual(['s1'])
  })
  test('a school that will close is open until then, and the end is reckoned with', () => {
    const rows = {
      schools: [{ closedOn: '2026-10-15' }],
      visits: [{ visitDate: '2026-09-10' }],
    }
    expect(figuresOn('2026-10-15', 'C5.3', 's1@2026-2027-1', rows)).toMatchObject({
      dates: 1,
      need: 1,
      met: true,
    })
    expect(subjectsOn('2026-10-16', 'C5.1', rows)).toEqual([])
  })
  test('an interview goes by the first of its dates that there is; without any it prints nothing', () => {
    const dates = (row: object) => ({ interviews: [{ proposedOn: null, ...row }] })
    expect(subjectsOn('2026-09-09', 'C8.3', dates({ notifiedOn: '2026-09-10' }))).toEqual([])
    expect(subjectsOn('2026-09-10', 'C8.3', dates({ notifiedOn: '2026-09-10' }))).toEqual(['y1'])
    expect(subjectsOn('2026-09-10', 'C8.3', dates({}))).toEqual([])
  })
})

describe('places (B2.6, B7.10)', () => {
  const zone = { name: '新区', level: 'functional_zone' as const, government: false }
  test('a zone without a government has no line where government is asked for', () => {
    expect(subjectsOn(TODAY, 'C2.1', { places: [{ name: '城南县' }, zone] })).toEqual(['city', '城南县'])
    expect(subjectsOn(TODAY, 'C10.1', { places: [{ name: '城南县' }, zone] })).toEqual([
      'city',
      '城南县',
      '新区',
    ])
  })
  test('a zone counted in a county has no line of its own there, and is in the county and the city', () => {
    const places = [{ name: '城南县' }, { ...zone, countedIn: '城南县' }]
    const inspectors = [{ userid: 'a' }, { userid: 'b', place: '新区' }, { userid: 'c', place: 'city' }]
    expect(figuresOn(TODAY, 'C10.1', '城南县', { places, inspectors })).toMatchObject({ total: 2 })
    expect(figuresOn(TODAY, 'C10.1', 'city', { places, inspectors })).toMatchObject({ total: 3 })
    expect(subjectsOn(TODAY, 'C10.1', { places, inspectors })).toEqual(['city', '城南县'])
  })
  test('of a place that is no longer in force people and schools have lines and are in no sum', () => {
    const places = [
      { name: '城南县', validTo: '2026-06-30' },
      { ...zone, countedIn: '城南县' },
    ]
    const inspectors = [{ userid: 'a' }, { userid: 'b', place: '新区' }]
    expect(figuresOn(TODAY, 'C10.1', 'city', { places, inspectors })).toMatchObject({ total: 1 })
    expect(subjectsOn(TODAY, 'C10.1', { places, inspectors })).toEqual(['city'])
    expect(subjectsOn(TODAY, 'C10.3', { places, inspectors })).toEqual(['a', 'b'])
  })
  test('without any record only the city has lines', () => {
    const checks = ['C1.1', 'C2.1', 'C3.1', 'C5.6', 'C7.3', 'C9.1', 'C10.1', 'C12.1']
    expect(checks.map((check) => subjectsOn(TODAY, check, { places: [] }))).toEqual([
      ['city'],
      ['city'],
      ['city@2025', 'city@2026'],
      [],
      ['city'],
      ['city'],
      ['city'],
      ['city'],
    ])
  })
})

describe('inspectors and assignments (B2.8, B2.9)', () => {
  test('a row of appointments holds over the same term of the card, which lends it its number', () => {
    const rows = {
      inspectors: [{ kind: 'part_time' as const, termStart: '2025-01-01', termEnd: '2026-06-30', termNo: 2 }],
      appointments: [{ termStart: '2025-01-01', termEnd: '2027-12-31' }],
    }
    expect(figuresOn(TODAY, 'C10.5', 'wang', rows)).toEqual({
      term_no: 2,
      term_end: '2027-12-31',
      days_left: 403,
    })
  })
  test('a part-time inspector between two terms is none, and is asked about', () => {
    const rows = {
      inspectors: [{ kind: 'part_time' as const }],
      appointments: [
        { termStart: '2023-01-01', termEnd: '2025-12-31' },
        { termStart: '2027-01-01', termEnd: '2029-12-31' },
      ],
    }
    expect(subjectsOn(TODAY, 'C10.3', rows)).toEqual([])
    expect(figuresOn(TODAY, 'C10.5', 'wang', rows)).toMatchObject({ term_no: 1, days_left: -327 })
  })
  test('the shorthand of a person yields to any row of the same pair that has begun', () => {
    const short = { schools: [{ code: 's1' }], inspectors: [{}], people: [{ assigned: ['s1'] as never[] }] }
    expect(levelOn(TODAY, 'C5.1', 's1', short)).toBe('ok')
    expect(levelOn(TODAY, 'C5.1', 's1', { ...short, assignments: [{ to: '2026-01-31' }] })).toBe('breach')
    expect(levelOn(TODAY, 'C5.1', 's1', { ...short, assignments: [{ from: '2026-11-24' }] })).toBe('ok')
  })
  test('an unproven assignment holds by its dates, of whoever has left too', () => {
    const rows = {
      schools: [{ code: 's1' }],
      people: [{ leftOn: '2026-01-31' }],
      assignments: [{ to: '2026-10-31' }],
    }
    expect(levelOn('2026-10-31', 'C5.1', 's1', rows)).toBe('unknown')
    expect(levelOn('2026-11-01', 'C5.1', 's1', rows)).toBe('breach')
  })
})

describe('the whole city (C9.1)', () => {
  const places = [{ name: '甲县' }, { name: '乙县' }]
  const students = (place: string, asOf = '2026-09-01') => [
    { place, stage: 'kindergarten' as const, count: 1_000, asOf },
    { place, stage: 'primary' as const, count: 9_001, asOf },
  ]
  const inspectors = [
    { userid: 'a', place: '甲县' },
    { userid: 'b', place: '乙县' },
    { userid: 'c', place: 'city' },
  ]
  test('takes in the counties and its own people, by the oldest date', () => {
    const studentNumbers = [...students('甲县'), ...students('乙县', '2026-03-01')]
    expect(figuresOn(TODAY, 'C9.1', 'city', { places, inspectors, studentNumbers })).toEqual({
      students: 20_002,
      need: 3,
      most: 4,
      short: 0,
      as_of: '2026-03-01',
      have: 3,
    })
  })
  test('knows nothing where a county is not known, and still tells the date', () => {
    const rows = { places, inspectors, studentNumbers: students('甲县') }
    expect(levelOn(TODAY, 'C9.1', '甲县', rows)).toBe('breach')
    expect(levelOn(TODAY, 'C9.1', 'city', rows)).toBe('unknown')
    expect(figuresOn(TODAY, 'C9.1', 'city', rows)).toMatchObject({
      students: null,
      short: null,
      as_of: '2026-09-01',
      have: 3,
    })
  })
})

test('lists and lines are in the order of code points', () => {
  const places = ['𠮷县', '﨎县', '丁县'].map((name) => ({ name }))
  expect(subjectsOn(TODAY, 'C12.2', { places })).toEqual(['city', '丁县', '﨎县', '𠮷县'])
})

test('no subject comes twice in a check', () => {
  const rows = { schools: [{}], principalTerms: [{}, { startOn: null }, { person: 'qian' }] }
  const lines = linesOn('2026-09-30', 'C5.4', rows)
  expect(lines.map(({ subject }) => subject)).toEqual([
    's1/qian@2023-09-01',
    's1/zhao@',
    's1/zhao@2023-09-01',
  ])
})

test('a userid is kept in lower case, and printed as its file spells it', () => {
  const records = given({
    people: [{ userid: 'zhangli', written: 'ZhangLi' }],
    inspectors: [{ userid: 'zhangli' }],
  })
  const subjects = (view: View) =>
    linesOf(view, [basicConditions]).map(({ subject, person }) => [subject, person])
  expect(subjects(asOf(records, day(TODAY)))).toEqual([['zhangli', 'zhangli']])
  expect(subjects(asOf(records, day(TODAY), asFiled(records)))).toEqual([['ZhangLi', 'zhangli']])
})
