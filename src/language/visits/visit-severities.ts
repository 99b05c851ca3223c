import type { Read } from './clauses.ts'
import { introducedBy, namedBySeverity } from './called-so.ts'
import { isOfLast } from './of-last.ts'
import { inBrackets } from './severities.ts'
import type { FindingHeard } from '../understanding.ts'
import { inTurn, scopeOf, type Reading } from './visit-reading.ts'

type SeverityRead = Read & { kind: 'severity' }

/** 七中：…；…。文清：图书没上架，轻微: said in the sentence of one of several schools. */
function ofSchoolOnly({ heard: { plain }, visits, owners, current }: Reading, { span }: Read): boolean {
  if (visits.length < 2 || owners.at(-1) !== current || /都|均|全/.test(plain.slice(...span))) return false
  return !/[。;!\n]\s*$/.test(plain.slice(0, span[0]))
}

/** 台账少了十一人，25号，一般: for what the deadline right before it named. */
function dueJustSaid({ reads, lastDue, findings }: Reading, i: number): readonly FindingHeard[] {
  let at = i - 1
  for (let read = reads[at]; read && isBetween(read); read = reads[at]) at--
  const own = reads[at]?.kind === 'due' && lastDue?.at === findings.length ? lastDue.own : []
  return own.some(({ severity }) => severity?.from === 'stated') ? [] : own
}

/** A mark within a sentence, or what is to be done. */
const isBetween = (read: Read): boolean =>
  (read.kind === 'gap' && !read.full) || (read.kind === 'clause' && read.says === 'requirement')

/** 一般、轻微的20号: the deadline to come is for those that were called so; whether these words only point at them. */
function pointsAtCalled(reading: Reading, i: number, read: SeverityRead): boolean {
  const called = read.severity.forward ? [] : namedBySeverity(reading, i, read)
  if (called.length === 0) return false
  const before = reading.reads[i - 1]?.kind === 'gap' ? reading.reads[i - 2] : reading.reads[i - 1]
  reading.pointed = before?.kind === 'severity' ? [...reading.pointed, ...called] : called
  return true
}

/** The problems that a severity is for by what stands beside it; null where nothing names one. */
function namedFor(reading: Reading, i: number, read: SeverityRead): readonly FindingHeard[] | null {
  const { findings, pointed, reads } = reading
  const { alone, forward } = read.severity
  const turn = inTurn(reading, i)
  if (turn) return [turn]
  const withDue = alone && !forward ? dueJustSaid(reading, i) : []
  if (withDue.length > 0) return withDue
  // 其他都是小问题：… is for those to come.
  if (pointed.length > 0 && !(forward && reads[i - 1]?.kind === 'pointer')) return pointed
  return !alone && findings.length > 0 ? findings.slice(-1) : null
}

const judge = (findings: readonly FindingHeard[], severity: FindingHeard['severity']): void => {
  for (const finding of findings) finding.severity = severity
}

/** What is judged without a name is for those since the severity before it; of two in a row the second is meant (属于一般？就记严重吧). */
function judgeByScope(reading: Reading, read: SeverityRead, value: FindingHeard['severity']): void {
  const { findings, severities } = reading
  const before = severities.at(-1)
  if (before?.at === findings.length && before.scope !== 'forward') severities.pop()
  const isLast = read.severity.value === 'complex'
  const scope = read.severity.forward ? 'forward' : isLast ? 'last' : scopeOf(reading, read, severities)
  severities.push({ value, at: findings.length, scope })
}

function judgeUnnamed(
  reading: Reading,
  i: number,
  read: SeverityRead,
  value: FindingHeard['severity'],
): void {
  const { findings, owners, current } = reading
  if (value && !read.severity.forward && isOfLast(reading, i, read)) {
    judge(findings.slice(-1), value)
    reading.closed.splice(-1, 0, findings.length - 1)
  } else if (ofSchoolOnly(reading, read)) {
    const isOpen = ({ severity }: FindingHeard): boolean => severity?.from !== 'stated'
    judge(
      findings.filter((finding, n) => owners[n] === current && isOpen(finding)),
      value,
    )
  } else judgeByScope(reading, read, value)
}

/** Hears how grave problems are: those that it names or stands behind, else those since the one before it. */
export function hearSeverity(reading: Reading, i: number, read: SeverityRead): void {
  const { findings, severities, heard } = reading
  const { value, alone, forward } = read.severity
  if (pointsAtCalled(reading, i, read)) return
  const severity = value && ({ value, from: 'stated' } as const)
  const introduced = forward ? introducedBy(reading, read) : []
  if (introduced.length > 0) return judge(introduced, severity)
  const named = namedFor(reading, i, read)
  // 扶手松动（小问题），限月底前: what is said in brackets closes nothing.
  reading.closed = inBrackets(heard.plain, read.span[0]) ? [] : [...reading.closed, findings.length]
  if (named && !severity && !alone) severities.push({ value: null, at: findings.length, scope: 'last' })
  else if (named) judge(named, severity)
  else judgeUnnamed(reading, i, read, severity)
}
