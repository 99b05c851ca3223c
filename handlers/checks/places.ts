import { allPlaces } from '#db/roster.ts'
import type { Db } from '#db/store.ts'
import { CITY } from '#src/domain/records.ts'
import type { Context } from '../context.ts'

/** The places whose rows are read: all for the city, a county with the zones that are counted in it. */
export const placesOf = async (
  { db, roster }: Pick<Context, 'db' | 'roster'>,
  place: string,
): Promise<string[]> => (place === CITY ? [CITY, ...roster.counties] : withItsZones(db, place))

/** A place with the zones that are counted in it: its ratios take these in. */
export async function withItsZones(db: Db, place: string): Promise<string[]> {
  const zones = (await allPlaces(db)).filter(({ countedIn }) => countedIn === place)
  return [place, ...zones.map(({ name }) => name)]
}
