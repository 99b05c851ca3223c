import type { Heard } from '../hear.ts'
import { problemsIn } from '../scale/problems.ts'
import type { ReadByRule } from '../scale/signs.ts'
import { overlaps } from '../text.ts'
import type { Span } from '../understanding.ts'
import { leadsToDue, onlyLeads, readClause, type Clause } from './findings.ts'
import { isTopic } from './matters.ts'
import { mustBeHeard } from './severities.ts'
import { judgedApart } from './judged-apart.ts'
import { tokensOf, type Token } from './tokens.ts'
import { hasTrouble } from './troubles.ts'

/** Tokens whose words have been read. */
export type Read = Exclude<Token, { kind: 'words' }> | ({ kind: 'clause' } & Clause)

const touching = (token: Token | undefined, kinds: Token['kind'][]): boolean =>
  token !== undefined && kinds.includes(token.kind)

/** The tokens of a message with their words read by rule alone. */
export function readByRule({ plain, ...heard }: Heard): ReadByRule {
  const tokens = tokensOf({ plain, ...heard })
  const reads = tokens.map((token, i): Read => {
    if (token.kind !== 'words') return token
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const near = {
      afterMark: touching(before, ['school', 'date', 'part']),
      afterDue: touching(before, ['due']),
      beforeDue: touching(after, ['due']),
    }
    return { kind: 'clause', ...readClause(plain, token.span, near) }
  })
  return { tokens, reads }
}

const isFinding = (read: Read | undefined): read is Read & { kind: 'clause' } =>
  read?.kind === 'clause' && read.says === 'finding'

const saysFinding = (reads: readonly Read[], fits: (span: Span) => boolean): Span[] =>
  reads.flatMap((read) => (isFinding(read) && fits(read.span) ? [read.span] : []))

/** What could be a danger, or is grave by an office's own word, counts whatever the words weigh; what was found of it goes with it. */
function withDangers({ plain, lexicon }: Heard, { reads }: ReadByRule, problems: readonly Span[]): Span[] {
  const isGrave = (span: Span): boolean => mustBeHeard(plain.slice(...span), lexicon)
  return saysFinding(reads, isGrave).reduce<Span[]>(
    (all, danger) => {
      const found = all.filter((each) => overlaps(each, danger))
      if (found.some(isGrave)) return all
      const whole = [danger, ...found]
      const span: Span = [Math.min(...whole.map(([from]) => from)), Math.max(...whole.map(([, to]) => to))]
      return [...all.filter((each) => !overlaps(each, danger)), span].sort((a, b) => a[0] - b[0])
    },
    [...problems],
  )
}

/** Reports so short are no stories: what is wrong in them is what they tell. */
const SHORT = 18

/**
 * Where the scale found nothing and neither praise nor a denial is told, what the rules read: the things that are named
 * (给蓝天下个整改，晨检，3天), and what is told shortly (今天四中门坏了) or without school and day (扶手还没归零), as visits are
 * not that it has learned from.
 */
function foundByRule({ plain, lexicon, schools, dates }: Heard, { reads }: ReadByRule): Span[] {
  const isBare = schools.length + dates.length === 0 || plain.length <= SHORT
  const isFine = (read: Read): boolean =>
    read.kind === 'clause' && (read.says === 'praise' || read.says === 'no_issue')
  if (reads.some(isFine)) return []
  return saysFinding(reads, (span) => {
    const words = plain.slice(...span)
    return isTopic(words, lexicon) || (isBare && hasTrouble(words))
  })
}

/** What is left of the words of a token beside the problems, read by rule; nothing of it is a problem. */
function besideProblems(heard: Heard, { tokens }: ReadByRule, i: number, problems: readonly Span[]): Read[] {
  const [from, to] = tokens[i]!.span
  return leftBeside(tokens[i]!.span, problems).flatMap((left): Read[] => {
    const behind = problems.some(([, ends]) => ends === left[0])
    return judgedApart(heard, left, behind).flatMap((token): Read[] => {
      if (token.kind !== 'words') return [token]
      const [begins, ends] = token.span
      const near = {
        afterMark: begins === from && touching(tokens[i - 1], ['school', 'date', 'part']),
        afterDue: begins === from && touching(tokens[i - 1], ['due']),
        beforeDue: ends === to && touching(tokens[i + 1], ['due']),
      }
      const clause = readClause(heard.plain, token.span, near)
      return [{ kind: 'clause', ...clause, says: clause.says === 'finding' ? 'nothing' : clause.says }]
    })
  })
}

/** The stretches of a span that no problem holds. */
function leftBeside([from, to]: Span, problems: readonly Span[]): Span[] {
  const left: Span[] = []
  let at = from
  for (const [begins, ends] of problems.filter((each) => overlaps(each, [from, to]))) {
    if (begins > at) left.push([at, begins])
    at = Math.max(at, ends)
  }
  return at < to ? [...left, [at, to]] : left
}

const within = ([from, to]: Span, [begins, ends]: Span): boolean =>
  from === to ? from > begins && from < ends : from < ends && to > begins

/** The problems, and what the rules read around them, in order. */
function inOrder(heard: Heard, told: ReadByRule, problems: readonly Span[]): Read[] {
  const around = told.tokens.flatMap((token, i): Read[] => {
    if (token.kind === 'words') return besideProblems(heard, told, i, problems)
    return problems.some((each) => within(token.span, each)) ? [] : [token]
  })
  const found = problems.map((span): Read => ({ kind: 'clause', span, says: 'finding', forAll: false }))
  return [...around, ...found].sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1])
}

/** 全部限|周五前 behind a problem belongs to the deadline; 然后就是 between two parts them as a mark does. */
function joined({ plain }: Heard, reads: readonly Read[]): Read[] {
  const result: Read[] = []
  reads.forEach((read, i) => {
    const [before, after] = [result.at(-1), reads[i + 1]]
    const words = plain.slice(...read.span)
    const says = read.kind === 'clause' && read.says
    if (isFinding(before) && read.kind === 'clause' && after?.kind === 'due' && leadsToDue(words))
      result[result.length - 1] = { ...before, forAll: read.forAll }
    else if (says === 'nothing' && isFinding(before) && isFinding(after) && onlyLeads(words)) return
    else if (read.kind === 'clause' && before?.kind === 'clause')
      result.push({ kind: 'gap', span: [read.span[0], read.span[0]], full: false }, read)
    else result.push(read)
  })
  return result
}

/** A message as clauses and marks: the problems as all words weigh them, and what the rules read around. */
export function readsOf(heard: Heard): Read[] {
  const told = readByRule(heard)
  const found = withDangers(heard, told, problemsIn(heard, told))
  const problems = found.length > 0 ? found : foundByRule(heard, told)
  return joined(heard, inOrder(heard, told, problems))
}
