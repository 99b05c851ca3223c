import type { Looked } from '#cards/checks/looked.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import { addYears, day, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { readsOf } from '#src/policy/checks/reads.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import type { Context } from '../context.ts'
import { namesIn } from './names.ts'
import { placesOf } from './places.ts'
import type { Topic } from './topic.ts'

/**
 * What is on file today of a place, or of a few inspectors, and what the checks of a topic make of it. Nothing is left out
 * of what has been read: whoever asks chooses the lines that are his.
 */
export async function lookAt(
  on: Pick<Context, 'db' | 'roster' | 'today'>,
  topic: Pick<Topic, 'checks' | 'besides'>,
  place: string,
  inspectors: readonly UserId[] | null = null,
): Promise<Looked> {
  const kinds = new Set([...readsOf(topic.checks), ...(topic.besides ?? [])])
  const records = await readRecordsWithin(on.db, kinds, {
    places: await placesOf(on, place),
    inspectors,
    // Two years and two semesters are judged at most; closed cases of a year count (records-contract.md B2.10, C7.3).
    since: addYears(day(`${yearOf(on.today)}-01-01`), -1),
  })
  const view = asOf(records, on.today)
  return {
    view,
    records,
    lines: linesOf(view, topic.checks),
    place,
    whole: place === CITY,
    person: null,
    totalsOnly: false,
    unit: null,
    period: null,
    more: null,
    placeName: placeName(place),
    nameOf: await namesIn(on, records),
  }
}

/** Of what was looked at for the whole city the part of a place. */
export const linesAt = (city: Looked, place: string): Looked =>
  place === CITY
    ? city
    : {
        ...city,
        ...{ place, placeName: placeName(place), whole: false },
        lines: city.lines.filter((line) => line.place === place),
      }

const placeName = (place: string): string => (place === CITY ? '全市' : place)
