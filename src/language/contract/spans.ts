import { kindOf } from '../visits/clause-kinds.ts'
import type { Heard } from '../hear.ts'
import { clauseSpans } from '../text.ts'
import type { Span } from '../understanding.ts'

/** Where words were said: in one piece, or clause by clause where what stood between was left out of them. */
export function spansOfWords({ plain, written }: Heard, words: string): Span[] {
  const spans: Span[] = []
  let from = 0
  for (const piece of pieces(words, plain, written)) {
    const at = [plain.indexOf(piece, from), written.indexOf(piece, from)].find((each) => each >= 0)
    if (at === undefined) continue
    from = at + piece.length
    spans.push([at, from])
  }
  return spans
}

const pieces = (words: string, plain: string, written: string): string[] =>
  plain.includes(words) || written.includes(words) ? [words] : words.split(/[，,、。；\s]+/).filter(Boolean)

/** The clauses that say that nothing was wrong. */
export function spansOfNoIssue({ plain }: Heard): Span[] {
  const said = clauseSpans(plain).filter((span) => kindOf(plain.slice(...span), false) === 'no_issue')
  return said.length > 0 ? said : clauseSpans(plain).slice(-1)
}
