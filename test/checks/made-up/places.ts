import type { Files } from '../oracle/rows.ts'
import { between, plusDays, yearOf } from '../oracle/days.ts'
import { edges, monthsFrom, type Chance } from './chance.ts'
import type { City } from './city.ts'

const COUNTIES = ['章贡区', '南康区', '城南县', '于都县']
const ZONES = ['蓉江新区', '开发区']

/** Three to six places: the city with a name of its own, counties, functional zones. */
export function placeRows(chance: Chance, today: string): Files[string] {
  const counties = COUNTIES.slice(0, chance.int(1, 4))
  const rows: Files[string] = [{ name: '赣南市', level: 'city', government: chance.pick('', 'true') }]
  const life = () => {
    const valid_from = chance.maybe(0.8, today, ...edges(today))
    const valid_to = chance.end(valid_from, 0.85, today, ...edges(today))
    return { valid_from, valid_to, withdrawn: chance.often(0.06) ? 'true' : '' }
  }
  for (const name of counties)
    rows.push({ name, level: 'county', government: chance.pick('', '', '', 'true', 'false'), ...life() })
  for (const name of ZONES.slice(0, chance.int(1, 2))) {
    const counted_in = chance.pick('', ...counties)
    rows.push({
      name,
      level: 'functional_zone',
      government: chance.pick('', '', 'true', 'false'),
      counted_in,
      ...life(),
    })
  }
  return rows
}

export function calendarRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  const Y = yearOf(today)
  for (const place of chance.some(places, 0.5))
    for (let A = Y - 2; A <= Y; A++)
      for (const half of chance.some([1, 2], 0.6)) rows.push(calendarRow(chance, today, place, A, half))
  return rows
}

function calendarRow(chance: Chance, today: string, place: string, A: number, half: number) {
  const [teaching_from = '', teaching_to = ''] =
    half === 1
      ? [chance.day(`${A}-09-01`), chance.day(`${A + 1}-01-20`, `${A + 1}-01-08`)]
      : [chance.day(`${A + 1}-02-20`), chance.day(`${A + 1}-07-05`, `${A + 1}-06-28`)]
  const months = half === 1 ? ['09', '10', '11', '12'] : ['02', '03', '04', '05', '06', '07']
  const year = half === 1 ? A : A + 1
  const school_days = chance
    .some([...months.map((month) => `${year}-${month}`), ...(half === 1 ? [`${A + 1}-01`] : [])], 0.3)
    .map((month) => `${month}:${chance.pick(9, 10, 11, 22, 0)}`)
    .join('|')
  // Now and then the teaching ends about today, or today is its middle.
  const isNear = chance.often(0.25) && teaching_from < today && today <= `${A + 1}-07-31`
  const middle = plusDays(today, between(teaching_from, today) + chance.pick(-1, 0, 1))
  const to = isNear ? chance.pick(middle, chance.day(today, ...monthsFrom(today, 1))) : teaching_to
  return {
    place,
    semester: `${A}-${A + 1}-${half}`,
    teaching_from,
    teaching_to: to > teaching_from ? to : plusDays(teaching_from, chance.int(0, 150)),
    school_days,
    withdrawn: chance.often(0.05) ? 'true' : '',
  }
}

const STAGES = ['kindergarten', 'primary', 'junior', 'senior', 'vocational', 'special']

export function studentRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  for (const place of chance.some(places, 0.85)) {
    const days = [
      chance.day(...monthsFrom(today, -18, -18, -2, -12), today),
      chance.day(today, ...monthsFrom(today, -6)),
    ]
    for (const as_of of new Set(days.slice(0, chance.int(1, 2)))) {
      const stages = chance.often(0.75) ? STAGES.slice(0, chance.int(2, 6)) : chance.some(STAGES, 0.6)
      // The sum lies about a whole number of ten thousands.
      let left = chance.int(0, 4) * 10000 + chance.pick(-1, 0, 1, 0, 4999, 5000)
      for (const [i, stage] of stages.entries()) {
        const count = i === stages.length - 1 ? Math.max(0, left) : chance.int(0, 3000)
        left -= count
        rows.push({ place, stage, as_of, count: String(count), withdrawn: chance.often(0.03) ? 'true' : '' })
      }
    }
  }
  return rows
}

/** Years past the built-in table, and days that overrule it. */
export function holidayRows({ chance, today }: City): Files[string] {
  if (chance.often(0.4)) return []
  const rows: Files[string] = []
  for (let i = chance.int(1, 12); i > 0; i--) {
    const date = chance.day(today, ...monthsFrom(today, -1, -2, 1), '2027-10-01', '2027-02-08', '2028-01-03')
    rows.push({ date, day_type: chance.pick('off', 'work'), holiday: '调整' })
  }
  return rows
}
