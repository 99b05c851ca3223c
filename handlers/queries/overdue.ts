import { overdueText, type CaseLine } from '#cards/queries.ts'
import { countOverdue, overdueCases, type Case } from '#db/cases.ts'
import { addDays } from '#src/domain/day.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { sightOf, type Sight } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { notInSight, roleToView, whichSchool } from './named-school.ts'

const LISTED = 15

type Asked = { school: SchoolHeard | null; county: string | null; moreThanDays: number | null }

/** 「逾期没整改的有哪些」, as far as the account sees. */
export async function overdueList(ctx: Context, asked: Asked): Promise<Plan> {
  const sight = asked.school ? atSchool(ctx, asked.school) : narrowed(sightOf(ctx.me), asked)
  if (typeof sight === 'string') return refused(sight)
  if (!sight) return refused('您只能查看自己范围内的问题。')
  const before = addDays(ctx.today, -(asked.moreThanDays ?? 0))
  const found = await overdueCases(ctx.db, sight, before, LISTED)
  const shown = found.slice(0, LISTED).map((each) => caseLine(ctx, each))
  const listed = reply(overdueText(shown, found.length > LISTED, ctx.today))
  return countedInGroup(ctx, listed, async (place) => {
    const whole: Sight = place === null ? { kind: 'city' } : { kind: 'county', county: place }
    return `${place ?? '全市'}逾期未整改 ${await countOverdue(ctx.db, whole, ctx.today)} 项。`
  })
}

/** Of one school, or why not. */
function atSchool(ctx: Context, heard: SchoolHeard): Sight | string {
  const asked = whichSchool(ctx, heard)
  if (typeof asked === 'string') return asked
  if (!roleToView(ctx, asked.code)) return notInSight(ctx)
  return { kind: 'schools', schools: [asked.code], inspector: null }
}

/** What was asked, cut to what the account may see; null where the two do not meet: a school sees only itself. */
function narrowed(sight: Sight | null, asked: Asked): Sight | null {
  if (!sight || !asked.county) return sight
  if (sight.kind === 'schools' && sight.inspector === null) return null
  if (sight.kind === 'city') return { kind: 'county', county: asked.county }
  return sight.kind === 'county' && sight.county !== asked.county ? null : sight
}

export const caseLine = (ctx: Pick<Context, 'roster'>, each: Case): CaseLine => ({
  id: each.id,
  school: ctx.roster.school(each.school).name,
  county: each.county,
  text: each.description,
  due: each.dueOn,
  severity: each.severity,
  state: each.state,
  stopped: each.clockStoppedOn !== null,
})
