import { latest, orNull, plusMonths, plusYears, yearOf } from './days.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { G } from './places.ts'
import { listed } from './rows.ts'
import { dateSet, numberSet } from './settings.ts'

const GOVERNMENT_YEARS = 5

const ofGovernment = (known: Known, place: string) =>
  known
    .rows('supervisions')
    .filter((row) => row.target_type === 'government' && listed(row.targets).includes(place))

export const yearlyEvaluation: Check = (known) => G(known).map((place) => evaluationOf(known, place))

function evaluationOf(known: Known, place: string): Found {
  const { D } = known
  const Y = yearOf(D)
  const year = Y - 1
  // kind evaluation, year Y − 1, with the county among `targets`
  const rows = ofGovernment(known, place).filter(
    (row) => row.supervision_kind === 'evaluation' && Number(row.year) === year && row.year !== '',
  )
  const started = rows.some((row) => row.started_on !== '' || row.on_site_from !== '' || row.report_on !== '')
  const complete = rows.some((row) => row.report_on !== '')
  // B7.8: settings of 31 December of Y − 1
  const on = `${year}-12-31`
  const level = (): Level => {
    // 1 complete
    if (complete) return 'ok'
    // 2 D > 30 Jun of Y
    if (D > dateSet(known, 'evaluation_end', place, Y, on)) return 'breach'
    // 3 not started and D from 31 Mar of Y
    if (!started && D >= dateSet(known, 'evaluation_start', place, Y, on)) return 'warning'
    return 'ok'
  }
  const figures = { year, started, met: complete }
  return { subject: `${place}@${year}`, place, begins: `${year}-01-01`, level: level(), figures }
}

export const fiveYearFloor: Check = (known) => G(known).map((place) => floorOf(known, place))

function floorOf(known: Known, place: string): Found {
  const { D } = known
  // special or comprehensive, not evaluation
  const done = ofGovernment(known, place).filter((row) => row.supervision_kind !== 'evaluation')
  const last = latest(done.map((row) => row.on_site_to))
  const deadline = last === '' ? '' : plusYears(last, GOVERNMENT_YEARS)
  const level = (): Level => {
    // 1 no such
    if (last === '') return 'unknown'
    // 2 D > deadline
    if (D > deadline) return 'breach'
    // 3 D from deadline − 6 months
    if (D >= plusMonths(deadline, -numberSet(known, 'government_warning_months', place))) return 'warning'
    // 4 D from deadline − 12 months
    if (D >= plusMonths(deadline, -numberSet(known, 'government_notice_months', place))) return 'notice'
    return 'ok'
  }
  const figures = { last_on: orNull(last), deadline: orNull(deadline) }
  return { subject: place, place, level: level(), figures }
}
