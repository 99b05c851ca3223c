import { earliest, latest, orNull, plusMonths } from './days.ts'
import { activeCards, isSeconded } from './inspectors.ts'
import type { Known } from './known.ts'
import type { Check, Found, Level } from './line.ts'
import { standAlone, takenIn, wholeCity, zonesIn } from './places.ts'
import { listed, type Row } from './rows.ts'
import { numberSet } from './settings.ts'

const STUDENTS_PER_INSPECTOR = 10000

/** Active inspectors of kind full_time, not seconded out at D. */
const fullTimers = (known: Known, place: string) =>
  activeCards(known)
    .filter((card) => takenIn(known, place).includes(card.place))
    .filter((card) => card.kind === 'full_time' && !isSeconded(card, known.D))

/** Any card of the place that exists at D, active or not. */
const cardsOf = (known: Known, place: string) =>
  known.rows('inspectors').filter((card) => takenIn(known, place).includes(card.place))

type Numbers = { rows: Row[]; asOf: string }

/** The latest `as_of` of a place, and only the rows of that day. */
function latestNumbers(known: Known, place: string): Numbers {
  const rows = known.rows('student_numbers').filter((row) => row.place === place)
  const asOf = latest(rows.map((row) => row.as_of))
  return { rows: rows.filter((row) => row.as_of === asOf), asOf }
}

const isTooOld = (known: Known, { asOf }: Numbers, place: string) =>
  asOf !== '' && known.D > plusMonths(asOf, numberSet(known, 'students_months', place))

/** No rows, no kindergarten row, neither a primary nor a junior row, too old; or a zone counted in it too old. */
function isShortOfData(known: Known, place: string): boolean {
  const numbers = latestNumbers(known, place)
  const has = (stage: string) => numbers.rows.some((row) => row.stage === stage)
  if (numbers.rows.length === 0 || !has('kindergarten') || (!has('primary') && !has('junior'))) return true
  if (isTooOld(known, numbers, place)) return true
  return zonesIn(known, place).some((zone) => isTooOld(known, latestNumbers(known, zone), place))
}

function isCityShortOfData(known: Known): boolean {
  // any of P without `counted_in` is
  if (standAlone(known).some((place) => isShortOfData(known, place))) return true
  // its own rows are too old
  if (isTooOld(known, latestNumbers(known, 'city'), 'city')) return true
  // there are no rows at all
  return wholeCity(known).every((place) => latestNumbers(known, place).rows.length === 0)
}

/** 2 the place has no cards (`city`: one of P without `counted_in` has none, or there are none anywhere). */
function lacksCards(known: Known, place: string): boolean {
  const hasNone = cardsOf(known, place).length === 0
  if (place !== 'city') return hasNone
  return hasNone || standAlone(known).some((each) => cardsOf(known, each).length === 0)
}

export const ratio: Check = (known) => ['city', ...standAlone(known)].map((place) => ratioOf(known, place))

function ratioOf(known: Known, place: string): Found {
  const isShort = place === 'city' ? isCityShortOfData(known) : isShortOfData(known, place)
  const numbers = takenIn(known, place).map((each) => latestNumbers(known, each))
  const counts = numbers.flatMap(({ rows }) => rows.map((row) => Number(row.count)))
  const students = counts.reduce((sum, one) => sum + one, 0)
  const need = Math.max(1, Math.ceil(students / STUDENTS_PER_INSPECTOR))
  const most = Math.floor((2 * students) / STUDENTS_PER_INSPECTOR)
  const have = fullTimers(known, place).length
  const level = (): Level => {
    // 1 short of data
    if (isShort) return 'unknown'
    // 2 no cards
    if (lacksCards(known, place)) return 'unknown'
    // 3 have < need
    return have < need ? 'breach' : 'ok'
  }
  const sums = isShort
    ? { students: null, need: null, most: null, short: null }
    : { students, need, most, short: Math.max(0, need - have) }
  const as_of = orNull(earliest(numbers.map(({ asOf }) => asOf).filter((asOf) => asOf !== '')))
  return { subject: place, place, level: level(), figures: { ...sums, as_of, have } }
}

export const stages: Check = (known) => ['city', ...standAlone(known)].map((place) => stagesOf(known, place))

function stagesOf(known: Known, place: string): Found {
  const inspectors = fullTimers(known, place)
  const had = inspectors.flatMap((card) => listed(card.stages))
  const missing = ['compulsory', 'preschool', 'senior'].filter((stage) => !had.includes(stage))
  const level = (): Level => {
    // 1 no cards (`city`: none anywhere)
    if (cardsOf(known, place).length === 0) return 'unknown'
    // 2 there are full-timers and none has any stage
    if (inspectors.length > 0 && had.length === 0) return 'unknown'
    // 3 missing not empty
    return missing.length > 0 ? 'breach' : 'ok'
  }
  return { subject: place, place, level: level(), figures: { missing } }
}
