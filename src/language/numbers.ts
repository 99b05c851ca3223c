import { matchesOf } from './text.ts'
import type { Span } from './understanding.ts'

/** A number of a paper, written as the papers write it: Z-00012, 章督整〔2026〕12号, 章贡-26-0132. */
export type NumberHeard = { number: string; span: Span }

const CASE = /(?<![a-z])z\s*[-—－_]?\s*0*(\d{1,5})(?!\d)/g
const NOTICE = /([一-龥]{1,4}督整)?\s*[〔[【(（]\s*(20\d{2})\s*[〕\]】)）]\s*第?0*(\d{1,4})号/g
// As people say it, without its year.
const NOTICE_SHORT = /([一-龥]{1,3}督整)\s*第?0*(\d{1,4})号/g
// With or without its hyphens (policy.md 8.7); without them only where it has all its digits.
const RECEIPT = /([一-龥]{2,3}?)(?:\s*[-—－_]\s*(\d{2})\s*[-—－_]\s*(\d{3,5})|\s?(\d{2})\s?(\d{4}))(?!\d)/g

const spanOf = (found: RegExpExecArray): Span => [found.index, found.index + found[0].length]

/** All numbers of cases, notices and receipts in a plain text, in order. */
export function findNumbers(text: string): NumberHeard[] {
  const cases = matchesOf(text, CASE).map((m) => ({
    number: `Z-${m[1]!.padStart(5, '0')}`,
    span: spanOf(m),
  }))
  const notices = matchesOf(text, NOTICE).map((m) => ({
    number: `${m[1] ?? ''}〔${m[2]}〕${m[3]}号`,
    span: spanOf(m),
  }))
  const short = matchesOf(text, NOTICE_SHORT).map((m) => ({ number: `${m[1]}${m[2]}号`, span: spanOf(m) }))
  const receipts = matchesOf(text, RECEIPT).map((m) => ({
    number: `${m[1]}-${m[2] ?? m[4]}-${(m[3] ?? m[5])!.padStart(4, '0')}`,
    span: spanOf(m),
  }))
  return [...cases, ...notices, ...short, ...receipts].sort((a, b) => a.span[0] - b.span[0])
}
