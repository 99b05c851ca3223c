import type { Day } from '#src/domain/day.ts'
import type { Part } from '#src/domain/words.ts'
import type { Read } from './clauses.ts'
import type { Heard } from '../hear.ts'
import type { DueHeard, Term } from './terms.ts'
import type { FindingHeard, VisitHeard } from '../understanding.ts'

/** `denied`: one fault was said not to be there, as in 不存在乱收费. */
export type Draft = Omit<VisitHeard, 'findings'> & { group: number; denied: boolean }

/** What has been read so far. `owners[i]` is the visit of the i-th finding. */
export type Reading = {
  heard: Heard
  reads: readonly Read[]
  visits: Draft[]
  current: Draft | null
  /** Said before the school that they belong to. */
  pending: { date: Day | null; part: Part | null }
  findings: FindingHeard[]
  owners: Draft[]
  dues: Term<DueHeard>[]
  severities: Term<FindingHeard['severity']>[]
  /** Those that what was said since the last mark or problem points at: 前面那个严重明天就改. */
  pointed: readonly FindingHeard[]
  /** Told to be put right at once: not due with what is told after them. */
  atOnce: Set<FindingHeard>
  /** After how many findings a severity or a deadline was said that closed what was told till then. */
  closed: number[]
  /** The last deadline: after how many findings it was said, and which it named; none where it was for all since the one before. */
  lastDue: { at: number; own: readonly FindingHeard[] } | null
}

/** 两样都, 全部: what follows a term when it is for all. */
export const ALL =
  /^(?:前|内)?(?:这?[两三四五六七八九\d]+[样条项个件点处](?:问题)?)?(?:都|均|全部|统统|通通|一律|一并|统一)(?!行|可以|好|成)/

/** Which findings a term is for that names none. */
export function scopeOf<T>(
  { findings, heard: { plain } }: Reading,
  read: Read,
  terms: readonly Term<T>[],
): Term<T>['scope'] {
  const tail = plain.slice(read.span[1])
  if (ALL.test(tail)) return 'all'
  const told = findings.length - (terms.at(-1)?.at ?? 0)
  return told <= 0 || /^[^,。;\s]{0,8}[:：]/.test(tail) ? 'forward' : 'since'
}

/** 外教无证一般，教材没审批严重，下月前: what was told before a term that others follow is closed; a term after is for those others. */
export const openSince = ({ closed, findings }: Reading): number =>
  closed.findLast((at) => at < findings.length) ?? 0

/** 分别是轻微、一般、严重: the finding whose turn it is; null where nothing is shared out. */
export function inTurn({ reads, findings, heard }: Reading, i: number): FindingHeard | null {
  const marks = reads.map((read, n) => ({ read, n })).filter(({ read }) => read.kind !== 'gap')
  const at = marks.findIndex(({ n }) => n === i)
  const same = (n: number): boolean => marks[n]?.read.kind === reads[i]!.kind
  let [first, last] = [at, at]
  while (same(first - 1)) first--
  while (same(last + 1)) last++
  const [from, to] = marks[first]!.read.span
  const sharedOut = /分别|依次|^.{0,4}一[个项处]/.test(heard.plain.slice(Math.max(0, from - 4), to))
  return sharedOut && last > first ? (findings.at(at - last - 1) ?? null) : null
}
