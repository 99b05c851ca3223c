import type { Files } from '../oracle/rows.ts'
import { edges } from './chance.ts'
import type { City } from './city.ts'

const INSPECTORS = [
  ...['inspector_full', 'inspector_part', 'full_time_inspector', 'part_time_inspector', 'zone_leader'],
]
const OTHERS = ['principal', 'principal', 'county_office', 'city_office', 'school_contact', 'chief_inspector']

export function personRows({ chance, today, counties, codes }: City): Files[string] {
  const many = chance.pick(8, 14, 20, 25)
  const main = chance.pick('', ...counties)
  return Array.from({ length: many }, (_, i) => {
    const role = chance.pick(...INSPECTORS, ...INSPECTORS, ...OTHERS)
    const leads = role === 'principal' || role === 'school_contact'
    return {
      userid: chance.often(0.1) ? `U_Li${String(i + 11)}` : `u${String(i + 11)}`,
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
