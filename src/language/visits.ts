import type { Day } from '#src/domain/day.ts'
import type { Part } from '#src/domain/words.ts'
import { readsOf, type Read } from './clauses.ts'
import { findingOf } from './findings.ts'
import { readOnce, type Heard } from './hear.ts'
import { countsIn, methodsIn } from './methods.ts'
import { namedBy, pointedAt } from './pointers.ts'
import { inBrackets, severityAtEnd } from './severities.ts'
import { hasTrouble } from './troubles.ts'
import { isDueTold, withTerms, type DueHeard, type Term } from './terms.ts'
import type { FindingHeard, SchoolHeard, VisitHeard } from './understanding.ts'

/** `denied`: one fault was said not to be there, as in 不存在乱收费. */
type Draft = Omit<VisitHeard, 'findings'> & { group: number; denied: boolean }

/** What has been read so far. `owners[i]` is the visit of the i-th finding. */
type Reading = {
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
}

const sameSchool = (a: SchoolHeard | null, b: SchoolHeard): boolean =>
  a !== null &&
  (a.text === b.text || (a.candidates.length > 0 && a.candidates.join() === b.candidates.join()))

function open(reading: Reading, school: SchoolHeard | null, group: number): Draft {
  const { date, part } = reading.pending
  const visit: Draft = { school, date, part, methods: [], counts: {}, noIssue: false, denied: false, group }
  reading.pending = { date: null, part: null }
  reading.visits.push(visit)
  return visit
}

const currentOf = (reading: Reading): Draft =>
  (reading.current ??= open(reading, null, reading.visits.length))

/** 文清和实小: nothing but a joining word between two names. */
function joinsBefore(
  { heard: { plain } }: Reading,
  before: SchoolHeard | null,
  school: SchoolHeard,
): boolean {
  return (
    before !== null &&
    /^\s*(?:和|与|跟|及|以及|还有|、|\s)\s*$/.test(plain.slice(before.span[1], school.span[0]))
  )
}

/** 七中…文清…七中的三天内: what follows a name that was told before is for what was found there. */
function returnTo(reading: Reading, visit: Draft): void {
  reading.current = visit
  reading.pointed = reading.findings.filter((_, n) => reading.owners[n] === visit)
}

function hearSchool(reading: Reading, school: SchoolHeard): void {
  const { visits, current } = reading
  const known = visits.find((visit) => sameSchool(visit.school, school))
  if (known) returnTo(reading, known)
  else if (current && current.school === null) current.school = school
  else if (current && joinsBefore(reading, current.school, school)) {
    reading.pending = {
      date: reading.pending.date ?? current.date,
      part: reading.pending.part ?? current.part,
    }
    reading.current = open(reading, school, current.group)
  } else reading.current = open(reading, school, visits.length)
}

/** 昨天去了七中: before the next mark of punctuation a school follows, to which the date belongs. */
function schoolFollows(reads: readonly Read[], i: number, plain: string): boolean {
  for (const read of reads.slice(i + 1)) {
    if (read.kind === 'school') return true
    if (read.kind === 'gap' && /[^\s]/.test(plain.slice(...read.span))) return false
    if (read.kind === 'clause' && read.says !== 'nothing') return false
  }
  return false
}

function hearTime(reading: Reading, i: number, time: { date: Day } | { part: Part }): void {
  const { reads, heard, current, visits } = reading
  const taken = current && ('date' in time ? current.date : current.part) !== null
  if (!current || taken || schoolFollows(reads, i, heard.plain)) Object.assign(reading.pending, time)
  else for (const visit of visits.filter(({ group }) => group === current.group)) Object.assign(visit, time)
}

function hearMethod(reading: Reading, clause: string): void {
  const current = currentOf(reading)
  for (const visit of reading.visits.filter(({ group }) => group === current.group)) {
    visit.methods = [...new Set([...visit.methods, ...methodsIn(clause)])]
    visit.counts = { ...countsIn(clause), ...visit.counts }
  }
}

