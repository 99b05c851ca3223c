import {
  LISTED,
  placeVisitsTable,
  placeVisitsText,
  visitsTable,
  visitsText,
  type PlaceVisits,
} from '#cards/workload.ts'
import { visitDays } from '#db/visits.ts'
import { semesterOf, type Day } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { VisitsAsked } from '#src/language/questions/work-questions.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context, School } from '../context.ts'
import { zoneMeant, type ZoneMeant } from './zone-meant.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'
import { workOf } from './work.ts'
import { whoseWork } from './workload.ts'

type Period = { from: Day; to: Day }

/** 「这学期我去了几次」「李敏这个月去了哪几所」「上周督导了哪些学校」: the visits that were made. */
export async function visitsAnswer(ctx: Context, asked: VisitsAsked): Promise<Plan> {
  const semester = { from: semesterOf(ctx.today).from, to: ctx.today }
  const period = asked.period ?? semester
  const zone = zoneMeant(ctx)
  if (zone) return ofZone(ctx, zone, period)
  const ofOne = asked.people.length > 0 || (hasRole(ctx.me, INSPECTOR_ROLES) && asked.county === null)
  return ofOne ? ofPerson(ctx, asked, period) : ofPlace(ctx, asked.county ?? ctx.me.county, period)
}

async function ofPerson(ctx: Context, asked: VisitsAsked, period: Period): Promise<Plan> {
  const whose = await whoseWork(ctx, asked)
  if (typeof whose === 'string') return refused(whose)
  const work = await workOf(ctx, whose, period)
  const whole =
    work.visits.length > LISTED ? [table(ctx.me.userid, `visits:${whose.userid}`, visitsTable(work))] : []
  return { ...reply(visitsText(work)), send: whole }
}

async function ofPlace(ctx: Context, county: string | null, period: Period): Promise<Plan> {
  if (!roleForPlace(ctx.me, 'view_digest', county))
    return refused('督导了哪些学校，由督学查自己的、督导办查本地的。可以问：我这个月去了哪几所。')
  const made = await madeIn(ctx, county, period)
  const whole = placeVisitsTable(made)
  const answered = {
    ...reply(placeVisitsText(made)),
    send: whole ? [table(ctx.me.userid, `visits:${made.place}`, whole)] : [],
  }
  return countedInGroup(ctx, answered, async (place) => {
    const { visited, schools } = await madeIn(ctx, place, period)
    return `${place ?? '全市'}督导 ${visited.length} 所学校（共 ${schools} 所）。`
  })
}

async function ofZone(ctx: Context, { schools, whose }: ZoneMeant, period: Period): Promise<Plan> {
  const made = { ...(await madeAt(ctx, schools, period)), place: whose }
  const whole = placeVisitsTable(made)
  const send = whole ? [table(ctx.me.userid, `visits:${whose}`, whole)] : []
  return { ...reply(placeVisitsText(made)), send }
}

async function madeIn(ctx: Context, county: string | null, period: Period): Promise<PlaceVisits> {
  const schools = county === null ? ctx.roster.allSchools() : ctx.roster.schoolsOf(county)
  return { ...(await madeAt(ctx, schools, period)), place: county ?? '全市' }
}

async function madeAt(
  ctx: Context,
  schools: readonly School[],
  period: Period,
): Promise<Omit<PlaceVisits, 'place'>> {
  const codes = schools.map(({ code }) => code)
  const days = await visitDays(ctx.db, codes, period.from, period.to)
  const visited = schools.flatMap(({ code, name, county: of }) => {
    const on = days.get(code)
    return on ? [{ school: name, county: of, days: on.toSorted() }] : []
  })
  const most = visited.toSorted((a, b) => b.days.length - a.days.length)
  return { period, schools: schools.length, visited: most, today: ctx.today }
}
