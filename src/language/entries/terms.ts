import { addDays, addMonths, dayInMonth, type Day } from '#src/domain/day.ts'
import type { TermSaid } from '#src/domain/entry.ts'
import type { Heard } from '../hear.ts'
import { schoolSaid } from './schools.ts'

/** 2023年9月到2026年8月: where a month stands alone the first begins with it and the last ends with it. */
const MONTHS =
  /(\d{4})年(\d{1,2})月?(?:(\d{1,2})[日号])?\s*(?:起)?\s*(?:到|至|-|—|~)\s*(\d{4})年(\d{1,2})月?(?:(\d{1,2})[日号])?/
const EXPLANATION = /(?:书面)?说明(?:材料)?[是为:：,，\s]+(.{2,200})$/

const lastOf = (year: number, month: number): Day | null => {
  const first = dayInMonth(year, month, 1)
  return first && addDays(addMonths(first, 1), -1)
}

/** From which day until which, as far as the words say. */
export function spanIn({ plain, dates }: Heard): Pick<TermSaid, 'startOn' | 'endOn'> {
  const months = MONTHS.exec(plain)?.slice(1).map(Number)
  if (months) {
    const [y1, m1, d1, y2, m2, d2] = months as [number, number, number, number, number, number]
    const startOn = dayInMonth(y1, m1, d1 || 1)
    const endOn = d2 ? dayInMonth(y2, m2, d2) : lastOf(y2, m2)
    return { ...(startOn && { startOn }), ...(endOn && { endOn }) }
  }
  const [first, second] = dates.filter(({ day }) => day !== null)
  const endOn = first?.until ?? second?.day
  return { ...(first?.day && { startOn: first.day }), ...(endOn && { endOn }) }
}

const NAMED = /^([一-龥·]{2,10}?)(?:副?校长|副?园长|书记)?的?(?:校长|园长)?任期/
const NO_NAME = /校长|园长|书记|本届|现任|这|那|登|录/

/** 陈源 of 文清陈源任期: what stands before the word, the school's name aside. */
function personIn({ plain, schools }: Heard): string | undefined {
  const rest = schools.reduceRight((text, { span }) => text.slice(0, span[0]) + text.slice(span[1]), plain)
  const name = NAMED.exec(rest.trim())?.[1]
  return name && !NO_NAME.test(name) ? name : undefined
}

/** 文清校长任期 2023年9月1日到2026年8月31日. */
export function termSaid(heard: Heard): TermSaid {
  const explanation = EXPLANATION.exec(heard.written)?.[1]?.trim()
  const [school] = heard.schools
  const person = personIn(heard)
  return {
    ...(school && schoolSaid(school)),
    ...(person && { person }),
    ...(explanation ? { explanation } : spanIn(heard)),
  }
}
