import { asks } from '../asking.ts'
import type { Heard } from '../hear.ts'
import { hasTrouble } from '../troubles.ts'
import type { Span, Speaker } from '../understanding.ts'

const LONGEST = 3
/** Lengths are told in steps of so many characters, up to so many steps. */
const STEP = 8
const STEPS = 6

type Mark = { span: Span; sign: string }

/** Signs of full width, which no folded text holds. */
const marksOf = ({ schools, dates, numbers }: Heard, today: string): Mark[] => [
  ...schools.map(({ span }) => ({ span, sign: 'Ｓ' })),
  ...dates.map(({ span, day }) => ({ span, sign: day && day > today ? 'Ｆ' : 'Ｄ' })),
  ...numbers.map(({ span }) => ({ span, sign: 'Ｎ' })),
]

/** The text with one sign for each school, day and number of a paper, and 0 for every figure: 去了Ｓ，Ｄ. */
function signed(heard: Heard, today: string): string {
  let text = heard.plain
  let end = text.length + 1
  for (const { span, sign } of marksOf(heard, today).sort((a, b) => b.span[0] - a.span[0])) {
    if (span[1] > end) continue
    text = text.slice(0, span[0]) + sign + text.slice(span[1])
    end = span[0]
  }
  const even = text
    .replace(/\d+/g, '0')
    .replace(/[\s,]+/g, '，')
    .replace(/[。!.]+$/, '')
  return `^${even}$`
}

/** What the scale weighs of a message: every one, two and three characters in a row, who speaks, and what was heard. */
export function featuresOf(heard: Heard, { side }: Speaker, today: string): Set<string> {
  const text = [...signed(heard, today)]
  const features = new Set<string>(['always', `side ${side}`])
  for (let length = 1; length <= LONGEST; length++)
    for (let at = 0; at + length <= text.length; at++) features.add(text.slice(at, at + length).join(''))
  if (asks(heard.plain)) features.add('asks')
  if (hasTrouble(heard.plain)) features.add('trouble')
  if (heard.schools.length > 0) features.add('school')
  if (heard.schools.length > 1) features.add('schools')
  return features.add(`length ${Math.min(STEPS, Math.floor(text.length / STEP))}`)
}
