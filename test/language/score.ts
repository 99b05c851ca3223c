import { isDeepStrictEqual, parseArgs } from 'node:util'
import type { ContractFinding, ContractIntent, Slots } from '#src/language/contract/slots.ts'
import { answerTo } from '#src/cli/understand.ts'
import { CITIES, earOf, examplesOf, type City, type Example, type Half } from './evaluation.ts'

type Got = { intent: ContractIntent; slots: Slots }
type Judged = { example: Example; got: Got; wrong: (keyof Slots)[] }

const WRITES: readonly ContractIntent[] = [
  'log_visit',
  'confirm_rectification',
  'request_extension',
  'reject_or_dispute',
  'reinspect',
  'schedule_meeting',
  'log_training',
  'nominate_commendation',
  'log_interview',
  'correct_previous',
  'cancel',
]

const SLOTS: readonly (keyof Slots)[] = [
  ...([
    'school_codes',
    'ambiguous',
    'date',
    'time_of_day',
    'topics',
    'findings',
    'no_issue',
    'county',
  ] as const),
  ...(['hours', 'person', 'stage', 'period', 'status', 'visit_type', 'meeting', 'reason'] as const),
]

const bare = (words: string): string => words.replace(/[\s,，。;；:：、!！?？（）()]/g, '')
const pairs = (words: string): string[] =>
  Array.from({ length: Math.max(1, words.length - 1) }, (_, i) => words.slice(i, i + 2))

/** Whether two stretches of the sender's words tell the same: four in five of their pairs of characters. */
function alike(a: string, b: string): boolean {
  const [one, other] = [pairs(bare(a)), pairs(bare(b))]
  const left = [...other]
  const shared = one.filter((pair) => left.includes(pair) && left.splice(left.indexOf(pair), 1)).length
  return (2 * shared) / (one.length + other.length) >= 0.8
}

const sameFinding = (a: ContractFinding, b: ContractFinding): boolean =>
  alike(a.text, b.text) &&
  a.severity === b.severity &&
  a.deadline === b.deadline &&
  (a.school_code ?? null) === (b.school_code ?? null)

/** The values of a slot one by one, so that a list may be half right. */
function valuesOf(slots: Slots, slot: keyof Slots): unknown[] {
  const value = slots[slot]
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value]
}

function same(slot: keyof Slots, a: unknown, b: unknown): boolean {
  if (slot === 'findings') return sameFinding(a as ContractFinding, b as ContractFinding)
  if (slot === 'reason') return alike(a as string, b as string)
  if (slot !== 'meeting') return isDeepStrictEqual(a, b)
  const [one, other] = [a as NonNullable<Slots['meeting']>, b as NonNullable<Slots['meeting']>]
  return one.start === other.start && alike(one.title, other.title)
}

const hits = (slot: keyof Slots, wanted: unknown[], got: unknown[]): number =>
  wanted.filter((each) => got.some((other) => same(slot, each, other))).length

const isOpen = ({ open = [] }: Example, slot: keyof Slots): boolean =>
  open.includes('*') || open.includes(slot)

function judged(example: Example, got: Got): Judged {
  const wrong = SLOTS.filter((slot) => {
    const [wanted, told] = [valuesOf(example.expected.slots, slot), valuesOf(got.slots, slot)]
    return (
      !isOpen(example, slot) && (wanted.length !== told.length || hits(slot, wanted, told) < wanted.length)
    )
  })
  return { example, got, wrong }
}

const rightIntent = ({ example, got }: Judged): boolean => got.intent === example.expected.intent
const exact = (each: Judged): boolean => rightIntent(each) && each.wrong.length === 0
const namesSchool = ({ example: { expected, open = [] } }: Judged): boolean =>
  (expected.slots.school_codes !== undefined || expected.slots.ambiguous !== undefined) &&
  !open.includes('school_codes') &&
  !open.includes('*')
const namesDay = ({ example }: Judged): boolean =>
  example.expected.slots.date !== undefined && !isOpen(example, 'date')
const rightSchool = ({ wrong }: Judged): boolean =>
  !wrong.includes('school_codes') && !wrong.includes('ambiguous')

/** A write with a school, a day or a deadline that was not meant, and no question about it. */
function silentlyWrong({ example, got, wrong }: Judged): boolean {
  const told = (slot: keyof Slots): boolean => wrong.includes(slot) && valuesOf(got.slots, slot).length > 0
  const dues = (slots: Slots): unknown[] =>
    [...new Set(slots.findings?.map(({ deadline }) => deadline) ?? [])].filter(Boolean)
  const wanted = dues(example.expected.slots)
  const due = !isOpen(example, 'findings') && dues(got.slots).some((each) => !wanted.includes(each))
  return WRITES.includes(got.intent) && (told('school_codes') || told('date') || due)
}

