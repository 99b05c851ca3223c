import { listeningTo, type Ear } from '#src/cli/understand.ts'
import { hear, type Heard } from '#src/language/hear.ts'
import type { Span } from '#src/language/understanding.ts'
import { listening, REGISTRY } from './city.ts'
import { CITIES, earOf, examplesOf, type Example } from './evaluation.ts'
import { SENTENCES } from './sentences.ts'
import { SPOKEN_REPORTS } from './spoken-reports.ts'

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

/** A visit with the words of its problems; a sample is made only where they stand in it as they are told. */
export type Visit = { heard: Heard; problems: Span[] }

function visitOf(heard: Heard, problems: readonly string[]): Visit[] {
  const spans = problems.map((text): Span => {
    const at = heard.written.indexOf(text)
    return [at, at + text.length]
  })
  return spans.some(([at]) => at < 0) ? [] : [{ heard, problems: spans }]
}

function ofExample({ example: { expected, open = [] }, heard }: Told): Visit[] {
  const { intent, slots } = expected
  if (intent !== 'log_visit' || open.includes('*') || open.includes('findings')) return []
  return visitOf(heard, slots.findings?.map(({ text }) => text) ?? [])
}

/** 七中 2025-11-17 | 通道堵塞 !serious →2025-11-20: what is told between the bars, without severity and deadline. */
const problemsOf = (line: string): string[] =>
  line
    .split(' | ')
    .slice(1)
    .map((finding) => finding.replace(/ [!→]\S+/g, ''))

const ofSentence = ([text, lines]: (typeof SENTENCES)[number]): Visit[] =>
  visitOf(hear(text, REGISTRY, listening()), lines.flatMap(problemsOf))

/** All visits that weights are learned from: those of the tuned cities, and the sentences of the tests. */
export const visitsIn = (told: readonly Told[]): Visit[] => [
  ...told.flatMap(ofExample),
  ...[...SENTENCES, ...SPOKEN_REPORTS].flatMap(ofSentence),
]
