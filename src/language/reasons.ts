import type { Heard } from './hear.ts'
import { clauseSpans, trimmed } from './text.ts'
import type { Span } from './understanding.ts'

const LEAD = /^(?:因为|由于|原因是?|理由是?|事由是?:?|主要是?|的|了|那边|那个|这个)+/
const EMPTY =
  /^(?:_|请|麻烦|谢谢|我们?|学校|吧|了|的|吗|行吗|可以吗|好吗|领导|老师|那条|这条|记录|那次|督导|上午|下午|今天|和|对|到|在|于|把|将|给|进行|通报)*$/

/** The clauses that are not the act itself, in the sender's words: why it is asked for. Null where there are none. */
export function reasonBeside(heard: Heard, act: RegExp, besides: readonly Span[] = []): string | null {
  const names = [...heard.schools, ...heard.dates, ...heard.numbers, ...heard.parts].map(({ span }) => span)
  const nameless = [...names, ...besides].reduce(
    (text, [from, to]) => text.slice(0, from) + '_'.repeat(to - from) + text.slice(to),
    heard.plain,
  )
  const told = clauseSpans(nameless).filter((span) => {
    const clause = nameless.slice(...span)
    return (
      !act.test(clause) &&
      !act.test(heard.plain.slice(...span)) &&
      !EMPTY.test(clause) &&
      span[1] - span[0] > 1
    )
  })
  if (told.length === 0) return null
  // Neighbours stay as they were written, with what stands between them.
  const lead = /^_*/.exec(nameless.slice(told[0]![0]))![0].length
  const [from, to] = [told[0]![0] + lead, told.at(-1)![1]]
  const whole = act.test(nameless.slice(from, to))
    ? told.map((span) => heard.written.slice(...span)).join('，')
    : heard.written.slice(from, to)
  const kept = whole.replace(LEAD, '')
  const span = trimmed(kept, [0, kept.length])
  return span && kept.slice(...span)
}