/** 两校都没问题 speaks of all, 没问题 of the school just named. */
function hearNoIssue(reading: Reading, clause: string): void {
  const current = currentOf(reading)
  const all = /^(?:这?[两几三四]个?[所校]|都|均|全部|也都)/.test(clause) && reading.findings.length === 0
  for (const visit of reading.visits) if (all || visit.group === current.group) visit.noIssue = true
}

function hearFinding(reading: Reading, clause: Read & { kind: 'clause' }): void {
  const { heard, findings } = reading
  findings.push(findingOf(heard, clause.span))
  reading.owners.push(currentOf(reading))
}

/** 灭火器三天内换新 and 柜子一般 after 灭火器过期3具，柜子没固定 point at what was told. */
function pointsBack({ heard, findings }: Reading, clause: Read & { kind: 'clause' }): FindingHeard[] {
  if (clause.says !== 'finding' && clause.says !== 'nothing') return []
  const text = heard.plain.slice(...clause.span)
  // 漏电那个严重 points; 门卫没登记 said twice does not.
  if (hasTrouble(text) && !/[那这][个条项件块]/.test(text)) return []
  const named = namedBy(text, findings)
  const severity = named.length > 0 ? severityAtEnd(text, heard.lexicon) : null
  if (severity) for (const finding of named) finding.severity = { value: severity, from: 'stated' }
  return named
}

function hearClause(reading: Reading, clause: Read & { kind: 'clause' }): void {
  const text = reading.heard.plain.slice(...clause.span)
  const named = pointsBack(reading, clause)
  reading.pointed = named.length > 0 || clause.says === 'finding' ? named : reading.pointed
  if (clause.says === 'finding' && named.length === 0) hearFinding(reading, clause)
  if (clause.says === 'method') hearMethod(reading, text)
  if (clause.says === 'no_issue') hearNoIssue(reading, text)
  if (clause.says === 'denial') currentOf(reading).denied = true
}

const ALL = /^(?:前|内)?(?:都|均|全部|一并|统一)/

function scopeOf<T>(
  { findings, heard: { plain } }: Reading,
  read: Read,
  terms: readonly Term<T>[],
): Term<T>['scope'] {
  const tail = plain.slice(read.span[1])
  if (ALL.test(tail)) return 'all'
  const told = findings.length - (terms.at(-1)?.at ?? 0)
  return told <= 0 || /^[^,。;\s]{0,8}[:：]/.test(tail) ? 'forward' : 'since'
}

/** 唐江一周内 卢屋月底: a term right behind a name is for what was found there. */
function dueOfSchool({ reads, current, findings, owners }: Reading, i: number, due: DueHeard): boolean {
  const own = findings.filter((_, n) => owners[n] === current)
  if (reads[i - 1]?.kind !== 'school' || own.length === 0) return false
  for (const finding of own) if (!isDueTold(finding)) Object.assign(finding, due)
  return true
}

/** 留样不全消防通道堵了周五前弄好: what was said without a mark between has one deadline. */
function inOneBreath(reads: readonly Read[], i: number): boolean {
  const [first, between] = [reads[i - 3], reads[i - 2]]
  const unmarked = between?.kind === 'gap' && between.span[0] === between.span[1]
  return unmarked && first?.kind === 'clause' && first.says === 'finding'
}

/** The findings that a deadline names beside itself: in a bracket, by number, by its words, or by standing behind one. */
function ownOfDue(reading: Reading, i: number, read: Read): readonly FindingHeard[] {
  const { findings, reads, heard } = reading
  const before = reads[i - 1]
  const turn = inTurn(reading, i)
  if (turn) return [turn]
  if (inBrackets(heard.plain, read.span[0])) return findings.slice(-1)
  if (before?.kind === 'clause' && before.forAll) return []
  if (reading.pointed.length > 0) return reading.pointed
  if (before?.kind !== 'clause' || before.says !== 'finding' || before.forAll) return []
  if (ALL.test(heard.plain.slice(read.span[1]))) return []
  return inOneBreath(reads, i) ? [] : findings.slice(-1)
}

