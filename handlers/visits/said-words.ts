import type { SaidWords } from '#cards/visit-shown.ts'
import type { Visit } from '#db/visits.ts'
import { dayOf, hourOf } from '#src/domain/day.ts'
import { hear, type Heard } from '#src/language/hear.ts'
import { findSeverities } from '#src/language/visits/severities.ts'
import type { Span } from '#src/language/understanding.ts'
import { leavesUnread } from '#src/language/doubts.ts'
import { spansOfNoIssue } from '#src/language/contract/spans.ts'
import { readVisits } from '#src/language/visits/visits.ts'
import type { Context } from '../context.ts'

/**
 * The words that the values of a draft were read from: those of this very message before those of the first, heard as of
 * the day on which each was said.
 */
export function saidWords(ctx: Context, visit: Visit): SaidWords {
  const texts = heardOf(ctx, visit)
  const first = (find: (heard: Heard) => { span: Span } | undefined): string | null => {
    for (const heard of texts) {
      const found = find(heard)
      if (found) return heard.written.slice(...found.span)
    }
    return null
  }
  const named = visit.school
  return {
    school: named && first(({ schools }) => schools.find(({ candidates }) => candidates.includes(named))),
    day: first(({ dates }) => dates.find(({ as, day }) => as === 'event' && day === visit.onDay)),
    part: first(({ parts }) => parts.find(({ part }) => part === visit.part)),
    due: (on) => first(({ dates }) => dates.find(({ day }) => day === on)),
    severity: (value) =>
      first(({ plain, lexicon }) => findSeverities(plain, lexicon).find((each) => each.value === value)),
    noIssue: visit.findings.length > 0 ? null : first(saidClean),
  }
}

function saidClean(heard: Heard): { span: Span } | undefined {
  const [span] = readVisits(heard).some(({ noIssue }) => noIssue) ? spansOfNoIssue(heard) : []
  return span && { span }
}

/** Whether the message of a draft without problems holds words that none of its values was read from. */
export const hasUnreadWords = (ctx: Context, visit: Visit): boolean =>
  visit.findings.length === 0 && heardOf(ctx, visit).every((heard) => leavesUnread(heard, readVisits(heard)))

function heardOf(ctx: Context, visit: Visit): Heard[] {
  const { registry, listening } = ctx
  const before = { ...listening, today: dayOf(visit.createdAt), hour: hourOf(visit.createdAt) }
  const now = ctx.words !== null && ctx.me.userid === visit.inspector && ctx.words !== visit.narrative
  return [
    ...(now ? [hear(ctx.words ?? '', registry, listening)] : []),
    hear(visit.narrative, registry, before),
  ]
}
