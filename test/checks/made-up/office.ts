import type { Files } from '../oracle/rows.ts'
import { yearOf } from '../oracle/days.ts'
import { knownFrom } from '../oracle/known.ts'
import { daysFrom, edges, monthsFrom, workingDaysBefore } from './chance.ts'
import type { City } from './city.ts'

const SEATS = knownFrom({})('2026-01-01')
  .rows('seat_list')
  .map((row) => row.seat)

const NEW_SEATS = ['市生态环境局', '市数据局']

/** Seats that are added, ended or withdrawn beside the built-in ones. */
export function seatListRows({ chance, today, places }: City): Files[string] {
  return chance.some([...SEATS.slice(0, 6), ...NEW_SEATS], 0.15).map((seat) => ({
    place: chance.pick('city', 'city', 'city', '赣南市', ...places),
    seat,
    position: chance.pick('member', 'vice_chair'),
    valid_from: chance.day(today, ...daysFrom(today, -30, -31), '2020-01-01'),
    valid_to: chance.maybe(0.7, today),
    withdrawn: chance.often(0.3) ? 'true' : '',
  }))
}

export function committeeRows({ chance, today, places, userids }: City): Files[string] {
  const rows: Files[string] = []
  // Mostly entered as a whole, with a vacancy or two.
  const [share, stay, twice] = [
    chance.pick(1, 1, 1, 1, 0.9, 0),
    chance.pick(1, 1, 0.95, 0.7),
    chance.pick(0, 0, 0.04),
  ]
  for (const seat of chance.some([...SEATS, ...NEW_SEATS], share))
    for (let i = chance.often(twice) ? 2 : 1; i > 0; i--) {
      const from = chance.often(0.85) ? '2024-01-01' : chance.day(today, ...daysFrom(today, -60))
      rows.push({
        place: chance.often(0.995) ? chance.pick('city', '赣南市') : chance.pick(...places),
        seat,
        person: chance.pick('张三', '李四', '王五', chance.pick(...userids)),
        from,
        to: chance.end(from, stay, today, ...daysFrom(today, -30, -31)),
        withdrawn: chance.often(0.005) ? 'true' : '',
      })
    }
  return rows
}

export function postRows({ chance, today, places, userids }: City): Files[string] {
  const rows: Files[string] = []
  for (const place of chance.some(places, 0.9))
    for (const post of chance.some(['chief', 'deputy'], 0.9))
      for (let i = chance.pick(1, 1, 2); i > 0; i--) {
        const from = chance.day(...monthsFrom(today, -24, -6), ...daysFrom(today, -1))
        rows.push({
          place,
          post,
          person: chance.pick('张三', '李四', ...userids),
          acting: chance.pick('', 'true', 'false'),
          from,
          to: chance.end(from, 0.4, today, ...daysFrom(today, -30, -90, -31, -91)),
          withdrawn: chance.often(0.04) ? 'true' : '',
        })
      }
  return rows
}

export function meetingRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  for (const place of places)
    for (let i = chance.int(0, 4); i > 0; i--) {
      const held_on = chance.day(
        today,
        ...edges(today),
        ...workingDaysBefore(today, 10, 11),
        ...workingDaysBefore(`${yearOf(today)}-01-01`, 10),
      )
      rows.push({
        place,
        meeting_type: chance.pick('plenary', 'plenary', 'plenary', 'office', 'special', 'zone'),
        held_on,
        status: chance.pick('held', 'held', 'held', 'planned', 'postponed', 'cancelled'),
        minutes_on: chance.maybe(0.5, held_on, today),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
    }
  return rows
}

export function taskRows({ chance, today }: City): Files[string] {
  return Array.from({ length: chance.int(0, 8) }, (_, i) => ({
    no: `R${String(i + 1)}`,
    unit: chance.pick(...SEATS),
    task: '报送材料',
    due_on: chance.day(today, ...daysFrom(today, 7), ...edges(today)),
    assigned_on: chance.maybe(0.5, today, ...monthsFrom(today, -3)),
    done_on: chance.maybe(0.5, today, ...edges(today)),
    withdrawn: chance.often(0.06) ? 'true' : '',
  }))
}

const DOCUMENTS = [
  'committee_rules',
  'chief_report',
  'appraisal_rules',
  'cost_rules',
  'implementation_plan',
  'other',
]

export function documentRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  for (const place of places)
    for (const doc_kind of DOCUMENTS)
      for (let i = chance.int(0, 2); i > 0; i--)
        rows.push({
          place,
          doc_kind,
          title: `文件${i}`,
          dated_on: chance.day(today, ...monthsFrom(today, -36), ...edges(today)),
          repealed_on: chance.maybe(0.75, today),
          withdrawn: chance.often(0.05) ? 'true' : '',
        })
  return rows
}

const STUDIOS = ['王芳工作室', '李明工作室', '𠮷安工作室', '﨑工作室']

export function studioRows({ chance, today, places, userids }: City): Files[string] {
  return chance.some(STUDIOS, 0.6).map((studio) => ({
    studio,
    place: chance.pick(...places),
    lead: chance.pick(...userids),
    open_on: chance.maybe(0.5, today, ...monthsFrom(today, -12)),
    closed_on: chance.maybe(0.75, today),
    withdrawn: chance.often(0.06) ? 'true' : '',
  }))
}

export function budgetRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  const Y = yearOf(today)
  const row = (place: string, purpose: string, studio: string) => ({
    place,
    year: String(chance.pick(Y, Y, Y, Y - 1, Y + 1)),
    purpose,
    amount: chance.pick('0', '0', '0.1', '0.2', '50000', '120000.5'),
    studio,
    recorded_on: chance.maybe(0.5, today, `${Y}-01-01`),
    withdrawn: chance.often(0.06) ? 'true' : '',
  })
  for (const place of chance.some([...places, ...places], 0.6)) rows.push(row(place, 'supervision', ''))
  for (const studio of chance.some([...STUDIOS, ...STUDIOS], 0.5))
    rows.push(row(chance.pick(...places), 'studio', studio))
  return rows
}

export function reportRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  const Y = yearOf(today)
  for (const place of places)
    for (let i = chance.int(0, 2); i > 0; i--)
      rows.push({
        place,
        year: String(chance.pick(Y, Y - 1, Y - 2)),
        title: `监测${i}`,
        issued_on: chance.day(today, ...edges(today)),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
  return rows
}

export function commendationRows({ chance, today, places }: City): Files[string] {
  const rows: Files[string] = []
  const Y = yearOf(today)
  for (const place of places)
    for (let i = chance.int(0, 3); i > 0; i--)
      rows.push({
        place,
        year: String(chance.pick(Y, Y - 1)),
        title: `通报${i}`,
        issued_on: chance.maybe(0.1, today, ...edges(today)),
        doc_no: chance.pick('', '教督〔2026〕1号', '教督〔2026〕2号'),
        units: chance.pick('', '第1学校', '第1学校|第2学校'),
        persons: chance.pick('', '张三'),
        withdrawn: chance.often(0.05) ? 'true' : '',
      })
  return rows
}
