import { asCaseId, openCasesAt, type Case } from '#db/cases.ts'
import { change, create } from '#db/history.ts'
import { draw } from '#db/numbers.ts'
import { cases, visits } from '#db/schema/loop.ts'
import type { Write } from '#db/store.ts'
import { recordedFor, visitOf } from '#db/visits.ts'
import type { Role, SchoolCode } from '#src/domain/words.ts'
import { defaultDue } from '#src/policy/periods.ts'
import { isEnded } from '#src/policy/states.ts'
import { act, type Context, type School } from '../context.ts'
import { both, plan, type Plan } from '../plan.ts'
import { newNotice, noticePosts } from './issue.ts'
import { withdrawNotice, type Withdrawing } from './withdraw.ts'

/** The wrong school reads that its notice is gone; the right one gets its own, under its own numbers (policy.md 8.5). */
export async function moveToSchool(ctx: Context, old: Withdrawing, to: SchoolCode): Promise<Plan> {
  const school = ctx.roster.school(to)
  const withdrawn = await withdrawNotice(ctx, { ...old, reason: `发错学校（${old.reason}）` })
  const corrected = plan({ writes: await correctVisit(ctx, old, to) })
  return both(withdrawn, both(corrected, await issueAnew(ctx, old, school)))
}

/** What runs there already is not opened twice. */
async function issueAnew(ctx: Context, { notice, items, role }: Withdrawing, school: School): Promise<Plan> {
  const there = new Set((await openCasesAt(ctx.db, school.code)).map((each) => each.findingKey))
  const open = items.filter((each) => !isEnded(each) && !there.has(each.findingKey))
  if (open.length === 0) return plan({ reply: `${school.name}已有相同的整改，没有另发通知。` })
  const { n, writes } = await draw(ctx.db, 'Z', open.length)
  const head = { visit: notice.visit, school, inspector: notice.inspector, round: 1 }
  const fresh = await newNotice(ctx, head, role)
  const rows = open.map((each, i) => ({
    ...caseAnew(ctx, each, school),
    id: asCaseId(n[i] as number),
    notice: fresh.notice.id,
  }))
  const told = await noticePosts(ctx, fresh.notice, rows)
  const opened = rows.flatMap((row) => create(cases, row, act(ctx, 'case.issue', role)))
  return plan({ ...told, writes: [...writes, ...fresh.writes, ...opened] })
}

/** The finding as it was found, nothing of what the wrong school did about it. */
const caseAnew = (ctx: Context, each: Case, school: School): Case => ({
  ...each,
  seq: 1,
  state: 'issued',
  since: ctx.now,
  school: school.code,
  county: school.county,
  dueOn: each.dueOn && each.dueOn > ctx.today ? each.dueOn : defaultDue(each.severity, ctx.today),
  round: 1,
  extensions: 0,
  measures: null,
  verdict: null,
  verdictNote: null,
  verdictMode: null,
  reinspectedOn: null,
  issuedOn: ctx.today,
  acknowledgedOn: null,
  reportOn: null,
  clockStoppedOn: null,
})

async function correctVisit(
  ctx: Context,
  { notice, role }: { notice: Withdrawing['notice']; role: Role },
  to: SchoolCode,
): Promise<Write[]> {
  const visit = await visitOf(ctx.db, notice.visit)
  if (!visit?.onDay || !visit.part) return []
  const { inspector, onDay, part } = visit
  const last = await recordedFor(ctx.db, { inspector, school: to, onDay, part })
  const after = { school: to, copy: last ? last.copy + 1 : visit.copy }
  return change(visits, visit, after, act(ctx, 'visit.correct_school', role))
}
