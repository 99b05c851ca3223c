import type { Action } from '#cards/action.ts'
import { amendedText } from '#cards/amendment.ts'
import { casesFrom, type Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { cases, visits } from '#db/schema/loop.ts'
import { visitOf, type Visit } from '#db/visits.ts'
import type { Amendment, DraftFinding } from '#src/domain/visit.ts'
import type { Role } from '#src/domain/words.ts'
import { AMEND_DAYS } from '#src/policy/periods.ts'
import { raiseAlarms } from '../alarms/raise.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { both, plan, reply, text, type Plan } from '../plan.ts'
import type { CarryOut } from '../proposals/decide.ts'
import { amendedIn, changesCases, proposeAmendment, whyNotice, whyTaken } from './amend.ts'
import { newlyUrgent } from './change.ts'
import { visitSubject } from './draft.ts'
import { openFindings } from './findings.ts'
import { isSentBack, joinOpenCases } from './open-cases.ts'
import { readersOf } from './readers.ts'
import { BESIDE, isAsShown, nameOfRecord, recordsSubject, why } from './record.ts'
import { recordPosts } from './sign.ts'
import { mayTouch } from './which-record.ts'
import { endCases } from './withdraw.ts'

/** 确认 of a correction: the record has it from now on, under its number; the old version stays in the history. */
export async function confirmAmendment(ctx: Context, action: Action): Promise<Plan> {
  const visit = await visitOf(ctx.db, action.id)
  const touch = visit && mayTouch(ctx, visit, AMEND_DAYS)
  if (!visit || !touch) return refused(NOT_YOURS)
  const stands = visit.state === 'submitted' && (await isAsShown(ctx, visit, action.seq, BESIDE))
  if (!stands || !visit.amending) return handled(ctx, recordsSubject(ctx), visit.id, action.seq)
  const { after, reason } = visit.amending
  // The seventh day has passed while the card lay there.
  if (touch.as === 'asker') return proposeAmendment(ctx, visit, after, reason, touch)
  const settled = plan({ settle: [{ subject: recordsSubject(ctx), outcome: '已更正' }] })
  return both(settled, await amendRecord(ctx, visit, after, reason, touch.role))
}

/** The office's 同意 on an amendment. */
export const carryOutAmendment: CarryOut = async (ctx, proposal, role) => {
  const visit = await visitOf(ctx.db, String(proposal.detail['visit']))
  if (!visit || visit.state !== 'submitted') return reply('这条记录已经撤回或归档，不用再改。')
  return amendRecord(ctx, visit, proposal.detail['after'] as Amendment, proposal.reason, role)
}

async function amendRecord(
  ctx: Context,
  visit: Visit,
  after: Amendment,
  reason: string,
  role: Role,
): Promise<Plan> {
  // What was free when the card was shown may be taken, and a notice may have gone out.
  const hindrance = (await whyTaken(ctx, { ...visit, ...after })) ?? (await whyNotice(ctx, visit, after))
  if (hindrance) return reply(hindrance)
  const opened = await casesFrom(ctx.db, visit.id)
  const findings = await findingsAfter(ctx, visit, after)
  const unsigned = { amending: null, signedBy: null, signedAt: null }
  const next: Visit = { ...visit, ...after, findings, ...unsigned, seq: visit.seq + 1 }
  const amended = plan({
    writes: change(visits, visit, { ...after, findings, ...unsigned }, why(ctx, 'visit.amend', role, reason)),
    reply: `已更正督导记录 ${visit.no}，编号不变。`,
    send: await toldOf(ctx, visit, opened, after, reason),
    settle: [{ subject: visitSubject(visit.id), outcome: '已更正' }],
  })
  const followed = await followCases(ctx, { visit, next, opened, after, role })
  // What the school signs is the new record, after the words that say what has changed in it.
  return both(both(amended, plan({ send: await recordPosts(ctx, next) })), followed)
}

/** What joined a case stays joined to it, open or not, unless the finding or its school is another. */
async function findingsAfter(ctx: Context, visit: Visit, after: Amendment): Promise<DraftFinding[]> {
  const moved = after.school !== undefined && after.school !== visit.school
  if (!after.findings && !moved) return visit.findings
  const joined = await joinOpenCases(
    ctx,
    after.school ?? visit.school,
    after.findings ?? visit.findings,
    visit.id,
  )
  const kept = (each: DraftFinding) => visit.findings.find((old) => old.joins && old.text === each.text)
  return moved ? joined : joined.map((each) => kept(each) ?? each)
}

async function toldOf(ctx: Context, visit: Visit, opened: readonly Case[], after: Amendment, reason: string) {
  const words = amendedText(nameOfRecord(ctx, visit), ctx.me.name, amendedIn(ctx, visit, after), reason)
  const readers = await readersOf(ctx, visit, opened)
  return readers.map((to) => text(to, visitSubject(visit.id), words))
}

type Amended = { visit: Visit; next: Visit; opened: readonly Case[]; after: Amendment; role: Role }

/** What came of the record follows it: its cases are opened anew where they say something else now. */
async function followCases(ctx: Context, { visit, next, opened, after, role }: Amended): Promise<Plan> {
  const school = next.school && ctx.roster.school(next.school)
  if (!school) return plan({})
  const alarm = newlyUrgent(visit, next.findings) ? await raiseAlarms(ctx, next) : plan({})
  if (!changesCases(visit, after)) {
    const further = next.findings.filter((each) => !visit.findings.some((old) => old.text === each.text))
    const more = await openFindings(ctx, { ...next, findings: further }, school, role)
    return both(both(found(ctx, next, opened, role), further.length > 0 ? more : plan({})), alarm)
  }
  // What the office sent back is opened again under its number.
  const gone = opened.filter(
    (each) => !isSentBack(each) || !next.findings.some((now) => now.text === each.description),
  )
  return both(both(await endCases(ctx, gone, role), await openFindings(ctx, next, school, role)), alarm)
}

/** Another day of the visit is another day on which its findings were made. */
const found = (ctx: Context, next: Visit, opened: readonly Case[], role: Role): Plan =>
  plan({
    writes: opened.flatMap((each) =>
      next.onDay && each.foundOn !== next.onDay
        ? change(cases, each, { foundOn: next.onDay }, act(ctx, 'case.found_on', role))
        : [],
    ),
  })
