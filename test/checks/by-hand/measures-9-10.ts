import { card, partTime, person, PLACES, small, type Case } from './rows.ts'

const numbers = (place: string, count: string, as_of = '2026-09-01') => [
  { place, stage: 'kindergarten', as_of, count: '0' },
  { place, stage: 'junior', as_of, count },
]

const appointed = (rest: Record<string, string>) =>
  small({
    inspectors: [partTime({ userid: 'u1', term_start: '2026-11-01', term_end: '2029-10-31' })],
    appointments: [
      {
        ...{ userid: 'u1', term_start: '2026-11-01', term_end: '2029-10-31', recommended_on: '2026-09-01' },
        ...{ vetted_on: '2026-09-10', notice_from: '2026-10-08', notice_to: '2026-10-15' },
        ...{ published_on: '2026-10-16', filed_on: '2026-10-20' },
        ...rest,
      },
    ],
  })
const assigned = (cells: Record<string, string>, rest = {}) =>
  small({
    people: [person({ userid: 'u1', assigned_school_codes: '1' })],
    inspectors: [card({ userid: 'u1', ...cells })],
    ...rest,
  })

export const MEASURES_9_TO_10: Case[] = [
  {
    name: 'a zone is counted in a county with its students and inspectors',
    files: {
      places: [...PLACES, { name: '新区', level: 'functional_zone', counted_in: '甲县' }],
      people: ['a', 'b', 'c'].map((userid) => person({ userid })),
      inspectors: [
        card({ userid: 'a', stages: 'compulsory' }),
        card({ userid: 'b', place: '新区', stages: 'senior' }),
        card({ userid: 'c', place: '乙县', seconded_from: '2026-11-23' }),
      ],
      student_numbers: [...numbers('甲县', '9999'), ...numbers('新区', '2'), ...numbers('乙县', '1')],
    },
    on: {
      '2026-11-22': [['C9.1', '乙县', 'ok', { need: 1, have: 1 }]],
      '2026-11-23': [
        ['C9.1', '甲县', 'ok', { students: 10001, need: 2, most: 2, have: 2, short: 0 }],
        ['C9.1', '乙县', 'breach', { need: 1, most: 0, have: 0, short: 1 }],
        ['C9.1', 'city', 'ok', { students: 10002, have: 2 }],
        ['C9.2', '甲县', 'breach', { missing: ['preschool'] }],
        ['C9.2', '乙县', 'breach', { missing: ['compulsory', 'preschool', 'senior'] }],
        ['C10.1', '乙县', 'ok', { total: 1, retired: 0 }],
        ['C2.1', 'city', 'unknown'],
      ],
    },
    absent: [
      ['C9.1', '新区'],
      ['C2.1', '新区'],
    ],
  },
  {
    name: 'full-timers without a stage, and a county without cards',
    files: small({
      inspectors: [card({ userid: 'u1', stages: '' })],
      student_numbers: [...numbers('甲县', '5'), ...numbers('乙县', '5')],
    }),
    on: {
      '2026-11-23': [
        ['C9.2', '甲县', 'unknown', { missing: ['compulsory', 'preschool', 'senior'] }],
        ['C9.2', '乙县', 'unknown'],
        ['C9.1', '乙县', 'unknown', { students: 5, need: 1, have: 0, short: 1 }],
        ['C9.1', 'city', 'unknown', { students: 10, need: 1, have: 1, short: 0 }],
      ],
    },
  },
  {
    name: 'conditions that fail, and a person without a card',
    files: small({
      people: ['a', 'b', 'c', 'd'].map((userid) => person({ userid })),
      inspectors: [
        card({ userid: 'a', degree: 'college', health_ok: '否', time_ok: '' }),
        card({ userid: 'b', education_work_since: '2010-01-01' }),
        card({ userid: 'c', education_work_since: '2010-01-02', record_ok: '' }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C10.3', 'a', 'breach', { failed: ['degree', 'health'], missing: ['time'] }],
        ['C10.3', 'b', 'ok', { failed: [], missing: [] }],
        ['C10.3', 'c', 'breach', { failed: ['years'], missing: ['record'] }],
        ['C10.3', 'd', 'unknown', { failed: [], missing: ['card'] }],
      ],
    },
  },
  {
    name: 'seven working days of notice, a make-up day among them',
    files: appointed({}),
    on: { '2026-11-23': [['C10.4', 'u1@2026-11-01', 'ok', { notice_days: 7, missing: [] }]] },
  },
  {
    name: 'six working days of notice',
    files: appointed({ notice_to: '2026-10-14' }),
    on: { '2026-11-23': [['C10.4', 'u1@2026-11-01', 'breach', { notice_days: 6 }]] },
  },
  {
    name: 'published on the last day of the notice',
    files: appointed({ published_on: '2026-10-15' }),
    on: { '2026-11-23': [['C10.4', 'u1@2026-11-01', 'breach', { notice_days: 7 }]] },
  },
  {
    name: 'an appointment on the way, and one that is not filed',
    files: appointed({ filed_on: '2026-11-24', vetted_on: '' }),
    on: {
      '2026-09-10': [
        [
          'C10.4',
          'u1@2026-11-01',
          'ok',
          { notice_days: null, missing: ['notice_from', 'published_on', 'vetted_on'] },
        ],
      ],
      '2026-11-01': [['C10.4', 'u1@2026-11-01', 'unknown', { missing: ['vetted_on'] }]],
    },
  },
  {
    name: 'a result that is not filed upward',
    files: appointed({ filed_on: '2026-11-24' }),
    on: {
      '2026-11-23': [['C10.4', 'u1@2026-11-01', 'warning']],
      '2026-11-24': [['C10.4', 'u1@2026-11-01', 'ok']],
    },
  },
  {
    name: 'the last ninety days of a term, and after',
    files: small({
      inspectors: [partTime({ userid: 'u1', term_start: '2023-11-24', term_end: '2026-11-23' })],
    }),
    on: {
      '2026-08-24': [['C10.5', 'u1', 'ok', { term_no: 1, term_end: '2026-11-23', days_left: 91 }]],
      '2026-08-25': [['C10.5', 'u1', 'notice', { days_left: 90 }]],
      '2026-11-23': [['C10.5', 'u1', 'notice', { days_left: 0 }]],
      '2026-11-24': [['C10.5', 'u1', 'warning', { days_left: -1 }]],
    },
  },
  {
    name: 'a term of three years and a day',
    files: small({
      inspectors: [partTime({ userid: 'u1', term_start: '2025-03-01', term_end: '2028-03-01' })],
    }),
    on: { '2026-11-23': [['C10.5', 'u1', 'breach', { term_no: 1 }]] },
  },
  {
    name: 'a fourth term in a row, unless a whole term lay between',
    files: small({
      people: ['u1', 'u2'].map((userid) => person({ userid })),
      inspectors: ['u1', 'u2'].map((userid) =>
        partTime({ userid, appointed_on: '2015-01-01', term_start: '2025-01-01', term_end: '2027-12-31' }),
      ),
      appointments: [
        { userid: 'u1', term_start: '2015-01-01', term_end: '2017-12-31' },
        { userid: 'u1', term_start: '2018-01-01', term_end: '2020-12-31' },
        { userid: 'u1', term_start: '2021-01-02', term_end: '2023-12-31' },
        { userid: 'u2', term_start: '2018-12-31', term_end: '2021-12-31', term_no: '3' },
        { userid: 'u2', term_start: '2028-01-01', term_end: '2030-12-31' },
      ],
    }),
    on: {
      '2026-11-23': [
        ['C10.5', 'u1', 'breach', { term_no: 4 }],
        ['C10.5', 'u2', 'ok', { term_no: 1 }],
      ],
      '2027-12-31': [['C10.5', 'u2', 'ok', { days_left: 0 }]],
    },
  },
  {
    name: 'close kin who leads the school',
    files: assigned(
      { recusals: 'wang' },
      {
        people: [
          person({ userid: 'u1', assigned_school_codes: '1' }),
          person({
            userid: 'wang',
            role: 'county_office',
            also_roles: 'principal',
            school_code: '1',
            left_on: '2026-11-23',
          }),
        ],
      },
    ),
    on: {
      '2026-11-23': [['C10.6', 'u1/1', 'breach', { reason: 'kin' }]],
      '2026-11-24': [['C10.6', 'u1/1', 'ok', { reason: 'none' }]],
    },
  },
  {
    name: 'three years after the school was left',
    files: assigned({ former_school: '1', former_left_on: '2023-11-23', recusals: '' }),
    on: {
      '2026-11-22': [['C10.6', 'u1/1', 'warning', { reason: 'left' }]],
      '2026-11-23': [['C10.6', 'u1/1', 'unknown', { reason: 'undeclared' }]],
    },
  },
  {
    name: 'serving at the school, with a reason given',
    files: assigned(
      { serving_school: '1' },
      {
        assignments: [{ inspector: 'u1', school: '1', from: '2026-01-01', override_reason: '县督导办同意' }],
      },
    ),
    on: {
      '2026-11-23': [['C10.6', 'u1/1', 'notice', { reason: 'serving' }]],
      '2025-12-31': [['C10.6', 'u1/1', 'warning']],
    },
  },
]
