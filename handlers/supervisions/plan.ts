import type { Field } from '#cards/card.ts'
import { fileRecord } from '#db/filing.ts'
import { inspectorsOf } from '#db/people.ts'
import { dayText, yearOf } from '#src/domain/day.ts'
import type { SupervisionSaid } from '#src/domain/entry.ts'
import { CITY } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { supervisionSaid } from '#src/language/entries/supervisions.ts'
import { namedIn } from '#src/language/named.ts'
import { noticeNo, supervisionSeries } from '#src/policy/numbering.ts'
import { roleFor, roleForPlace } from '#src/policy/permission.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { recusalOn } from '../assignments/recusal.ts'
import type { Context } from '../context.ts'
import { inspectorsCalled } from '../entries/inspectors.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { freeNumber } from '../entries/numbers.ts'
import { askSchool, countyOf, schoolFields, schoolOf } from '../entries/school.ts'
import { plan } from '../plan.ts'
import { nameOf } from '../show.ts'

/** 「12月上旬给阳明安排综合督导 王督学带队 再加李督学」 (policy.md 3.3): the office plans it; the clock tells the principal. */
export const supervision: Entering<SupervisionSaid> = {
  title: '安排综合督导',
  notYours: '综合督导由当地督导办安排。',
  called: /综合督导/,
  role(ctx, said) {
    const school = schoolOf(ctx, said)
    return school
      ? roleFor(ctx.me, 'plan_supervision', { school: school.code, county: school.county })
      : roleForPlace(ctx.me, 'plan_supervision', ctx.me.county)
  },
  county: countyOf,
  hears: (ctx, heard) => supervisionSaid(heard, namedIn(heard, ctx.registry, ctx.listening), ctx.listening),
  merge: merged,
  question: async (ctx, said) => questionOf(ctx, said),
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: refusalOf,
  async files(ctx, _, said, role) {
    const county = countyOf(ctx, said)
    const series = supervisionSeries(county, yearOf(ctx.today), ctx.roster.counties)
    const { no, id, writes } = await freeNumber(ctx, 'supervisions', (n) => noticeNo(series, n), series)
    const fields = {
      no,
      place: county ?? CITY,
      targetType: 'school',
      supervisionKind: 'comprehensive',
      targets: [said.school],
      plannedOn: said.plannedOn,
      team: said.team,
      withdrawn: false,
    }
    const reply = `已安排综合督导 ${no}：${schoolOf(ctx, said)?.name}，${dayText(said.plannedOn ?? ctx.today, ctx.today)}进驻。书面通知请另发。`
    const filed = fileRecord('supervisions', id, fields, bySpeaker(ctx, role))
    return { record: id, plan: plan({ writes: [...writes, ...filed], reply }) }
  },
}

/** */
const TEAM = 3
const NOTICE_DAYS = 5

/** Who is named besides joins the team; who was chosen among several of a name takes that name's place. */
function merged(before: SupervisionSaid, { member, ...more }: SupervisionSaid): SupervisionSaid {
  const team = [...(before.team ?? []), ...(more.team ?? []), ...(member ? [member] : [])]
  const called = member ? (before.called ?? []).slice(1) : [...(before.called ?? []), ...(more.called ?? [])]
  return { ...before, ...more, team: [...new Set(team)], called }
}

function questionOf(ctx: Context, said: SupervisionSaid): Question | null {
  const school = askSchool(ctx, said)
  if (school) return school
  if (!said.plannedOn) return { slot: 'plannedOn', ask: '计划哪天进驻？例如：12月8日' }
  const { team = [], called = [] } = said
  const choices = called[0] ? inspectorsCalled(ctx, called[0], countyOf(ctx, said)) : []
  const open = choices.filter(({ value }) => !team.includes(value as UserId))
  if (open.length > 0) return { slot: 'member', ask: `「${called[0]}督学」是哪一位？`, choices: open }
  if (team.length >= TEAM) return null
  return {
    slot: 'team',
    ask: `督导组不少于${TEAM}名督学（教育督导条例第十六条），还差${TEAM - team.length}名，请说姓名`,
  }
}

async function fieldsOf(ctx: Context, said: SupervisionSaid): Promise<Field[]> {
  const names = await Promise.all((said.team ?? []).map((each) => nameOf(ctx, each)))
  return [
    ...schoolFields(ctx, said),
    ...(said.plannedOn ? [{ name: '进驻', value: dayText(said.plannedOn, ctx.today) }] : []),
    ...(names[0] ? [{ name: '带队', value: names[0] }] : []),
    ...(names.length > 1 ? [{ name: '成员', value: names.slice(1).join('、') }] : []),
    ...(said.plannedOn ? [{ name: '书面通知', value: `${noticeBy(ctx, said)}前（默认）` }] : []),
  ]
}

const noticeBy = (ctx: Context, { plannedOn }: SupervisionSaid): string =>
  dayText(addWorkingDays(ctx.workingDays, plannedOn ?? ctx.today, -NOTICE_DAYS), ctx.today)

async function hintsOf(ctx: Context, said: SupervisionSaid): Promise<string[]> {
  if (!said.school) return []
  const own = (await inspectorsOf(ctx.db, said.school, ctx.today)).filter((each) =>
    said.team?.includes(each.userid),
  )
  return [
    ...own.map((each) => `${each.name}是该校责任督学，可以参加`),
    ...(await recused(ctx, said)).map((name) => `${name}与该校有应回避的情形，请换一位`),
  ]
}

/** Those of the team who must leave the school to others. */
async function recused(ctx: Context, { school, team = [], plannedOn }: SupervisionSaid): Promise<string[]> {
  if (!school) return []
  const names: string[] = []
  for (const userid of team) {
    const { reason } = await recusalOn(ctx, school, userid, plannedOn ?? ctx.today)
    if (reason === 'kin' || reason === 'serving' || reason === 'left') names.push(await nameOf(ctx, userid))
  }
  return names
}

async function refusalOf(ctx: Context, said: SupervisionSaid): Promise<string | null> {
  if (said.plannedOn && said.plannedOn < ctx.today) return '进驻日期已经过了，请重新说日期。'
  const names = await recused(ctx, said)
  return names.length > 0 ? `${names.join('、')}与该校有应回避的情形（教育督导条例第十条），请换人。` : null
}
