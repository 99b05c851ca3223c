import { listeningTo, type Ear } from '#src/cli/understand.ts'
import { hear, type Heard } from '#src/language/hear.ts'
import type { Span } from '#src/language/understanding.ts'
import { listening, REGISTRY } from './city.ts'
import { CITIES, earOf, examplesOf, type Example } from './evaluation.ts'
import { madeUpVisits, type MadeUpVisit } from './made-up-visits.ts'
import { SENTENCES } from './sentences.ts'
import { SPOKEN_REPORTS } from './spoken-reports.ts'
import { TERMS_OF_PROBLEMS } from './terms-of-problems.ts'

/** A labelled message of a tuned city as its ear hears it. */
export type Told = { example: Example; ear: Ear; heard: Heard }

/** All messages that weights are learned from. */
export async function everythingTold(): Promise<Told[]> {
  const cities = CITIES.filter(({ half }) => half === 'tuned')
  const told = await Promise.all(
    cities.map(async (city) => {
      const ear = await earOf(city)
      return examplesOf(city).map((example): Told => {
        const heard = hear(example.text, ear.registry, listeningTo(example, ear))
        return { example, ear, heard }
      })
    }),
  )
  return told.flat()
}

/** A visit with the places of its problems; a sample is made only where they stand in it as they are told. */
export type Visit = { heard: Heard; problems: Span[] }

function visitOf(heard: Heard, problems: readonly string[]): Visit[] {
  const spans: Span[] = []
  for (const text of problems) {
    const taken = (at: number): boolean => spans.some(([from, to]) => at < to && at + text.length > from)
    let at = heard.written.indexOf(text)
    while (at >= 0 && taken(at)) at = heard.written.indexOf(text, at + 1)
    if (at < 0) return []
    spans.push([at, at + text.length])
  }
  return [{ heard, problems: spans }]
}

const MARKS = /[,，。；;！!]+\s*|\s+/g
/** The same words as they are dictated. */
const unmarked = (text: string): string => text.replace(MARKS, '')

/** A visit as it was written, and once more without its marks. */
function bothWays(text: string, problems: readonly string[], heardAs: (text: string) => Heard): Visit[] {
  const dictated = unmarked(text)
  return [
    ...visitOf(heardAs(text), problems),
    ...(dictated === text ? [] : visitOf(heardAs(dictated), problems.map(unmarked))),
  ]
}

function ofExample({ example, ear }: Told): Visit[] {
  const { expected, open = [] } = example
  if (expected.intent !== 'log_visit' || open.includes('*') || open.includes('findings')) return []
  const problems = expected.slots.findings?.map(({ text }) => text) ?? []
  return bothWays(example.text, problems, (text) => hear(text, ear.registry, listeningTo(example, ear)))
}

/** 七中 2025-11-17 | 通道堵塞 !serious →2025-11-20: what is told between the bars, without severity and deadline. */
const problemsOf = (line: string): string[] =>
  line
    .split(' | ')
    .slice(1)
    .map((finding) => finding.replace(/ [!→]\S+/g, ''))

const OF_TERMS = Object.values(TERMS_OF_PROBLEMS)
  .flat()
  .map(([text, lines]): (typeof SENTENCES)[number] => [text, lines.split(' / ')])

const ofSentence = ([text, lines]: (typeof SENTENCES)[number]): Visit[] =>
  bothWays(text, lines.flatMap(problemsOf), (words) => hear(words, REGISTRY, listening()))

/** Other seeds than those of the tests. */
const MADE_UP = [101, 102]
const ofMadeUp = ({ text, expected, registry, listening }: MadeUpVisit): Visit[] =>
  bothWays(text, expected.flatMap(problemsOf), (words) => hear(words, registry, listening))

/** A problem of so few characters is often all that is said of a school. */
const FEW = 8
const DAYS = ['今天', '昨天', '上午', '']

/** 昨天七中灯坏了，文清门没关: short problems of labelled visits told as shortly as thumbs do, for writers of labelled ones rarely do. */
function shortVisits(told: readonly Told[]): Visit[] {
  const few = told.flatMap(({ example: { expected, open = [] } }) =>
    expected.intent !== 'log_visit' || open.length > 0
      ? []
      : (expected.slots.findings ?? []).map(({ text }) => text).filter((text) => text.length <= FEW),
  )
  const [one, other] = ['七中', '文清']
  // One in four: more would outweigh the longer ones.
  return few.flatMap((problem, i): Visit[] => {
    if (i % 4 > 0) return []
    const next = few[(i * 7 + 3) % few.length]!
    const [text, problems] =
      i % 8 === 0
        ? [`${DAYS[(i >> 3) % DAYS.length]}${one}${problem}`, [problem]]
        : [`${DAYS[(i >> 3) % DAYS.length]}${one}${problem}，${other}${next}`, [problem, next]]
    return visitOf(hear(text, REGISTRY, listening()), problems)
  })
}

/** All visits that weights are learned from: those of the tuned cities, the sentences of the tests, and made-up ones. */
export const visitsIn = (told: readonly Told[]): Visit[] => [
  ...told.flatMap(ofExample),
  ...shortVisits(told),
  ...[...SENTENCES, ...SPOKEN_REPORTS, ...OF_TERMS].flatMap(ofSentence),
  ...MADE_UP.flatMap(madeUpVisits).flatMap(ofMadeUp),
]
