import type { Files } from '../oracle/rows.ts'
import { plusDays, plusMonths, yearOf } from '../oracle/days.ts'
import { daysFrom, edges, monthsFrom, workingDaysBefore, type Chance } from './chance.ts'
import type { City } from './city.ts'

const INSPECTORS = [
  ...['inspector_full', 'inspector_part', 'full_time_inspector', 'part_time_inspector', 'zone_leader'],
]
const OTHERS = ['principal', 'principal', 'county_office', 'city_office', 'school_contact', 'chief_inspector']

export function personRows({ chance, today, counties, codes }: City): Files[string] {
  const many = chance.pick(8, 14, 25)
  const main = chance.pick('', ...counties)
  return Array.from({ length: many }, (_, i) => {
    const role = chance.pick(...INSPECTORS, ...INSPECTORS, ...OTHERS)
    const leads = role === 'principal' || role === 'school_contact'
    return {
      userid: `u${String(i + 11)}`,
      name: `人员${i + 1}`,
      role,
      county: chance.often(0.5) ? main : chance.pick('', ...counties),
      school_code: leads || chance.often(0.1) ? chance.pick(...codes) : '',
      assigned_school_codes: leads ? '' : chance.some(codes, chance.pick(0, 0, 0.1, 0.3)).join('|'),
      also_roles: chance.often(0.12) ? chance.pick(...INSPECTORS, 'principal', 'principal|zone_leader') : '',
      left_on: chance.maybe(0.88, today, ...edges(today)),
      withdrawn: chance.often(0.04) ? 'true' : '',
    }
  })
}

const MAYBE = ['', 'true', 'true', 'true', 'true', 'false']

export function cardRows(city: City): Files[string] {
  const { chance, today, codes, userids, places } = city
  const main = chance.pick(...places)
  const rows: Files[string] = []
  for (const userid of chance.some(userids, 0.8)) {
    const kind = chance.pick('full_time', 'part_time')
    const term =
      kind === 'part_time' ? termNear(chance, today) : { term_start: '', term_end: '', term_no: '' }
    const retired = chance.often(0.45)
    rows.push({
      userid,
      place: chance.often(0.5) ? main : chance.pick(...places),
      kind,
      appointed_on: chance.day(
        today,
        ...monthsFrom(today, -24, -120, -1),
        ...edges(today),
        ...(term.term_start ? [term.term_start, term.term_start] : []),
      ),
      left_on: chance.maybe(0.88, today, ...edges(today)),
      ...term,
      retired: retired ? 'true' : 'false',
      retired_on:
        retired || chance.often(0.05)
          ? chance.maybe(0.12, today, ...monthsFrom(today, -24, -48, -25, -36))
          : '',
      ...secondment(chance, today),
      stages: chance.some(['preschool', 'compulsory', 'senior'], 0.45).join('|'),
      degree: chance.pick('', 'college', 'bachelor', 'bachelor', 'master', 'doctor', 'secondary'),
      education_work_since: chance.maybe(0.1, ...monthsFrom(today, -120, -144, -240)),
      record_ok: chance.pick(...MAYBE),
      time_ok: chance.pick(...MAYBE),
      health_ok: chance.pick(...MAYBE),
      assessment_passed: chance.pick(...MAYBE),
      recusals: chance.pick('', 'none', 'none', chance.some([...userids, ...codes], 0.1).join('|')),
      serving_school: chance.often(0.1) ? chance.pick(...codes) : '',
      former_school: chance.often(0.4) ? chance.pick(...codes) : '',
      former_left_on: chance.maybe(0.2, ...monthsFrom(today, -36, -12)),
      withdrawn: chance.often(0.06) ? 'true' : '',
    })
  }
  return rows
}

function secondment(chance: Chance, today: string) {
  const seconded_from = chance.maybe(0.8, today, ...monthsFrom(today, -3))
  return {
    seconded_from,
    seconded_to: seconded_from === '' ? '' : chance.maybe(0.4, today, ...monthsFrom(today, 3)),
  }
}

/** A term that holds today, has ended or is to come; three years but for a day or so. */
function termNear(chance: Chance, today: string) {
  const term_start = chance.day(today, ...monthsFrom(today, -36, -33, -12, -24, -35), ...edges(today))
  const full = plusDays(plusMonths(term_start, 36), -1)
  const term_end = chance.pick(full, full, full, chance.day(full), chance.day(today, ...daysFrom(today, 90)))
  return {
    term_start,
    term_end: term_end < term_start ? full : term_end,
    term_no: chance.pick('', '', '', '1', '2', '3', '4'),
  }
}

