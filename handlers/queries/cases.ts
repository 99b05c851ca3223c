import { caseListTable, caseListText, namesText, type CaseList, type ListedLine } from '#cards/case-list.ts'
import { casesOfCounty, casesWithSection, type ListedCase } from '#db/case-list.ts'
import { namesOf } from '#db/people.ts'
import { semesterOf } from '#src/domain/day.ts'
import { STAGE_NAMES, type SchoolCode, type UserId } from '#src/domain/words.ts'
import { casesAsked, type CasesAsked } from '#src/language/questions/cases-asked.ts'
import { isWanted, standing, type Wanted } from '#src/policy/case-list.ts'
import { ledSchools } from '#src/domain/person.ts'
import { sightOf, type Sight } from '#src/policy/permission.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { heardIn } from '../entries/entering.ts'
import { countedInGroup } from '../groups/counts.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'
import { notInSight, roleToView, whichSchool } from './named-school.ts'

/** More is not sent in one file. */
const MOST_ROWS = 5_000

/** Whose cases are looked through, and what they are called. */
type Reach = { sight: Sight; place: string }

/** 「上个月章贡区发现多少食品安全问题」「还没签收的有哪些」: the cases that the words narrow to, as far as the account sees. */
export async function caseList(ctx: Context): Promise<Plan> {
  const asked = wholePeriod(ctx, askedIn(ctx))
  if (ctx.me.roles.includes('bureau_section') && ctx.me.unit) return routedTo(ctx, ctx.me.unit, asked)
  const reach = reachOf(ctx, asked)
  if (typeof reach === 'string') return refused(reach)
  const unknown = asked.people.find(({ userid }) => userid === null)
  if (unknown) return reply(`没有找到「${unknown.text}」，请用全名再问一次。`)
  const list = await listed(ctx, reach, asked)
  const whole = caseListTable({ ...list, lines: list.lines.slice(0, MOST_ROWS) })
  const answered = {
    ...reply(caseListText(list)),
    send: whole ? [table(ctx.me.userid, `cases:${ctx.me.userid}`, whole)] : [],
  }
  return countedInGroup(ctx, answered, async (place) => {
    const sight: Sight = place === null ? { kind: 'city' } : { kind: 'county', county: place }
    const { lines } = await listed(
      ctx,
      { sight, place: place ?? '全市' },
      { ...asked, people: [], schools: [] },
    )
    return `${place ?? '全市'}${namesText(list)} ${lines.length} 项。`
  })
}

/** Words about one school that ask for more than how it stands now. */
export function asksMoreOfSchool(ctx: Context): boolean {
  const { period, about, state, schools, ...asked } = askedIn(ctx)
  const another = period !== null && period.from !== semesterOf(ctx.today).from
  return another || about === 'closed' || state !== null || schools.length > 1 || narrows(asked)
}

/** Of what is overdue only some: 逾期的严重问题, 逾期的食品安全问题. */
export function asksSomeOverdue(ctx: Context): boolean {
  const asked = askedIn(ctx)
  return asked.matters.length > 0 || narrows(asked)
}

const narrows = ({
  severities,
  people,
  stage,
}: Pick<CasesAsked, 'severities' | 'people' | 'stage'>): boolean =>
  severities.length + people.length > 0 || stage !== null

const askedIn = (ctx: Context): CasesAsked => casesAsked(heardIn(ctx), ctx.registry, ctx.listening)

/** What was closed, of no time that was named: in this semester. */
const wholePeriod = (ctx: Context, asked: CasesAsked): CasesAsked =>
  asked.period === null && ['closed', 'found'].includes(asked.about)
    ? { ...asked, period: { from: semesterOf(ctx.today).from, to: ctx.today } }
    : asked

/** What was asked, cut to what the account may see, or why it may not. */
function reachOf(ctx: Context, asked: CasesAsked): Reach | string {
  if (asked.schools.length > 0) return atSchools(ctx, asked)
  const sight = sightOf(ctx.me)
  if (!sight) return '整改清单由督导办、督学和学校在自己的范围内查询。'
  const { county } = asked
  if (sight.kind === 'city')
    return county ? { sight: { kind: 'county', county }, place: county } : { sight, place: '全市' }
  if (sight.kind === 'county')
    return county === null || county === sight.county
      ? { sight, place: sight.county }
      : `您可以查询${sight.county}的情况，${county}的由市督导办查询。`
  if (county !== null && county !== ctx.me.county) return notInSight(ctx)
  const led = ledSchools(ctx.me).length > 0
  return { sight, place: sight.inspector === null ? '本校' : led ? '您的责任区' : '您负责的学校' }
}

