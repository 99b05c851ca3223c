import { card, comprehensive, partTime, person, school, setting, small, visit, type Case } from './rows.ts'

const codes = (n: number) => Array.from({ length: n }, (_, i) => `s${i + 1}`)
const term = (start_on: string, end_on: string, rest: Record<string, string> = {}) => ({
  ...{ school: '1', person: '王校长', start_on, end_on },
  ...rest,
})
const visited = (...dates: string[]) => dates.map((visit_date) => visit({ school: '1', visit_date }))

export const MEASURE_5: Case[] = [
  {
    name: 'a new school has thirty days',
    files: small({ schools: [school({ code: '1', open_on: '2026-10-24', stage: 'kindergarten' })] }),
    on: {
      '2026-11-23': [['C5.1', '1', 'notice', { inspectors: 0 }]],
      '2026-11-24': [['C5.1', '1', 'breach']],
    },
  },
  {
    name: 'the plaque falls with the term of its inspector',
    files: small({
      inspectors: [partTime({ userid: 'u1', term_start: '2023-11-24', term_end: '2026-11-23' })],
      assignments: [{ inspector: 'u1', school: '1', from: '2024-01-01' }],
    }),
    on: {
      '2026-11-23': [
        ['C5.1', '1', 'ok', { inspectors: 1 }],
        ['C5.2', 'u1', 'ok', { schools: 1 }],
      ],
      '2026-11-24': [['C5.1', '1', 'breach', { inspectors: 0 }]],
    },
  },
  {
    name: 'an inspector without a card makes an unproven assignment',
    files: small({ people: [person({ userid: 'u1', assigned_school_codes: '1', left_on: '2026-01-01' })] }),
    on: { '2026-11-23': [['C5.1', '1', 'unknown', { inspectors: 0 }]] },
    absent: [['C10.3', 'u1']],
  },
  {
    name: 'the shorthand yields to a row from its first day',
    files: small({
      people: [person({ userid: 'u1', assigned_school_codes: '1' })],
      inspectors: [card({ userid: 'u1' })],
      assignments: [{ inspector: 'u1', school: '1', from: '2026-11-01', to: '2026-11-10' }],
    }),
    on: {
      '2026-10-31': [['C5.1', '1', 'ok']],
      '2026-11-10': [['C5.1', '1', 'ok']],
      '2026-11-11': [['C5.1', '1', 'breach']],
    },
  },
  ...(
    [
      [5, 'ok'],
      [6, 'notice'],
      [7, 'notice'],
      [8, 'warning'],
    ] as const
  ).map(([n, level]): Case => ({
    name: `a load of ${n} schools`,
    files: small({
      schools: codes(n).map((code) => school({ code })),
      people: [person({ userid: 'u1', assigned_school_codes: codes(n).join('|') })],
      inspectors: [card({ userid: 'u1' })],
    }),
    on: { '2026-11-23': [['C5.2', 'u1', level, { schools: n }]] },
  })),
  {
    name: 'no visit in a semester',
    // 1 September to 20 January are 142 days; the middle is 70 days on
    files: small({}),
    on: {
      '2026-11-09': [
        ['C5.3', '1@2026-2027-1', 'ok', { semester: '2026-2027-1', dates: 0, need: 2, met: false }],
      ],
      '2026-11-10': [
        ['C5.3', '1@2026-2027-1', 'notice'],
        ['C5.3', '1@2025-2026-2', 'breach'],
      ],
      '2026-12-08': [['C5.3', '1@2026-2027-1', 'notice']],
      '2026-12-09': [['C5.3', '1@2026-2027-1', 'warning']],
      '2027-01-20': [['C5.3', '1@2026-2027-1', 'warning']],
      '2027-01-21': [['C5.3', '1@2026-2027-1', 'breach']],
      '2027-02-01': [
        ['C5.3', '1@2026-2027-1', 'breach'],
        ['C5.3', '1@2026-2027-2', 'ok'],
      ],
    },
  },
  {
    name: 'visits count by dates, in the holidays too; follow-ups, drafts and what is to come do not',
    files: small({
      visits: [
        ...visited('2026-08-01', '2026-11-24'),
        visit({ school: '1', visit_date: '2026-08-01', part_of_day: 'pm' }),
        visit({ school: '1', visit_date: '2026-09-02', visit_type: 'follow_up' }),
        visit({ school: '1', visit_date: '2026-09-03', status: 'draft' }),
        visit({ school: '1', visit_date: '2026-09-04', status: 'withdrawn' }),
        visit({ school: '1', visit_date: '2026-07-31', visit_type: 'routine' }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C5.3', '1@2026-2027-1', 'ok', { dates: 1 }],
        ['C5.3', '1@2025-2026-2', 'breach', { dates: 1 }],
      ],
      '2026-11-24': [['C5.3', '1@2026-2027-1', 'ok', { dates: 2, met: true }]],
    },
  },
  {
    name: 'a school that is open for less than half of the teaching period needs one visit',
    files: small({
      schools: [school({ code: '1', open_on: '2026-11-12' }), school({ code: '2', open_on: '2026-11-11' })],
    }),
    on: {
      '2026-11-23': [
        ['C5.3', '1@2026-2027-1', 'notice', { need: 1 }],
        ['C5.3', '2@2026-2027-1', 'notice', { need: 2 }],
      ],
    },
    absent: [
      ['C5.3', '1@2025-2026-2'],
      ['C5.3b', '1@2026-11'],
    ],
  },
  {
    name: 'the calendar of a county goes before the one of the city',
    files: small({
      teaching_calendar: [
        { place: 'city', semester: '2026-2027-1', teaching_from: '2026-09-01', teaching_to: '2026-11-20' },
        { place: '甲县', semester: '2026-2027-1', teaching_from: '2026-09-01', teaching_to: '2026-11-23' },
      ],
      schools: [
        school({ code: '1' }),
        school({ code: '2', county: '' }),
        school({ code: '3', county: '乙县' }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C5.3', '1@2026-2027-1', 'warning'],
        ['C5.3', '2@2026-2027-1', 'breach'],
        ['C5.3', '3@2026-2027-1', 'breach'],
      ],
    },
  },
  {
    name: 'no visit in a month',
    files: small({}),
    on: {
      '2026-11-19': [['C5.3b', '1@2026-11', 'ok', { month: '2026-11', dates: 0, need: 1, met: false }]],
      '2026-11-20': [
        ['C5.3b', '1@2026-11', 'notice'],
        ['C5.3b', '1@2026-10', 'warning'],
      ],
      '2026-11-25': [['C5.3b', '1@2026-11', 'warning']],
    },
  },
  {
    name: 'where the county has switched it on, a missed month is a breach from then on',
    files: small({ settings: [setting('monthly_binding', '是', '甲县', '2026-11-01')] }),
    on: {
      '2026-11-30': [['C5.3b', '1@2026-10', 'warning']],
      '2026-12-01': [['C5.3b', '1@2026-11', 'breach']],
    },
  },
  {
    name: 'nine school days make no teaching month',
    files: small({
      teaching_calendar: [
        {
          ...{
            place: '甲县',
            semester: '2026-2027-1',
            teaching_from: '2026-09-01',
            teaching_to: '2027-01-20',
          },
          school_days: '2026-11:9 | 2026-10:10',
        },
      ],
    }),
    on: { '2026-11-23': [['C5.3b', '1@2026-10', 'warning']] },
    absent: [['C5.3b', '1@2026-11']],
  },
  {
    name: 'a supervision on the last day of a term fulfils it, one under the predecessor does not',
    files: small({
      principal_terms: [
        term('2023-09-01', '2026-08-31', { left_on: '2026-06-30' }),
        term('2026-07-01', '2029-06-30'),
      ],
      supervisions: [
        comprehensive({ no: 'a', targets: '2|1', on_site_to: '2026-06-30', on_site_from: '2026-06-28' }),
      ],
      schools: [school({ code: '1' }), school({ code: '2' })],
    }),
    on: {
      '2026-11-23': [
        ['C5.4', '1/王校长@2023-09-01', 'ok', { end_on: '2026-06-30', done_on: '2026-06-30', met: true }],
        ['C5.4', '1/王校长@2026-07-01', 'ok', { done_on: null, met: false }],
        ['C5.4', '2', 'unknown'],
      ],
    },
  },
  {
    name: 'who serves less than a year is exempt',
    files: small({
      principal_terms: [
        term('2025-09-01', '2028-08-31', { left_on: '2026-08-30' }),
        term('2025-09-01', '2026-08-31', { person: '李校长' }),
      ],
    }),
    on: {
      '2026-09-01': [
        ['C5.4', '1/王校长@2025-09-01', 'ok', { met: true, end_on: '2026-08-30' }],
        ['C5.4', '1/李校长@2025-09-01', 'breach', { met: false }],
      ],
    },
  },
  {
    name: 'a planned supervision spares the notice, not the warning',
    files: small({
      principal_terms: [term('2024-05-24', '2027-05-23')],
      supervisions: [comprehensive({ no: 'a', targets: '1', planned_on: '2027-05-23' })],
    }),
    on: {
      '2026-11-22': [['C5.4', '1/王校长@2024-05-24', 'ok', { planned_on: '2027-05-23', met: false }]],
      '2026-11-23': [['C5.4', '1/王校长@2024-05-24', 'warning', { planned_on: '2027-05-23' }]],
    },
  },
  {
    name: 'a term whose start is not known',
    files: small({ principal_terms: [term('', '2027-05-23')] }),
    on: {
      '2026-11-23': [['C5.4', '1/王校长@', 'unknown', { start_on: null, end_on: '2027-05-23', met: false }]],
    },
  },
  {
    name: 'the five years of a school',
    files: small({
      schools: [
        school({ code: '1' }),
        school({ code: '2', open_on: '2021-11-23' }),
        school({ code: '3', open_on: '2021-11-22' }),
      ],
      supervisions: [
        comprehensive({ no: 'a', targets: '1', on_site_to: '2024-11-24' }),
        comprehensive({ no: 'b', targets: '1', planned_on: '2027-11-23' }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C5.5', '1', 'notice', { last_on: '2024-11-24', deadline: '2029-11-24', planned_on: '2027-11-23' }],
        ['C5.5', '2', 'warning', { last_on: null, deadline: '2026-11-23', planned_on: null }],
        ['C5.5', '3', 'unknown', { deadline: null }],
      ],
      '2029-05-23': [['C5.5', '1', 'ok', { planned_on: null }]],
      '2029-05-24': [['C5.5', '1', 'warning']],
      '2029-11-24': [['C5.5', '1', 'warning']],
      '2029-11-25': [['C5.5', '1', 'breach']],
    },
  },
  {
    name: 'private schools fare worse',
    files: small({
      schools: [school({ code: '1' }), school({ code: '2', ownership: 'private' })],
      people: [person({ userid: 'u1', assigned_school_codes: '1' })],
      inspectors: [card({ userid: 'u1' })],
    }),
    on: {
      '2026-10-23': [
        ['C5.6', 'city', 'notice', { schools: 1, lower: ['C5.1'] }],
        ['C5.6', '甲县', 'notice', { schools: 1, lower: ['C5.1'] }],
      ],
    },
    absent: [['C5.6', '乙县']],
  },
]
