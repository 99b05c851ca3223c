import type { Case } from '#db/cases.ts'
import { inspectorsOf, officePeople, schoolPeople } from '#db/people.ts'
import type { Visit } from '#db/visits.ts'
import type { UserId } from '#src/domain/words.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { standsAlone } from './sign.ts'

/**
 * Everybody who has read something of a submitted record, whoever acts on it now aside: its inspector and who went along,
 * the school where a notice or the record itself went there, the office where it was asked, the inspector who was stood in
 * for.
 */
export async function readersOf(ctx: Context, visit: Visit, cases: readonly Case[]): Promise<UserId[]> {
  if (!visit.school) return []
  const { county } = ctx.roster.school(visit.school)
  const schoolRead = standsAlone(visit) || cases.some((each) => isAddressed(each) && each.notice !== null)
  const officeRead = cases.some(
    ({ severity }) => severity === 'serious' || severity === 'complex' || severity === 'urgent',
  )
  const responsible = await inspectorsOf(ctx.db, visit.school, ctx.today)
  const all = [
    { userid: visit.inspector },
    ...(visit.companions ?? []).map((userid) => ({ userid })),
    ...(responsible.some((each) => each.userid === visit.inspector) ? [] : responsible),
    ...(schoolRead ? await schoolPeople(ctx.db, visit.school, ctx.today) : []),
    ...(officeRead ? await officePeople(ctx.db, county, ctx.today) : []),
  ].map((each) => each.userid)
  return [...new Set(all)].filter((each) => each !== ctx.me.userid)
}
