import { asCaseId, type Case } from '#db/cases.ts'
import { draw } from '#db/numbers.ts'
import { officePeople } from '#db/people.ts'
import { create } from '#db/history.ts'
import { cases } from '#db/schema/loop.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { Visit } from '#db/visits.ts'
import { letterCard } from '#cards/case.ts'
import type { Role, Severity } from '#src/domain/words.ts'
import type { CaseState } from '#src/policy/states.ts'
import { act, type Context, type School } from '../context.ts'
import { newNotice, noticePosts, proposalPosts } from '../notices/issue.ts'
import { both, card, plan, type Plan, type Post } from '../plan.ts'
import { showCase } from '../show.ts'
import { findingKey } from './draft.ts'

/** Where a finding goes first (policy.md 1.4): advice only, the school, the office's approval, the office's letter. */
const FIRST_STATE: Record<Severity, CaseState> = {
  minor: 'advised',
  general: 'issued',
  urgent: 'issued',
  serious: 'pending_approval',
  complex: 'recorded',
}

/** Opens a case for each finding of a submitted visit, and sends each on its route. */
export async function openFindings(ctx: Context, visit: Visit, school: School, role: Role): Promise<Plan> {
  const fresh = visit.findings.filter((finding) => !finding.joins)
  const joined = visit.findings.filter((finding) => finding.joins)
  if (fresh.length === 0) return plan({ reply: joinedText(joined) })
  const { n, writes } = await draw(ctx.db, 'Z', fresh.length)
  const rows = fresh.map((finding, i) => newCase(ctx, visit, school, finding, n[i] as number))
  const routed = await routeAll(ctx, visit, school, role, rows)
  return both(plan({ writes }), both(routed, plan({ reply: joinedText(joined) })))
}

const joinedText = (joined: readonly DraftFinding[]): string | null =>
  joined.length > 0 ? `${joined.map((each) => each.joins).join('、')} 已在整改，没有重复开。` : null

function newCase(ctx: Context, visit: Visit, school: School, finding: DraftFinding, n: number): Case {
  return {
    id: asCaseId(n),
    seq: 1,
    state: FIRST_STATE[finding.severity],
    visit: visit.id,
    notice: null,
    school: school.code,
    county: school.county,
    inspector: visit.inspector,
    foundOn: visit.onDay ?? ctx.today,
    description: finding.text,
    findingKey: findingKey(finding.text),
    matter: finding.matter,
    severity: finding.severity,
    requirement: `请针对「${finding.text}」采取措施整改到位。`,
    dueOn: finding.due,
    round: 1,
    extensions: 0,
    measures: null,
    verdict: null,
    verdictNote: null,
    verdictMode: null,
    reinspectedOn: null,
    section: null,
    closedOn: null,
  }
}

async function routeAll(ctx: Context, visit: Visit, school: School, role: Role, rows: Case[]): Promise<Plan> {
  const inState = (state: CaseState) => rows.filter((row) => row.state === state)
  const keep = (kept: readonly Case[]): Plan =>
    plan({ writes: kept.flatMap((row) => create(cases, row, act(ctx, 'case.record', role))) })
  const parts = [
    await issueAll(ctx, visit, school, role, inState('issued')),
    await proposeAll(ctx, visit, school, role, inState('pending_approval')),
    await letters(ctx, inState('recorded')),
    keep([...inState('recorded'), ...inState('advised')]),
    advised(inState('advised')),
  ]
  return parts.reduce(both)
}

async function issueAll(ctx: Context, visit: Visit, school: School, role: Role, rows: Case[]): Promise<Plan> {
  if (rows.length === 0) return plan({})
  const { notice, writes } = await newNotice(
    ctx,
    { visit: visit.id, school, inspector: visit.inspector, round: 1 },
    role,
  )
  const items = rows.map((row) => ({ ...row, notice: notice.id }))
  const told = await noticePosts(ctx, notice, items)
  return plan({
    writes: [...writes, ...items.flatMap((row) => create(cases, row, act(ctx, 'case.issue', role)))],
    reply: told.reply,
    send: told.send,
  })
}

async function proposeAll(
  ctx: Context,
  visit: Visit,
  school: School,
  role: Role,
  rows: Case[],
): Promise<Plan> {
  if (rows.length === 0) return plan({})
  const head = { visit: visit.id, school, inspector: visit.inspector, round: 1 }
  const { notice, writes } = await newNotice(ctx, head, role, 'pending_approval')
  const items = rows.map((row) => ({ ...row, notice: notice.id }))
  const told = await proposalPosts(ctx, notice, items)
  return plan({
    writes: [...writes, ...items.flatMap((row) => create(cases, row, act(ctx, 'case.propose', role)))],
    reply: told.reply,
    send: told.send,
  })
}

/** A complex finding is beyond the school alone: the office sends a consultation letter to a section. */
async function letters(ctx: Context, rows: Case[]): Promise<Plan> {
  if (rows.length === 0) return plan({})
  const office = await officePeople(ctx.db, rows[0]?.county ?? null, ctx.today)
  const send: Post[] = []
  for (const row of rows) {
    const shown = letterCard(await showCase(ctx, row))
    send.push(...office.map((each) => card(each.userid, `case:${row.id}`, shown)))
  }
  return plan({ reply: `${rows.map((row) => row.id).join('、')} 是复杂问题，已请督导办发协商意见。`, send })
}

const advised = (rows: Case[]): Plan =>
  rows.length === 0 ? plan({}) : plan({ reply: `${rows.length} 个小问题已当场建议，不发通知。` })
