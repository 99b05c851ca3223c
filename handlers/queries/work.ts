import type { WorkShown } from '#cards/workload.ts'
import type { Account } from '#db/accounts.ts'
import { filedCasesOf, noticesIssued, supervisionsWith, verdictsGiven, visitsMade } from '#db/workload.ts'
import { visitOf } from '#db/visits.ts'
import type { Day } from '#src/domain/day.ts'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import { CITY } from '#src/domain/records.ts'
import { ROLE_NAMES } from '#src/domain/words.ts'
import { officeName } from '#src/policy/numbering.ts'
import { workloadOf } from '#src/policy/workload.ts'
import type { Context } from '../context.ts'

type Whose = Pick<Account, 'userid' | 'name' | 'county' | 'role' | 'alsoRoles'>

/** What an inspector did between two days, counted from the records (C11.2). */
export async function workOf(ctx: Context, who: Whose, period: { from: Day; to: Day }): Promise<WorkShown> {
  const span = { inspector: who.userid, ...period }
  const [visits, notices, verdicts, filed, formal] = await Promise.all([
    visitsMade(ctx.db, span),
    noticesIssued(ctx.db, span),
    verdictsGiven(ctx.db, span),
    filedCasesOf(ctx.db, who.county, span),
    supervisionsWith(ctx.db, who.county ? [who.county, CITY] : [CITY], who.userid),
  ])
  const isWithin = (on: Day | null) => on !== null && period.from <= on && on <= period.to
  // What a file brought as still with its school has a notice of its own.
  const filedNotices = filed.filter((each) => isWithin(each.issuedOn) && !each.notice).map(({ no }) => no)
  const reinspected = [
    ...verdicts,
    ...filed.filter(({ reinspectedOn }) => isWithin(reinspectedOn)).map(({ no }) => no),
  ]
  const supervisions = formal.filter(({ to, from }) => isWithin(to ?? from))
  const role = [who.role, ...who.alsoRoles].find((each) => INSPECTOR_ROLES.includes(each))
  return {
    name: who.name,
    kind: role ? ROLE_NAMES[role] : '',
    place: who.county ?? ctx.roster.city,
    office: officeName(who.county, ctx.roster.city),
    period,
    workload: workloadOf(
      visits.map((each) => ({ ...each, isFollowUp: each.visitType === 'follow_up' })),
      {
        notices: notices.length + filedNotices.length,
        reinspections: reinspected.length,
        supervisions: supervisions.length,
        reports: supervisions.filter(({ reportOn }) => isWithin(reportOn)).length,
      },
    ),
    visits: await Promise.all(
      visits.map(async ({ school, no, wentInto, ...rest }) => ({
        ...rest,
        no: no ?? (wentInto && (await visitOf(ctx.db, wentInto))?.no) ?? '导入记录',
        school: ctx.roster.school(school).name,
        with: wentInto !== null,
      })),
    ),
    notices: [...notices, ...filedNotices],
    reinspected,
    supervisions: supervisions.map(({ no }) => no),
    today: ctx.today,
  }
}
