import { day as dayNamed, type Day } from '#src/domain/day.ts'
import type { Interview, Records } from '#src/domain/records.ts'

/**
 * What is known of the records on a day (records-contract.md B2.3): a row exists from its own date on, and any other date
 * after the day is read as empty. Ends and plans stay: they are known before they come. `retired_on`, `verified_on` and
 * `seconded_from` stay too and are compared with the day where they are read. The calendar is kept whole (B7.11).
 */
export function asKnown(on: Records, day: Day): Records {
  const been = (date: Day | null): boolean => date === null || date <= day
  const seen = (date: Day | null): Day | null => (been(date) ? date : null)
  return {
    ...on,
    places: on.places.filter((row) => been(row.validFrom)),
    studentNumbers: on.studentNumbers.filter((row) => been(row.asOf)),
    settings: on.settings.filter((row) => been(row.effectiveFrom)),
    schools: on.schools.filter((row) => been(row.openOn)),
    inspectors: on.inspectors
      .filter((row) => been(row.appointedOn))
      .map((row) => ({
        ...row,
        educationWorkSince: seen(row.educationWorkSince),
        formerLeftOn: seen(row.formerLeftOn),
      })),
    appointments: on.appointments.map((row) => ({
      ...row,
      recommendedOn: seen(row.recommendedOn),
      vettedOn: seen(row.vettedOn),
      noticeFrom: seen(row.noticeFrom),
      publishedOn: seen(row.publishedOn),
      filedOn: seen(row.filedOn),
    })),
    assignments: on.assignments.filter((row) => been(row.from)),
    principalTerms: on.principalTerms.filter((row) => been(row.startOn)),
    training: on.training.filter((row) => been(row.endOn)),
    exitGrounds: on.exitGrounds
      .filter((row) => been(row.notedOn))
      .map((row) => ({ ...row, decidedOn: seen(row.decidedOn) })),
    studios: on.studios.filter((row) => been(row.openOn)),
    claims: on.claims
      .filter((row) => been(row.incurredOn))
      .map((row) => ({ ...row, settledOn: seen(row.settledOn) })),
    seatList: on.seatList.filter((row) => been(row.validFrom)),
    committeeSeats: on.committeeSeats.filter((row) => been(row.from)),
    posts: on.posts.filter((row) => been(row.from)),
    // A meeting that is still to come has no date yet, and no check asks for it.
    meetings: on.meetings
      .filter((row) => been(row.heldOn))
      .map((row) => ({ ...row, minutesOn: seen(row.minutesOn) })),
    memberTasks: on.memberTasks
      .filter((row) => been(row.assignedOn))
      .map((row) => ({ ...row, doneOn: seen(row.doneOn) })),
    documents: on.documents.filter((row) => been(row.datedOn)),
    budgets: on.budgets.filter((row) => been(row.recordedOn ?? dayNamed(`${row.year}-01-01`))),
    monitoringReports: on.monitoringReports.filter((row) => been(row.issuedOn)),
    commendations: on.commendations.filter((row) => been(row.issuedOn)),
    visits: on.visits.filter((row) => been(row.visitDate)),
    cases: on.cases
      .filter((row) => been(row.foundOn))
      .map((row) => ({
        ...row,
        issuedOn: seen(row.issuedOn),
        acknowledgedOn: seen(row.acknowledgedOn),
        reportOn: seen(row.reportOn),
        reinspectedOn: seen(row.reinspectedOn),
        closedOn: seen(row.closedOn),
      })),
    supervisions: on.supervisions.map((row) => ({
      ...row,
      startedOn: seen(row.startedOn),
      onSiteFrom: seen(row.onSiteFrom),
      onSiteTo: seen(row.onSiteTo),
      reportOn: seen(row.reportOn),
      publishedOn: seen(row.publishedOn),
    })),
    interviews: on.interviews
      .filter((row) => been(ownDate(row)))
      .map((row) => ({
        ...row,
        notifiedOn: seen(row.notifiedOn),
        heldOn: seen(row.heldOn),
        signedOn: seen(row.signedOn),
        filedPartyOn: seen(row.filedPartyOn),
        filedGovernmentOn: seen(row.filedGovernmentOn),
        filedSuperiorOn: seen(row.filedSuperiorOn),
      })),
    accountability: on.accountability
      .filter((row) => been(row.decidedOn))
      .map((row) => ({ ...row, publishedOn: seen(row.publishedOn) })),
  }
}

const ownDate = ({ proposedOn, notifiedOn, heldOn }: Interview): Day | null =>
  proposedOn ?? notifiedOn ?? heldOn
