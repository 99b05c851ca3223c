import type { Day } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { findDates } from './dates.ts'
import { hear } from './hear.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import type { Registry } from './schools/registry.ts'
import { plainOf } from './plain.ts'
import { blanked, clauseSpans, fold } from './text.ts'
import type { Listening, SchoolHeard } from './understanding.ts'

const NTH = new RegExp(
  `^\\s*(?:选|是|就|要)?(?:第(${NUMERAL})(?:个|所|条|项)?|(${NUMERAL})号?)(?:学校|那个|吧|。|\\s)*$`,
)
const LAST = /^\s*(?:选|是)?最后一?[个所]|^\s*后(?:一个|面那个)/

function nthOf(plain: string, count: number): number | null {
  if (LAST.test(plain)) return count
  const found = NTH.exec(plain)
  return found && numeralOf(found[1] ?? found[2]!)
}

const FILLER = /[\s,。!]|说?的?就?是|选|要|去的|[那这](?:一)?[个所家边]|[的吧啊呀了]/g

/** 东校区那个: words that the name or the county of just one of those offered holds. */
function holding(plain: string, registry: Registry, among: readonly SchoolCode[]): SchoolCode | undefined {
  const words = plain.replace(FILLER, '')
  const fits = registry.entries.filter(
    ({ code, name, county }) => among.includes(code) && `${county ?? ''}${fold(name)}`.includes(words),
  )
  return words.length > 1 && fits.length === 1 ? fits[0]!.code : undefined
}

/** The answer to 「是哪所学校？」: 第二个 of the `among` that were offered, 东校区那个, or a name. */
export function hearSchool(
  text: string,
  registry: Registry,
  listening: Listening,
  among: readonly SchoolCode[] = [],
): SchoolHeard | null {
  const plain = fold(text)
  const nth = nthOf(plain, among.length)
  const chosen = nth === null && among.length > 0 ? holding(plain, registry, among) : among[(nth ?? 0) - 1]
  if (chosen !== undefined) return { text, span: [0, text.length], candidates: [chosen] }
  const [heard] = hear(text, registry, listening).schools
  if (!heard) return null
  const offered = heard.candidates.filter((code) => among.includes(code))
  return offered.length > 0 ? { ...heard, candidates: offered } : heard
}

/** The answer to a question for a day; words for two days (年前) are none. For a deadline a bare 周三 is the next one, for an event the latest. */
export function hearDay(text: string, listening: Listening, as: 'event' | 'deadline'): Day | null {
  const asked = as === 'deadline' ? `限${text}前` : `${text}去了`
  return findDates(asked, listening).find(({ day, or }) => day !== null && !or)?.day ?? null
}

const NO_REASON =
  /^(?:因为|由于|原因|理由|是|限期|限(?!期)|期限|要求|请|整改|改完|改好|到|延期|延(?!期)|宽限|推迟|前|之前|内|重新|再|继续|务必|完成|到位|不合格|不通过|没通过|未通过|(?:清|搬|拆|换|补|修|弄|做|装|整)(?:掉|走|理|除|空|完|好|齐|上|毕)|给|:|的|了|吧)+$/

/** The words of an answer that give a reason, its day aside; null where it gives none. */
export function hearReason(text: string, listening: Listening): string | null {
  const days = findDates(text, listening).map(({ span }) => span)
  const rest = blanked(plainOf(text, listening.lexicon), days)
  const clauses = clauseSpans(rest).filter((span) => !NO_REASON.test(rest.slice(...span)))
  const said = clauses.map((span) => text.slice(...span).replace(/^(?:因为|由于|原因是|理由是)/, ''))
  return said.length > 0 ? said.join('，') : null
}
