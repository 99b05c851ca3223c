import type { Day } from '#src/domain/day.ts'
import type { Part } from '#src/domain/words.ts'
import { readsOf, type Read } from './clauses.ts'
import { findingOf } from './findings.ts'
import { readOnce, type Heard } from '../hear.ts'
import { countsIn, methodsIn } from './methods.ts'
import { saysNoIssue } from './no-issue-words.ts'
import { notVisited } from './not-visited.ts'
import { wasMended } from './mended.ts'
import { namedBy, pointedAt, pointerAlone } from './pointers.ts'
import { severityAtEnd } from './severities.ts'
import { hasTrouble } from './troubles.ts'
import { toldOf } from './whose.ts'
import { isDueTold, withTerms } from './terms.ts'
import type { FindingHeard, SchoolHeard, VisitHeard } from '../understanding.ts'
import { hearAtOnce, hearDue } from './visit-dues.ts'
import { hearSeverity } from './visit-severities.ts'
import type { Draft, Reading } from './visit-reading.ts'

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

/** 一中、二中：楼梯灯不亮（一中）: what was told before belongs to the school named behind it. */
function giveTo(reading: Reading, visit: Draft, told: readonly FindingHeard[]): void {
  const { findings, owners } = reading
  for (const finding of told) owners[findings.indexOf(finding)] = visit
  reading.current = visit
  reading.pointed = told
}

function hearSchool(reading: Reading, school: SchoolHeard, i: number): void {
  const { visits, current } = reading
  const known = visits.find((visit) => sameSchool(visit.school, school))
  const told = known && visits.length > 1 ? toldOf(reading, i, school) : []
  if (known && told.length > 0) giveTo(reading, known, told)
  else if (known) returnTo(reading, known)
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
  // 实小 新城 一小：实小电线裸露，新城和一小没问题: they went together, and one of them has been told of.
  const isOpen = (visit: Draft): boolean =>
    visit.group === current.group && (visit === current || !reading.owners.includes(visit))
  for (const visit of reading.visits) if (all || isOpen(visit)) visit.noIssue = true
}

function hearFinding(reading: Reading, clause: Read & { kind: 'clause' }): void {
  const { heard, findings } = reading
  findings.push(findingOf(heard, clause.span))
  reading.owners.push(currentOf(reading))
}

/** 厨房地滑一般 after 油坪厨房地滑: a problem in its very words, and how grave it is. */
function saidAgain(findings: readonly FindingHeard[], text: string, { lexicon }: Heard): FindingHeard[] {
  const value = severityAtEnd(text, lexicon)
  const words = value ? text.replace(/(?:算|是|属于)?(?:严重|一般|轻微|小问题|重大)(?:问题|隐患)?$/, '') : ''
  const told = words.length < 2 ? [] : findings.filter((each) => each.text.endsWith(words))
  for (const finding of told) finding.severity = { value: value!, from: 'stated' }
  return told
}

/** 灭火器三天内换新 and 柜子一般 after 灭火器过期3具，柜子没固定 point at what was told. */
function pointsBack({ heard, findings }: Reading, clause: Read & { kind: 'clause' }): FindingHeard[] {
  if (clause.says !== 'finding' && clause.says !== 'nothing') return []
  const text = heard.plain.slice(...clause.span)
  // 漏电那个严重 points; 门卫没登记 said twice does not.
  if (clause.says === 'finding' && hasTrouble(text) && !/[那这][个条项件块]/.test(text))
    return saidAgain(findings, text, heard)
  const named = namedBy(text, findings)
  const severity = named.length > 0 ? severityAtEnd(text, heard.lexicon) : null
  if (severity) for (const finding of named) finding.severity = { value: severity, from: 'stated' }
  return named
}

/** 没戴口罩，当场改了: right behind a problem, unless it is judged or due. */
function hearMended({ findings, mended, heard: { plain } }: Reading, { span }: Read): void {
  const finding = findings.at(-1)
  if (!finding || finding.severity?.from === 'stated' || isDueTold(finding)) return
  if (/^[\s,、]*$/.test(plain.slice(finding.span[1], span[0]))) mended.add(finding)
}