function hearDue(reading: Reading, i: number, read: Read & { kind: 'due' }): void {
  const { findings, reads, dues } = reading
  const before = reads[i - 1]
  const due: DueHeard = { due: read.day, ...(read.open && { dueOpen: read.open }) }
  if (dueOfSchool(reading, i, due)) return
  const own = ownOfDue(reading, i, read)
  for (const finding of own) Object.assign(finding, due)
  if (own.length > 0) {
    reading.pointed = []
    return
  }
  const forAll = before?.kind === 'clause' && before.forAll
  dues.push({ value: due, at: findings.length, scope: forAll ? 'all' : scopeOf(reading, read, dues) })
}

/** 七中：…；…。文清：图书没上架，轻微: said in the sentence of one of several schools. */
function ofSchoolOnly({ heard: { plain }, visits, owners, current }: Reading, { span }: Read): boolean {
  if (visits.length < 2 || owners.at(-1) !== current || /都|均|全/.test(plain.slice(...span))) return false
  return !/[。;!\n]\s*$/.test(plain.slice(0, span[0]))
}

/** 分别是轻微、一般、严重: the finding whose turn it is; null where nothing is shared out. */
function inTurn({ reads, findings, heard }: Reading, i: number): FindingHeard | null {
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

function hearSeverity(reading: Reading, i: number, read: Read & { kind: 'severity' }): void {
  const { findings, severities } = reading
  const { value, alone, forward } = read.severity
  const severity = { value, from: 'stated' } as const
  const last = findings.at(-1)
  const turn = inTurn(reading, i)
  if (turn) turn.severity = severity
  else if (reading.pointed.length > 0) for (const finding of reading.pointed) finding.severity = severity
  else if (!alone && last) last.severity = severity
  else if (ofSchoolOnly(reading, read)) {
    for (const [n, finding] of findings.entries())
      if (reading.owners[n] === reading.current && finding.severity?.from !== 'stated')
        finding.severity = severity
  } else {
    const scope = forward ? 'forward' : value === 'complex' ? 'last' : scopeOf(reading, read, severities)
    severities.push({ value: severity, at: findings.length, scope })
  }
}

function hearToken(reading: Reading, read: Read, i: number): void {
  if (read.kind === 'gap' && read.full) reading.pointed = []
  if (read.kind === 'pointer')
    reading.pointed = pointedAt(read.pointer, reading.findings, (each) => !isDueTold(each))
  if (read.kind === 'school') hearSchool(reading, read.school)
  if (read.kind === 'date') hearTime(reading, i, { date: read.day })
  if (read.kind === 'part') hearTime(reading, i, { part: read.part })
  if (read.kind === 'clause') hearClause(reading, read)
  if (read.kind === 'due') hearDue(reading, i, read)
  if (read.kind === 'severity') hearSeverity(reading, i, read)
}

/** A visit that names no day was on the day of the one told before it. */
function withDays(visits: readonly Draft[]): Draft[] {
  const done: Draft[] = []
  for (const visit of visits) {
    const before = done.at(-1)
    const follows = before && visit.date === null
    done.push(follows ? { ...visit, date: before.date, part: visit.part ?? before.part } : visit)
  }
  return done
}

/** The visits that a message tells of, each finding with its own school. Always at least one, perhaps of nothing. */
export const readVisits: (heard: Heard) => readonly VisitHeard[] = readOnce((heard) => {
  const reads = readsOf(heard)
  const pending = { date: null, part: null }
  const reading: Reading = {
    heard,
    reads,
    visits: [],
    current: null,
    pending,
    findings: [],
    owners: [],
    dues: [],
    severities: [],
    pointed: [],
  }
  reads.forEach((read, i) => hearToken(reading, read, i))
  const current = currentOf(reading)
  current.date ??= reading.pending.date
  current.part ??= reading.pending.part
  const findings = withTerms(reading.findings, reading.dues, reading.severities)
  return withDays(reading.visits).map(({ group: _, denied, ...visit }, v) => {
    const told = findings.filter((__, i) => reading.owners[i] === reading.visits[v])
    // Beside 没有新问题 what tells of no trouble is no finding either.
    const own = visit.noIssue ? told.filter(({ text }) => hasTrouble(text)) : told
    return { ...visit, findings: own, noIssue: (visit.noIssue || denied) && own.length === 0 }
  })
})
