import { addDays, addYears } from '#src/domain/day.ts'
import type { InspectorTermSaid } from '#src/domain/entry.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import { numeralOf, NUMERAL } from '../numerals.ts'
import { whoSaid } from './people.ts'
import { spanIn } from './terms.ts'

const YEARS = new RegExp(`(${NUMERAL})\\s*年(?!\\d|[度级])`)
const UNTIL = /(?:到|至|续到|延到|延长到)/

/** 续聘李敏 2026年3月29日到2029年3月28日, 李敏聘期续三年, 李敏聘期续到2029年3月28日: whom, from when, until when. */
export function inspectorTermSaid(heard: Heard, { people }: Named): InspectorTermSaid {
  const [who] = people
  const { startOn, endOn } = spanIn(heard)
  const years = YEARS.exec(heard.plain.replace(/\d{4}年/g, ''))?.[1]
  const count = years === undefined ? null : numeralOf(years)
  const named = who && whoSaid(who)
  // A single day is the last where it is said so, else the first.
  if (startOn && !endOn && UNTIL.test(heard.plain)) return { ...named, endOn: startOn }
  const last = endOn ?? (startOn && count ? addDays(addYears(startOn, count), -1) : undefined)
  return {
    ...named,
    ...(startOn && { startOn }),
    ...(last && { endOn: last }),
    ...(count && !startOn && { years: count }),
  }
}
