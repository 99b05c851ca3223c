import { describe, expect, test } from 'vitest'
import { levelOn, subjectsOn, times, type Given } from './given.ts'

/** What a day, a period and a place make of settings and calendars (records-contract.md B2.10 to B2.14, B7). */

const TODAY = '2026-11-23'

describe('before records began (B2.13, B7.1, B7.2)', () => {
  const since = (value: string, place = ''): Given => ({ settings: [{ key: 'records_from', value, place }] })
  test('a period that began earlier is not judged', () => {
    expect(levelOn(TODAY, 'C3.1', '城南县@2025', since('2025-01-01'))).toBe('breach')
    expect(levelOn(TODAY, 'C3.1', '城南县@2025', since('2025-01-02'))).toBe('unknown')
    expect(levelOn(TODAY, 'C3.1', '城南县@2026', since('2025-01-02'))).toBe('warning')
  })
  test('a check without periods asks for the day itself', () => {
    expect(levelOn('2026-06-30', 'C14.1', '城南县', since('2026-07-01'))).toBe('unknown')
    expect(levelOn('2026-07-01', 'C14.1', '城南县', since('2026-07-01'))).toBe('warning')
  })
  test('of the place that the line belongs to, and only what would be a fault', () => {
    expect(levelOn(TODAY, 'C3.1', '城南县@2025', since('2026-01-01', 'city'))).toBe('breach')
    expect(levelOn(TODAY, 'C6.1', '城南县@2025', since('2026-01-01'))).toBe('notice')
  })
  test('it goes before what caps the level of a part of a year', () => {
    const rows = { ...since('2025-02-01'), inspectors: [{ appointedOn: '2025-06-01' }] }
    expect(levelOn(TODAY, 'C11.1', 'wang@2025', rows)).toBe('unknown')
  })
})

describe('settings (B2.14, B7.8)', () => {
  const load = times(5, (at) => ({ school: `s${at}` }))
  const rows = (settings: Given['settings']): Given => ({
    schools: times(5, (at) => ({ code: `s${at}` })),
    inspectors: [{}],
    assignments: load,
    settings,
  })
  test("the place's own latest, else everywhere's latest, else the default", () => {
    const everywhere = { key: 'load_notice', value: '5' }
    expect(levelOn(TODAY, 'C5.2', 'wang', rows([]))).toBe('ok')
    expect(levelOn(TODAY, 'C5.2', 'wang', rows([everywhere]))).toBe('notice')
    const own = { key: 'load_notice', place: '城南县', value: '9', effectiveFrom: '2020-01-01' }
    expect(levelOn(TODAY, 'C5.2', 'wang', rows([{ ...everywhere, effectiveFrom: '2026-01-01' }, own]))).toBe(
      'ok',
    )
    const later = { ...own, value: '5', effectiveFrom: TODAY }
    expect(levelOn(TODAY, 'C5.2', 'wang', rows([own, later]))).toBe('notice')
    expect(levelOn('2026-11-22', 'C5.2', 'wang', rows([own, later]))).toBe('ok')
  })
  test('a closed period goes by its last day', () => {
    const later = { key: 'monthly_binding', value: 'true', effectiveFrom: '2026-11-01' }
    const month = { schools: [{}], settings: [later] }
    expect(levelOn(TODAY, 'C5.3b', 's1@2026-10', month)).toBe('warning')
    expect(levelOn('2026-12-01', 'C5.3b', 's1@2026-11', month)).toBe('breach')
  })
  test("a term that is over goes by its last day, a running one by today's value", () => {
    const term = { schools: [{}], principalTerms: [{ startOn: '2025-10-01', endOn: '2026-08-31' }] }
    const later = { key: 'principal_exempt_months', value: '6', effectiveFrom: '2026-09-01' }
    expect(levelOn(TODAY, 'C5.4', 's1/zhao@2025-10-01', { ...term, settings: [later] })).toBe('ok')
    expect(
      levelOn(TODAY, 'C5.4', 's1/zhao@2025-10-01', {
        ...term,
        settings: [{ ...later, effectiveFrom: '2026-08-31' }],
      }),
    ).toBe('breach')
  })
})

describe('semesters and months (C5.3, C5.3b)', () => {
  test('the running one and the one before, over New Year', () => {
    const subjects = (on: string) => subjectsOn(on, 'C5.3', { schools: [{}] })
    expect(subjects('2027-01-31')).toEqual(['s1@2025-2026-2', 's1@2026-2027-1'])
    expect(subjects('2027-02-01')).toEqual(['s1@2026-2027-1', 's1@2026-2027-2'])
    expect(subjects('2027-08-01')).toEqual(['s1@2026-2027-2', 's1@2027-2028-1'])
  })
  test('a county may begin its semesters on another first', () => {
    const settings = [{ key: 'semester_1', place: '城南县', value: '09-01' }]
    expect(subjectsOn('2026-08-31', 'C5.3', { schools: [{}], settings })).toEqual([
      's1@2025-2026-1',
      's1@2025-2026-2',
    ])
  })
  test("a place's own calendar, else the city's, else the settings", () => {
    const last = '2027-01-08'
    const rows = (calendar: Given['teachingCalendar']) => ({ schools: [{}], teachingCalendar: calendar })
    const level = (calendar: Given['teachingCalendar'], on: string) =>
      levelOn(on, 'C5.3', 's1@2026-2027-1', rows(calendar))
    expect(level([], '2027-01-20')).toBe('warning')
    expect(level([], '2027-01-21')).toBe('breach')
    expect(level([{ teachingTo: last }], '2027-01-09')).toBe('breach')
    expect(level([{ teachingTo: last }, { place: '城南县' }], '2027-01-09')).toBe('warning')
  })
  test('a month is taught in where it has ten school days, counted or as the calendar has them', () => {
    const months = (calendar: Given['teachingCalendar']) =>
      subjectsOn('2026-09-30', 'C5.3b', { schools: [{}], teachingCalendar: calendar })
    expect(months([])).toEqual(['s1@2026-09'])
    expect(months([{ teachingFrom: '2026-08-18' }])).toEqual(['s1@2026-08', 's1@2026-09'])
    expect(months([{ teachingFrom: '2026-08-19' }])).toEqual(['s1@2026-09'])
    expect(months([{ schoolDays: ['2026-08:10', '2026-09:9'] }])).toEqual(['s1@2026-08'])
  })
})
