import type { Files } from '../oracle/rows.ts'
import { plusDays, plusMonths } from '../oracle/days.ts'
import { daysFrom, edges, monthsFrom, workingDaysBefore, type Chance } from './chance.ts'
import type { City } from './city.ts'

const MAYBE = ['', 'true', 'true', 'true', 'true', 'false']

export function cardRows(city: City): Files[string] {
  const { chance, userids, places } = city
  if (chance.often(0.15)) return crowd(city)
  const main = chance.pick(...places)
  return chance.some(userids, 0.8).map((userid) => cardOf(city, userid, main))
}

/** As many full-timers of one place as go, about as many of them retired as may be. */
function crowd(city: City): Files[string] {
  const { chance, today, userids, places } = city
  const place = chance.pick(...places)
  const size = chance.pick(20, 10, 15, 5)
  const retired = Math.round((size * chance.pick(35, 40)) / 100) + chance.pick(0, 0, 0, -1, 1)
  return userids.slice(0, size).map((userid, i) => ({
    ...cardOf(city, userid, place),
    ...{ place, kind: 'full_time', appointed_on: chance.day(...monthsFrom(today, -24)), left_on: '' },
    ...{ retired: String(i < retired), withdrawn: '' },
  }))
}

function cardOf({ chance, today, codes, userids, places, rows }: City, userid: string, main: string) {
  const heads = rows('people').filter((row) => row.role === 'principal')
  const kind = chance.pick('full_time', 'part_time')
  const term = kind === 'part_time' ? termNear(chance, today) : { term_start: '', term_end: '', term_no: '' }
  const retired = chance.often(0.45)
  return {
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
    recusals: chance.pick(
      ...['', 'none', 'none', chance.some([...userids, ...codes], 0.1).join('|')],
      heads.map((row) => row.userid!).join('|'),
    ),
    serving_school: chance.often(0.1) ? chance.pick(...codes) : '',
    former_school: chance.often(0.4) ? chance.pick(...codes) : '',
    former_left_on: chance.maybe(0.2, ...monthsFrom(today, -36, -12)),
    withdrawn: chance.often(0.06) ? 'true' : '',
  }
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
        [term_start, plusMonths(term_start, 36), plusDays(plusMonths(term_start, 36), 40), chance.day(today)],
        0.45,
      ),
    ]
    for (const start of new Set(terms)) found.push(appointmentRow(chance, today, card.userid!, start))
  }
  return found
}

function appointmentRow(chance: Chance, today: string, userid: string, term_start: string) {
  const full = plusDays(plusMonths(term_start, 36), -1)
  const term_end = chance.pick(full, full, full, chance.day(full), chance.day(today))
  return {
    userid,
    term_start,
    term_end: term_end < term_start ? full : term_end,
    term_no: chance.pick('', '', '', '1', '2', '3', '4'),
    ...(chance.often(0.5) ? inOrder(chance, term_start) : inAnyOrder(chance, today, term_start)),
    filed_on: chance.maybe(0.4, today, term_start),
    withdrawn: chance.often(0.05) ? 'true' : '',
  }
}

/** The steps as they ought to be, but for a day. */
function inOrder(chance: Chance, term_start: string) {
  const notice_to = plusDays(term_start, -chance.int(2, 12))
  const notice_from = chance.pick(...workingDaysBefore(notice_to, 6, 7, 6, 5))
  const vetted_on = plusDays(notice_from, chance.pick(-3, -1, 0, 0, 1))
  const recommended_on = plusDays(vetted_on, chance.pick(-3, -1, 0, 1))
  return {
    recommended_on,
    vetted_on,
    notice_from,
    notice_to,
    published_on: plusDays(notice_to, chance.pick(0, 1, 1, 2)),
  }
}

function inAnyOrder(chance: Chance, today: string, term_start: string) {
  const notice_to = chance.maybe(0.15, plusDays(term_start, -10), today)
  const notice_from =
    notice_to === ''
      ? chance.maybe(0.5, plusDays(term_start, -20))
      : chance.maybe(0.15, ...workingDaysBefore(notice_to, 6, 5, 6))
  return {
    recommended_on: chance.maybe(0.15, plusDays(term_start, -60), today, notice_from || today),
    vetted_on: chance.maybe(0.15, plusDays(term_start, -40), notice_from || today),
    notice_from,
    notice_to,
    published_on: chance.maybe(0.15, plusDays(notice_to || today, 1), term_start),
  }
}
