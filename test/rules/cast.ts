import { openWorld } from '#test/world.ts'

/**
 * One person in every role of policy.md 4.1 and, where the scope matters, the same role with another school or county.
 * Each userid is the name that the tables of rules use.
 */
const PEOPLE = `userid,name,role,county,school_code,assigned_school_codes,unit
chair,张任,committee_chair,,,,
vice_chair,于副,committee_vice_chair,,,,
member_unit,财成,member_unit,,,,财政局
chief,宗督,chief_inspector,,,,
deputy,傅宗,deputy_chief_inspector,,,,
city_office,施办,city_office,,,,
county_office,周文,county_office,章贡区,,,
office_elsewhere,南办,county_office,南康区,,,
issuer,李敏,part_time_inspector,章贡区,,S01|S05|S06,
full_time,王强,full_time_inspector,章贡区,,S01|S02,
zone_leader,曾祖,zone_leader,章贡区,,S01,
inspector_elsewhere,邹远,part_time_inspector,章贡区,,S04,
inspector_other_county,廖楠,full_time_inspector,南康区,,S10,
section,季建,bureau_section,章贡区,,,基建科
principal,陈源,principal,章贡区,S01,,
contact,刘芳,school_contact,章贡区,S01,,
principal_elsewhere,高琪,principal,章贡区,S02,,
contact_elsewhere,郭联,school_contact,章贡区,S02,,
`

/** Everybody above, and somebody whom no office has registered. */
export const EVERYBODY = [
  'chair',
  'vice_chair',
  'member_unit',
  'chief',
  'deputy',
  'city_office',
  'county_office',
  'office_elsewhere',
  'issuer',
  'full_time',
  'zone_leader',
  'inspector_elsewhere',
  'inspector_other_county',
  'section',
  'principal',
  'contact',
  'principal_elsewhere',
  'contact_elsewhere',
  'stranger_x',
] as const

export type Who = (typeof EVERYBODY)[number]

/** Inspectors of 文清路小学, which all tables are about. */
export const INSPECTORS = ['issuer', 'full_time', 'zone_leader'] as const
/** The county office acts in its county; the city office and the chief inspectors in the whole city (4.2, 8.5). */
export const OFFICE = ['county_office', 'city_office', 'chief', 'deputy'] as const
export const SCHOOL = ['principal', 'contact'] as const
export const LEADERS = ['chair', 'vice_chair'] as const
/** 4.2: inspectors of the school, the city office and the chiefs log a verdict; the county office only confirms. */
export const JUDGES = [...INSPECTORS, 'city_office', 'chief', 'deputy'] as const
/** Who wrote the draft and issued the notice. */
export const OWNER = ['issuer'] as const

/** A world of these people, all about 文清路小学 (S01). */
export async function openCast(options: Pick<Parameters<typeof openWorld>[0] & object, 'wrapStore'> = {}) {
  const world = await openWorld({ ...options, people: PEOPLE })
  const cast = Object.fromEntries(EVERYBODY.map((who) => [who, world.person(who)])) as Record<
    Who,
    ReturnType<typeof world.person>
  >
  return { world, cast }
}

export type Cast = Awaited<ReturnType<typeof openCast>>['cast']
