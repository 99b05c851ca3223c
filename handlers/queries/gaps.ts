import { gapsTable, gapsText } from '#cards/queries.ts'
import { visitDays } from '#db/visits.ts'
import { monthOf } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES } from '#src/domain/person.ts'
import { sightOf } from '#src/policy/permission.ts'
import type { Context, School } from '../context.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'
import { visitsAsked, type Asked } from './school-year.ts'

/** 「我这个月还差几所没去」: distinct days of visits to each school, whoever of the inspectors went. */
export async function schoolsUnvisited(ctx: Context, period: 'month' | 'semester'): Promise<Plan> {
  const mine = mySchools(ctx)
  if (!mine) return refused('这个问题由督学和督导办查询。')
  const asked = await visitsAsked(ctx, ctx.me.county, period)
  const name = period === 'semester' ? '本学期' : `${monthOf(ctx.today)}月`
  const gaps = {
    period,
    periodName: name,
    required: asked.required,
    total: mine.schools.length,
    missing: await missingAmong(ctx, mine.schools, asked),
    today: ctx.today,
    end: asked.period.to,
    teaching: asked.teaching,
    isLoaded: asked.isLoaded,
    whose: mine.whose,
  }
  const whole = gapsTable(gaps)
  const listed = {
    ...reply(gapsText(gaps)),
    send: whole ? [table(ctx.me.userid, `gaps:${ctx.me.userid}`, whole)] : [],
  }
  return countedInGroup(ctx, listed, async (place) => {
    const schools = place === null ? ctx.roster.allSchools() : ctx.roster.schoolsOf(place)
    const missing = await missingAmong(ctx, schools, await visitsAsked(ctx, place, period))
    return `${name}${place ?? '全市'}应去 ${schools.length} 所，还差 ${missing.length} 所。`
  })
}

async function missingAmong(ctx: Context, schools: readonly School[], { period, required }: Asked) {
  const visited = await visitDays(
    ctx.db,
    schools.map((school) => school.code),
    period.from,
    period.to,
  )
  return schools
    .map((school) => ({ name: school.name, done: new Set(visited.get(school.code)).size }))
    .filter((each) => each.done < required)
}

/** An inspector's are those assigned to him; an office's those of its county; the city's all. */
function mySchools(ctx: Context): { schools: readonly School[]; whose: string } | null {
  if (hasRole(ctx.me, INSPECTOR_ROLES))
    return { schools: ctx.me.assigned.map((code) => ctx.roster.school(code)), whose: '您' }
  const sight = sightOf(ctx.me)
  if (sight?.kind === 'county') return { schools: ctx.roster.schoolsOf(sight.county), whose: sight.county }
  if (sight?.kind === 'city') return { schools: ctx.roster.allSchools(), whose: '全市' }
  return null
}
