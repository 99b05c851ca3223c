import { day } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { userId } from '#src/domain/words.ts'
import { chance } from '#src/intake/sample/chance.ts'
import { sampleCity } from '#src/intake/sample-city.ts'
import { hear } from '#src/language/hear.ts'
import { OUR_LEXICON } from '#src/language/lexicon/lexicon.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import { understand } from '#src/language/understand.ts'
import type { KnownSchool, Listening } from '#src/language/understanding.ts'
import { builtInWorkingDays } from '#src/policy/arranged.ts'
import { CITIES, examplesOf } from '#test/language/evaluation.ts'
import { heldBytes, quantile, timed } from './figures.ts'

const ROUNDS = 5

/** An inspector of the county of the last school, who has eight schools. */
function listeningAt(schools: readonly KnownSchool[]): Listening {
  const { county } = schools.at(-1)!
  const assigned = schools.filter((school) => school.county === county).slice(0, 8)
  return {
    today: day('2025-11-18'),
    hour: 10,
    speaker: {
      userid: userId('inspector'),
      side: 'inspector',
      county,
      school: null,
      assigned: assigned.map(({ code }) => code),
    },
    workingDays: builtInWorkingDays(),
    lexicon: OUR_LEXICON,
    draftOpen: false,
  }
}

/** How many messages of the evaluation one core understands in a second, with the 3,300 schools of the sample city. */
export function utterancesASecond(): number {
  const schools = sampleCity(day('2026-11-23')).schools.map(
    ({ code, name, county, aliases, former_names }): KnownSchool => ({
      code: code as SchoolCode,
      name,
      county,
      aliases,
      formerNames: former_names,
    }),
  )
  const registry = createRegistry(schools, [])
  const listening = listeningAt(schools)
  const texts = CITIES.flatMap(examplesOf).map(({ text }) => text)
  const round = () => texts.forEach((text) => understand(text, registry, listening))
  round()
  const took = timed(Array.from({ length: ROUNDS }, () => round))
  return (texts.length * 1000) / quantile(took, 0.5)
}

const NAMES = 500_000
const LOOKUPS = 4_000
const COUNTIES = Array.from(
  { length: 100 },
  (_, i) => `${'东西南北中'[i % 5]}${'江河山阳海湖溪泉岭原'[i % 10]}${i}县`,
)
const CHARACTERS = [
  ...'天地日月星云雨雪风霜春夏秋冬金木水火土石山川江河湖海松竹梅兰荷莲桂枫柳杨龙凤鹤鹰马鹿文武德才智仁义礼信忠孝勤思学博雅正明清和平安康宁光华英秀新兴盛昌隆永长远高大宏',
]
const KINDS = '小学 中学 幼儿园 镇中心小学 路小学 实验学校 第三中学 外国语学校 村小学 学校'.split(' ')

type Dice = ReturnType<typeof chance>

function madeUpSchool(dice: Dice, n: number): KnownSchool {
  const county = dice.pick(COUNTIES)
  const stem = dice.pick(CHARACTERS) + dice.pick(CHARACTERS) + (n % 2 ? dice.pick(CHARACTERS) : '')
  const name = `${n % 3 ? county : ''}${stem}${dice.pick(KINDS)}`
  return { code: `S${n}` as SchoolCode, name, county, aliases: n % 5 ? [] : [stem], formerNames: [] }
}

/** Whole names, names without their county, beginnings, and names with a wrong character, in turn. */
function saying({ name, county }: KnownSchool, dice: Dice, n: number): string {
  const own = name.replace(county!, '')
  return [name, own, own.slice(0, 2), own[0]! + dice.pick(CHARACTERS) + own.slice(2)][n % 4]!
}

/** Looking up one name among 500,000: in milliseconds, the bytes that a name takes in the index, and the time to build it. */
export function lookupsInLargeRoster(): { p50: number; p99: number; bytesAName: number; seconds: number } {
  const dice = chance(500)
  const schools = Array.from({ length: NAMES }, (_, n) => madeUpSchool(dice, n))
  const before = heldBytes()
  const begun = performance.now()
  const registry = createRegistry(schools, COUNTIES)
  const seconds = (performance.now() - begun) / 1000
  const bytesAName = (heldBytes() - before) / NAMES
  const listening = listeningAt(schools)
  const took = timed(
    Array.from({ length: LOOKUPS }, (_, n) => {
      const text = `去了${saying(dice.pick(schools), dice, n)}`
      return () => hear(text, registry, listening)
    }),
  )
  return { p50: quantile(took, 0.5), p99: quantile(took, 0.99), bytesAName, seconds }
}

/** The lines that the bench prints of it. */
export function understandingLines(): string[] {
  const rate = utterancesASecond()
  const { p50, p99, bytesAName, seconds } = lookupsInLargeRoster()
  return [
    `understanding: ${rate.toFixed(0)} utterances a second with 3,300 schools`,
    `one name among ${NAMES.toLocaleString('en')}: p50 ${p50.toFixed(2)} ms, p99 ${p99.toFixed(2)} ms; ${bytesAName.toFixed(0)} bytes a name, indexed in ${seconds.toFixed(1)} s`,
  ]
}

if (import.meta.main) console.log(understandingLines().join('\n'))
