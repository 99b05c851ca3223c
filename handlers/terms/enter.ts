import type { Field } from '#cards/card.ts'
import { changeRecord, recordId } from '#db/filing.ts'
import { termsOf, type TermRow } from '#db/on-file.ts'
import { schoolPeople } from '#db/people.ts'
import type { Write } from '#db/store.ts'
import { dayText } from '#src/domain/day.ts'
import type { TermSaid } from '#src/domain/entry.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import { termSaid } from '#src/language/entries/terms.ts'
import { roleFor, roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { bySpeaker, file, type Entering, type Question } from '../entries/entering.ts'
import { askSchool, countyOf, schoolFields, schoolOf } from '../entries/school.ts'
import { plan } from '../plan.ts'
import { nameOf } from '../show.ts'

/** 文清校长任期 2023年9月1日到2026年8月31日, and 书面说明 on a term that lacks something: the office's (4.2). */
export const principalTerm: Entering<TermSaid> = {
  title: '校长任期',
  notYours: '校（园）长任期由当地督导办登记。',
  called: /任期|书面说明/,
  role(ctx, said) {
    const school = schoolOf(ctx, said)
    return school
      ? roleFor(ctx.me, 'appoint', { school: school.code, county: school.county })
      : roleForPlace(ctx.me, 'appoint', ctx.me.county)
  },
  county: countyOf,
  hears: (_, heard) => termSaid(heard),
  merge: merged,
  question: questionOf,
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: refusalOf,
  async files(ctx, _, said, role) {
    const term = await termMeant(ctx, said)
    const { id, writes } = await filing(ctx, said, term, role)
    const done = said.explanation ? '书面说明已附在任期上' : '任期已登记'
    return { record: id, plan: plan({ writes, reply: `${schoolOf(ctx, said)?.name}：${done}。` }) }
  },
}

const principals = async (ctx: Context, school: SchoolCode) =>
  (await schoolPeople(ctx.db, school, ctx.today)).filter((each) => each.roles.includes('principal'))

/** Who was named, as an account where the school has one of that name; else the only principal of the school. */
async function personOfTerm(ctx: Context, { school, person }: TermSaid): Promise<string | null> {
  const all = school ? await principals(ctx, school) : []
  const named = all.find((each) => each.name === person || each.userid === person)
  if (person) return named?.userid ?? person
  return all.length === 1 ? (all[0]?.userid ?? null) : null
}

/** The term on file that it is about: of that person and start, or the one whose start is not known yet; for a reason the latest. */
async function termMeant(ctx: Context, said: TermSaid): Promise<TermRow | null> {
  if (!said.school) return null
  const person = await personOfTerm(ctx, said)
  const his = (await termsOf(ctx.db, said.school)).filter((each) => each.person === person)
  const byStart = his.toSorted((a, b) => ((a.startOn ?? '') < (b.startOn ?? '') ? 1 : -1))
  if (said.explanation) return byStart[0] ?? null
  return (
    his.find((each) => each.startOn === said.startOn) ?? his.find((each) => each.startOn === null) ?? null
  )
}

/** One day behind the first is the last. */
function merged(before: TermSaid, { startOn, ...more }: TermSaid): TermSaid {
  const isLast = startOn && before.startOn && !before.endOn && !more.endOn && startOn > before.startOn
  return { ...before, ...more, ...(isLast ? { endOn: startOn } : startOn && { startOn }) }
}

async function questionOf(ctx: Context, said: TermSaid): Promise<Question | null> {
  const school = askSchool(ctx, said)
  if (school) return school
  if (!(await personOfTerm(ctx, said))) {
    const choices = (await principals(ctx, said.school as SchoolCode))
      .slice(0, 5)
      .map(({ userid, name }) => ({ value: userid as string, label: name.slice(0, 10) }))
    return { slot: 'person', ask: '是哪位校长的任期？请说姓名', choices, open: true }
  }
  if (said.explanation) return null
  if (!said.startOn)
    return { slot: 'startOn', ask: '任期从哪天起、到哪天止？例如：2023年9月1日到2026年8月31日' }
  return said.endOn ? null : { slot: 'endOn', ask: '任期到哪天止？例如：2026年8月31日' }
}

const personName = async (ctx: Context, person: string): Promise<string> => nameOf(ctx, person as UserId)

async function fieldsOf(ctx: Context, said: TermSaid): Promise<Field[]> {
  const person = await personOfTerm(ctx, said)
  const term = said.explanation ? await termMeant(ctx, said) : null
  const { startOn = term?.startOn, endOn = term?.endOn } = said
  return [
    ...schoolFields(ctx, said),
    ...(person ? [{ name: '校长', value: await personName(ctx, person) }] : []),
    ...(startOn ? [{ name: '任期起', value: dayText(startOn, ctx.today) }] : []),
    ...(endOn ? [{ name: '任期止', value: dayText(endOn, ctx.today) }] : []),
    ...(said.explanation ? [{ name: '说明', value: said.explanation }] : []),
  ]
}

async function hintsOf(ctx: Context, said: TermSaid): Promise<string[]> {
  if (said.explanation) return ['说明只随任期存档，不改变是否在任期内做过综合督导的结论']
  const term = await termMeant(ctx, said)
  const was = term?.startOn && term.endOn && term.endOn !== said.endOn ? dayText(term.endOn, ctx.today) : null
  return was ? [`原来登记的任期止是${was}，确认后更正`] : []
}

async function refusalOf(ctx: Context, said: TermSaid): Promise<string | null> {
  if (said.explanation)
    return (await termMeant(ctx, said)) ? null : '还没有登记这位校长的任期，请先说任期起止，再附说明。'
  return said.startOn && said.endOn && said.endOn < said.startOn
    ? '任期止早于任期起，请重新说起止日期。'
    : null
}

async function filing(
  ctx: Context,
  said: TermSaid,
  term: TermRow | null,
  role: Role,
): Promise<{ id: string; writes: Write[] }> {
  const { school, startOn = null, endOn = null, explanation } = said
  const changes = explanation ? { explanation } : { startOn, endOn }
  if (term)
    return { id: term.id, writes: changeRecord('principal_terms', term, changes, bySpeaker(ctx, role)) }
  const person = await personOfTerm(ctx, said)
  const id = recordId('principal_terms', [school, person, startOn])
  const fields = { school, person, startOn, endOn }
  return { id, writes: await file(ctx, 'principal_terms', id, fields, role) }
}
