import type { Field } from '#cards/card.ts'
import {
  assignmentsAt,
  changeAssignment,
  isShorthand,
  putAssignment,
  type AssignmentPut,
} from '#db/assigning.ts'
import { cardOf } from '#db/on-file.ts'
import { personOf, inspectorsOf, schoolPeople } from '#db/people.ts'
import type { AssignmentRow } from '#db/roster.ts'
import type { Write } from '#db/store.ts'
import { addDays, dayText, type Day } from '#src/domain/day.ts'
import type { AssignmentSaid } from '#src/domain/entry.ts'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import { assignmentSaid } from '#src/language/entries/assignments.ts'
import { namedIn } from '#src/language/named.ts'
import { roleFor, roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { inspectorsCalled } from '../entries/inspectors.ts'
import { askSchool, countyOf, schoolFields, schoolOf } from '../entries/school.ts'
import { plan, text, type Post } from '../plan.ts'
import { settingOn } from '../settings/in-force.ts'
import { nameOf } from '../show.ts'
import { lastTerm } from '../terms/last-term.ts'
import { recusalOn } from './recusal.ts'

/** What a complete one says. */
type Complete = AssignmentSaid & { school: SchoolCode; who: UserId; from: Day }

/** 阳明换成赵督学挂牌 下周一起: the office's (4.2), with the load and the recusal of whoever takes the school over. */
export const assignment: Entering<AssignmentSaid> = {
  title: '更换责任督学',
  notYours: '责任督学由当地督导办更换。',
  called: /责任督学|挂牌|换(?:成|了|的)?[^，,]{0,4}督学|换人/,
  role(ctx, said) {
    const school = schoolOf(ctx, said)
    return school
      ? roleFor(ctx.me, 'appoint', { school: school.code, county: school.county })
      : roleForPlace(ctx.me, 'appoint', ctx.me.county)
  },
  county: countyOf,
  hears: (ctx, heard) => assignmentSaid(heard, namedIn(heard, ctx.registry, ctx.listening), ctx.listening),
  question: questionOf,
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: refusalOf,
  async files(ctx, _, values, role) {
    const said = values as Complete
    const now = await holdersOf(ctx, said)
    return {
      record: `record:assignments:${said.who}|${said.school}|${said.from}`,
      plan: plan({
        writes: await writesOf(ctx, said, role),
        reply: `已登记：${await whatOf(ctx, said)}`,
        send: told(said, `${await whatOf(ctx, said)}${ctx.me.name}已登记。`, await receivers(ctx, said, now)),
      }),
    }
  },
  async takenBack(ctx, entry) {
    const said = entry.said as Complete
    const words = `${ctx.roster.school(said.school).name}更换责任督学的登记已由${ctx.me.name}撤回，以原来的责任督学为准。`
    return { send: told(said, words, await receivers(ctx, said, await holdersOf(ctx, said))) }
  },
}

async function questionOf(ctx: Context, said: AssignmentSaid): Promise<Question | null> {
  const school = askSchool(ctx, said)
  if (school) return school
  const choices = said.called ? inspectorsCalled(ctx, said.called, countyOf(ctx, said)) : []
  if (!said.who) return { slot: 'who', ask: '换成哪位督学？请说姓名，要已在名册登记', choices }
  if (!said.from) return { slot: 'from', ask: '从哪天起？例如：下周一起' }
  const recusal = await recusalOf(ctx, said)
  const needsReason = (recusal.reason === 'serving' || recusal.reason === 'left') && !said.reason
  return needsReason
    ? { slot: 'reason', ask: `${recusalText(recusal)}，应当回避。确需安排的，请说明理由`, open: true }
    : null
}

type Recusal = Awaited<ReturnType<typeof recusalOn>>

const KIN = '这位督学申报过与该校的亲属关系，必须回避（教育督导条例第十条），请换一位'

const recusalText = ({ reason, years }: Recusal): string =>
  ({
    kin: KIN,
    serving: '这位督学在该校任职',
    left: `这位督学离开该校不满${years}年`,
    undeclared: '这位督学还没有作回避声明，请补上',
    none: '',
  })[reason]

const recusalOf = async (ctx: Context, { school, who, from }: AssignmentSaid): Promise<Recusal> =>
  school && who ? recusalOn(ctx, school, who, from ?? ctx.today) : { reason: 'none', years: 0 }

/** Who is responsible on the day before the change, the one who takes over left out. */
async function holdersOf(
  ctx: Context,
  { school, who }: AssignmentSaid,
): Promise<{ userid: UserId; name: string }[]> {
  if (!school) return []
  return (await inspectorsOf(ctx.db, school, ctx.today)).filter((each) => each.userid !== who)
}

/** Whose term is over counts for no school any more (C5.1). */
async function holderText(ctx: Context, { userid, name }: { userid: UserId; name: string }): Promise<string> {
  const card = await cardOf(ctx.db, userid)
  const last = card && (await lastTerm(ctx, card)).last
  return last && last.end < ctx.today ? `${name}（聘期已满）` : name
}

async function fieldsOf(ctx: Context, said: AssignmentSaid): Promise<Field[]> {
  const holders = await holdersOf(ctx, said)
  const now = await Promise.all(holders.map((each) => holderText(ctx, each)))
  return [
    ...schoolFields(ctx, said),
    ...(said.school ? [{ name: '现任', value: now.join('、') || '没有' }] : []),
    ...(said.who ? [{ name: '换成', value: await nameOf(ctx, said.who) }] : []),
    ...(said.from ? [{ name: '起', value: dayText(said.from, ctx.today) }] : []),
    ...(said.from && now.length > 0
      ? [{ name: '原任止', value: dayText(addDays(said.from, -1), ctx.today) }]
      : []),
    ...(said.reason ? [{ name: '理由', value: said.reason }] : []),
  ]
}

async function hintsOf(ctx: Context, said: AssignmentSaid): Promise<string[]> {
  if (!said.who || !said.school) return []
  const person = await personOf(ctx.db, said.who, ctx.today)
  const schools = new Set([...(person?.assigned ?? []), said.school]).size
  const load = `${person?.name ?? ''}变更后负责 ${schools} 所学校`
  const recusal = recusalText(await recusalOf(ctx, said))
  return [
    `${load}${await howMany(ctx, schools, person?.county ?? null, said.from)}`,
    ...(recusal ? [recusal] : []),
    '公示牌请同时更换',
  ]
}

/** The rule is about five (C5.2); from which number on it is said, and said plainly, the inspector's place may settle. */
async function howMany(
  ctx: Context,
  schools: number,
  county: string | null,
  on = ctx.today,
): Promise<string> {
  if (schools >= (await settingOn(ctx, 'load_warning', county, on))) return '，明显超出（一般5所左右）'
  return schools >= (await settingOn(ctx, 'load_notice', county, on)) ? '，偏多（一般5所左右）' : ''
}

async function refusalOf(ctx: Context, said: AssignmentSaid): Promise<string | null> {
  const { school, who, from } = said as Complete
  if ((await recusalOf(ctx, said)).reason === 'kin') return `${KIN}。`
  if (from < ctx.today) return '开始日期已经过了，请说今天或以后的日期，例如：下周一起。'
  const person = await personOf(ctx.db, who, ctx.today)
  if (!person?.roles.some((role) => INSPECTOR_ROLES.includes(role)))
    return `${person?.name ?? who}不是在任督学，不能挂牌。`
  const [only, another] = await inspectorsOf(ctx.db, school, ctx.today)
  return only?.userid === who && !another ? `${person.name}现在就是这所学校的责任督学。` : null
}

/** The rows of all others end the day before; one of the people file's shorthand gets days to end with. */
async function writesOf(ctx: Context, { school, who, from, reason }: Complete, role: Role): Promise<Write[]> {
  const by = bySpeaker(ctx, role)
  const ever = await assignmentsAt(ctx.db, school)
  const rows = ever.filter((each) => !each.withdrawn)
  const last = addDays(from, -1)
  const runs = rows.filter((each) => each.toOn === null || each.toOn > last)
  const others = runs.filter((each) => each.inspector !== who)
  const dated = others.filter((each) => !isShorthand(each))
  const started = (each: AssignmentRow) => each.fromOn <= last
  const put = (row: AssignmentPut) => putAssignment(ever, row, by)
  return [
    ...dated.flatMap((each) =>
      changeAssignment(each, started(each) ? { toOn: last } : { withdrawn: true }, by),
    ),
    ...others
      .filter(
        (each) =>
          isShorthand(each) && !rows.some((row) => row.inspector === each.inspector && !isShorthand(row)),
      )
      .flatMap((each) => put(endedShorthand(ctx, each, last))),
    ...put({ inspector: who, school, fromOn: from, toOn: null, overrideReason: reason ?? null }),
  ]
}

/** A row of the pair that has begun displaces the shorthand, so it begins today at the latest. */
const endedShorthand = (ctx: Context, { inspector, school }: AssignmentRow, last: Day) => ({
  ...{ inspector, school, fromOn: last < ctx.today ? last : ctx.today },
  ...{ toOn: last, overrideReason: null },
})

async function whatOf(ctx: Context, { school, who, from }: Complete): Promise<string> {
  return `${dayText(from, ctx.today)}起，${ctx.roster.school(school).name}的责任督学是${await nameOf(ctx, who)}。`
}

/** Both inspectors and the school read it at once, with the day (policy.md 8.9). */
const told = ({ school }: Complete, words: string, to: readonly UserId[]): Post[] =>
  to.map((each) => text(each, `assignment:${school}`, words))

async function receivers(
  ctx: Context,
  said: Complete,
  now: readonly { userid: UserId }[],
): Promise<UserId[]> {
  const school = await schoolPeople(ctx.db, said.school, ctx.today)
  return [...new Set([said.who, ...now.map((each) => each.userid), ...school.map((each) => each.userid)])]
}
