import type { Stage } from '#src/domain/words.ts'
import { countyIn } from './counties.ts'
import type { Heard } from './hear.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import { peopleIn, type PersonHeard } from './people.ts'
import { periodIn, type Period } from './periods.ts'
import type { Registry } from './schools/registry.ts'
import { stageIn } from './questions/stages.ts'
import { blanked, matchesOf } from './text.ts'
import { topicsIn, type Topic } from './visits/topics.ts'
import type { Listening, Span } from './understanding.ts'

/** A value, and the characters that said it. */
export type Said<T> = { value: T; span: Span }

/** What a message names besides schools and days. */
export type Named = {
  county: Said<string> | null
  stage: Said<Stage> | null
  period: Said<Period> | null
  topics: Said<Topic>[]
  hours: Said<number> | null
  people: PersonHeard[]
}

const AMOUNT = `(\\d{1,3}\\.\\d|${NUMERAL})`
const NO_DATE = '(?![\\d月日号./-])'
/** 24学时, 十六个课时; 学时12, 学时报多了 应该是12; beside 学时 elsewhere also 记8个. */
const HOURS = [
  new RegExp(`(?<![\\d.])${AMOUNT}\\s*个?\\s*(?:学时|课时)`, 'g'),
  new RegExp(
    `(?:学时|课时)数?(?:不是\\s*[\\d.]+(?:个?(?:学时|课时))?[,\\s]*而?)?(?:[^\\d。;]{0,10}?(?:(?<!不)[是为:到]|改成|[报记填写录]))?\\s*\\+?\\s*(\\d{1,3}(?:\\.\\d)?)${NO_DATE}`,
    'g',
  ),
  new RegExp(`(?<=(?:学时|课时).*)[记录登报算][上了]?${AMOUNT}\\s*个(?![人月天])`, 'g'),
  // 补登九月二十二号的学时，8个; 岗位培训1/11开班，24.
  new RegExp(`(?<=(?:学时|课时|培训|研修)[^;。]*[,\\s])${AMOUNT}个?(?=$|[\\s,。])`, 'g'),
  // 培训了一整天 算8个小时.
  new RegExp(`(?<=培训.*)(?:算|共|计|记|合计)\\s*${AMOUNT}\\s*个?(?:小时|钟头)`, 'g'),
]
const DENIED = /(?:不是|并非|而非|[写记填报录登打]成了?)\s*$/
/** 写成16学时了，实际12; 学时错了，8改成6: the number that is right may stand alone. */
const RIGHT = new RegExp(
  `(?<=(?:学时|课时).*)(?:其实|实际|应该?|正确|应[是为]|(?<!整)改(?=[成为到作])|[调换](?=[成为到])|更正(?=[成为]))(?:上|的|到)?[是为成作]?\\s*${AMOUNT}${NO_DATE}`,
  'g',
)
/** 每天6学时 and the like: that of one day or one lesson is not that of the whole. */
const EACH_DAY = /(?:每[天日次节晚]|一[天日次晚]|半天)\s*$/
/** 每天6学时合计12: beside hours the sum may stand without its unit. */
const SUM = new RegExp(
  `(?<=(?:学时|课时).*)(?:合计|总计|共计|总共|一共|累计|加起来|总数|合起来|[共计])(?:是|为|有|到)?\\s*${AMOUNT}\\s*(?:个)?(?![人月天日场次节门\\d.:-])`,
  'g',
)

/** Hours of training that each person has: of 不是18是8 what is not denied, of 每天6学时 共18学时 the sum. */
export function hoursIn(plain: string): Said<number> | null {
  const all = [RIGHT, ...HOURS]
    .flatMap((form) => matchesOf(plain, form))
    .filter(({ index }) => !DENIED.test(plain.slice(0, index)))
  const whole = all.find(({ index }) => !EACH_DAY.test(plain.slice(0, index)))
  const found = whole ?? matchesOf(plain, SUM)[0] ?? all[0]
  const written = found?.[1]
  const value = written === undefined ? null : written.includes('.') ? Number(written) : numeralOf(written)
  return found && value !== null ? { value, span: [found.index, found.index + found[0].length] } : null
}

/** Finds what questions and entries name; the names of schools are no counties, stages or people. */
export function namedIn(heard: Heard, registry: Registry, { speaker, today }: Listening): Named {
  const nameless = blanked(
    heard.plain,
    heard.schools.map(({ span }) => span),
  )
  const county = countyIn(nameless, registry, speaker)
  return {
    county,
    stage: stageIn(nameless),
    period: periodIn(heard.plain, heard.dates, today),
    topics: topicsIn(nameless, heard.lexicon),
    hours: hoursIn(heard.plain),
    people: peopleIn(nameless, registry.people, speaker, heard.schools, county?.value ?? speaker.county),
  }
}
