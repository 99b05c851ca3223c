import { CITY, type Records } from '#src/domain/records.ts'

type Row = { withdrawn: boolean }

/** What withdrawn rows take with them: the places, schools and people that count for nothing. */
type Gone = {
  place(name: string | null): boolean
  school(code: string): boolean
  person(who: string): boolean
}

/**
 * The records without what is withdrawn (records-contract.md B2.4, B7.5). A row goes with a place, school or person that it
 * must name; a cell that may be empty becomes empty, in a list the value falls out. Drafts of visits count for nothing either.
 */
export function onFile(all: Records): Records {
  const gone = goneWith(all)
  const kept = <T extends Row>(rows: readonly T[], leansOnGone: (row: T) => boolean): T[] =>
    rows.filter((row) => !row.withdrawn && !leansOnGone(row))
  const ofPlace = <T extends Row & { place: string }>(rows: readonly T[]): T[] =>
    kept(rows, ({ place }) => gone.place(place))
  const ofPerson = <T extends Row & { userid: string }>(rows: readonly T[]): T[] =>
    kept(rows, ({ userid }) => gone.person(userid))
  const ofHolder = <T extends Row & { place: string; person: string }>(rows: readonly T[]): T[] =>
    kept(rows, ({ place, person }) => gone.place(place) || gone.person(person))
  return {
    places: kept(all.places, () => false).map((place) =>
      gone.place(place.countedIn) ? { ...place, countedIn: null } : place,
    ),
    teachingCalendar: ofPlace(all.teachingCalendar),
    holidays: all.holidays,
    studentNumbers: ofPlace(all.studentNumbers),
    settings: all.settings.filter(({ place }) => !gone.place(place)),
    schools: kept(all.schools, ({ code }) => gone.school(code)),
    people: kept(all.people, ({ userid }) => gone.person(userid)).map((person) => ({
      ...person,
      assigned: person.assigned.filter((code) => !gone.school(code)),
    })),
    inspectors: kept(all.inspectors, (card) => gone.person(card.userid) || gone.place(card.place)).map(
      (card) => ({
        ...card,
        recusals: card.recusals.filter((named) => !gone.school(named) && !gone.person(named)),
        servingSchool:
          card.servingSchool !== null && gone.school(card.servingSchool) ? null : card.servingSchool,
        formerSchool: card.formerSchool !== null && gone.school(card.formerSchool) ? null : card.formerSchool,
      }),
    ),
    appointments: ofPerson(all.appointments),
    assignments: kept(all.assignments, (row) => gone.person(row.inspector) || gone.school(row.school)),
    principalTerms: kept(all.principalTerms, (row) => gone.person(row.person) || gone.school(row.school)),
    training: ofPerson(all.training),
    exitGrounds: ofPerson(all.exitGrounds),
    studios: kept(all.studios, (row) => gone.place(row.place) || gone.person(row.lead)),
    claims: ofPerson(all.claims),
    seatList: ofPlace(all.seatList),
    committeeSeats: ofHolder(all.committeeSeats),
    posts: ofHolder(all.posts),
    meetings: ofPlace(all.meetings),
    memberTasks: kept(all.memberTasks, () => false),
    documents: ofPlace(all.documents),
    budgets: ofPlace(all.budgets),
    monitoringReports: ofPlace(all.monitoringReports),
    commendations: ofPlace(all.commendations),
    visits: all.visits.filter(
      ({ status, school, inspector }) =>
        status !== 'draft' && status !== 'withdrawn' && !gone.school(school) && !gone.person(inspector),
    ),
    cases: kept(all.cases, ({ school }) => gone.school(school)),
    supervisions: ofPlace(all.supervisions).map((row) => ({
      ...row,
      targets: row.targets.filter((target) => !gone.school(target) && !gone.place(target)),
    })),
    interviews: ofPlace(all.interviews),
    accountability: ofPlace(all.accountability),
  }
}

/** It goes on in chains: with a place go its schools and people, with a school those who belong to it. */
function goneWith({ places, schools, people }: Records): Gone {
  // The city level is always there, whatever becomes of its row.
  const gonePlaces = new Set(
    places.filter((row) => row.withdrawn && row.level !== CITY).map(({ name }) => name),
  )
  const place = (name: string | null) => name !== null && gonePlaces.has(name)
  const goneSchools = new Set<string>(
    schools.filter((row) => row.withdrawn || place(row.county)).map(({ code }) => code),
  )
  const school = (code: string) => goneSchools.has(code)
  const gonePeople = new Set<string>(
    people
      .filter((row) => row.withdrawn || place(row.county) || (row.school !== null && school(row.school)))
      .map(({ userid }) => userid),
  )
  return { place, school, person: (who) => gonePeople.has(who) }
}
