import type { Files } from '../oracle/rows.ts'
import { daysFrom, edges, monthsFrom, workingDaysBefore } from './chance.ts'
import type { City } from './city.ts'
import { firstOfMonth, plusDays, plusMonths } from '../oracle/days.ts'

const STAGES = [
  ...['kindergarten', 'primary', 'junior', 'senior', 'complete', 'vocational', 'nine_year', 'twelve_year'],
  'special',
]

export function schoolRows({ chance, today, counties }: City): Files[string] {
  const codes = Array.from({ length: chance.int(10, 30) }, (_, i) => `36070200${String(i + 11)}`)
  const county = () => (chance.often(0.2) ? '' : chance.pick(...counties))
  // Some cities have most of their schools in one place.
  const main = county()
  return codes.map((code, i) => ({
    code,
    name: `第${i + 1}学校`,
    county: chance.often(0.3) ? main : county(),
    stage: chance.pick(...STAGES),
    ownership: chance.pick('public', 'public', 'private'),
    students: chance.pick('', '1200'),
    aliases: '',
    open_on: chance.maybe(
      0.5,
      today,
      ...daysFrom(today, -30),
      ...monthsFrom(today, -60, -36),
      firstOfMonth(today),
      ...edges(today),
      ...monthsFrom(today, -2),
    ),
    closed_on: chance.maybe(0.8, today, ...edges(today), ...monthsFrom(today, -1, 2)),
    main_school: i > 0 && chance.often(0.1) ? chance.pick(...codes.slice(0, i)) : '',
    withdrawn: chance.often(0.06) ? 'true' : '',
  }))
}

/** Routine visits about the edges of semesters and months; some never came to be. */
export function visitRows({ chance, today, codes, userids }: City): Files[string] {
  const rows: Files[string] = []
  const near = [today, firstOfMonth(today), ...edges(today), ...monthsFrom(today, -1, -2, -3, -5, 1)]
  for (const school of codes)
    for (let i = chance.int(0, 6); i > 0; i--)
      rows.push({
        school,
        inspector: chance.pick(...userids),
        visit_date: chance.day(...near),
        part_of_day: chance.pick('am', 'pm', 'full', 'evening'),
        visit_type: chance.pick('', '', 'routine', 'follow_up'),
        status: chance.pick('', '', 'submitted', 'archived', 'draft', 'withdrawn'),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
  return rows
}

const SEVERITIES = ['minor', 'general', 'serious', 'complex', 'urgent']

export function caseRows({ chance, today, codes }: City): Files[string] {
  const rows: Files[string] = []
  const near = [
    today,
    ...daysFrom(today, -30, -60, -15),
    ...workingDaysBefore(today, 10),
    ...monthsFrom(today, -12, -13),
  ]
  for (let i = chance.int(0, 30); i > 0; i--) {
    // Mostly in their order, as far as the case has come; now and then not.
    const dates = Array.from({ length: 6 }, () => chance.day(...near))
    if (chance.often(0.85)) dates.sort()
    const reached = chance.int(0, 6)
    const step = (n: number) => (n <= reached && !chance.often(0.03) ? dates[n - 1]! : '')
    rows.push({
      no: `W-${i}`,
      school: chance.pick(...codes),
      found_on: dates[0]!,
      severity: chance.pick(...SEVERITIES),
      description: '消防通道堆放杂物',
      issued_on: step(2),
      due_on: chance.maybe(0.2, today, ...daysFrom(today, -30, -31)),
      acknowledged_on: step(3),
      report_on: step(4),
      reinspected_on: step(5),
      verdict: reached >= 5 ? chance.pick('pass', 'pass', 'pass', 'fail', '') : '',
      closed_on: step(6),
      resolved_by_section: chance.pick('', '', '', 'true', 'false'),
      withdrawn: chance.often(0.05) ? 'true' : '',
    })
  }
  return rows
}

export function principalRows({ chance, today, codes, userids }: City): Files[string] {
  const rows: Files[string] = []
  for (const school of chance.some(codes, 0.8))
    for (let i = chance.pick(1, 1, 2); i > 0; i--) {
      const start_on = chance.maybe(
        0.08,
        today,
        ...monthsFrom(today, -36, -30, -24, -12, -60),
        ...edges(today),
      )
      const year = start_on === '' ? today : plusDays(plusMonths(start_on, 12), -1)
      rows.push({
        school,
        person: chance.pick(...userids, '王校长', '李校长'),
        start_on,
        end_on: chance.end(start_on, 0.1, today, ...monthsFrom(today, 6, 12, -12, 24, -1)),
        left_on: chance.maybe(0.7, today, year, ...monthsFrom(today, -12, -1, -24)),
        explanation: chance.pick('', '疫情延期'),
        withdrawn: chance.often(0.04) ? 'true' : '',
      })
    }
  return rows
}