function hearClause(reading: Reading, clause: Read & { kind: 'clause' }): void {
  const text = reading.heard.plain.slice(...clause.span)
  const named = pointsBack(reading, clause)
  const pointer = clause.says === 'nothing' && named.length === 0 ? pointerAlone(text) : null
  if (pointer) {
    reading.pointed = pointedAt(pointer, reading.findings, (finding) => finding.severity?.from !== 'stated')
    reading.lastPointed = reading.pointed
    return
  }
  reading.pointed = named.length > 0 || clause.says === 'finding' ? named : reading.pointed
  if (clause.says === 'finding' && named.length === 0) hearFinding(reading, clause)
  if (clause.says === 'method') hearMethod(reading, text)
  if (clause.says === 'no_issue') hearNoIssue(reading, text)
  if (clause.says === 'requirement') hearAtOnce(reading, text)
  if (clause.says !== 'finding' && wasMended(text)) hearMended(reading, clause)
  if (clause.says === 'denial') currentOf(reading).denied = true
}

/** 其余一般, 其余月底前: those that nothing of the kind was said of. */
function leftFor({ reads, atOnce }: Reading, i: number): (finding: FindingHeard) => boolean {
  return reads[i + 1]?.kind === 'severity'
    ? ({ severity }) => severity?.from !== 'stated'
    : (finding) => !isDueTold(finding) && !atOnce.has(finding)
}

function hearToken(reading: Reading, read: Read, i: number): void {
  if (read.kind === 'gap' && read.full) reading.pointed = []
  if (read.kind === 'pointer') {
    reading.pointed = pointedAt(read.pointer, reading.findings, leftFor(reading, i))
    reading.lastPointed = reading.pointed
  }
  if (read.kind === 'school') hearSchool(reading, read.school, i)
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

/** Those of several schools where somebody was; what is only named joins what is said of the next: 狮子脑和水口都没去上. */
function visited({ heard: { plain, schools }, visits, owners }: Reading): Draft[] {
  const isMissed = (visit: Draft): boolean => {
    const at = schools.findIndex((each) => each === visit.school)
    return at >= 0 && !owners.includes(visit) && notVisited(plain, schools[at]!, schools[at + 1])
  }
  const missed = new Set(visits.filter(isMissed).map(({ group }) => group))
  const gone = visits.filter((visit) => !missed.has(visit.group) || owners.includes(visit))
  return gone.length > 0 ? gone : visits
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
    lastPointed: [],
    atOnce: new Set(),
    mended: new Set(),
    closed: [],
    lastDue: null,
  }
  reads.forEach((read, i) => hearToken(reading, read, i))
  const current = currentOf(reading)
  current.date ??= reading.pending.date
  current.part ??= reading.pending.part
  const findings = withTerms(reading)
  const gone = visited(reading)
  // What was mended on the spot was something, be it heard as a problem or not.
  const wasSomething = gone.length === 1 && reads.some(({ span }) => wasMended(heard.plain.slice(...span)))
  return withDays(gone).map(({ group: _, denied, ...visit }, v) => {
    const isOwn = (i: number): boolean => reading.owners[i] === gone[v]
    const mended = reading.findings.map((each, i) => isOwn(i) && reading.mended.has(each))
    const told = findings.filter((__, i) => isOwn(i) && !mended[i])
    // Beside 没有新问题 what tells of no trouble is no finding either, unless it was judged or is due.
    const isPlain = (each: FindingHeard): boolean =>
      hasTrouble(each.text) || each.severity?.from === 'stated' || isDueTold(each)
    const own = visit.noIssue ? told.filter(isPlain) : told
    const clean = visit.noIssue || denied || (findings.length === 0 && saysNoIssue(heard.plain))
    return {
      ...visit,
      findings: own,
      noIssue: clean && own.length === 0 && !wasSomething && !mended.includes(true),
    }
  })
})
