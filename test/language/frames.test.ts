import type { Day } from '#src/domain/day.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import { understand } from '#src/language/understand.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import { expect, test } from 'vitest'
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
import { shown } from './show.ts'

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

test.each(Array.from({ length: 12 }, (_, i) => i + 1))('messages over a random roster, seed %i', (seed) => {
  const choose = chooser(seed)
  const roster = rosterOf(choose, 60)
  const registry = createRegistry(roster, COUNTIES)
  for (let i = 0; i < 60; i++) {
    const schools = choose.some(roster, 2)
    const make = choose.one([oneSchool, oneSchool, ownTerms])
    const message = i % 5 === 0 ? twoSchools(choose, schools) : make(choose, schools[0]!)
    const assigned = schools.map(({ code }) => code)
    const speaker = { ...LI, school: null, county: schools[0]!.county, assigned }
    const heard = understand(message.text, registry, listening(speaker, { today: message.today }))
    expect({ text: message.text, heard: shown(heard) }).toEqual({
      text: message.text,
      heard: message.expected,
    })
  }
})

test.each([
  '确认上报',
  '刚',
  '对',
  '需要',
  '整改通知',
  '校长',
  '算是',
  '复查结果',
  '和',
  '情况如下',
  '限期',
  '好的',
  '没',
  '我校',
  '报的',
  '刚刚',
  '算了',
])('%s over and over does not hold up the reader', (word) => {
  const registry = createRegistry([], COUNTIES)
  for (const text of [word.repeat(60), `${word.repeat(60)}嘎`, `${word}嘎`.repeat(40)])
    expect(understand(text, registry, listening()).intent).toEqual(expect.any(String))
})
