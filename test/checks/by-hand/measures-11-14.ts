import { card, person, PLACES, school, setting, small, training, type Case } from './rows.ts'

const event = (
  title: string,
  start_on: string,
  end_on: string,
  hours: string,
  rest: Record<string, string> = {},
) => training({ title, start_on, end_on, hours, ...rest })

export const MEASURES_11_TO_14: Case[] = [
  {
    name: 'forty hours are enough, half an hour less is not',
    files: small({
      people: ['a', 'b'].map((userid) => person({ userid })),
      inspectors: ['a', 'b'].map((userid) => card({ userid })),
      training: [
        event('x', '2025-12-30', '2026-01-02', '40', { userid: 'a' }),
        event('x', '2026-03-01', '2026-03-05', '39.5', { userid: 'b' }),
      ],
    }),
    on: {
      '2026-12-01': [
        ['C11.1', 'a@2026', 'ok', { hours: 40, met: true }],
        ['C11.1', 'b@2026', 'warning', { hours: 39.5, met: false }],
        ['C11.1', 'a@2025', 'breach', { hours: 0 }],
      ],
      '2026-11-30': [['C11.1', 'b@2026', 'ok']],
      '2027-01-01': [
        ['C11.1', 'b@2026', 'breach'],
        ['C11.1', 'b@2027', 'ok', { hours: 0 }],
      ],
    },
  },
  {
    name: 'events that overlap count once, through others too',
    files: small({
      inspectors: [card({ userid: 'u1' })],
      training: [
        event('a', '2026-03-01', '2026-03-03', '10'),
        event('b', '2026-03-03', '2026-03-05', '12'),
        event('c', '2026-03-05', '2026-03-06', '4'),
        event('d', '2026-03-05', '2026-03-05', '3', { not_duplicate: 'true' }),
        event('e', '2026-03-07', '2026-03-07', '5'),
        event('f', '2026-03-07', '2026-03-07', '1', { verified_on: '2026-06-30' }),
      ],
    }),
    on: {
      '2026-06-29': [['C11.1', 'u1@2026', 'ok', { hours: 20, pending: 1 }]],
      '2026-06-30': [['C11.1', 'u1@2026', 'ok', { hours: 20, pending: 0 }]],
    },
  },
  {
    name: 'in post for a part of the year',
    files: small({ inspectors: [card({ userid: 'u1', appointed_on: '2026-01-02' })] }),
    on: {
      '2026-06-29': [['C11.1', 'u1@2026', 'ok', { part: true }]],
      '2026-06-30': [['C11.1', 'u1@2026', 'notice']],
      '2026-12-31': [['C11.1', 'u1@2026', 'notice', { part: true }]],
      '2027-01-01': [
        ['C11.1', 'u1@2026', 'notice'],
        ['C11.1', 'u1@2027', 'ok', { part: false }],
      ],
    },
    absent: [['C11.1', 'u1@2025']],
  },
  {
    name: 'exit grounds, claims and studios',
    files: small({
      inspectors: [card({ userid: 'u1' })],
      exit_grounds: [{ userid: 'u1', ground: 'absence', noted_on: '2026-11-01', decided_on: '2026-11-23' }],
      claims: [
        {
          userid: 'u1',
          incurred_on: '2026-09-23',
          item: 'transport',
          amount: '20',
          settled_on: '2026-11-23',
        },
        { userid: 'u1', incurred_on: '2026-11-01', item: 'transport', amount: '20' },
      ],
      studios: [{ studio: '王芳工作室', place: '甲县', lead: 'u1' }],
      budgets: [
        {
          place: 'city',
          year: '2026',
          purpose: 'studio',
          studio: '王芳工作室',
          amount: '0',
          recorded_on: '2026-07-01',
        },
      ],
    }),
    on: {
      '2026-11-22': [
        ['C11.3', 'u1', 'warning', { open: 1 }],
        ['C12.3', 'u1', 'ok', { unsettled: 2, oldest_days: 60 }],
        ['C11.4', '王芳工作室', 'warning', { year: 2026, amount: 0, met: false }],
      ],
      '2026-11-23': [
        ['C11.3', 'u1', 'ok', { open: 0 }],
        ['C12.3', 'u1', 'ok', { unsettled: 1, oldest_days: 22 }],
      ],
      '2026-03-30': [['C11.4', '王芳工作室', 'ok', { amount: null }]],
      '2026-03-31': [['C11.4', '王芳工作室', 'notice']],
      '2026-06-30': [['C11.4', '王芳工作室', 'warning', { amount: null }]],
    },
  },
  {
    name: 'budget lines and papers',
    files: small({
      budgets: [
        { place: '甲县', year: '2026', purpose: 'supervision', amount: '0' },
        { place: 'city', year: '2026', purpose: 'supervision', amount: '12.5', recorded_on: '2026-04-01' },
      ],
      documents: [
        {
          place: '甲县',
          doc_kind: 'implementation_plan',
          title: 'a',
          dated_on: '2021-01-01',
          repealed_on: '2026-11-23',
        },
      ],
    }),
    on: {
      '2026-03-30': [
        ['C12.1', '乙县', 'ok', { year: 2026, amount: null, met: false }],
        ['C12.1', '甲县', 'breach', { amount: 0 }],
      ],
      '2026-03-31': [
        ['C12.1', '乙县', 'unknown'],
        ['C12.1', 'city', 'unknown'],
      ],
      '2026-04-01': [['C12.1', 'city', 'ok', { amount: 12.5, met: true }]],
      '2026-11-23': [
        ['C14.1', '甲县', 'ok', { dated_on: '2021-01-01' }],
        ['C12.2', 'city', 'warning', { dated_on: null }],
      ],
      '2026-11-24': [['C14.1', '甲县', 'warning']],
    },
    absent: [['C14.1', 'city']],
  },
  {
    name: 'what leans on a withdrawn row is gone, in chains',
    files: small({
      places: [...PLACES.slice(0, 2), { name: '乙县', level: 'county', withdrawn: 'true' }],
      schools: [school({ code: '1' }), school({ code: '2', county: '乙县' })],
      people: [person({ userid: 'u1', school_code: '2' }), person({ userid: 'u2' })],
      inspectors: [card({ userid: 'u1' }), card({ userid: 'u2', serving_school: '2', withdrawn: '是' })],
      assignments: [{ inspector: 'u1', school: '1', from: '2024-01-01' }],
    }),
    on: {
      '2026-11-23': [
        ['C5.1', '1', 'breach', { inspectors: 0 }],
        ['C9.1', '甲县', 'unknown', { have: 0 }],
        ['C10.3', 'u2', 'unknown', { missing: ['card'] }],
      ],
    },
    absent: [
      ['C5.1', '2'],
      ['C10.3', 'u1'],
      ['C2.1', '乙县'],
    ],
  },
  {
    name: 'a setting for a place, for everywhere, and from a day',
    files: small({
      inspectors: [card({ userid: 'u1' })],
      claims: [{ userid: 'u1', incurred_on: '2026-10-01', item: 'other', amount: '1' }],
      settings: [
        setting('claim_days', '52', '', '2026-11-23'),
        setting('new_school_days', '10', ''),
        setting('new_school_days', '40', '甲县'),
      ],
      schools: [
        school({ code: '1', open_on: '2026-10-14' }),
        school({ code: '2', open_on: '2026-11-12', county: '' }),
      ],
    }),
    on: {
      '2026-11-22': [
        ['C5.1', '1', 'notice'],
        ['C5.1', '2', 'notice'],
        ['C12.3', 'u1', 'ok', { oldest_days: 52 }],
      ],
      '2026-11-23': [
        ['C5.1', '1', 'notice'],
        ['C5.1', '2', 'breach'],
        ['C12.3', 'u1', 'notice', { oldest_days: 53 }],
      ],
    },
  },
]
