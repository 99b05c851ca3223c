import type { Read } from './clauses.ts'
import { REACH, RESTATES } from '../dates.ts'
import { namedBy } from './pointers.ts'
import { inBrackets } from './severities.ts'
import { isDueTold, type DueHeard } from './terms.ts'
import type { FindingHeard } from '../understanding.ts'
import { ALL, inTurn, openSince, scopeOf, type Reading } from './visit-reading.ts'

const AT_ONCE =
  /^(?:要求|责令|让|叫|请)?(?:学校|校方|他们)?[要须得已]?(?:我们?)?(?:立即|立刻|立马|马上|当场|当即|现场)/

/** 气瓶混放，立即分开；…协议没签，月底前补: what is put right at once is not due with what is told after it. */
export function hearAtOnce(reading: Reading, clause: string): void {
  if (!AT_ONCE.test(clause)) return
  const { findings, dues, pointed, atOnce } = reading
  const told = pointed.length > 0 ? pointed : findings.slice(dues.at(-1)?.at ?? 0)
  for (const finding of told) if (!isDueTold(finding)) atOnce.add(finding)
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
  const forAll = (before?.kind === 'clause' && before.forAll) || ALL.test(heard.plain.slice(read.span[1]))
  if (forAll && before?.kind !== 'pointer') return []
  if (reading.pointed.length > 0) return reading.pointed
  if (before?.kind !== 'clause' || before.says !== 'finding') return []
  return inOneBreath(reads, i) ? [] : findings.slice(-1)
}

/** 文庙：器械没年检。南校区：消防门锁死，今天必须打开: said in the sentence that one school has to itself. */
function inOwnSentence(reading: Reading, i: number): boolean {
  const { reads, visits, owners, current } = reading
  if (visits.length < 2 || owners.at(-1) !== current || !owners.some((each) => each !== current)) return false
  const isFull = (read: Read): boolean => read.kind === 'gap' && read.full
  const ends = reads.slice(0, i).findLastIndex(isFull)
  const begins = reads.slice(0, i).findLastIndex(({ kind }) => kind === 'school')
  return ends >= 0 && begins > ends
}

/** 下周五，不对，本周五; 先20日，后放宽到25日: words that take back what was said before them. */
const TAKES_BACK =
  /(?:^|[^一-龥])(?:不对?|不是|哦不|后|又|再|算了)|改|放宽|顺延|延[到期至]|同意|最终|最后|后来|重新定|领导定|具体/

/** Nothing but words that change a deadline stands between it and the one before. */
function changesMind({ reads, heard: { plain } }: Reading, i: number): boolean {
  const isBetween = (read: Read | undefined): boolean =>
    read?.kind === 'gap' || (read?.kind === 'clause' && read.says !== 'finding')
  let before = i - 1
  while (isBetween(reads[before])) before--
  if (reads[before]?.kind !== 'due') return false
  const words = plain.slice(reads[before]!.span[1], reads[i]!.span[0])
  return words.length <= 2 * REACH && TAKES_BACK.test(words)
}

/** 下周一前，就写周二吧: what was due by the day before is due by this one. */
function restated(reading: Reading, i: number, read: Read, due: DueHeard): boolean {
  const { heard, findings, dues, lastDue } = reading
  const before = heard.plain.slice(Math.max(0, read.span[0] - REACH), read.span[0])
  if (lastDue?.at !== findings.length || !(RESTATES.test(before) || changesMind(reading, i))) return false
  for (const finding of lastDue.own) Object.assign(finding, due)
  if (lastDue.own.length === 0 && dues.length > 0) dues.at(-1)!.value = due
  return true
}

const TO_BE_MENDED =
  /^(?:必须|务必|要|得|先|就|都|前|请|让他们|学校)*[把将](?<name>[一-龥]{1,6}?)(?:给|先|都|全)?[一-龥]?(?:好|完|掉|通|了|开|走|齐|上|新|平|清|牢|出来|下来|起来|干净|到位|一下)/

/** 五天内先把厕所弄通: what is to be put right is named behind the deadline. */
function toBeMended({ findings, heard: { plain } }: Reading, { span }: Read): readonly FindingHeard[] {
  const name = TO_BE_MENDED.exec(plain.slice(span[1], span[1] + REACH * 2))?.groups?.name
  return name ? namedBy(name, findings) : []
}

/** The problems that a deadline is for by where it stands; null where that is for its scope to tell. */
function namedByDue(reading: Reading, i: number, read: Read): readonly FindingHeard[] | null {
  const { findings, owners, current, reads, heard } = reading
  const own = ownOfDue(reading, i, read)
  if (own.length > 0) return own
  const before = reads[i - 1]
  const forAll = (before?.kind === 'clause' && before.forAll) || ALL.test(heard.plain.slice(read.span[1]))
  if (forAll) return null
  const mended = toBeMended(reading, read)
  if (mended.length > 0) return mended
  if (!inOwnSentence(reading, i)) return null
  return findings.filter((finding, n) => owners[n] === current && !isDueTold(finding))
}

/** A，一般；B，严重。11月底为限: in a sentence that tells no problem it is for all that have none yet. */
function inSentenceOfItsOwn({ reads, heard: { plain } }: Reading, i: number): boolean {
  for (let at = i - 1; at >= 0; at--) {
    const read = reads[at]!
    if (read.kind === 'gap' && /[。\n]/.test(plain.slice(...read.span))) return true
    if (read.kind === 'severity' || read.kind === 'school') return false
    if (read.kind === 'clause' && read.says === 'finding') return false
  }
  return false
}

/** Hears a deadline: for the problems that it names, else for those since the one before it. */
export function hearDue(reading: Reading, i: number, read: Read & { kind: 'due' }): void {
  const { findings, reads, dues } = reading
  const due: DueHeard = { due: read.day, ...(read.open && { dueOpen: read.open }) }
  if (dueOfSchool(reading, i, due) || restated(reading, i, read, due)) return
  const named = namedByDue(reading, i, read)
  reading.lastDue = { at: findings.length, own: named ?? [] }
  if (named) {
    for (const finding of named) Object.assign(finding, due)
    reading.pointed = []
    return
  }
  const before = reads[i - 1]
  const forAll = before?.kind === 'clause' && before.forAll
  const scope = forAll ? 'all' : scopeOf(reading, read, dues)
  const from = inSentenceOfItsOwn(reading, i) ? 0 : openSince(reading)
  dues.push({ value: due, at: findings.length, scope, from })
}
