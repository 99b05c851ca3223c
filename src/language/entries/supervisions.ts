import { dayInMonth, monthOf, yearOf, type Day } from '#src/domain/day.ts'
import type { SupervisionSaid } from '#src/domain/entry.ts'
import { daysAhead } from '../dates.ts'
import type { Heard } from '../hear.ts'
import type { Named } from '../named.ts'
import type { Listening } from '../understanding.ts'
import { whoSaid } from './people.ts'
import { schoolSaid } from './schools.ts'

/** A third of a month begins with its first day. */
const THIRDS: readonly (readonly [RegExp, number])[] = [
  [/上旬/, 1],
  [/中旬/, 11],
  [/下旬/, 21],
]

function firstOf(words: string, day: Day): Day {
  const first = THIRDS.find(([third]) => third.test(words))?.[1]
  return first === undefined ? day : (dayInMonth(yearOf(day), monthOf(day), first) ?? day)
}

/** 12月上旬给阳明安排综合督导 王督学带队 再加李督学: who is named first leads. */
export function supervisionSaid(heard: Heard, { people }: Named, listening: Listening): SupervisionSaid {
  const { plain, dates } = heard
  const [school] = heard.schools
  const date = dates.find(({ day }) => day !== null)
  const words = date ? plain.slice(...date.span) : ''
  const day = date && (daysAhead(words, listening).day ?? date.day)
  const plannedOn = day && firstOf(words, day)
  const who = people.map(whoSaid)
  const team = who.flatMap((each) => each.who ?? [])
  const called = who.flatMap((each) => each.called ?? [])
  return {
    ...(school && schoolSaid(school)),
    ...(plannedOn && { plannedOn }),
    ...(team.length > 0 && { team }),
    ...(called.length > 0 && { called }),
  }
}
