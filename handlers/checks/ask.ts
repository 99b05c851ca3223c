import { answerTable, answerText, unlisted, type Answer } from '#cards/checks/answer.ts'
import type { Looked } from '#cards/checks/looked.ts'
import { inspectorsAmong } from '#db/zones.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import { INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { CheckAsked } from '#src/language/questions/check-questions.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { picture, reply, table, type Plan } from '../plan.ts'
import { answerZones } from '../zones/ask.ts'
import { lookAt } from './look.ts'
import type { Topic } from './topic.ts'
import { TOPICS } from './topics.ts'
import { whoInspects } from './who.ts'
import { whoseRecords, type Whose } from './whose.ts'

/** A question about the records, answered from what is on file today with the rule it rests on (policy.md 2.2). */
export async function answerCheck(ctx: Context, asked: CheckAsked): Promise<Plan> {
  if (asked.topic === 'who') return whoInspects(ctx, asked)
  if (asked.topic === 'zones') return answerZones(ctx, asked)
  const topic = TOPICS[asked.topic]
  const whose = whoseRecords(ctx, topic, asked)
  if (typeof whose === 'string') return refused(whose)
  return told(ctx, topic.answer(await look(ctx, topic, whose, asked)))
}

/** In words as far as a list is read; the whole of a longer one goes along as a file, nothing is cut. */
function told({ me }: Context, answer: Answer): Plan {
  const subject = `checks:${me.userid}`
  const shown = answer.picture ? [picture(me.userid, subject, answer.picture)] : []
  const whole = unlisted(answer) > 0 ? [table(me.userid, subject, answerTable(answer))] : []
  return { ...reply(answerText(answer)), send: [...shown, ...whole] }
}

async function look(ctx: Context, topic: Topic, whose: Whose, asked: CheckAsked): Promise<Looked> {
  const { place, person, totalsOnly, zone } = whose
  const found = await lookAt(ctx, topic, place, person && [person])
  const inZone = zone && { ...zone, inspectors: await inspectorsAmong(ctx.db, zone.schools, ctx.today) }
  const lines = found.lines.filter(
    (line) => isMeant(line, place, person) && (!inZone || isOfZone(line, inZone)),
  )
  const people = found.records.people.filter(({ userid }) => !inZone || inZone.inspectors.includes(userid))
  const named = topic.own && !person ? namedAmong(people, ctx.said ?? '', asked) : []
  return {
    ...found,
    ...(zone && { placeName: zone.name }),
    lines: named.length > 0 ? lines.filter((line) => named.some((who) => isMeant(line, place, who))) : lines,
    whole: place === CITY && person === null,
    person: person ?? (named.length === 1 ? named[0]! : null),
    totalsOnly,
    unit: totalsOnly ? ctx.me.unit : null,
    period: asked.period,
    more: asked.more,
  }
}

/** Of a place its own lines, of the city all; of an inspector those about him. */
function isMeant(line: Line, place: string, person: string | null): boolean {
  if (person !== null) return line.person === person
  return place === CITY || line.place === place
}

/** Of a zone its schools, and the inspectors who are responsible for one of them. */
function isOfZone(
  { school, person }: Line,
  { schools, inspectors }: { schools: readonly SchoolCode[]; inspectors: readonly UserId[] },
): boolean {
  return school === undefined ? person !== undefined && inspectors.includes(person) : schools.includes(school)
}

/** 「李敏学时够了吗」「李督学」: whom of the people of the place an office has named. */
function namedAmong(people: Records['people'], said: string, { people: heard }: CheckAsked): UserId[] {
  const inFull = people.filter(({ name }) => name.length > 1 && said.includes(name))
  const bySurname = people.filter(
    ({ name, role, alsoRoles }) =>
      heard.some(({ text }) => text.startsWith(name[0]!)) &&
      INSPECTOR_ROLES.some((each) => [role, ...alsoRoles].includes(each)),
  )
  return (inFull.length > 0 ? inFull : bySurname).map(({ userid }) => userid)
}
