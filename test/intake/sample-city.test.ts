import { expect, test } from 'vitest'
import { openNode } from '#db/node.ts'
import { allAssignments, allPeople, allPlaces, allSchools } from '#db/roster.ts'
import { day, instantOf } from '#src/domain/day.ts'
import { loadSample, sampleCity } from '#src/intake/sample-city.ts'

const city = sampleCity(day('2026-11-23'))
const code = (county: string, name: string) =>
  city.schools.find((school) => school.county === county && school.name === name)?.code
const person = (userid: string) => city.people.find((each) => each.userid === userid)
const withAlias = (alias: string, county: string) =>
  city.schools.filter((school) => school.county === county && school.aliases.includes(alias))

test('the city has the size of a real one', () => {
  expect(city.places.filter(({ level }) => level === 'county')).toHaveLength(18)
  expect(city.places.filter(({ level }) => level === 'functional_zone')).toHaveLength(2)
  expect(city.schools).toHaveLength(3300)
  const inspectors = city.people.filter(({ role }) => /^(full|part)_time_inspector$/.test(role))
  expect(inspectors.length).toBeGreaterThan(300)
  expect(inspectors.length).toBeLessThan(340)
  expect(inspectors.some(({ role }) => role === 'full_time_inspector')).toBe(true)
})

test('every school has one responsible inspector and a principal of its own', () => {
  const codes = city.schools.map((school) => school.code).sort()
  expect(city.people.flatMap((each) => each.assigned_school_codes).sort()).toEqual(codes)
  expect(
    city.people
      .filter(({ role }) => role === 'principal')
      .map((each) => each.school_code)
      .sort(),
  ).toEqual(codes)
})

test('no two schools of a place share a name, no two people a userid', () => {
  const names = city.schools.map(({ county, name }) => `${county} ${name}`)
  expect(new Set(names).size).toBe(names.length)
  expect(new Set(city.people.map(({ userid }) => userid)).size).toBe(city.people.length)
})

test('names clash as they do in life', () => {
  for (const place of city.places.filter(({ level }) => level !== 'city')) {
    expect(withAlias('实验', place.name).map(({ stage }) => stage)).toEqual(['primary', 'junior'])
    expect(withAlias('一中', place.name)).toHaveLength(1)
  }
  const counties = (name: string) =>
    city.schools.filter((school) => school.name === name).map(({ county }) => county)
  expect(counties('大桥中心小学')).toEqual(['瑞金市', '崇义县'])
  expect(counties('小太阳幼儿园').length).toBeGreaterThan(3)
  expect(city.schools.some(({ former_names }) => former_names.length > 0)).toBe(true)
  expect(
    city.schools.filter(({ name }) => name.endsWith('教学点')).every((each) => each.main_school !== null),
  ).toBe(true)
})

test('the first people that a newcomer meets work around one school', () => {
  const school = code('章贡区', '文清路小学')
  expect(person('li_min')).toMatchObject({ name: '李敏', role: 'part_time_inspector', county: '章贡区' })
  expect(person('li_min')?.assigned_school_codes).toHaveLength(6)
  expect(person('li_min')?.assigned_school_codes).toContain(school)
  expect(person('chen_zhiyuan')).toMatchObject({ name: '陈志远', role: 'principal', school_code: school })
  expect(person('liu_fang')).toMatchObject({ name: '刘芳', role: 'school_contact', school_code: school })
  expect(person('zhou_wen')).toMatchObject({ name: '周文', role: 'county_office', county: '章贡区' })
})

/** Beside the short column of the people's file: schools that were taken away, and one with an office's reason. */
const ASSIGNED_WITH_DATES = city.assignments!.length

test('it goes straight into an empty database', async () => {
  const store = await openNode(':memory:', { kind: 'sample' })
  await loadSample(store, instantOf('2025-11-18T10:30:00+08:00'))
  const sizes = [allPlaces, allSchools, allPeople, allAssignments].map(
    async (all) => (await all(store.db)).length,
  )
  expect(await Promise.all(sizes)).toEqual([21, 3300, city.people.length, 3300 + ASSIGNED_WITH_DATES])
})
