import { asks } from '../questions/asking.ts'
import type { Heard } from '../hear.ts'
import { hasTrouble } from '../visits/troubles.ts'
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

/** What the scale weighs of a message: its text, and what else was heard or is known of it, by name. */
export type Weighed = { text: string; traits: string[] }

export function weighedOf(heard: Heard, { side }: Speaker, today: string): Weighed {
  const text = signed(heard, today)
  const traits = ['always', `side ${side}`]
  if (asks(heard.plain)) traits.push('asks')
  if (hasTrouble(heard.plain)) traits.push('trouble')
  if (heard.schools.length > 0) traits.push('school')
  if (heard.schools.length > 1) traits.push('schools')
  traits.push(`length ${Math.min(STEPS, Math.floor([...text].length / STEP))}`)
  return { text, traits }
}

/** Of a text every one, two and three characters in a row are weighed; the names of traits are longer. */
export const isGram = (feature: string): boolean => [...feature].length <= LONGEST

/** Every one, two and three characters in a row. */
export function charactersOf(text: string): string[] {
  const chars = [...text]
  return Array.from({ length: LONGEST }, (_, i) => i + 1).flatMap((length) =>
    Array.from({ length: Math.max(0, chars.length - length + 1) }, (_, at) =>
      chars.slice(at, at + length).join(''),
    ),
  )
}

/** All features by name, as the weights are learned for them. */
export const featuresOf = ({ text, traits }: Weighed): Set<string> =>
  new Set([...traits, ...charactersOf(text)])
