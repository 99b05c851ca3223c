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

describe('a zone (policy.md 4.1, 4.2)', () => {
  const zones = [
    { name: '第一责任区', isLeader: true, schools: [code('S03')] },
    { name: '第二责任区', isLeader: false, schools: [code('S04')] },
  ]
  const inZones = (...roles: Role[]) => person(roles, { assigned: [code('S02')], zones })
  const may = (role: Role, act: Action, school: string) =>
    roleFor(inZones(role), act, { school: code(school), county: '章贡区' }) !== null
  test.each<[Role, Action, string, boolean]>([
    ['zone_leader', 'view_cases', 'S02', true],
    ['zone_leader', 'view_cases', 'S03', true],
    ['zone_leader', 'view_cases', 'S04', false],
    ['zone_leader', 'view_visits', 'S03', true],
    ['zone_leader', 'view_visits', 'S04', false],
    ['zone_leader', 'give_verdict', 'S02', true],
    ['zone_leader', 'give_verdict', 'S03', false],
    ['zone_leader', 'decide_extension', 'S03', false],
    ['full_time_inspector', 'view_visits', 'S04', true],
    ['full_time_inspector', 'view_cases', 'S04', false],
    ['full_time_inspector', 'view_visits', 'S05', false],
    ['part_time_inspector', 'view_visits', 'S04', false],
    ['part_time_inspector', 'view_visits', 'S02', true],
  ])('%s: %s at %s', (role, act, school, wanted) => {
    expect(may(role, act, school)).toBe(wanted)
  })

  test('a leader lists his own schools and those of the zones that he leads', () => {
    expect(sightOf(inZones('part_time_inspector', 'zone_leader'))).toEqual({
      kind: 'schools',
      schools: ['S02', 'S03'],
      inspector: 'me',
    })
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