function atSchools(ctx: Context, { schools }: CasesAsked): Reach | string {
  const codes: SchoolCode[] = []
  for (const heard of schools) {
    const asked = whichSchool(ctx, heard)
    if (typeof asked === 'string') return asked
    if (!roleToView(ctx, asked.code)) return notInSight(ctx)
    codes.push(asked.code)
  }
  return {
    sight: { kind: 'schools', schools: codes, inspector: null },
    place: codes.map((code) => ctx.roster.school(code).name).join('、'),
  }
}

async function listed(ctx: Context, { sight, place }: Reach, asked: CasesAsked): Promise<CaseList> {
  const inspectors = asked.people.flatMap(({ userid }) => userid ?? [])
  const wanted: Wanted = { ...asked, inspectors }
  const span = asked.period ?? { from: ctx.today, to: ctx.today }
  const found: ListedCase[] = []
  for (const county of countiesOf(ctx, sight)) found.push(...(await casesOfCounty(ctx.db, county, span)))
  const seen = found.filter(
    (each) => isSeen(ctx, sight, each) && isWanted(each, wanted, ctx.today) && isOfStage(ctx, each, asked),
  )
  return { ...shown(ctx, seen, wanted), place, besides: await besides(ctx, asked, inspectors) }
}

function shown(
  ctx: Context,
  found: readonly ListedCase[],
  wanted: Wanted,
): Omit<CaseList, 'place' | 'besides'> {
  const { today } = ctx
  const sorted = found.toSorted((a, b) => ((a.dueOn ?? '9') < (b.dueOn ?? '9') ? -1 : 1))
  return { wanted, lines: sorted.map((each) => lineOf(ctx, each)), standing: standing(found, today), today }
}

const countiesOf = ({ roster }: Context, sight: Sight): (string | null)[] => {
  if (sight.kind === 'city') return [...roster.counties, null]
  if (sight.kind === 'county') return [sight.county]
  return [...new Set(sight.schools.map((code) => roster.school(code).county))]
}

/** An inspector sees what he issued at the schools of others, too; a school what is addressed to it. */
function isSeen({ me }: Context, sight: Sight, each: ListedCase): boolean {
  const ofSchool = me.school === each.school && !me.assigned.includes(each.school)
  if (ofSchool && sight.kind === 'schools' && !isAddressed(each)) return false
  if (sight.kind !== 'schools') return true
  return (
    sight.schools.includes(each.school) || (sight.inspector !== null && each.inspector === sight.inspector)
  )
}

const isOfStage = ({ roster }: Context, each: ListedCase, { stage }: CasesAsked): boolean =>
  stage === null || roster.school(each.school).stage === stage

async function besides(
  ctx: Context,
  { stage }: CasesAsked,
  inspectors: readonly UserId[],
): Promise<string[]> {
  const names = inspectors.length > 0 ? await namesOf(ctx.db, inspectors) : new Map<UserId, string>()
  return [
    ...(stage ? [STAGE_NAMES[stage]] : []),
    ...inspectors.map((each) => `${names.get(each) ?? each}经办`),
  ]
}

const lineOf = ({ roster }: Context, each: ListedCase): ListedLine => ({
  id: each.id,
  county: each.county,
  school: roster.school(each.school).name,
  text: each.description,
  matter: each.matter,
  severity: each.severity,
  state: each.state,
  foundOn: each.foundOn,
  due: each.dueOn,
  closedOn: each.closedOn,
  stopped: each.clockStoppedOn !== null,
})

/** 「转给我们科的有哪些没办」: what a section has yet to answer. */
async function routedTo(ctx: Context, unit: string, asked: CasesAsked): Promise<Plan> {
  const found = await casesWithSection(ctx.db, ctx.me.county, unit)
  const wanted: Wanted = { ...asked, about: 'open', period: null, state: 'referred', inspectors: [] }
  return reply(caseListText({ ...shown(ctx, found, wanted), place: unit, besides: [] }))
}
