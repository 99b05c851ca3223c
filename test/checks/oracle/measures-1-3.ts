import { between, holds, latest, orNull, plusDays, plusYears, yearOf } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { cityAndG } from './places.ts'
import { distinct, type Row } from './rows.ts'
import { dateSet, judgedOn, numberSet } from './settings.ts'
import { wd } from './working-days.ts'

/** The rows that hold D, and their distinct persons. */
const holdersOf = (rows: Row[], D: string) =>
  distinct(rows.filter((row) => holds(row.from, row.to, D)).map((row) => row.person))

export const committeeRoster: Check = (known) => {
  const { D } = known
  let [seats, filled, vacant, doubled, unentered, longest] = [0, 0, 0, 0, 0, 0]
  for (const seat of known.rows('seat_list')) {
    if (seat.place !== 'city' || !holds(seat.valid_from, seat.valid_to, D)) continue
    seats++
    const rows = known.rows('committee_seats').filter((row) => row.place === 'city' && row.seat === seat.seat)
    const holders = holdersOf(rows, D)
    if (holders.length >= 2) doubled++
    else if (holders.length === 1) filled++
    // none and no row that exists at D
    else if (rows.length === 0) unentered++
    else {
      vacant++
      // vacant for D − max(its latest `to`, `valid_from` − 1 day) days
      const since = latest([...rows.map((row) => row.to), plusDays(seat.valid_from, -1)])
      longest = Math.max(longest, between(since, D))
    }
  }
  const level = (): Level => {
    // 1 a seat doubled, or vacant > 30
    if (doubled > 0 || longest > numberSet(known, 'seat_vacant_days', 'city')) return 'warning'
    // 2 a seat unentered, or no seats at all
    if (unentered > 0 || seats === 0) return 'unknown'
    // 3 a seat vacant
    if (vacant > 0) return 'notice'
    return 'ok'
  }
  const figures = { seats, filled, vacant, doubled, unentered }
  return [{ subject: 'city', place: 'city', level: level(), figures }]
}

export const chiefInspectors: Check = (known) => cityAndG(known).map((place) => postsOf(known, place))

function postsOf(known: Known, place: string): Found {
  const { D } = known
  const vacancies: number[] = []
  let unentered = 0
  const countHolders = (post: string) => {
    const rows = known.rows('posts').filter((row) => row.place === place && row.post === post)
    const holders = holdersOf(rows, D)
    if (holders.length > 0) return holders.length
    // no row that exists at D: unentered
    if (rows.length === 0) unentered++
    // vacant for D − latest `to` days
    else vacancies.push(between(latest(rows.map((row) => row.to)), D))
    return 0
  }
  const [chiefs, deputies] = [countHolders('chief'), countHolders('deputy')]
  const longest = Math.max(0, ...vacancies)
  const level = (): Level => {
    // 1 a post vacant > 90
    if (longest > numberSet(known, 'post_breach_days', place)) return 'breach'
    // 2 vacant > 30
    if (longest > numberSet(known, 'post_warning_days', place)) return 'warning'
    // 3 a post unentered
    if (unentered > 0) return 'unknown'
    // 4 a post vacant
    if (vacancies.length > 0) return 'notice'
    return 'ok'
  }
  return { subject: place, place, level: level(), figures: { chiefs, deputies, vacant_days: longest } }
}

export const plenary: Check = (known) => {
  const Y = yearOf(known.D)
  return cityAndG(known).flatMap((place) => [plenaryIn(known, place, Y), plenaryIn(known, place, Y - 1)])
}

function plenaryIn(known: Known, place: string, year: number): Found {
  const { D } = known
  const on = judgedOn(known, year)
  const held = known
    .rows('meetings')
    .filter((row) => row.place === place && row.meeting_type === 'plenary' && row.status === 'held')
    .filter((row) => row.held_on !== '' && yearOf(row.held_on) === year)
  const minutesDays = numberSet(known, 'minutes_days', place, on)
  const level = (): Level => {
    // 1 a held one has no `minutes_on` and D > wd(held_on, 10)
    if (held.some((row) => row.minutes_on === '' && D > wd(known.days, row.held_on, minutesDays)))
      return 'warning'
    // 2 held ≥ 1
    if (held.length >= 1) return 'ok'
    // 3 y closed
    if (year < yearOf(D)) return 'breach'
    // 4 D from 1 Nov
    if (D >= dateSet(known, 'plenary_warning', place, year, on)) return 'warning'
    // 5 D from 1 Sep
    if (D >= dateSet(known, 'plenary_notice', place, year, on)) return 'notice'
    return 'ok'
  }
  const last_on = orNull(latest(held.map((row) => row.held_on)))
  const figures = { year, held: held.length, last_on, met: held.length >= 1 }
  return { subject: `${place}@${year}`, place, begins: `${year}-01-01`, level: level(), figures }
}

/** The documents of a place in force at D (`dated_on` ≤ D ≤ `repealed_on`); the latest day that one is dated on. */
export function latestInForce(known: Known, place: string, kind: string): string {
  const inForce = known
    .rows('documents')
    .filter((row) => row.place === place && row.doc_kind === kind)
    .filter((row) => holds(row.dated_on, row.repealed_on, known.D))
  return latest(inForce.map((row) => row.dated_on))
}

export const committeeRules: Check = (known) => {
  const dated = latestInForce(known, 'city', 'committee_rules')
  const level = (): Level => {
    // 1 none
    if (dated === '') return 'warning'
    // 2 D > latest `dated_on` + 3 years
    if (known.D > plusYears(dated, numberSet(known, 'rules_years', 'city'))) return 'notice'
    return 'ok'
  }
  return [{ subject: 'city', place: 'city', level: level(), figures: { dated_on: orNull(dated) } }]
}

export const directLine: Check = (known) => {
  const { D } = known
  const year = yearOf(D)
  // dated in Y
  const reports = known
    .rows('documents')
    .filter((row) => row.place === 'city' && row.doc_kind === 'chief_report' && yearOf(row.dated_on) === year)
  const level = (): Level => {
    // 1 at least one
    if (reports.length >= 1) return 'ok'
    // 2 D from 1 Dec
    if (D >= dateSet(known, 'chief_report_notice', 'city', year)) return 'notice'
    return 'ok'
  }
  const figures = { year, reports: reports.length, met: reports.length >= 1 }
  return [{ subject: `city@${year}`, place: 'city', begins: `${year}-01-01`, level: level(), figures }]
}

export const memberTasks: Check = (known) => {
  const found: Found[] = []
  const { D } = known
  const Y = yearOf(D)
  for (const row of known.rows('member_tasks')) {
    // open at D, or was or is due in Y, or was done in Y
    const isOpen = row.done_on === ''
    if (!isOpen && yearOf(row.due_on) !== Y && yearOf(row.done_on) !== Y) continue
    const level = (): Level => {
      // 1 `done_on`, late or not
      if (row.done_on !== '') return 'ok'
      // 2 D > due_on
      if (D > row.due_on) return 'warning'
      // 3 D from due_on − 7 days
      if (D >= plusDays(row.due_on, -numberSet(known, 'task_days', 'city'))) return 'notice'
      return 'ok'
    }
    const days_left = isOpen ? between(D, row.due_on) : null
    const figures = { due_on: row.due_on, done_on: orNull(row.done_on), days_left }
    found.push({ subject: row.no, place: 'city', level: level(), figures })
  }
  return found
}
