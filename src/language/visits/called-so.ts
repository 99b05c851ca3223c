import type { Read } from './clauses.ts'
import { namedBy, pointedAt, pointerBefore } from './pointers.ts'
import { held } from './terms.ts'
import type { FindingHeard } from '../understanding.ts'
import type { Reading } from './visit-reading.ts'

type Severity = FindingHeard['severity']
type SeverityRead = Read & { kind: 'severity' }

/** How grave the n-th problem was called till now. */
function calledSo({ findings, severities }: Reading, n: number): Severity | undefined {
  const { severity } = findings[n]!
  return severity?.from === 'stated' ? severity : held(severities, n)
}

/** Words between what calls problems so grave and their deadline: 严重的|放宽到|月底. */
const LONGEST_BETWEEN = 6

/** Whether a deadline follows, other words of the kind aside: 一般、轻微的|20号. */
function leadsToDue({ reads }: Reading, i: number): boolean {
  for (let at = i + 1; at < reads.length; at++) {
    const read = reads[at]!
    if (read.kind === 'due') return true
    if (read.kind === 'gap' && read.full) return false
    if (read.kind === 'gap' || read.kind === 'severity') continue
    const isShort = read.span[1] - read.span[0] <= LONGEST_BETWEEN
    if (read.kind !== 'clause' || read.says === 'finding' || !isShort) return false
  }
  return false
}

/** Nobody speaks of more problems than this at once; in a long text all would be looked through for each. */
const CALLED_BACK = 30
const GRAVE: readonly unknown[] = ['serious', 'urgent']

/**
 * 严重的周五前，一般的月底前: the problems that were called so, where these words call none so anew. Without 的 all must
 * have been called something: A，严重；B，一般；严重12月5日，一般20日.
 */
export function namedBySeverity(reading: Reading, i: number, read: SeverityRead): FindingHeard[] {
  const { reads, findings, heard } = reading
  const before = reads[i - 1]
  const calls = before?.kind === 'pointer' || (before?.kind === 'clause' && before.says === 'finding')
  if (findings.length === 0 || calls || !leadsToDue(reading, i)) return []
  const first = Math.max(0, findings.length - CALLED_BACK)
  const called = findings.slice(first).map((_, n) => calledSo(reading, first + n)?.value)
  const { value } = read.severity
  const isSo = (each: unknown): boolean => each === value || (GRAVE.includes(value) && GRAVE.includes(each))
  const named = findings.slice(first).filter((_, n) => isSo(called[n]))
  const isAddress =
    /的/.test(heard.plain.slice(read.span[0], read.span[1] + 1)) || called.every((each) => each)
  return isAddress ? named : []
}

/** What stands behind 严重的是, up to a mark. */
const INTRODUCED = /^[^,。;:!?\s]{1,12}/

/** 严重的是水箱, 一般的末一个: the problems told before that are named behind how grave they are. */
export function introducedBy(
  { heard: { plain }, findings }: Reading,
  { span }: SeverityRead,
): FindingHeard[] {
  const words = INTRODUCED.exec(plain.slice(span[1], span[1] + NEAR))?.[0]
  if (!words || findings.length === 0) return []
  const pointer = pointerBefore(plain, span[1], span[1] + words.length)
  return pointer && pointer.from === span[1]
    ? pointedAt(pointer.pointer, findings, () => true)
    : namedBy(words, findings)
}

const NEAR = 13
