import type { Notice } from '#db/notices.ts'
import { inspectorsOf, officePeople, personOf } from '#db/people.ts'
import type { Person } from '#src/domain/person.ts'
import type { Context } from '../context.ts'

/**
 * Who judges what comes of a notice: the inspector who issued it; where he has left, the school's inspectors, else the
 * office (policy.md 8.9).
 */
export async function inCharge(
  ctx: Pick<Context, 'db' | 'today'>,
  notice: Pick<Notice, 'inspector' | 'school' | 'county'>,
): Promise<readonly Pick<Person, 'userid' | 'name'>[]> {
  const issuer = await personOf(ctx.db, notice.inspector, ctx.today)
  if (issuer) return [issuer]
  const assigned = await inspectorsOf(ctx.db, notice.school, ctx.today)
  return assigned.length > 0 ? assigned : officePeople(ctx.db, notice.county, ctx.today)
}
