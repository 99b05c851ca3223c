import { ledSchools, type Person } from '#src/domain/person.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'

/**
 * What a right reaches: the cases that went to his section, the notices in the person's charge, his own school, the schools
 * assigned to him, with these the schools of the zones that he leads or of all that name him, his county, the whole city.
 */
type Scope = 'routed' | 'in_charge' | 'own_school' | 'assigned' | 'led_zone' | 'zone' | 'county' | 'city'
type Rights = Partial<Record<Role, Scope>>

const office: Rights = {
  county_office: 'county',
  city_office: 'city',
  chief_inspector: 'city',
  deputy_chief_inspector: 'city',
}
const inspectors: Rights = {
  full_time_inspector: 'assigned',
  part_time_inspector: 'assigned',
  zone_leader: 'assigned',
}
const leaders: Rights = { committee_chair: 'city', committee_vice_chair: 'city' }
const school: Rights = { principal: 'own_school', school_contact: 'own_school' }

/**
 * Who may do what, and how far: policy.md 4.2 with the readings of 8.2 and 8.5. The city office stands in for a county
 * office everywhere; a right that an inspector has on his schools he has on the notices that he issued, too.
 */
const RIGHTS = {
  log_visit: { ...inspectors, ...office },
  /** A visit to a school of the county that is another inspector's. */
  log_substitute_visit: {
    full_time_inspector: 'county',
    part_time_inspector: 'county',
    zone_leader: 'county',
  },
  /** The school's half of the signatures on a visit record; the inspector's is his 确认 (3.1). */
  sign_visit: school,
  /** Somebody else's record, with a reason (4.2). */
  correct_record: { county_office: 'county', city_office: 'city' },
  approve_notice: office,
  sign_notice: school,
  draft_report: school,
  confirm_report: { principal: 'own_school' },
  /** An office that went to the school itself, or stands in for an inspector who has left (8.9). */
  return_report: {
    ...inspectors,
    county_office: 'in_charge',
    city_office: 'in_charge',
    chief_inspector: 'in_charge',
    deputy_chief_inspector: 'in_charge',
  },
  ask_extension: school,
  decide_extension: { ...inspectors, ...office },
  decide_late_extension: office,
  object: { principal: 'own_school' },
  decide_objection: office,
  give_verdict: {
    ...inspectors,
    county_office: 'in_charge',
    city_office: 'city',
    chief_inspector: 'city',
    deputy_chief_inspector: 'city',
  },
  confirm_close: office,
  send_letter: office,
  /** The section that a letter went to; an office for a section of which nobody is registered. */
  answer_letter: { bureau_section: 'routed', ...office },
  decide_proposal: office,
  /** To read the draft of an order, of an interview or of a circular: who would issue it (3.4). */
  draft_paper: office,
  suspend_person: { county_office: 'county', city_office: 'city' },
  suspend_officer: { city_office: 'city' },
  /** Whoever works there says that a group is the place's work group; the office confirms it. */
  declare_group: {
    full_time_inspector: 'county',
    part_time_inspector: 'county',
    zone_leader: 'county',
    ...office,
  },
  revoke_group: office,
  view_digest: { ...office, ...leaders },
  /** To correct a notice that has gone out, or to propose that it is taken back. */
  amend_notice: { ...inspectors, ...office },
  change_settings: office,
  /** An inspector's own (4.2). */
  enter_training: {
    full_time_inspector: 'assigned',
    part_time_inspector: 'assigned',
    zone_leader: 'assigned',
  },
  enter_meeting: { county_office: 'county', city_office: 'city' },
  enter_commendation: { county_office: 'county', city_office: 'city' },
  nominate: { ...inspectors, ...office },
  /** Plaques, and the terms of principals. */
  appoint: { county_office: 'county', city_office: 'city' },
  propose_interview: { ...inspectors, ...office },
  hold_interview: office,
  plan_supervision: office,
  verify_training: { county_office: 'county', city_office: 'city' },
  answer_alarm: { ...office, ...school },
  call_off_alarm: office,
  /** What was found at a school and what has become of it; a zone's leader reads that of his zone (4.1, 4.2). */
  view_cases: { ...inspectors, zone_leader: 'led_zone', ...office, ...leaders, ...school },
  /** What the visits to a school came to: of the zones that name him a full-time inspector reads it too (4.2). */
  view_visits: {
    ...inspectors,
    full_time_inspector: 'zone',
    zone_leader: 'led_zone',
    ...office,
    ...leaders,
    ...school,
  },
  /** Staffing, hours, ratios; of a member unit totals only (4.2). One's own hours need no right. */
  view_staffing: { ...office, ...leaders, member_unit: 'city' },
  /** Appointment, term, zone, plaque; grounds for an exit, costs. */
  view_appointments: { ...office, ...leaders },
  /** What the committee does: seats, meetings, papers, its units' tasks. */
  view_committee: { ...office, ...leaders, member_unit: 'city' },
  /** Formal supervisions with their plans and reports, of schools and of governments. */
  view_supervisions: { ...office, ...leaders },
  /** Interviews and what people were held to account for. */
  view_accountability: { ...office, ...leaders },
  /** What the place has commended stands in its circulars: its inspectors and schools read it too. */
  view_commendations: {
    ...office,
    ...leaders,
    full_time_inspector: 'county',
    part_time_inspector: 'county',
    zone_leader: 'county',
    principal: 'county',
    school_contact: 'county',
  },
} satisfies Record<string, Rights>

