import { describe, expect, test } from 'vitest'
import type { Person } from '#src/domain/person.ts'
import { userId, type Role, type SchoolCode } from '#src/domain/words.ts'
import { roleFor, sightOf, type Action } from '#src/policy/permission.ts'

// What each role may do with a record of the loop is driven through the callbacks in loop.test.ts; here is the rest.

const code = (written: string) => written as SchoolCode
const person = (roles: Role[], rest: Partial<Person> = {}): Person => ({
  userid: userId('me'),
  name: '我',
  roles,
  county: '章贡区',
  school: null,
  assigned: [],
  unit: null,
  ...rest,
})

describe('how much of the ledger a role sees in a list (policy.md 4.1)', () => {
  const OWN = { county: '章贡区', school: code('S01'), assigned: [code('S02')] }
  const city = { kind: 'city' }
  const own = { kind: 'schools', schools: ['S01'], inspector: null }
  const assigned = { kind: 'schools', schools: ['S02'], inspector: 'me' }
  test.each<[Role, unknown]>([
    ['committee_chair', city],
    ['committee_vice_chair', city],
    ['chief_inspector', city],
    ['deputy_chief_inspector', city],
    ['city_office', city],
    ['county_office', { kind: 'county', county: '章贡区' }],
    ['full_time_inspector', assigned],
    ['part_time_inspector', assigned],
    ['zone_leader', assigned],
    ['principal', own],
    ['school_contact', own],
    ['member_unit', null],
    ['bureau_section', null],
  ])('%s', (role, sight) => {
    expect(sightOf(person([role], OWN))).toEqual(sight)
  })

  test('a principal who inspects elsewhere sees both, and nothing as an inspector of where he works', () => {
    expect(sightOf(person(['principal', 'part_time_inspector'], OWN))).toEqual({
      kind: 'schools',
      schools: ['S02', 'S01'],
      inspector: 'me',
    })
  })

  test('an office without a county sees nothing of one', () => {
    expect(sightOf(person(['county_office'], { county: null }))).toBeNull()
  })
})

describe('a school run by the city (policy.md 8.2)', () => {
  const school = { school: code('S99'), county: null }
  const acts: Action[] = ['log_visit', 'approve_notice', 'decide_objection', 'confirm_close', 'send_letter']
  test.each(acts)('%s is the city office’s, and no county’s', (act) => {
    expect(roleFor(person(['city_office'], { county: null }), act, school)).toBe('city_office')
    expect(roleFor(person(['county_office']), act, school)).toBeNull()
    expect(roleFor(person(['county_office'], { county: null }), act, school)).toBeNull()
  })
})

describe('several roles', () => {
  const both = person(['principal', 'part_time_inspector'], { school: code('S01'), assigned: [code('S02')] })
  test.each<[Action, string, Role | null]>([
    ['sign_notice', 'S01', 'principal'],
    ['sign_notice', 'S02', null],
    ['give_verdict', 'S02', 'part_time_inspector'],
    ['give_verdict', 'S01', null],
    ['view_cases', 'S01', 'principal'],
    ['view_cases', 'S02', 'part_time_inspector'],
  ])('%s at %s is done as %s', (act, school, role) => {
    expect(roleFor(both, act, { school: code(school), county: '章贡区' })).toBe(role)
  })
})

describe('what is in his charge', () => {
  const at = { school: code('S03'), county: '章贡区' }
  test.each<[Role, Action, boolean]>([
    // Whoever issued a notice goes on with it when the school has become another's.
    ['part_time_inspector', 'give_verdict', true],
    ['part_time_inspector', 'return_report', true],
    ['part_time_inspector', 'decide_extension', true],
    ['part_time_inspector', 'decide_late_extension', false],
    // An office judges only what it went to see itself, or where the inspector has left (8.9).
    ['county_office', 'give_verdict', true],
    ['county_office', 'return_report', true],
    ['school_contact', 'give_verdict', false],
  ])('%s: %s', (role, act, may) => {
    expect(roleFor(person([role]), act, { ...at, inspector: userId('me') }) !== null).toBe(may)
    expect(roleFor(person([role]), act, { ...at, inspector: userId('another') })).toBeNull()
  })
})
