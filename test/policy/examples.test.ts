import { expect, test } from 'vitest'
import { lineOn, times } from './given.ts'

/** The examples of records-contract.md B8, word for word. */

const asPrinted = ({ check, subject, level, soft, figures, clause }: ReturnType<typeof lineOn>) => ({
  check,
  subject,
  level,
  soft,
  figures,
  clause,
})

test('a county short of one full-time inspector', () => {
  const line = lineOn('2026-11-23', 'C9.1', '章贡区', {
    places: [{ name: '章贡区' }],
    studentNumbers: [
      { place: '章贡区', stage: 'kindergarten', count: 28_640 },
      { place: '章贡区', stage: 'primary', count: 60_000 },
      { place: '章贡区', stage: 'junior', count: 40_000 },
    ],
    inspectors: times(12, (at) => ({ userid: `i${at}`, place: '章贡区' })),
  })
  expect(asPrinted(line)).toEqual({
    check: 'C9.1',
    subject: '章贡区',
    level: 'breach',
    soft: false,
    figures: { students: 128640, as_of: '2026-09-20', need: 13, most: 25, have: 12, short: 1 },
    clause: 'S-9',
  })
})

test('a county with more than two retirees in five', () => {
  const line = lineOn('2026-11-23', 'C10.1', '城南县', {
    inspectors: times(35, (at) => ({ userid: `i${at}`, retired: at < 15, retiredOn: '2026-01-01' })),
  })
  expect(asPrinted(line)).toEqual({
    check: 'C10.1',
    subject: '城南县',
    level: 'breach',
    soft: true,
    figures: { retired: 15, total: 35, share: 42.9 },
    clause: 'S-10',
  })
})

test('26 of 40 hours in summer, 8 to be verified', () => {
  const line = lineOn('2026-07-15', 'C11.1', 'zhang_li@2026', {
    inspectors: [{ userid: 'zhang_li' }],
    training: [
      { userid: 'zhang_li', title: '春训', hours: 26 },
      {
        userid: 'zhang_li',
        title: '夏训',
        startOn: '2026-06-01',
        endOn: '2026-06-02',
        hours: 8,
        verified: false,
      },
    ],
  })
  expect(asPrinted(line)).toEqual({
    check: 'C11.1',
    subject: 'zhang_li@2026',
    level: 'ok',
    soft: false,
    figures: { year: 2026, hours: 26, pending: 8, met: false, part: false },
    clause: 'S-11',
  })
})

test("a principal's term that ends within half a year", () => {
  const line = lineOn('2026-03-01', 'C5.4', '3607020011/u_wang@2023-09-01', {
    schools: [{ code: '3607020011' }],
    principalTerms: [{ school: '3607020011', person: 'u_wang' }],
  })
  expect(asPrinted(line)).toEqual({
    check: 'C5.4',
    subject: '3607020011/u_wang@2023-09-01',
    level: 'warning',
    soft: false,
    figures: { start_on: '2023-09-01', end_on: '2026-08-31', done_on: null, planned_on: null, met: false },
    clause: 'S-5',
  })
})
