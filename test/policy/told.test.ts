import { expect, test } from 'vitest'
import { addDays, day, type Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { TOLD, type Hearer } from '#src/policy/checks/told.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { given, type Given } from './given.ts'

// On which days of a year a person hears of a check by a message of his own: policy.md 2.2, column "Tell", 3.2 and 6.

/** The days on which there is a step that has not been told, weekends and holidays left aside; an office's is the county's. */
function toldOn(check: string, to: Hearer, rows: Given, from: Day, until: Day): string[] {
  const told = TOLD.find((each) => each.check.id === check && each.to === to)!
  const records = given(rows)
  const said = new Set<string>()
  const days: string[] = []
  for (let on = from; on <= until; on = addDays(on, 1)) {
    const view = asOf(records, on)
    const steps = linesOf(view, [told.check]).flatMap((line) => {
      const step = to === 'office' && line.place === CITY ? null : told.step(line, view)
      return step === null ? [] : `${line.subject} ${step}`
    })
    if (steps.some((step) => !said.has(step))) days.push(on.slice(5))
    for (const step of steps) said.add(step)
  }
  return days
}

const HELD_2025 = { heldOn: '2025-06-05', minutesOn: '2025-06-10' }
const card = (row: object): Given => ({ people: [{}], inspectors: [row] })
const partTime = (row: object): Given =>
  card({ kind: 'part_time', termStart: '2023-09-01', termEnd: '2026-08-31', ...row })
const covered = (...spans: [from: string, to: string][]): Given => ({
  ...card({}),
  schools: [{}],
  assignments: spans.map(([from, to]) => ({ from, to })),
})
const posts = (...chiefs: [from: string, to: string][]): Given => ({
  posts: [{ post: 'deputy' }, ...chiefs.map(([from, to]) => ({ from, to }))],
})
const students = (asOfDay: string, primary: number): NonNullable<Given['studentNumbers']> => [
  { asOf: asOfDay, stage: 'kindergarten', count: 4_000 },
  { asOf: asOfDay, stage: 'primary', count: primary },
]
const held: Given = { interviews: [{ proposedOn: '2026-02-20', heldOn: '2026-03-02' }] }

test.each<[check: string, to: Hearer, words: string, rows: Given, days: string[]]>([
  [
    'C2.1',
    'office',
    'a post that is vacant for more than 30 and 90 days, and again when it falls vacant again',
    posts(['2024-01-01', '2026-01-10'], ['2026-05-01', '2026-06-01']),
    ['02-10', '04-11', '07-02', '08-31'],
  ],
  [
    'C3.1',
    'office',
    '1 September, 1 November, 1 December',
    { meetings: [HELD_2025] },
    ['09-01', '11-01', '12-01'],
  ],
  [
    'C3.1',
    'office',
    'and in January that last year had none',
    { meetings: [] },
    ['01-01', '09-01', '11-01', '12-01'],
  ],
  [
    'C3.1',
    'office',
    'minutes that are missing after ten working days',
    { meetings: [HELD_2025, { heldOn: '2026-04-13', minutesOn: null }] },
    ['04-28'],
  ],
  [
    'C3.1',
    'chief_inspector',
    'from 1 November',
    { meetings: [{ ...HELD_2025, place: 'city' }] },
    ['11-01', '12-01'],
  ],
  ['C3.3', 'chief_inspector', '1 December', {}, ['12-01']],
  ['C3.4', 'unit', 'seven days before, and when it is over', { memberTasks: [{}] }, ['11-23', '12-01']],
  ['C4.1', 'county_office', '31 March, and after 30 June', {}, ['03-31', '07-01']],
  [
    'C5.1',
    'office',
    'at once, and again when it is uncovered again',
    covered(['2024-09-01', '2026-03-31'], ['2026-05-01', '2026-08-31']),
    ['04-01', '09-01'],
  ],
  [
    'C5.1',
    'office',
    'between two terms, and after the second that had been known',
    {
      ...partTime({ termEnd: '2026-03-31' }),
      schools: [{}],
      assignments: [{}],
      appointments: [{ termStart: '2026-05-01', termEnd: '2026-08-31' }],
    },
    ['04-01', '09-01'],
  ],
  ['C5.1', 'office', 'a school that never had one', { schools: [{}] }, ['01-01']],
  [
    'C5.3',
    'responsible',
    'the middle of a semester, six weeks before its end, and when it is judged',
    covered(['2020-01-01', '2029-12-31']),
    // The first semester of 2025 is within its last six weeks as the year begins.
    ['01-01', '01-21', '04-28', '05-24', '07-06', '11-10', '12-09'],
  ],
  [
    'C5.3',
    'zone_leader',
    'at the warning',
    covered(['2020-01-01', '2029-12-31']),
    ['01-01', '05-24', '12-09'],
  ],
  [
    'C7.1',
    'office',
    '1 November, 1 December',
    { commendations: [{ year: 2025, issuedOn: '2025-09-10' }] },
    ['11-01', '12-01'],
  ],
  ['C8.1', 'office', 'after five and ten working days', held, ['03-10', '03-17']],
  ['C8.2', 'office', 'after ten and twenty working days', held, ['03-17', '03-31']],
  [
    'C8.3',
    'office',
    'at once, and when it goes on all the same',
    { interviews: [{ organizers: [], proposedOn: '2026-03-02', notifiedOn: '2026-03-05' }] },
    ['03-02', '03-05'],
  ],
  [
    'C8.4',
    'office',
    'after twenty working days',
    { accountability: [{ decidedOn: '2026-03-02' }] },
    ['03-31'],
  ],
  [
    'C9.1',
    'county_office',
    'when what is needed or what there is changes',
    {
      people: [{}],
      inspectors: [{}],
      studentNumbers: [
        ...students('2026-02-02', 10_000),
        ...students('2026-05-04', 12_000),
        ...students('2026-09-20', 17_000),
      ],
    },
    ['02-02', '09-20'],
  ],
  [
    'C10.2',
    'office',
    'at once',
    card({ appointedOn: '2026-03-02', retired: true, retiredOn: '2024-03-01' }),
    ['03-02'],
  ],
  ['C10.3', 'office', 'at once', card({ appointedOn: '2026-03-02', degree: 'college' }), ['03-02']],
  [
    'C10.4',
    'office',
    'a notice of too few days as soon as it is on file',
    {
      ...partTime({}),
      appointments: [
        { termStart: '2026-09-01', termEnd: '2029-08-31', noticeFrom: '2026-03-02', noticeTo: '2026-03-06' },
      ],
    },
    ['01-01'],
  ],
  [
    'C10.4',
    'office',
    'from the first day of a term whose result was not filed',
    { ...partTime({}), appointments: [{ termStart: '2026-03-02', termEnd: '2029-03-01', filedOn: null }] },
    ['03-02'],
  ],
  ...(['person', 'office'] as const).flatMap((to): [string, Hearer, string, Given, string[]][] => [
    ['C10.5', to, '90 and 30 days before the end, and after it', partTime({}), ['06-02', '08-01', '09-01']],
    [
      'C10.5',
      to,
      'a term that is longer than the law lets it be',
      partTime({ appointedOn: '2026-03-02', termStart: '2026-03-02', termEnd: '2029-12-31' }),
      ['03-02'],
    ],
    [
      'C10.6',
      to,
      'at once',
      { ...card({ recusals: ['s1'] }), schools: [{}], assignments: [{ from: '2026-03-02' }] },
      ['03-02'],
    ],
  ]),
  [
    'C11.1',
    'person',
    '30 June, 30 September, 1 December; in January that last year was missed',
    card({}),
    ['01-01', '06-30', '09-30', '12-01'],
  ],
  [
    'C11.3',
    'office',
    'each ground that is noted',
    {
      ...card({}),
      exitGrounds: [{ decidedOn: '2026-04-01' }, { ground: 'complaint', notedOn: '2026-05-04' }],
    },
    ['03-01', '05-04'],
  ],
])('%s tells %s %s', (check, to, _, rows, days) => {
  expect(toldOn(check, to, rows, day('2026-01-01'), day('2026-12-31'))).toEqual(days)
})
