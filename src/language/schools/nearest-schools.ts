import type { SchoolCode } from '#src/domain/words.ts'
import { baseOf } from './campus-names.ts'
import { shortPlace } from '../places.ts'
import type { Sense } from './registry.ts'
import type { Speaker } from '../understanding.ts'

/**
 * How near a school is to the speaker: his own, his county's, the city's. The school where a part-time inspector works is
 * not among those that he inspects.
 */
export function levelOf({ entry }: Sense, speaker: Speaker): number {
  const own =
    speaker.side === 'school' ? entry.code === speaker.school : speaker.assigned.includes(entry.code)
  if (own) return 0
  return speaker.county !== null && entry.county === speaker.county ? 1 : 2
}

/** The schools that senses tell, each once. */
export const codesOf = (senses: readonly Sense[]): SchoolCode[] => [
  ...new Set(senses.map(({ entry }) => entry.code)),
]

/** A whole name beats a part of one, and a school its campus that is called by the school's name. */
function best(senses: readonly Sense[]): Sense[] {
  const exact = senses.filter((sense) => sense.exact)
  const fitting = exact.length > 0 ? exact : [...senses]
  // An alias of both is a whole name of both.
  if (fitting.length < 2 || exact.length > 1) return fitting
  const names = new Set(fitting.map(({ entry }) => entry.name))
  return fitting.filter(({ entry }) => !names.has(baseOf(entry.name) ?? ''))
}

/** The first level at which one fits decides; a place that was named decides instead of the level. */
function nearest(senses: readonly Sense[], speaker: Speaker): SchoolCode[] {
  for (const level of [0, 1, 2]) {
    const there = senses.filter((sense) => levelOf(sense, speaker) === level)
    if (there.length > 0) return codesOf(best(there))
  }
  return []
}

/** 赣州三中: of several, those whose own name begins with the city and not with one of its counties. */
function ofCity(senses: readonly Sense[], named: readonly string[]): readonly Sense[] {
  const there = senses.filter(({ entry }) => entry.city !== null && named.includes(entry.city))
  return there.length > 0 ? there : senses
}

/** The candidates that senses leave, `named` being the places that were said with the name. */
export function resolved(
  senses: readonly Sense[],
  named: readonly string[],
  cities: ReadonlySet<string>,
  speaker: Speaker,
): SchoolCode[] {
  const narrow = named.filter((name) => !cities.has(name))
  const meant = named.length > narrow.length ? ofCity(senses, named) : senses
  if (narrow.length === 0) return nearest(meant, speaker)
  const there = senses.filter(({ entry }) => narrow.every((name) => entry.places.includes(name)))
  // A school of the city itself stands in some county that its row does not tell; 南康三中 is never 赣州市第三中学.
  const ofNoCounty = senses.filter(({ entry }) => entry.county === null && entry.city === null)
  if (there.length === 0) return codesOf(best(ofNoCounty))
  // 区一中 is the one that bears the county in its name, not the city's that stands there.
  const bearing = there.filter(
    ({ entry }) => entry.city === null || narrow.every((name) => entry.name.includes(name)),
  )
  if (bearing.length > 0 && bearing.length < there.length) return resolved(bearing, named, cities, speaker)
  // Two counties may have a township of one name.
  return there.every(({ entry }) => narrow.includes(shortPlace(entry.county ?? '')))
    ? codesOf(best(there))
    : nearest(there, speaker)
}
