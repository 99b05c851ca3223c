import { cardOf, headsOf } from '#db/on-file.ts'
import { personOf } from '#db/people.ts'
import type { Day } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { recusalReason, type RecusalReason } from '#src/policy/recusal.ts'
import type { Context } from '../context.ts'
import { settingOn } from '../settings/in-force.ts'

/** Why an inspector has to leave a school to others on a day, by what its place has settled for that day (C10.6). */
export async function recusalOn(
  ctx: Context,
  school: SchoolCode,
  who: UserId,
  on: Day,
): Promise<{ reason: RecusalReason; years: number }> {
  const [card, person, heads, years] = await Promise.all([
    cardOf(ctx.db, who),
    personOf(ctx.db, who, ctx.today),
    headsOf(ctx.db, school, on),
    settingOn(ctx, 'recusal_years', ctx.roster.school(school).county, on),
  ])
  const of = { heads, worksAt: person?.school ?? null, years, on }
  return { reason: recusalReason(school, card, of), years }
}
