import { dayAhead } from './dates.ts'
import type { Heard } from './hear.ts'
import type { Said } from './named.ts'
import { NUMERAL, numeralOf } from './numerals.ts'
import type { Listening, Span } from './understanding.ts'

/** A time of day: 下午两点半, 14:30, 九时. */
export const CLOCK = new RegExp(
  `(早上|早晨|上午|中午|下午|傍晚|晚上|早|晚)?\\s*(?:(${NUMERAL})(?:点钟?(?!要求|建议|意见|问题|内容|说明|体会|措施)|时(?!间|候))(?:(半)|(一刻)|(三刻)|整|(${NUMERAL})分?)?|(\\d{1,2}):(\\d{2}))`,
)

/** The hour as a clock of 24 shows it: 下午3点 is 15, and without a word 1 to 6 are of the afternoon. */
function hourOf(said: number, part: string | undefined): number {
  if (/下午|傍晚|晚/.test(part ?? '')) return said < 12 ? said + 12 : said
  if (part === '中午') return said < 6 ? said + 12 : said
  return part === undefined && said >= 1 && said <= 6 ? said + 12 : said
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The first time of day in a text, as minutes since midnight, and where it stands; null where none is said. */
export function clockIn(plain: string): { minutes: number; span: Span } | null {
  const found = CLOCK.exec(plain)
  if (!found) return null
  const [words, part, hour, half, quarter, threeQuarters, minutes, digitalHour, digitalMinute] = found
  const before = part ?? /(早|晚|上午|下午)\s*$/.exec(plain.slice(0, found.index))?.[1]
  const h = hourOf(numeralOf(hour ?? digitalHour!) ?? NaN, before)
  const m = half ? 30 : quarter ? 15 : threeQuarters ? 45 : (numeralOf(minutes ?? digitalMinute ?? '0') ?? 0)
  if (!(h < 24 && m < 60)) return null
  return { minutes: h * 60 + m, span: [found.index, found.index + words.length] }
}

/** The day and time that an arrangement names, as `2026-03-17T09:00`; null where either is missing. */
export function startIn({ plain, dates }: Heard, listening: Listening): Said<string> | null {
  const { today } = listening
  const clock = clockIn(plain)
  const date = dates.find(({ day }) => day !== null && day >= today) ?? dates.find(({ day }) => day !== null)
  if (!clock || !date) return null
  // 25号 and 周五 of an arrangement are those to come.
  const on = date.day! < today ? (dayAhead(plain.slice(...date.span), listening) ?? date.day) : date.day
  const { minutes, span } = clock
  const [from, to] = [Math.min(date.span[0], span[0]), Math.max(date.span[1], span[1])]
  return { value: `${on}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`, span: [from, to] }
}
