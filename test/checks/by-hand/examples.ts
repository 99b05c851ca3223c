import { card, interview, partTime, person, PLACES, school, small, training, type Case } from './rows.ts'

const many = (n: number) => Array.from({ length: n }, (_, i) => `p${i + 1}`)

/** Of so many inspectors of a county, so many are retired. */
const retirees = (retired: number, total: number) => ({
  places: [...PLACES, { name: '城南县', level: 'county' }],
  people: many(total).map((userid) => person({ userid, county: '城南县' })),
  inspectors: many(total).map((userid, i) =>
    card({
      userid,
      place: '城南县',
      retired: String(i < retired),
      retired_on: i < retired ? '2019-06-30' : '',
    }),
  ),
})

/** Students of a county on a day, and full-timers. */
const staffed = (students: number, have: number, as_of = '2026-09-20') => ({
  places: [
    { name: '赣南市', level: 'city' },
    { name: '章贡区', level: 'county' },
  ],
  student_numbers: [
    { place: '章贡区', stage: 'kindergarten', as_of, count: '640' },
    { place: '章贡区', stage: 'primary', as_of, count: String(students - 640) },
  ],
  people: many(have).map((userid) => person({ userid, county: '章贡区' })),
  inspectors: many(have).map((userid) => card({ userid, place: '章贡区' })),
})

