import { next, yearOf } from './days.ts'
import { activeCards, serviceOf } from './inspectors.ts'
import type { Known } from './known.ts'
import { isBeforeRecords, type Check, type Found, type Level } from './line.ts'
import { sumOf, yes, type Row } from './rows.ts'
import { dateSet, textSet } from './settings.ts'

const TRAINING_HOURS = 40

export const fortyHours: Check = (known) => {
  const found: Found[] = []
  const Y = yearOf(known.D)
  for (const card of activeCards(known)) {
    found.push(hoursIn(known, card, Y))
    // for those of them who were active on some day of Y − 1
    const before = daysOf(Y - 1, known.D)
    if (before.some(serviceOf(known, card))) found.push(hoursIn(known, card, Y - 1))
  }
  return found
}

/** From 1 Jan of y to min(D, 31 Dec of y). */
function daysOf(year: number, D: string): string[] {
  const days: string[] = []
  for (let day = `${year}-01-01`; yearOf(day) === year && day <= D; day = next(day)) days.push(day)
  return days
}

function hoursIn(known: Known, card: Row, year: number): Found {
  const { D } = known
  // form concentrated, organizer_level not school, `end_on` in y and ≤ D
  const eligible = known
    .rows('training')
    .filter((row) => row.userid === card.userid && yearOf(row.end_on) === year)
    .filter((row) => row.form === 'concentrated' && row.organizer_level !== 'school')
  // `verified`, and `verified_on` empty or ≤ D
  const isCounted = (row: Row) => yes(row.verified) && (row.verified_on === '' || row.verified_on <= D)
  const hours = hoursOf(eligible.filter(isCounted))
  const pending = sum(eligible.filter((row) => !isCounted(row)))
  const isActive = serviceOf(known, card)
  // not active on every day
  const part = !daysOf(year, D).every(isActive)
  const level = levelOf(known, card, year, hours)
  const begins = `${year}-01-01`
  // B2.13 goes first
  const isCapped =
    part && (level === 'breach' || level === 'warning') && !isBeforeRecords(known, card.place, begins)
  return {
    subject: `${card.userid}@${year}`,
    place: card.place,
    begins,
    level: isCapped ? 'notice' : level,
    figures: { year, hours, pending, met: hours >= TRAINING_HOURS, part },
  }
}

const sum = (rows: Row[]) => rows.reduce((total, row) => total + Number(row.hours), 0)

/** A group gives its largest hours once; rows with `not_duplicate` each give theirs. */
function hoursOf(counted: Row[]): number {
  const alone = counted.filter((row) => yes(row.not_duplicate))
  let groups: Row[][] = []
  for (const row of counted) {
    if (yes(row.not_duplicate)) continue
    // share a day, directly or through others
    const meets = (group: Row[]) =>
      group.some((other) => row.start_on <= other.end_on && other.start_on <= row.end_on)
    const joined = [row, ...groups.filter(meets).flat()]
    groups = [...groups.filter((group) => !meets(group)), joined]
  }
  const largest = groups.map((group) => Math.max(...group.map((row) => Number(row.hours))))
  return sum(alone) + largest.reduce((total, hours) => total + hours, 0)
}

function levelOf(known: Known, card: Row, year: number, hours: number): Level {
  // 1 hours ≥ 40
  if (hours >= TRAINING_HOURS) return 'ok'
  // 2 y closed
  if (year < yearOf(known.D)) return 'breach'
  // 3–5 `training_pace`: the first whose day is reached and whose hours are not gives its level (B7.16)
  const steps = textSet(known, 'training_pace', card.place)
    .split('|')
    .map((step) => step.trim().split(':'))
  steps.sort((a, b) => (a[0]! > b[0]! ? -1 : 1))
  for (const [day = '', wanted = '', level = ''] of steps)
    if (known.D >= `${year}-${day}` && hours < Number(wanted)) return level as Level
  return 'ok'
}

export const exitGrounds: Check = (known) =>
  activeCards(known).map((card) => {
    // rows that exist at D without `decided_on`
    const open = known
      .rows('exit_grounds')
      .filter((row) => row.userid === card.userid && row.decided_on === '').length
    // 1 open ≥ 1 · 2 ok
    return { subject: card.userid, place: card.place, level: open >= 1 ? 'warning' : 'ok', figures: { open } }
  })

export const studioFunds: Check = (known) => {
  const { D } = known
  const year = yearOf(D)
  const found: Found[] = []
  for (const studio of known.rows('studios')) {
    // open at D
    if (studio.closed_on !== '' && D > studio.closed_on) continue
    // year Y, purpose studio, that studio, existing at D; budgets of any place (B7.14)
    const rows = known
      .rows('budgets')
      .filter((row) => row.purpose === 'studio' && row.studio === studio.studio && Number(row.year) === year)
    const amount = sumOf(rows)
    const level = (): Level => {
      // 1 amount > 0
      if (amount > 0) return 'ok'
      // 2 a row, amount 0
      if (rows.length > 0) return 'warning'
      // 3 D from 30 Jun
      if (D >= dateSet(known, 'studio_warning', studio.place, year)) return 'warning'
      // 4 D from 31 Mar
      if (D >= dateSet(known, 'studio_notice', studio.place, year)) return 'notice'
      return 'ok'
    }
    const figures = { year, amount: rows.length > 0 ? amount : null, met: amount > 0 }
    found.push({ subject: studio.studio, place: studio.place, level: level(), figures })
  }
  return found
}
