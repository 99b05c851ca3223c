import { summaryTable, summaryText, type Summary, type SummaryPart } from '#cards/summary.ts'
import { casesOfCounty, type ListedCase } from '#db/case-list.ts'
import { visitDays } from '#db/visits.ts'
import { day, semesterOf, yearOf, type Day } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Matter, SchoolCode } from '#src/domain/words.ts'
import { namedIn } from '#src/language/named.ts'
import { numbersWithin } from '#src/policy/five-numbers.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context, School } from '../context.ts'
import { heardIn } from '../entries/entering.ts'
import { refused } from '../handled.ts'
import { zoneMeant } from './zone-meant.ts'
import { plan, reply, table, type Plan } from '../plan.ts'

type Period = { from: Day; to: Day }

/** The schools that a summary is of, and how it is parted. */
type Of = { name: string; schools: readonly School[]; by: 'county' | 'school' | null; ownOnly: boolean }

/** 「三季度督导情况」「上半年总结」「年度报告」: of the whole place, or of one's own schools, as far as the account sees. */
export async function summary(ctx: Context): Promise<Plan> {
  const heard = heardIn(ctx)
  const { county, period } = namedIn(heard, ctx.registry, ctx.listening)
  const of = whose(ctx, county?.value ?? null, /全市|各县|市里/.test(heard.plain))
  if (typeof of === 'string') return refused(of)
  const told = await summed(ctx, of, upToToday(ctx, period?.value ?? usual(ctx, heard.plain)))
  const words = [summaryText(told), ...(/word|文档/i.test(heard.plain) ? [NO_WORD] : [])].join('\n')
  if (ctx.inGroup && of.by === 'county') return plan({ reply: words, public: true })
  const whole = told.parts.length > 0 ? [table(ctx.me.userid, `summary:${of.name}`, summaryTable(told))] : []
  return { ...reply(words), send: whole }
}

const NO_WORD = '我只能发表格，可以粘贴到 Word 里。'

/** 年度 is the year, everything else without a time this semester. */
const usual = ({ today }: Context, plain: string): Period =>
  /年[度终底]|年报|述职/.test(plain)
    ? { from: day(`${yearOf(today)}-01-01`), to: today }
    : { from: semesterOf(today).from, to: today }

const upToToday = ({ today }: Context, { from, to }: Period): Period => ({
  from,
  to: to < today ? to : today,
})

function whose(ctx: Context, named: string | null, wholeCity: boolean): Of | string {
  const { me, roster } = ctx
  const zone = zoneMeant(ctx)
  if (zone) return ofSchools(zone.whose, zone.schools, false)
  const county = named ?? (wholeCity ? null : me.county)
  if (roleForPlace(me, 'view_digest', county)) {
    const schools = county === null ? roster.allSchools() : roster.schoolsOf(county)
    return { name: county ?? '全市', schools, by: county === null ? 'county' : 'school', ownOnly: false }
  }
  if (me.roles.includes('member_unit') && (wholeCity || named === null))
    return { name: '全市', schools: roster.allSchools(), by: null, ownOnly: false }
  if (named !== null && named !== me.county) return ELSEWHERE
  if (hasRole(me, INSPECTOR_ROLES)) return ofSchools('您负责的学校', schoolsAt(ctx, me.assigned), false)
  return hasRole(me, SCHOOL_ROLES) && me.school
    ? ofSchools('本校', schoolsAt(ctx, [me.school]), true)
    : ELSEWHERE
}

const ELSEWHERE = '别处的督导情况由当地督导办、市督导办和督委会负责人查询。'

const schoolsAt = ({ roster }: Context, codes: readonly SchoolCode[]): School[] =>
  codes.map((code) => roster.school(code))

const ofSchools = (name: string, schools: readonly School[], ownOnly: boolean): Of => ({
  name,
  schools,
  by: schools.length > 1 ? 'school' : null,
  ownOnly,
})

async function summed(ctx: Context, of: Of, period: Period): Promise<Summary> {
  const codes = of.schools.map(({ code }) => code)
  const days = await visitDays(ctx.db, codes, period.from, period.to)
  const cases = await casesAt(ctx, of, period)
  const part = (name: string, schools: readonly School[]) =>
    partOf(ctx, name, schools, { days, cases, period })
  const counties = Map.groupBy(of.schools, ({ county }) => county ?? '市直学校')
  const parts =
    of.by === 'county'
      ? [...counties].map(([county, schools]) => part(county, schools))
      : of.schools.map((school) => part(school.name, [school]))
  return {
    whole: part(of.name, of.schools),
    period,
    matters: mattersOf(cases.filter(({ foundOn }) => period.from <= foundOn && foundOn <= period.to)),
    parts: of.by === null ? [] : parts,
    partsName: of.by === 'county' ? '各县（市、区）' : '各学校',
    today: ctx.today,
  }
}

async function casesAt(ctx: Context, { schools, ownOnly }: Of, period: Period): Promise<ListedCase[]> {
  const codes = new Set(schools.map(({ code }) => code))
  const counties = new Set(schools.map(({ county }) => county))
  const found: ListedCase[] = []
  for (const county of counties) found.push(...(await casesOfCounty(ctx.db, county, period)))
  return found.filter(
    (each) => codes.has(each.school) && each.state !== 'withdrawn' && (!ownOnly || isAddressed(each)),
  )
}

type Read = { days: ReadonlyMap<SchoolCode, Day[]>; cases: readonly ListedCase[]; period: Period }

function partOf(
  { today }: Context,
  name: string,
  schools: readonly School[],
  { days, cases, period }: Read,
): SummaryPart {
  const codes = schools.map(({ code }) => code)
  const among = new Set(codes)
  const visited = codes.flatMap((code) => {
    const on = days.get(code)?.toSorted()
    return on ? [[code, on] as const] : []
  })
  const ledger = {
    schools: codes,
    cases: cases
      .filter(({ school }) => among.has(school))
      .map((each) => ({ ...each, reportedOn: each.reportOn, then: null })),
    firstVisits: new Map(visited.map(([code, on]) => [code, on[0]!])),
  }
  return {
    name,
    visits: visited.reduce((sum, [, on]) => sum + on.length, 0),
    numbers: numbersWithin(ledger, { ...period, asOf: today }),
  }
}

/** What the findings were about, the most frequent first. */
const mattersOf = (cases: readonly ListedCase[]): (readonly [Matter, number])[] =>
  [...Map.groupBy(cases, ({ matter }) => matter)]
    .flatMap(([matter, of]) => (matter ? [[matter, of.length] as const] : []))
    .toSorted(([, a], [, b]) => b - a)
