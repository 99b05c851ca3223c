import type { Heard } from '../hear.ts'
import { clauseSpans, overlaps } from '../text.ts'
import type { Listening, SeenHeard, Understanding } from '../understanding.ts'

const BETTER =
  /(?:有(?:所|些|了)?(?:好转|改善|改观|进步)|好(?:多|一些|些)了?|(?:已经?)?改(?:好|完)了?|(?:正)?在改了?|改了一(?:半|些|部分))$/
const SAME = /(?:还没改?|(?:还是|依旧)?没(?:有)?(?:变化|改|动)|老样子|还是那样|仍(?:然)?没改|照旧)$/
/** What tells that an item on file is meant, not a thing seen for the first time. */
const ON_FILE = /^(?:上次|上回|之前|原来)|[那这]个|[那这]条|的?(?:那个|这个)?问题/
const OF_ITS_KIND = /有(?:所|些|了)?(?:好转|改善|改观)|没(?:有)?变化|老样子|还是那样/
const AROUND =
  /^(?:上次|上回|之前|原来)(?:的|说的|那个)?|(?:的?(?:那个|那条|这个|这条|问题)|的|也|都|已经?|现在)+$/g

function seenIn(heard: Heard, from: number, to: number): SeenHeard | null {
  const clause = heard.plain.slice(from, to)
  const [better, same] = [BETTER.exec(clause), SAME.exec(clause)]
  const found = same ?? better
  const number = heard.numbers.find(({ span }) => overlaps(span, [from, to]))?.number ?? null
  if (!found || (!number && !ON_FILE.test(clause) && !OF_ITS_KIND.test(clause))) return null
  const words = number ? '' : clause.slice(0, found.index).replace(AROUND, '')
  return words || number ? { words, number, verdict: same ? 'same' : 'better' } : null
}

/** Only while a visit's card waits, and where every clause speaks of what is on file: 留样那个还没改, Z-011 有好转. */
export function readFollowUp(heard: Heard, { draftOpen }: Listening): Understanding | null {
  if (!draftOpen || heard.dates.length > 0 || heard.schools.length > 0) return null
  // A number and its blank (Z-011 有好转) are one clause with what follows.
  const joined = heard.numbers.reduce(
    (text, { span }) => text.slice(0, span[1]) + text.slice(span[1]).replace(/^\s/, '的'),
    heard.plain,
  )
  const seen = clauseSpans(joined).map(([from, to]) => seenIn({ ...heard, plain: joined }, from, to))
  return seen.length > 0 && seen.every((each) => each !== null) ? { intent: 'follow_up', seen } : null
}
