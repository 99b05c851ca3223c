import type { Day } from '#src/domain/day.ts'
import { CITY, type Place } from '#src/domain/records.ts'
import { holds } from './spans.ts'

/** A line of the whole city or of a county, with the places whose people and numbers it takes in. */
export type Area = { subject: string; takesIn: readonly string[] }

/** The places of a day (records-contract.md B2.6). The city level is named `CITY`. */
export type Places = {
  /** P: every county-tier place in force, functional zones included. */
  counties: readonly Place[]
  /** The city and those of P that have a government of their own. */
  governed: readonly string[]
  /** The same without the city. */
  governments: readonly string[]
  /** The whole city: the city level and P. A place that is not in force is in no sum of it. */
  wholeCity: Area
  /** The city as a whole, and each of P by itself. */
  each: readonly Area[]
  /** The city as a whole, and each of P with the zones counted in it (C9.1, C9.2, C10.1). */
  withTheirZones: readonly Area[]
}

export function placesAt(rows: readonly Place[], day: Day): Places {
  const counties = rows.filter(
    (place) => place.level !== CITY && holds({ from: place.validFrom, to: place.validTo }, day),
  )
  const governments = counties.filter(({ government }) => government).map(({ name }) => name)
  const wholeCity = { subject: CITY, takesIn: [CITY, ...counties.map(({ name }) => name)] }
  const zones = Map.groupBy(counties, ({ countedIn }) => countedIn)
  return {
    counties,
    governed: [CITY, ...governments],
    governments,
    wholeCity,
    each: [wholeCity, ...counties.map(({ name }) => ({ subject: name, takesIn: [name] }))],
    withTheirZones: [
      wholeCity,
      ...(zones.get(null) ?? []).map(({ name }) => ({
        subject: name,
        takesIn: [name, ...(zones.get(name) ?? []).map((zone) => zone.name)],
      })),
    ],
  }
}
