import { allPlaces } from '#db/roster.ts'
import { CITY } from '#src/domain/records.ts'
import type { Context } from '../context.ts'

/** The places whose rows are read: all for the city, a county with the zones that are counted in it. */
export async function placesOf(
  { db, roster }: Pick<Context, 'db' | 'roster'>,
  place: string,
): Promise<string[]> {
  if (place === CITY) return [CITY, ...roster.counties]
  const zones = (await allPlaces(db)).filter(({ countedIn }) => countedIn === place)
  return [place, ...zones.map(({ name }) => name)]
}
