import { openCasesAt, type Case } from '#db/cases.ts'
import type { Visit } from '#db/visits.ts'
import { dayText, daysBetween, type Day } from '#src/domain/day.ts'
import type { DraftFinding } from '#src/domain/visit.ts'
import type { CaseId, SchoolCode, VisitId } from '#src/domain/words.ts'
import { isAlike } from '#src/language/visits/alike.ts'
import type { Lexicon } from '#src/language/lexicon/lexicon.ts'
import type { Context } from '../context.ts'

/** Blanks and signs aside, the same words are the same finding. */
export const findingKey = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '').toLowerCase()

/** The office did not let it out: the same finding may be proposed again under its number (policy.md 3.2). */
export const isSentBack = (each: Case): boolean => each.state === 'recorded' && each.notice !== null

/**
 * Marks the findings that an open case at the school already carries: they are joined, not opened twice. Nor is what was
 * said twice.
 */
export async function joinOpenCases(
  ctx: Context,
  school: SchoolCode | null,
  findings: readonly DraftFinding[],
  /** Its own cases carry nothing for it: a record that is put right. */
  own?: VisitId,
): Promise<DraftFinding[]> {
  const plain = saidOnce(findings)
  if (school === null || plain.length === 0) return plain
  const running = (await runningAt(ctx, school)).filter((each) => each.visit !== own)
  const shown = findings.map((each) => (each.alike ? each.joins : undefined))
  return joined(ctx, plain, running, (each) => own === undefined || shown.includes(each.id))
}

/** At 确认: what is open may have changed, and nothing may join by likeness that the card has not shown. */
export async function joinAsShown(
  ctx: Context,
  school: SchoolCode,
  findings: readonly DraftFinding[],
): Promise<DraftFinding[]> {
  const shown = findings.map((each) => (each.alike ? each.joins : undefined))
  return joined(ctx, saidOnce(findings), await runningAt(ctx, school), (each) => shown.includes(each.id))
}

const runningAt = async (ctx: Context, school: SchoolCode): Promise<Case[]> =>
  (await openCasesAt(ctx.db, school)).filter((each) => !isSentBack(each))

function saidOnce(findings: readonly DraftFinding[]): DraftFinding[] {
  const keys = findings.map((each) => findingKey(each.text))
  return findings
    .filter((_, i) => keys.indexOf(keys[i] as string) === i)
    .map(({ joins: _, alike: __, ...rest }): DraftFinding => rest)
}

/** A case takes one finding, first the one in its own words. */
function joined(
  { listening: { lexicon } }: Context,
  findings: readonly DraftFinding[],
  open: readonly Case[],
  offers: (each: Case) => boolean,
): DraftFinding[] {
  const same = findings.map(({ text }) => open.find((each) => each.findingKey === findingKey(text)))
  const taken = new Set(same)
  return findings.map((finding, i): DraftFinding => {
    if (same[i]) return { ...finding, joins: same[i].id }
    const like = finding.apart
      ? undefined
      : open.find((each) => !taken.has(each) && isLike(finding, each, lexicon) && offers(each))
    if (!like) return finding
    taken.add(like)
    return { ...finding, joins: like.id, alike: true }
  })
}

const isLike = (finding: DraftFinding, each: Case, lexicon: Lexicon): boolean =>
  isAlike(finding, { text: each.description, matter: each.matter }, lexicon)

/** An open case keeps its date whatever was said with the finding that joins it; how to put it off. */
export async function joinHints(ctx: Context, visit: Visit): Promise<string[]> {
  if (!visit.school || !visit.findings.some((each) => each.joins)) return []
  const open = new Map((await openCasesAt(ctx.db, visit.school)).map((each) => [each.id, each]))
  return visit.findings.flatMap((finding) => {
    const due = finding.joins && open.get(finding.joins)?.dueOn
    return due && finding.due && !finding.dueDefault && finding.due > due
      ? [keepsDue(ctx, finding.joins as CaseId, due)]
      : []
  })
}

const keepsDue = (ctx: Context, id: CaseId, due: Day): string =>
  due < ctx.today
    ? `${id} 已逾期${daysBetween(due, ctx.today)}天，期限不变；要延期须由学校申请、督导办批准`
    : `${id} 期限仍是${dayText(due, ctx.today)}；要延期请学校在到期前申请`
