import { overdueTable, overdueText, type CaseLine } from '#cards/queries.ts'
import { countOverdue, overdueCases, type Case } from '#db/cases.ts'
import { addDays } from '#src/domain/day.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { sightOf, type Sight } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { picture, reply, table, type Plan, type Post } from '../plan.ts'
import { notInSight, roleToView, whichSchool } from './named-school.ts'
import { overdueWeeks } from './overdue-weeks.ts'

/** As many as are read on a phone; the whole list is a file. */
const LISTED = 15
/** More are not overdue at once in a city. */
const MOST = 5_000

type Asked = { school: SchoolHeard | null; county: string | null; moreThanDays: number | null }

/** 「逾期没整改的有哪些」, as far as the account sees. */
export async function overdueList(ctx: Context, asked: Asked): Promise<Plan> {
  const sight = asked.school ? atSchool(ctx, asked.school) : narrowed(sightOf(ctx.me), asked)
  if (typeof sight === 'string') return refused(sight)
  if (!sight) return refused('您只能查看自己范围内的问题。')
  const before = addDays(ctx.today, -(asked.moreThanDays ?? 0))
  const lines = (await overdueCases(ctx.db, sight, before, MOST)).map((each) => caseLine(ctx, each))
  const listed = {
    ...reply(overdueText(lines.slice(0, LISTED), lines.length, ctx.today)),
    send: await seen(ctx, sight, lines),
  }
  return countedInGroup(ctx, listed, async (place) => {
    const whole: Sight = place === null ? { kind: 'city' } : { kind: 'county', county: place }
    return `${place ?? '全市'}逾期未整改 ${await countOverdue(ctx.db, whole, ctx.today)} 项。`
  })
}

/** What goes along: how it has gone over the weeks, to look at, and the whole of a list that is too long to read. */
async function seen(ctx: Context, sight: Sight, lines: readonly CaseLine[]): Promise<Post[]> {
  if (lines.length === 0) return []
  const [to, subject] = [ctx.me.userid, `overdue:${ctx.me.userid}`]
  const weeks = await overdueWeeks(ctx, sight)
  return [
    ...(weeks ? [picture(to, subject, weeks)] : []),
    ...(lines.length > LISTED ? [table(to, subject, overdueTable(lines, ctx.today))] : []),
  ]
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