export function appointmentRows({ chance, today, rows }: City): Files[string] {
  const found: Files[string] = []
  for (const card of chance.some(rows('inspectors'), 0.6)) {
    const term_start = card.term_start || chance.day(today, ...monthsFrom(today, -12))
    const terms = [
      // terms before, with and without a gap, the card's own, and one to come
      ...chance.some([-36, -36, -72, -73, -75, -36], 0.3).map((months) => plusMonths(term_start, months)),
      ...chance.some(
        [term_start, plusMonths(term_start, 36), plusDays(plusMonths(term_start, 36), 40)],
        0.45,
      ),
    ]
    for (const start of new Set(terms)) found.push(appointmentRow(chance, today, card.userid!, start))
  }
  return found
}

function appointmentRow(chance: Chance, today: string, userid: string, term_start: string) {
  const full = plusDays(plusMonths(term_start, 36), -1)
  const before = (days: number) => chance.day(plusDays(term_start, -days))
  const notice_to = chance.maybe(0.15, plusDays(term_start, -10), today)
  const notice_from =
    notice_to === ''
      ? chance.pick('', before(20))
      : chance.maybe(0.15, ...workingDaysBefore(notice_to, 6, 5, 6))
  const term_end = chance.pick(full, full, full, chance.day(full), chance.day(today))
  return {
    userid,
    term_start,
    term_end: term_end < term_start ? full : term_end,
    term_no: chance.pick('', '', '', '1', '2', '3', '4'),
    recommended_on: chance.maybe(0.15, plusDays(term_start, -60), today, notice_from || today),
    vetted_on: chance.maybe(0.15, plusDays(term_start, -40), notice_from || today),
    notice_from,
    notice_to,
    published_on: chance.maybe(0.15, plusDays(notice_to || today, 1), term_start),
    filed_on: chance.maybe(0.3, today, term_start),
    withdrawn: chance.often(0.05) ? 'true' : '',
  }
}

export function assignmentRows({ chance, today, codes, userids }: City): Files[string] {
  const found: Files[string] = []
  for (const inspector of userids)
    for (const school of chance.some(codes, chance.pick(0, 0.1, 0.2, 0.3)))
      for (let i = chance.pick(1, 1, 2); i > 0; i--) {
        const from = chance.day(today, ...monthsFrom(today, -12, -24, -6))
        found.push({
          inspector,
          school,
          from,
          to: chance.end(from, 0.65, today, ...monthsFrom(today, 6, -1)),
          override_reason: chance.pick('', '', '', '县督导办同意'),
          withdrawn: chance.often(0.05) ? 'true' : '',
        })
      }
  return found
}

export function trainingRows({ chance, today, userids }: City): Files[string] {
  const found: Files[string] = []
  const Y = yearOf(today)
  for (const userid of userids)
    for (let i = chance.pick(0, 1, 3, 6); i > 0; i--) {
      const end_on = chance.day(today, ...edges(today), `${Y}-03-10`, `${Y}-03-12`, `${Y - 1}-05-05`)
      found.push({
        userid,
        title: `第${i}期`,
        form: chance.pick(
          'concentrated',
          'concentrated',
          'concentrated',
          'concentrated',
          'online',
          'self_study',
        ),
        organizer_level: chance.pick('county', 'city', 'province', 'national', 'county', 'school'),
        start_on: plusDays(end_on, -chance.int(0, 4)),
        end_on,
        hours: chance.pick('8', '10', '16', '19.5', '20', '20', '30', '39.5', '40', '0.5', '12.5', '9.5'),
        verified: chance.pick('true', 'true', 'true', '', 'false'),
        verified_on: chance.maybe(0.6, today, end_on),
        not_duplicate: chance.pick('', '', 'true', 'false'),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
    }
  return found
}

export function exitRows({ chance, today, userids }: City): Files[string] {
  return chance.some(userids, 0.25).map((userid) => ({
    userid,
    ground: chance.pick('neglect', 'absence', 'no_recusal', 'complaint'),
    noted_on: chance.day(today),
    decided_on: chance.maybe(0.6, today),
    withdrawn: chance.often(0.1) ? 'true' : '',
  }))
}

export function claimRows({ chance, today, userids }: City): Files[string] {
  const found: Files[string] = []
  for (const userid of chance.some(userids, 0.5))
    for (let i = chance.int(1, 3); i > 0; i--)
      found.push({
        userid,
        incurred_on: chance.day(today, ...daysFrom(today, -60, -61, -10)),
        item: chance.pick('communication', 'transport', 'board', 'labour', 'other'),
        amount: chance.pick('20', '35.5', '100'),
        settled_on: chance.maybe(0.5, today),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
  return found
}