/** B8, and the boundaries beside it; B3. */
export const EXAMPLES: Case[] = [
  {
    name: 'twelve full-timers for 128,640 students',
    files: staffed(128640, 12),
    on: {
      '2026-11-23': [
        [
          'C9.1',
          '章贡区',
          'breach',
          { students: 128640, as_of: '2026-09-20', need: 13, most: 25, have: 12, short: 1 },
        ],
        ['C9.1', 'city', 'breach', { students: 128640, need: 13, have: 12 }],
        ['C9.2', '章贡区', 'ok', { missing: [] }],
      ],
    },
  },
  {
    name: 'thirteen are enough for 130,000',
    files: staffed(130000, 13),
    on: { '2026-11-23': [['C9.1', '章贡区', 'ok', { need: 13, most: 26, short: 0 }]] },
  },
  {
    name: 'one student more wants fourteen',
    files: staffed(130001, 13),
    on: { '2026-11-23': [['C9.1', '章贡区', 'breach', { need: 14, most: 26, short: 1 }]] },
  },
  {
    name: 'numbers serve for eighteen months',
    files: staffed(9000, 1, '2025-05-23'),
    on: {
      '2026-11-23': [['C9.1', '章贡区', 'ok', { need: 1, most: 1 }]],
      '2026-11-24': [
        [
          'C9.1',
          '章贡区',
          'unknown',
          { students: null, need: null, most: null, short: null, have: 1, as_of: '2025-05-23' },
        ],
      ],
    },
  },
  {
    name: 'fifteen retirees of thirty-five are too many',
    files: retirees(15, 35),
    on: { '2026-11-23': [['C10.1', '城南县', 'breach', { retired: 15, total: 35, share: 42.9 }]] },
  },
  {
    name: 'fourteen of thirty-five are exactly forty per cent',
    files: retirees(14, 35),
    on: { '2026-11-23': [['C10.1', '城南县', 'notice', { share: 40 }]] },
  },
  {
    name: 'thirty-five per cent is noticed, less is not',
    files: retirees(7, 20),
    on: {
      '2026-11-23': [
        ['C10.1', '城南县', 'notice', { share: 35 }],
        ['C10.1', '甲县', 'unknown', { share: null }],
      ],
    },
  },
  {
    name: 'a third is fine, and rounds half up',
    files: retirees(1, 16),
    on: { '2026-11-23': [['C10.1', '城南县', 'ok', { share: 6.3 }]] },
  },
  {
    name: 'twenty-six hours and eight to be verified',
    files: {
      places: PLACES,
      people: [person({ userid: 'zhang_li' })],
      inspectors: [card({ userid: 'zhang_li' })],
      training: [
        training({
          userid: 'zhang_li',
          title: 'a',
          start_on: '2026-03-02',
          end_on: '2026-03-04',
          hours: '20',
        }),
        training({
          userid: 'zhang_li',
          title: 'b',
          start_on: '2026-05-11',
          end_on: '2026-05-11',
          hours: '6',
        }),
        training({
          userid: 'zhang_li',
          title: 'c',
          start_on: '2026-06-01',
          end_on: '2026-06-01',
          hours: '8',
          verified: '',
        }),
        training({
          userid: 'zhang_li',
          title: 'd',
          start_on: '2026-06-02',
          end_on: '2026-06-02',
          hours: '9',
          form: 'online',
        }),
        training({
          userid: 'zhang_li',
          title: 'e',
          start_on: '2026-06-03',
          end_on: '2026-06-03',
          hours: '9',
          organizer_level: 'school',
        }),
      ],
    },
    on: {
      '2026-09-29': [
        ['C11.1', 'zhang_li@2026', 'ok', { year: 2026, hours: 26, pending: 8, met: false, part: false }],
        ['C11.1', 'zhang_li@2025', 'breach', { year: 2025, hours: 0, pending: 0, met: false, part: false }],
      ],
      '2026-09-30': [['C11.1', 'zhang_li@2026', 'warning', { hours: 26 }]],
    },
  },
  {
    name: 'a term that ends in August and has no supervision',
    files: {
      places: [...PLACES, { name: '章贡区', level: 'county' }],
      schools: [school({ code: '3607020011', county: '章贡区' })],
      people: [person({ userid: 'u_wang', role: 'principal', school_code: '3607020011', county: '章贡区' })],
      principal_terms: [
        { school: '3607020011', person: 'u_wang', start_on: '2023-09-01', end_on: '2026-08-31' },
      ],
    },
    on: {
      '2025-08-30': [['C5.4', '3607020011/u_wang@2023-09-01', 'ok']],
      '2025-08-31': [['C5.4', '3607020011/u_wang@2023-09-01', 'notice']],
      '2026-02-27': [['C5.4', '3607020011/u_wang@2023-09-01', 'notice']],
      '2026-02-28': [['C5.4', '3607020011/u_wang@2023-09-01', 'warning']],
      '2026-08-31': [
        [
          'C5.4',
          '3607020011/u_wang@2023-09-01',
          'warning',
          { start_on: '2023-09-01', end_on: '2026-08-31', done_on: null, planned_on: null, met: false },
        ],
      ],
      '2026-09-01': [['C5.4', '3607020011/u_wang@2023-09-01', 'breach']],
      '2027-08-31': [['C5.4', '3607020011/u_wang@2023-09-01', 'breach']],
      '2027-09-01': [['C5.4', '3607020011', 'unknown', { start_on: null, end_on: null, met: false }]],
    },
  },
  {
    name: 'working days after 29 September 2026 pass over the holidays and take in the make-up day',
    files: small({ interviews: [interview({ no: 'y', held_on: '2026-09-29' })] }),
    on: {
      '2026-10-12': [['C8.1', 'y', 'ok', { held_on: '2026-09-29', met: false }]],
      '2026-10-13': [
        ['C8.1', 'y', 'warning'],
        ['C8.2', 'y', 'ok', { missing: ['government', 'party', 'superior'] }],
      ],
      '2026-10-19': [
        ['C8.1', 'y', 'warning'],
        ['C8.2', 'y', 'ok'],
      ],
      '2026-10-20': [
        ['C8.1', 'y', 'breach'],
        ['C8.2', 'y', 'warning'],
      ],
      '2026-11-02': [['C8.2', 'y', 'warning']],
      '2026-11-03': [['C8.2', 'y', 'breach', { met: false }]],
    },
  },
  {
    name: 'a day off that is loaded moves the limit by one',
    files: small({
      holidays: [{ date: '2026-10-09', day_type: 'off' }],
      interviews: [interview({ no: 'y', held_on: '2026-09-29' })],
    }),
    on: { '2026-10-13': [['C8.1', 'y', 'ok']], '2026-10-14': [['C8.1', 'y', 'warning']] },
  },
  {
    name: 'a year without arrangement has its statutory days off',
    // 2027: 1 to 3 October (Fri to Sun) are off, 4 October (Mon) is not; 30 September is a Thursday
    files: small({ interviews: [interview({ no: 'y', held_on: '2027-09-29' })] }),
    on: { '2027-10-07': [['C8.1', 'y', 'ok']], '2027-10-08': [['C8.1', 'y', 'warning']] },
  },
  {
    name: 'a year with any row loaded has no other days off',
    // so 1 October 2027 is a working day: 30 Sep, 1, 4, 5, 6 October
    files: small({
      holidays: [{ date: '2027-05-03', day_type: 'off' }],
      interviews: [interview({ no: 'y', held_on: '2027-09-29' })],
    }),
    on: { '2027-10-06': [['C8.1', 'y', 'ok']], '2027-10-07': [['C8.1', 'y', 'warning']] },
  },
  {
    name: 'an appointment two years after retiring, on a leap day',
    files: small({
      people: ['a', 'b', 'c'].map((userid) => person({ userid })),
      inspectors: [
        card({ userid: 'a', retired: 'true', retired_on: '2024-02-29', appointed_on: '2026-02-28' }),
        card({ userid: 'b', retired: 'true', retired_on: '2024-02-29', appointed_on: '2026-03-01' }),
        partTime({
          ...{ userid: 'c', retired: 'true', retired_on: '2020-01-10', appointed_on: '2021-01-01' },
          ...{ term_start: '2024-01-01', term_end: '2026-12-31', term_no: '2' },
        }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C10.2', 'a', 'ok', { retired_on: '2024-02-29', limit: '2026-02-28', appointed_on: '2026-02-28' }],
        ['C10.2', 'b', 'breach', { limit: '2026-02-28' }],
        ['C10.2', 'c', 'notice', { limit: '2022-01-10' }],
      ],
    },
  },
]
