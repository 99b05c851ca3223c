import type { Day } from '#src/domain/day.ts'
import { hear, type Heard } from '#src/language/hear.ts'
import { createRegistry, type Registry } from '#src/language/schools/registry.ts'
import type { KnownSchool, Listening } from '#src/language/understanding.ts'
import { LI, listening } from './city.ts'
import {
  chooser,
  COUNTIES,
  deadlines,
  FINDINGS,
  PARTS,
  rosterOf,
  TODAYS,
  visitDays,
  type Chooser,
} from './frames.ts'

/** A message with what it tells, in the notation of show.ts. */
type Message = { text: string; today: Day; expected: string[] }

const NO_ISSUE = ['没发现问题', '一切正常', '没问题', '总体情况良好，未发现问题']

function oneSchool(choose: Chooser, school: KnownSchool): Message {
  const today = choose.one(TODAYS)
  const [on, part, due] = [choose.one(visitDays(today)), choose.one(PARTS), choose.one(deadlines(today))]
  const findings = choose.some(FINDINGS, choose.upTo(5))
  const between = choose.one(['，', '；', ' ', '\n'])
  const head = `${on.words}${part.words}${choose.one(['去了', '到', '', '在', '督导'])}${school.name}`
  const told =
    findings.length > 0 ? [...findings, due.words].filter(Boolean).join(between) : choose.one(NO_ISSUE)
  const text = `${head}${choose.one(['，', ' ', '，发现'])}${told}${choose.one(['', '。'])}`
  const first = [school.code, on.day ?? '-', part.part, findings.length === 0 && '无问题']
    .filter(Boolean)
    .join(' ')
  const lines = findings.map((finding) => (due.day ? `${finding} →${due.day}` : finding))
  return { text, today, expected: [[first, ...lines].join(' | ')] }
}

function twoSchools(choose: Chooser, schools: readonly KnownSchool[]): Message {
  const today = choose.one(TODAYS)
  const on = choose.one(visitDays(today).slice(1))
  const due = choose.one(deadlines(today).slice(1))
  const own = choose.some(FINDINGS, 4)
  const each = schools.map((school, i) => ({
    school,
    findings: own.slice(i * 2, i * 2 + 1 + choose.upTo(2)),
  }))
  const told = each.map(({ school, findings }) => `${school.name}${findings.join('，')}`)
  const expected = each.map(({ school, findings }) =>
    [`${school.code} ${on.day}`, ...findings.map((finding) => `${finding} →${due.day}`)].join(' | '),
  )
  return { text: `${on.words}去了两所学校，${told.join('；')}。${due.words}`, today, expected }
}

/** One finding each with its own deadline and severity. */
function ownTerms(choose: Chooser, school: KnownSchool): Message {
  const today = choose.one(TODAYS)
  const severity = choose.one([
    { words: '（严重）', mark: ' !serious' },
    { words: '（小问题）', mark: ' !minor' },
    { words: '', mark: '' },
  ])
  const [a, b] = choose.some(FINDINGS, 2)
  const [first, second] = choose.some(deadlines(today).slice(1, 6), 2)
  const text = `今天${school.name}，${a}${severity.words}，${first!.words}；${b}，${second!.words}`
  const expected = `${school.code} ${today} | ${a}${severity.mark} →${first!.day} | ${b} →${second!.day}`
  return { text, today, expected: [expected] }
}

/** A made-up visit and the one who hears it. */
export type MadeUpVisit = Message & { registry: Registry; listening: Listening; heard: Heard }

const MESSAGES = 60

/** Visits to the schools of a made-up roster; the same seed tells the same. */
export function madeUpVisits(seed: number): MadeUpVisit[] {
  const choose = chooser(seed)
  const roster = rosterOf(choose, MESSAGES)
  const registry = createRegistry(roster, COUNTIES)
  return Array.from({ length: MESSAGES }, (_, i) => {
    const schools = choose.some(roster, 2)
    const make = choose.one([oneSchool, oneSchool, ownTerms])
    const message = i % 5 === 0 ? twoSchools(choose, schools) : make(choose, schools[0]!)
    const assigned = schools.map(({ code }) => code)
    const speaker = { ...LI, school: null, county: schools[0]!.county, assigned }
    const hearing = listening(speaker, { today: message.today })
    return { ...message, registry, listening: hearing, heard: hear(message.text, registry, hearing) }
  })
}
