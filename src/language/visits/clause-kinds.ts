import {
  ASIDE,
  DENIAL,
  FILLERS,
  GENTLE_REQUEST,
  LATER,
  NO_ISSUE,
  PRAISE,
  PRAISED_BY_DENIAL,
  REQUIREMENTS,
  TO_BE_DONE,
  TOLD_WELL,
} from './clause-words.ts'
import { remembered } from '../remembered.ts'
import { tellsMethod } from './methods.ts'
import { hasTrouble } from './troubles.ts'

/** What a clause of a visit message says, its dates, schools and severities aside. */
export type ClauseKind = 'nothing' | 'no_issue' | 'denial' | 'praise' | 'method' | 'requirement' | 'finding'

const anyFits = (patterns: readonly RegExp[], clause: string): boolean =>
  patterns.some((pattern) => pattern.test(clause))

const isPraise = (clause: string): boolean =>
  PRAISE.test(clause) && !hasTrouble(clause.replace(PRAISED_BY_DENIAL, ''))

/** What a clause without a word of trouble says; `finding` where its words are not known. */
function harmlessKind(clause: string, afterDue: boolean): ClauseKind {
  if (GENTLE_REQUEST.test(clause)) return 'requirement'
  if (anyFits(TOLD_WELL, clause)) return 'praise'
  if (LATER.test(clause) || TO_BE_DONE.test(clause) || afterDue) return 'requirement'
  return tellsMethod(clause) ? 'method' : 'finding'
}

// 没什么问题哈: what only softens the end.
const PARTICLES = /(?<=[一-龥]{2})[哈呀哦啊嘛啦咯喽呗噢]+$/

function sorted(said: string, afterDue: boolean): ClauseKind {
  const clause = said.replace(PARTICLES, '')
  // 都好 is made of small words, and says all.
  if (NO_ISSUE.test(clause) && !/有没有/.test(clause)) return 'no_issue'
  if (clause === '' || ASIDE.test(clause) || anyFits(FILLERS, clause)) return 'nothing'
  if (DENIAL.test(clause)) return 'denial'
  if (anyFits(REQUIREMENTS, clause)) return 'requirement'
  if (isPraise(clause)) return 'praise'
  return hasTrouble(clause) ? 'finding' : harmlessKind(clause, afterDue)
}

const KIND = remembered((clause) => sorted(clause, false))
const KIND_AFTER_DUE = remembered((clause) => sorted(clause, true))

/**
 * Sorts a clause. What fits nothing is a finding, for a finding too many can be struck out on the card, and one that was
 * dropped is not seen. `afterDue`: the clause follows its deadline without a break, as 改完 does in 下周五之前改完.
 */
export const kindOf = (clause: string, afterDue: boolean): ClauseKind =>
  afterDue ? KIND_AFTER_DUE(clause) : KIND(clause)
