import { semesterOf, type Day } from '#src/domain/day.ts'
import type { KindId } from '../kinds/kind.ts'
import type { Values } from '../parse.ts'
import type { SamplePerson } from './people.ts'
import {
  sampleBudgets,
  sampleCommendations,
  sampleDocuments,
  sampleMeetings,
  sampleMonitoring,
  samplePosts,
  sampleSeats,
  sampleStudios,
  sampleTasks,
} from './records/committee.ts'
import { daysFrom } from './records/days.ts'
import { sampleCalendars, sampleCases, sampleVisits } from './records/loop.ts'
import {
  sampleAppointments,
  sampleClaims,
  sampleExitGrounds,
  sampleInspectors,
  sampleStudentNumbers,
  sampleTraining,
} from './records/staffing.ts'
import {
  sampleAccountability,
  sampleGovernmentSupervisions,
  sampleInterviews,
  samplePrincipalTerms,
  sampleReports,
  sampleSchoolSupervisions,
} from './records/supervision.ts'
import { sampleZones } from './records/zones.ts'
import { sampleAssignments, sampleSettings } from './records/exceptions.ts'
import type { SampleSchool } from './schools.ts'

/** Of every kind but those that are the city itself. */
export type SampleRecords = Partial<
  Record<Exclude<KindId, 'places' | 'schools' | 'people' | 'lexicon'>, readonly Values[]>
>

/**
 * What the offices of the made-up city have on file on a day: for each check at least one subject of each level that it can come
 * to on that day, so that a newcomer sees what each of them looks like.
 */
export function sampleRecords(
  schools: readonly SampleSchool[],
  people: readonly SamplePerson[],
  today: Day,
): SampleRecords {
  const days = daysFrom(today)
  const inspectorOf = byAssigned(people)
  const principalOf = byPost(people)
  const byCounty = Map.groupBy(schools, (school) => school.county)
  const of = (county: string) => byCounty.get(county) ?? []
  const cards = sampleInspectors(people, principalOf, days)
  const supervised = of('信丰县').slice(0, 60)
  const [first] = cards
  return {
    teaching_calendar: sampleCalendars(semesterOf(today).name, days),
    student_numbers: sampleStudentNumbers(cards, days),
    settings: sampleSettings(days),
    inspectors: cards,
    appointments: sampleAppointments(cards, days),
    assignments: sampleAssignments(of('大余县'), of('上犹县'), inspectorOf, days),
    zones: sampleZones(people),
    principal_terms: samplePrincipalTerms(supervised, principalOf, days),
    training: sampleTraining(cards, days),
    exit_grounds: sampleExitGrounds(cards, days),
    studios: sampleStudios(
      [0, 1, 2].map((i) => String((cards[i] ?? first)?.['userid'])),
      days,
    ),
    claims: sampleClaims(cards, days),
    committee_seats: sampleSeats(days),
    posts: samplePosts(days),
    meetings: sampleMeetings(days),
    member_tasks: sampleTasks(days),
    documents: sampleDocuments(days),
    budgets: sampleBudgets(days),
    monitoring_reports: sampleMonitoring(days),
    commendations: sampleCommendations(days),
    supervisions: [
      ...sampleGovernmentSupervisions(days),
      ...sampleSchoolSupervisions(supervised, days),
      ...sampleReports(of('宁都县'), days),
    ],
    interviews: sampleInterviews(of('于都县'), days),
    accountability: sampleAccountability(of('会昌县'), days),
    visits: sampleVisits(byCounty, inspectorOf, days),
    cases: sampleCases(byCounty, days),
  }
}

function byAssigned(people: readonly SamplePerson[]): (code: string) => string | null {
  const found = new Map(
    people.flatMap((each) => each.assigned_school_codes.map((code) => [code, each.userid])),
  )
  return (code) => found.get(code) ?? null
}

function byPost(people: readonly SamplePerson[]): (code: string) => string | null {
  const found = new Map(
    people.filter(({ role }) => role === 'principal').map((each) => [each.school_code, each.userid]),
  )
  return (code) => found.get(code) ?? null
}
