import { asCaseId, openCasesAt, type Case } from '#db/cases.ts'
import { draw } from '#db/numbers.ts'
import { officePeople } from '#db/people.ts'
import { change, create } from '#db/history.ts'
import { cases } from '#db/schema/loop.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { Write } from '#db/store.ts'
import type { Visit } from '#db/visits.ts'
import { letterCard } from '#cards/case.ts'
import type { CaseId, Role, Severity } from '#src/domain/words.ts'
import type { CaseState } from '#src/policy/states.ts'
import { needsApproval } from '#src/policy/approval.ts'
import { act, type Context, type School } from '../context.ts'
import { defaultRequirement, newNotice, noticePosts, proposalPosts } from '../notices/issue.ts'
import { both, card, plan, type Plan, type Post } from '../plan.ts'
import { generalNeedsApproval } from '../settings/general-approval.ts'
import { showCase } from '../show.ts'
import { findingKey, isSentBack } from './open-cases.ts'

/** Where a finding goes first (policy.md 1.4): advice only, the school, the office's approval, the office's letter. */
const FIRST_STATE: Record<Severity, CaseState> = {
  minor: 'advised',
  general: 'issued',
  urgent: 'issued',
  serious: 'pending_approval',
  complex: 'recorded',
}

type Opening = {
  ctx: Context
  visit: Visit
  school: School
  role: Role
  /** Whether in this county general findings, too, wait for the office. */
  generalToo: boolean
  /** Cases that the office sent back, by what they found: recorded again, each goes its way under its number. */
  sentBack: ReadonlyMap<string, Case>
}

/** Opens a case for each finding of a submitted visit, and sends each on its route. */
export async function openFindings(ctx: Context, visit: Visit, school: School, role: Role): Promise<Plan> {
  const fresh = visit.findings.filter((finding) => !finding.joins)
  const joined = visit.findings.filter((finding) => finding.joins)
  if (fresh.length === 0) return plan({ reply: joinedText(joined) })
  const returned = (await openCasesAt(ctx.db, school.code)).filter(isSentBack)
  const opening = {
    ctx,
    visit,
    school,
    role,
    generalToo: await generalNeedsApproval(ctx, school.county),
    sentBack: new Map(returned.map((each) => [each.findingKey, each])),
  }
  const { rows, writes } = await caseRows(opening, fresh)
  const routed = await routeAll(opening, rows)
  return both(plan({ writes }), both(routed, plan({ reply: joinedText(joined) })))
}

const joinedText = (joined: readonly DraftFinding[]): string | null =>
  joined.length > 0 ? `${joined.map((each) => each.joins).join('、')} 已在整改，没有重复开。` : null

/** A case for each finding; those that are new draw their numbers. */
async function caseRows(opening: Opening, findings: readonly DraftFinding[]) {
  const { ctx, sentBack } = opening
  const old = findings.map((finding) => sentBack.get(findingKey(finding.text)))
  const { n, writes } = await draw(ctx.db, 'Z', old.filter((each) => each === undefined).length)
  const numbers = n.values()
  const rows = findings.map((finding, i) =>
    newCase(opening, finding, old[i]?.id ?? asCaseId(numbers.next().value as number)),
  )
  return { rows, writes }
}

const firstState = ({ ctx, generalToo }: Opening, finding: DraftFinding): CaseState =>
  needsApproval(finding, ctx.today, generalToo) ? 'pending_approval' : FIRST_STATE[finding.severity]

function newCase(opening: Opening, finding: DraftFinding, id: CaseId): Case {
  const { ctx, visit, school } = opening
  const state = firstState(opening, finding)
  return {
    id,
    seq: 1,
    state,
    since: ctx.now,
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
    requirement: defaultRequirement(finding.text),
    dueOn: finding.due,
    round: 1,
    extensions: 0,
    measures: null,
    verdict: null,
    verdictNote: null,
    verdictMode: null,
    reinspectedOn: null,
    section: finding.section ?? null,
    answerBy: null,
    answer: null,
    clockStoppedOn: null,
    closedOn: null,
    issuedOn: state === 'issued' ? ctx.today : null,
    acknowledgedOn: null,
    reportOn: null,
    resolvedBySection: false,
    origin: null,
    filed: false,
  }
}

function keep({ ctx, role, sentBack }: Opening, row: Case, kind: string): Write[] {
  const old = sentBack.get(row.findingKey)
  const { id: _, seq: __, ...after } = row
  return old ? change(cases, old, after, act(ctx, kind, role)) : create(cases, row, act(ctx, kind, role))
}

async function routeAll(opening: Opening, rows: Case[]): Promise<Plan> {
  const inState = (state: CaseState) => rows.filter((row) => row.state === state)
  const onlyKept = [...inState('recorded'), ...inState('advised')]
  const parts = [
    await issueAll(opening, inState('issued')),
    await proposeAll(opening, inState('pending_approval')),
    await letters(opening, inState('recorded')),
    plan({ writes: onlyKept.flatMap((row) => keep(opening, row, 'case.record')) }),
    advised(inState('advised')),
  ]
  return parts.reduce(both)
}

const headOf = ({ visit, school }: Opening) => ({
  visit: visit.id,
  school,
  inspector: visit.inspector,
  round: 1,
})

async function issueAll(opening: Opening, rows: Case[]): Promise<Plan> {
  if (rows.length === 0) return plan({})
  const { ctx, role } = opening
  const { notice, writes } = await newNotice(ctx, headOf(opening), role)
  const items = rows.map((row) => ({ ...row, notice: notice.id }))
  const told = await noticePosts(ctx, notice, items)
  return plan({ ...told, writes: [...writes, ...items.flatMap((row) => keep(opening, row, 'case.issue'))] })
}

async function proposeAll(opening: Opening, rows: Case[]): Promise<Plan> {
  if (rows.length === 0) return plan({})
  const { ctx, role } = opening
  const { notice, writes } = await newNotice(ctx, headOf(opening), role, 'pending_approval')
  const items = rows.map((row) => ({ ...row, notice: notice.id }))
  const told = await proposalPosts(ctx, notice, items)
  return plan({ ...told, writes: [...writes, ...items.flatMap((row) => keep(opening, row, 'case.propose'))] })
}

/** A complex finding is beyond the school alone: the office sends a consultation letter to a section. */
async function letters({ ctx }: Opening, rows: Case[]): Promise<Plan> {
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
