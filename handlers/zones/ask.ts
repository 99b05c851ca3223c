import { answerTable, answerText, unlisted, type Answer } from '#cards/checks/answer.ts'
import { ownZoneAnswer, zonesAnswer, type ZoneShown } from '#cards/checks/zones.ts'
import { inspectorsOf, namesOf } from '#db/people.ts'
import { zonesAt, type Zone } from '#db/zones.ts'
import type { UserId } from '#src/domain/words.ts'
import type { CheckAsked } from '#src/language/questions/check-questions.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { isOpenOn } from '#src/policy/visits-wanted.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'

/** 「我的责任区有哪些学校」「章贡区责任区名单」: as they are in force today, to the office, and to whom a zone names. */
export async function answerZones(ctx: Context, asked: CheckAsked): Promise<Plan> {
  const county = asked.county ?? ctx.me.county
  if (roleForPlace(ctx.me, 'view_appointments', county)) return told(ctx, [await ofPlace(ctx, county)])
  const own = (ctx.me.zones ?? []).map(({ name }) => name)
  const elsewhere = asked.county !== null && asked.county !== ctx.me.county
  if (own.length === 0 || elsewhere) return refused('没有您的责任区登记。责任区由督导办划分和查询。')
  const mine = (await zonesAt(ctx.db, ctx.me.county, ctx.today)).filter(({ name }) => own.includes(name))
  const shown = await Promise.all(mine.map((zone) => zoneShown(ctx, zone)))
  return told(ctx, shown.map(ownZoneAnswer))
}

function told({ me }: Context, answers: readonly Answer[]): Plan {
  const whole = answers.filter((each) => unlisted(each) > 0)
  return {
    ...reply(answers.map(answerText).join('\n\n')),
    send: whole.map((each) => table(me.userid, `zones:${me.userid}`, answerTable(each))),
  }
}

async function ofPlace(ctx: Context, county: string | null): Promise<Answer> {
  const { roster, today } = ctx
  const zones = await zonesAt(ctx.db, county, today)
  const covered = new Set(zones.flatMap(({ schools }) => schools))
  const open = roster
    .schoolsOf(county)
    .filter(({ openOn = null, closedOn = null }) => isOpenOn({ openOn, closedOn }, today))
  const uncovered = open.filter(({ code }) => !covered.has(code)).map(({ name }) => name)
  const names = await namesOf(ctx.db, zones.flatMap(peopleOf))
  const shown = zones.map((zone) => namedIn(zone, names, schoolsIn(ctx, zone)))
  return zonesAnswer(county ?? roster.city, shown, uncovered)
}

const peopleOf = ({ leader, liaison, members }: Zone): UserId[] =>
  [leader, liaison, ...members].flatMap((who) => who ?? [])

const schoolsIn = ({ roster }: Context, { schools }: Zone) =>
  schools.map((code) => ({ name: roster.school(code).name, inspectors: [] }))

function namedIn(zone: Zone, names: ReadonlyMap<UserId, string>, schools: ZoneShown['schools']): ZoneShown {
  const nameOf = (who: UserId | null) => (who === null ? null : (names.get(who) ?? who))
  const { leader, liaison } = zone
  const members = zone.members
    .filter((who) => who !== leader && who !== liaison)
    .flatMap((who) => nameOf(who) ?? [])
  return { name: zone.name, leader: nameOf(leader), liaison: nameOf(liaison), members, schools }
}

async function zoneShown(ctx: Context, zone: Zone): Promise<ZoneShown> {
  const names = await namesOf(ctx.db, peopleOf(zone))
  const schools = await Promise.all(
    zone.schools.map(async (code) => ({
      name: ctx.roster.school(code).name,
      inspectors: (await inspectorsOf(ctx.db, code, ctx.today)).map(({ name }) => name),
    })),
  )
  return namedIn(zone, names, schools)
}
