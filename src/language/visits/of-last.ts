import type { Read } from './clauses.ts'
import type { Reading } from './visit-reading.ts'

const FOR_ALL = /都|均|全|一律|统|各|这些|以上/
const SENTENCE_ENDS = /[。;!?\n]/

/** 小卖部卖辣条|算一般: nothing stands between. */
const touches = ({ reads }: Reading, i: number, { span }: Read): boolean =>
  reads[i - 1]?.kind === 'clause' && reads[i - 1]!.span[1] === span[0]

/** Whether a deadline follows in the sentence, before another problem: several that are judged together have one. */
function dueFollows({ reads }: Reading, i: number): boolean {
  for (let at = i + 1; at < reads.length; at++) {
    const read = reads[at]!
    if (read.kind === 'due') return true
    if ((read.kind === 'gap' && read.full) || (read.kind === 'clause' && read.says === 'finding'))
      return false
  }
  return false
}

/** Only judges: 性质恶劣, 都属于小学化. */
const JUDGES = /都|均|属于?|性质|影响/

/** 炭盆搁床底下，我叫他们端走了，严重: something else was told between. */
function isParted(reading: Reading, i: number): boolean {
  const { reads, findings, heard } = reading
  const from = findings.at(-1)!.span[1]
  for (let at = i - 1; at >= 0 && reads[at]!.span[0] >= from; at--) {
    const { kind, span } = reads[at]!
    if (kind === 'clause' && span[1] > span[0])
      return !JUDGES.test(heard.plain.slice(...span)) && !dueFollows(reading, i)
  }
  return false
}

/** 图书没上架；灭火器过期，属一般: the last problem has a sentence of its own. */
function inItsSentence({ findings, heard: { plain } }: Reading, { span }: Read): boolean {
  const [before, last] = findings.slice(-2)
  return (
    last !== undefined &&
    SENTENCE_ENDS.test(plain.slice(before!.span[1], last.span[0])) &&
    !SENTENCE_ENDS.test(plain.slice(last.span[1], span[0]))
  )
}

/**
 * Whether a severity in a clause of its own is for the last problem alone: it touches what is told of it, that problem has
 * a sentence of its own, or other words part it from the problems.
 */
export function isOfLast(reading: Reading, i: number, read: Read): boolean {
  const words = reading.heard.plain.slice(read.span[0], read.span[1] + 2)
  if (reading.findings.length < 2 || FOR_ALL.test(words)) return false
  return touches(reading, i, read) || inItsSentence(reading, read) || isParted(reading, i)
}
