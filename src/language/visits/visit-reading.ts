import type { Day } from '#src/domain/day.ts'
import type { Part } from '#src/domain/words.ts'
import type { Read } from './clauses.ts'
import type { Heard } from '../hear.ts'
import { isDueTold, type DueHeard, type Term } from './terms.ts'
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
  /** What the last pointer meant, for a row of terms behind it. */
  lastPointed: readonly FindingHeard[]
  /** Told to be put right at once: not due with what is told after them. */
  atOnce: Set<FindingHeard>
  /** Put right on the spot. */
  mended: Set<FindingHeard>
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

const isTold = (kind: Read['kind'], finding: FindingHeard | undefined): boolean =>
  finding !== undefined && (kind === 'due' ? isDueTold(finding) : finding.severity?.from === 'stated')

/** 和, 以及 between two terms. */
const JOINS = /^[和与跟及,、/还有]{1,2}$/

/** The place of the next term, school, problem or end of a sentence in a direction. */
function nextMark({ reads, heard: { plain } }: Reading, i: number, step: 1 | -1): number {
  let at = i + step
  for (let read = reads[at]; read; read = reads[(at += step)]) {
    const joins = read.kind === 'clause' && JOINS.test(plain.slice(...read.span))
    if ((read.kind !== 'gap' || read.full) && !joins) return at
  }
  return at
}

/** No row of terms is longer. */
const LONGEST_ROW = 12

/** The terms of one kind in a row that a term stands in, by their places, and what stands before them. */
function rowOf(reading: Reading, i: number): { row: number[]; before: Read | undefined } {
  const { reads } = reading
  const row = [i]
  const same = (at: number): boolean => reads[at]?.kind === reads[i]!.kind && row.length < LONGEST_ROW
  let at = nextMark(reading, i, -1)
  for (; same(at); at = nextMark(reading, at, -1)) row.unshift(at)
  for (let next = nextMark(reading, i, 1); same(next); next = nextMark(reading, next, 1)) row.push(next)
  return { row, before: reads[at] }
}

/** 分别是轻微、一般、严重, or as many in a row as there are problems: the finding whose turn it is; null where nothing is shared out. */
export function inTurn(reading: Reading, i: number): FindingHeard | null {
  const { reads, findings, heard, lastPointed } = reading
  const { row, before } = rowOf(reading, i)
  if (row.length < 2) return null
  const [from, to] = reads[row[0]!]!.span
  const sharedOut = /分别|依次|^.{0,4}一[个项处]/.test(heard.plain.slice(Math.max(0, from - 4), to))
  const among = before?.kind === 'pointer' ? lastPointed : findings
  const turn = among.at(row.indexOf(i) - row.length)
  const fits = among.length === row.length && !isTold(reads[i]!.kind, turn)
  return sharedOut || fits ? (turn ?? null) : null
}
