import type { Action } from '#cards/action.ts'
import { recordCard } from '#cards/visit-record.ts'
import { change } from '#db/history.ts'
import { schoolPeople } from '#db/people.ts'
import { visits } from '#db/schema/loop.ts'
import { visitOf, type Visit } from '#db/visits.ts'
import { momentText } from '#src/domain/day.ts'
import { officeName } from '#src/policy/numbering.ts'
import { roleFor } from '#src/policy/permission.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { card, plan, text, type Plan, type Post } from '../plan.ts'
import { nameOf } from '../show.ts'
import { visitSubject } from './draft.ts'
import { isAsShown } from './record.ts'

/** A notice is signed in the record's stead; what waits for an office is not shown to the school before it is addressed to it. */
export const standsAlone = (visit: Visit): boolean =>
  visit.findings.every((each) => each.severity === 'minor')

/**
 * The record for the school to sign, where nothing came of the visit but advice (policy.md 3.1: both sides sign).
 */
export async function recordPosts(ctx: Context, visit: Visit): Promise<Post[]> {
  const { school, onDay, no } = visit
  if (!school || !onDay || !no || !standsAlone(visit)) return []
  const { name, county } = ctx.roster.school(school)
  const shown = recordCard({
    id: visit.id,
    seq: visit.seq,
    no,
    school: name,
    onDay,
    part: visit.part ?? 'full',
    methods: visit.methods,
    inspector: await nameOf(ctx, visit.inspector),
    office: officeName(county, ctx.roster.city),
    advice: visit.findings.map((each) => each.text),
    today: ctx.today,
  })
  const people = await schoolPeople(ctx.db, school, ctx.today)
  return people.map((each) => card(each.userid, visitSubject(visit.id), shown))
}

/** What may happen to a record without changing what the school reads of it. */
const UNSEEN = ['visit.accompany', 'visit.amend_draft', 'visit.keep']

/** 签认: the school has seen the record; its inspector is told. */
export async function signVisit(ctx: Context, action: Action): Promise<Plan> {
  const visit = await visitOf(ctx.db, action.id)
  const school = visit?.school && ctx.roster.school(visit.school)
  const role = school && roleFor(ctx.me, 'sign_visit', { school: school.code, county: school.county })
  if (!visit || !school || !role || visit.no === null || !standsAlone(visit)) return refused(NOT_YOURS)
  const subject = visitSubject(visit.id)
  if (visit.state !== 'submitted' || !(await isAsShown(ctx, visit, action.seq, UNSEEN)))
    return handled(ctx, subject, visit.id, action.seq)
  const after = { signedBy: ctx.me.userid, signedAt: ctx.now }
  const told = `${school.name}${ctx.me.name}于${momentText(ctx.now)}签认了督导记录 ${visit.no}。`
  return plan({
    writes: change(visits, visit, after, act(ctx, 'visit.sign', role)),
    reply: `已签认督导记录 ${visit.no}。`,
    send: [text(visit.inspector, subject, told)],
    settle: [{ subject, outcome: `${ctx.me.name}已签认` }],
  })
}
