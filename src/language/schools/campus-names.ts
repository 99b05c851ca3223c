import type { Form } from './school-names.ts'

const IN_BRACKETS = /\(([一-龥\d]{1,6}?)(校区|校部|分校|分园|园区|分部|部|园|校)?\)$/
const WITHOUT =
  /([东西南北中本新老总分一二三四五六七八九十\d]{1,2}|(?<=小学|中学|学校|幼儿园|[一二三四五六七八九十\d][小中幼])[一-龥]{2,4}?)(校区|分校|分园|园区|分部)$/

type Campus = { at: number; stem: string; kind: string }

function campusOf(name: string): Campus | null {
  const found = IN_BRACKETS.exec(name) ?? WITHOUT.exec(name)
  if (!found || found.index < 2 || /^原/.test(found[1]!)) return null
  return { at: found.index, stem: found[1]!, kind: found[2] ?? '' }
}

/** The name of the school that a campus belongs to; null for a whole school. */
export function baseOf(name: string): string | null {
  const campus = campusOf(name)
  return campus && name.slice(0, campus.at)
}

/** 城北校区, 城北分校 and 城北 for one campus; of one character only its full name. */
function campusWords({ stem, kind }: Campus): string[] {
  const own = stem + kind
  const others = stem.length >= 2 && /^(?:校区|分校)$/.test(kind) ? [`${stem}校区`, `${stem}分校`] : []
  return [...new Set([own, `(${own})`, ...others, ...(stem.length >= 2 ? [stem] : [])])]
}

/** 红旗二小东校区, 东校区 and, among the speaker's own, 红旗二小 for a campus; `base` are the ways to say its school. */
export function campusForms(core: string, baseForms: (base: string) => Form[]): Form[] {
  const campus = campusOf(core)
  if (!campus) return []
  const alone: Form[] = /区|分/.test(campus.kind) ? [{ text: campus.stem + campus.kind, exact: false }] : []
  const words = campusWords(campus)
  return alone.concat(
    baseForms(core.slice(0, campus.at)).flatMap(({ text, exact }) =>
      words.map((word) => ({ text: text + word, exact })).concat({ text, exact: false }),
    ),
  )
}