/** The school was plain, and was asked for all the same. */
const askedNeedlessly = ({ example: { expected }, got }: Judged): boolean =>
  got.slots.ambiguous !== undefined && (expected.slots.school_codes?.length ?? 0) > 0

const share = (part: number, whole: number): number => (whole === 0 ? NaN : part / whole)
const shareOf = (all: readonly Judged[], fits: (each: Judged) => boolean): number =>
  share(all.filter(fits).length, all.length)

/** F1 of a slot over messages whose intent was understood; null where it never occurs. */
function f1(all: readonly Judged[], slot: keyof Slots): number | null {
  let [right, wanted, told] = [0, 0, 0]
  for (const { example, got } of all) {
    if (isOpen(example, slot)) continue
    const [want, have] = [valuesOf(example.expected.slots, slot), valuesOf(got.slots, slot)]
    right += hits(slot, want, have)
    wanted += want.length
    told += have.length
  }
  return wanted + told === 0 ? null : share(2 * right, wanted + told)
}

export type Score = {
  messages: number
  intent: number
  exact: number
  school: number
  date: number
  silentWrong: number
  needlessQuestions: number
  f1: Partial<Record<keyof Slots, number>>
}

/** The figures of some judged messages; shares are between 0 and 1. */
export function scoreOf(all: readonly Judged[]): Score {
  const slots = SLOTS.map((slot) => [slot, f1(all, slot)] as const)
  return {
    messages: all.length,
    intent: shareOf(all, rightIntent),
    exact: shareOf(all, exact),
    school: shareOf(all.filter(namesSchool), rightSchool),
    date: shareOf(all.filter(namesDay), ({ wrong }) => !wrong.includes('date')),
    silentWrong: all.filter(silentlyWrong).length,
    needlessQuestions: shareOf(
      all.filter(({ example }) => WRITES.includes(example.expected.intent)),
      askedNeedlessly,
    ),
    f1: Object.fromEntries(slots.filter(([, value]) => value !== null)),
  }
}

/** All messages about a city, each with what was understood of it. */
export async function judgedCity(city: Pick<City, 'folder' | 'files'>): Promise<Judged[]> {
  const ear = await earOf(city)
  return examplesOf(city).map((example) => {
    const answer = answerTo(JSON.stringify(example), ear, false)
    if ('error' in answer) throw new Error(`${example.id}: ${answer.error}`)
    return judged(example, answer)
  })
}

/** All messages of one half. */
export async function judgedHalf(half: Half): Promise<Judged[]> {
  return (await Promise.all(CITIES.filter((city) => city.half === half).map(judgedCity))).flat()
}

const percent = (value: number): string =>
  Number.isNaN(value) ? '–'.padStart(8) : `${(value * 100).toFixed(1)} %`.padStart(8)
const line = (name: string, score: Score): string =>
  [
    name.padEnd(24),
    String(score.messages).padStart(4),
    ...[score.intent, score.exact, score.school, score.date, score.needlessQuestions].map(percent),
    String(score.silentWrong).padStart(4),
  ].join(' ')

/** The table that `npm run score` prints. */
export function report(name: string, all: readonly Judged[]): string {
  const score = scoreOf(all)
  const intents = [...new Set(all.map(({ example }) => example.expected.intent))].sort()
  const of = (intent: ContractIntent): Score =>
    scoreOf(all.filter(({ example }) => example.expected.intent === intent))
  return [
    `${name.padEnd(24)}    n   intent    exact   school     date needless silent wrongs`,
    line('all', score),
    ...intents.map((intent) => line(intent, of(intent))),
    `F1: ${Object.entries(score.f1)
      .map(([slot, value]) => `${slot} ${(value * 100).toFixed(1)}`)
      .join(' · ')}`,
  ].join('\n')
}

const shown = ({ example, got, wrong }: Judged): string =>
  [
    `${example.id} ${example.text}`,
    rightIntent({ example, got, wrong }) ? '' : `  ${example.expected.intent} ≠ ${got.intent}`,
    ...wrong.map(
      (slot) =>
        `  ${slot}: ${JSON.stringify(example.expected.slots[slot])} ≠ ${JSON.stringify(got.slots[slot])}`,
    ),
  ]
    .filter(Boolean)
    .join('\n')

const failures = (all: readonly Judged[]): string =>
  all
    .filter((each) => !exact(each))
    .map(shown)
    .join('\n\n')

// The failures of the reported half are never shown: who has seen them has tuned on them.
if (import.meta.main) {
  const { values } = parseArgs({ options: { failures: { type: 'boolean' }, folder: { type: 'string' } } })
  const tuned = await (values.folder
    ? judgedCity({ folder: `${values.folder}/`, files: '*.jsonl' })
    : judgedHalf('tuned'))
  if (values.failures) console.log(failures(tuned))
  console.log(report(values.folder ?? 'tuned half', tuned))
  if (!values.folder) console.log(report('\nreported half', await judgedHalf('reported')))
}
