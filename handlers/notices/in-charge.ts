import type { Notice } from '#db/notices.ts'
import { inspectorsOf, officePeople, personOf, withDeputies } from '#db/people.ts'
import type { Person } from '#src/domain/person.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Context } from '../context.ts'

/**
 * Who judges what comes of a notice: the inspector who issued it; where he has left, the school's inspectors, else the
 * office (policy.md 8.9). `gone` leaves with this very commit.
 */
export async function inCharge(
  ctx: Pick<Context, 'db' | 'today'>,
  notice: Pick<Notice, 'inspector' | 'school' | 'county'>,
  gone?: UserId,
): Promise<readonly Pick<Person, 'userid' | 'name'>[]> {
  const issuer = notice.inspector === gone ? null : await personOf(ctx.db, notice.inspector, ctx.today)
  if (issuer) return withDeputies(ctx.db, [issuer], ctx.today)
  const assigned = await inspectorsOf(ctx.db, notice.school, ctx.today)
  const others = assigned.filter((each) => each.userid !== gone)
  if (others.length > 0) return others
  const office = await officePeople(ctx.db, notice.county, ctx.today)
  return office.filter((each) => each.userid !== gone)
}
