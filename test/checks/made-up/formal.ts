import type { Files } from '../oracle/rows.ts'
import { yearOf } from '../oracle/days.ts'
import { daysFrom, monthsFrom, workingDaysBefore } from './chance.ts'
import type { City } from './city.ts'

export function supervisionRows(city: City): Files[string] {
  const { chance } = city
  return Array.from({ length: chance.pick(3, 8, 15, 40) }, (_, i) => ({
    no: `D${String(i + 1)}`,
    ...aimed(city),
    ...dated(city),
    not_public_reason: chance.pick('', '', '', '', '', '涉密'),
    withdrawn: chance.often(0.05) ? 'true' : '',
  }))
}

function aimed({ chance, today, places, counties, codes }: City) {
  const place = chance.pick(...places)
  if (chance.often(0.6)) {
    const supervision_kind = chance.pick('special', 'comprehensive', 'comprehensive', 'comprehensive')
    const targets = chance.some(codes, 0.15).join('|') || chance.pick(...codes)
    return { place, target_type: 'school', supervision_kind, targets, year: '' }
  }
  const supervision_kind = chance.pick('special', 'comprehensive', 'evaluation', 'evaluation')
  const targets = chance.some([...counties, '赣南市'], 0.4).join('|') || chance.pick(...counties)
  const Y = yearOf(today)
  const year = supervision_kind === 'evaluation' ? String(chance.pick(Y - 1, Y - 1, Y, Y - 2)) : ''
  return { place, target_type: 'government', supervision_kind, targets, year }
}

function dated({ chance, today }: City) {
  const near = monthsFrom(today, -60, -60, -60, -54, -48, -36, -30, chance.pick(-60, -12, 0, 1))
  const on_site_to = chance.maybe(0.4, ...near)
  const report_on = chance.maybe(0.4, today, ...workingDaysBefore(today, 20, 40, 21, 41))
  return {
    planned_on: chance.maybe(0.3, today, ...monthsFrom(today, 6, 3, 12), ...daysFrom(on_site_to || today, 0)),
    started_on: chance.maybe(0.5, today),
    on_site_from: chance.maybe(0.4, on_site_to || today, today),
    on_site_to,
    report_on,
    published_on: chance.maybe(0.5, today, report_on || today),
  }
}

const ORGANIZERS = ['supervision_office', 'party_organization_department', 'education_department', '市财政局']

export function interviewRows({ chance, today, places, codes, counties }: City): Files[string] {
  return Array.from({ length: chance.int(0, 10) }, (_, i) => {
    const target_type = chance.pick('school', 'county_government', 'department')
    const target = { school: codes, county_government: counties, department: ['市财政局'] }[target_type]!
    return {
      no: `Y-${String(i + 1)}`,
      place: chance.pick('city', ...places),
      target_type,
      target: chance.pick(...target),
      organizers: chance.some(ORGANIZERS, 0.7).join('|'),
      proposed_on: chance.maybe(0.4, today, ...monthsFrom(today, -2)),
      notified_on: chance.maybe(0.4, today, ...monthsFrom(today, -2)),
      held_on: chance.maybe(0.2, today, ...workingDaysBefore(today, 5, 10, 20, 6, 11, 21)),
      record_file: chance.pick('', '约谈记录1'),
      signed_on: chance.maybe(0.4, today),
      filed_party_on: chance.maybe(0.3, today),
      filed_government_on: chance.maybe(0.3, today),
      filed_superior_on: chance.maybe(0.3, today),
      withdrawn: chance.often(0.05) ? 'true' : '',
    }
  })
}

export function accountabilityRows({ chance, today, places }: City): Files[string] {
  return Array.from({ length: chance.int(0, 6) }, (_, i) => ({
    no: `Z-${String(i + 1)}`,
    place: chance.pick(...places),
    target: '某单位',
    measure: '通报批评',
    decided_on: chance.day(today, ...workingDaysBefore(today, 20, 21)),
    published_on: chance.maybe(0.7, today),
    not_public_reason: chance.pick('', '', '', '涉及隐私'),
    withdrawn: chance.often(0.05) ? 'true' : '',
  }))
}
