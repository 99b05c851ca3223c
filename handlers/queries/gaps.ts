import { gapsTable, gapsText } from '#cards/queries.ts'
import { visitDays } from '#db/visits.ts'
import { monthOf } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, type Person } from '#src/domain/person.ts'
import { sightOf } from '#src/policy/permission.ts'
import type { Context, School } from '../context.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'
import { zoneMeant } from './zone-meant.ts'
import { visitsAsked, type Asked, type Reading } from './school-year.ts'

/** 「我这个月还差几所没去」: distinct days of visits to each school, whoever of the inspectors went. */
export async function schoolsUnvisited(ctx: Context, period: 'month' | 'semester'): Promise<Plan> {
  const zone = zoneMeant(ctx)
  const found = await unvisitedOf(ctx, ctx.me, period, zone)
  if (!found) return refused('这个问题由督学和督导办查询。')
  const { mine, asked, total, missing } = found
  const name = period === 'semester' ? '本学期' : `${monthOf(ctx.today)}月`
  const gaps = {
    period,
    periodName: name,
    required: asked.required,
    total,
    missing,
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
    const { total, missing } = await missingAmong(ctx, schools, await visitsAsked(ctx, place, period))
    return `${name}${place ?? '全市'}应去 ${total} 所，还差 ${missing.length} 所。`
  })
}

/** The schools that somebody looks after, or those of a zone, that still lack visits; null where he looks after none. */
export async function unvisitedOf(
  on: Reading,
  me: Person,
  period: 'month' | 'semester',
  zone: Mine | null = null,
) {
  const mine = zone ?? schoolsOf(on, me)
  if (!mine) return null
  const asked = await visitsAsked(on, me.county, period)
  return { mine, asked, ...(await missingAmong(on, mine.schools, asked)) }
}

async function missingAmong({ db }: Reading, schools: readonly School[], { period, wantedOf }: Asked) {
  const asked = schools.flatMap((school) => {
    const wanted = wantedOf(school)
    return wanted === null ? [] : [{ ...school, wanted }]
  })
  const codes = asked.map(({ code }) => code)
  const visited = await visitDays(db, codes, period.from, period.to)
  const missing = asked
    .map(({ code, name, wanted }) => ({ code, name, wanted, done: new Set(visited.get(code)).size }))
    .filter((each) => each.done < each.wanted)
  return { total: asked.length, missing }
}

type Mine = { schools: readonly School[]; whose: string }

/** An inspector's are those assigned to him; an office's those of its county; the city's all. */
function schoolsOf({ roster }: Pick<Reading, 'roster'>, me: Person): Mine | null {
  if (hasRole(me, INSPECTOR_ROLES))
    return { schools: me.assigned.map((code) => roster.school(code)), whose: '您' }
  const sight = sightOf(me)
  if (sight?.kind === 'county') return { schools: roster.schoolsOf(sight.county), whose: sight.county }
  if (sight?.kind === 'city') return { schools: roster.allSchools(), whose: '全市' }
  return null
}

/** Whether there is such a list for somebody: inspectors and offices have one, a school's people have none. */
export const listsUnvisited = (me: Person): boolean =>
  hasRole(me, INSPECTOR_ROLES) || (sightOf(me)?.kind ?? 'schools') !== 'schools'