export type Action = keyof typeof RIGHTS

/** The school that an act is about; `inspector` where a notice or case in that person's charge is meant. */
export type Object = {
  school: SchoolCode
  county: string | null
  inspector?: UserId
  section?: string | null
}

/** The role in which the person may do it, or null. The widest of his roles speaks, then those he stands in for. */
export function roleFor(person: Person, action: Action, object: Object): Role | null {
  const rights: Rights = RIGHTS[action]
  const own = person.roles.find((role) => reaches(person, rights[role], object))
  return own ?? instead(person, (each) => roleFor(each, action, object))
}

/** The first role that somebody for whom he stands in has; who stands in does not pass it on. */
function instead(person: Person, roleOf: (each: Person) => Role | null): Role | null {
  for (const each of person.standsInFor ?? []) {
    const role = roleOf(each)
    if (role) return role
  }
  return null
}

/** As `roleFor`, where no school is meant: a right over a whole place, the city level where that is null. */
export function roleForPlace(person: Person, action: Action, county: string | null): Role | null {
  const rights: Rights = RIGHTS[action]
  const reached = (scope: Scope | undefined) =>
    scope === 'city' || (scope === 'county' && county !== null && person.county === county)
  const own = person.roles.find((role) => reached(rights[role]))
  return own ?? instead(person, (each) => roleForPlace(each, action, county))
}

/**
 * In which role a person may suspend another account, or let it act again: his county's, and those of offices and leaders
 * only the city office; nobody his own.
 */
export function roleToSuspend(me: Person, whom: Pick<Person, 'userid' | 'roles' | 'county'>): Role | null {
  if (me.userid === whom.userid) return null
  const isOfficer = whom.roles.some((role) => role in office || role in leaders)
  return roleForPlace(me, isOfficer ? 'suspend_officer' : 'suspend_person', whom.county)
}

function reaches(person: Person, scope: Scope | undefined, object: Object): boolean {
  if (scope === undefined) return false
  if (scope === 'city') return true
  if (scope === 'county') return person.county !== null && person.county === object.county
  if (scope === 'routed')
    return person.unit !== null && person.unit === object.section && person.county === object.county
  if (scope === 'own_school') return person.school === object.school
  const isInCharge = person.userid === object.inspector
  return isInCharge || schoolsWithin(person, scope).includes(object.school)
}

/** The schools that an inspector's right reaches. */
function schoolsWithin(person: Person, scope: Scope): readonly SchoolCode[] {
  if (scope === 'in_charge') return []
  if (scope === 'assigned') return person.assigned
  const zone =
    scope === 'led_zone' ? ledSchools(person) : (person.zones ?? []).flatMap(({ schools }) => schools)
  return [...person.assigned, ...zone]
}

/** How much of the ledger a person sees in a list; an inspector also what he issued at the schools of others, a leader his zone. */
export type Sight =
  | { kind: 'city' }
  | { kind: 'county'; county: string }
  | { kind: 'schools'; schools: readonly SchoolCode[]; inspector: UserId | null }

/** The widest view of cases that any of the person's roles gives; null for none. */
export function sightOf(person: Person): Sight | null {
  const scopes = person.roles.map((role) => (RIGHTS.view_cases as Rights)[role])
  if (scopes.includes('city')) return { kind: 'city' }
  if (scopes.includes('county') && person.county) return { kind: 'county', county: person.county }
  const own = scopes.includes('own_school') && person.school ? [person.school] : []
  const led = scopes.includes('led_zone') ? ledSchools(person) : []
  if (scopes.includes('assigned') || scopes.includes('led_zone'))
    return {
      kind: 'schools',
      schools: [...new Set([...person.assigned, ...led, ...own])],
      inspector: person.userid,
    }
  return own.length > 0 ? { kind: 'schools', schools: own, inspector: null } : null
}
