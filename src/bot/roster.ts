import { allPlaces, allSchools, rosterVersion, type SchoolRow } from '#db/roster.ts'
import { loadedWorkingDays } from '#db/working-days.ts'
import type { Db } from '#db/store.ts'
import type { Roster, School } from '#handlers/context.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { OUR_LEXICON, type Lexicon } from '#src/language/lexicon/lexicon.ts'
import { createRegistry, type Registry } from '#src/language/registry.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'

/** What every turn needs of schools, places and calendar, kept in memory until an import changes it. */
export type Known = {
  version: number
  roster: Roster
  registry: Registry
  lexicon: Lexicon
  workingDays: WorkingDays
}

export type RosterMemory = { known: Known | null }

/** Gives the roster as of now: a running bot notices an import by the version that it left. */
export function createRosterKeeper(db: Db, memory: RosterMemory = { known: null }): () => Promise<Known> {
  // Callbacks that arrive together wait for one reading, not each for its own.
  let loading: Promise<Known> | null = null
  return async () => {
    const version = await rosterVersion(db)
    if (memory.known?.version === version) return memory.known
    loading ??= load(db, version).finally(() => (loading = null))
    return (memory.known = await loading)
  }
}

async function load(db: Db, version: number): Promise<Known> {
  const [schools, places, workingDays] = [
    (await allSchools(db)).filter((school) => !school.withdrawn),
    (await allPlaces(db)).filter((place) => !place.withdrawn),
    await loadedWorkingDays(db),
  ]
  const counties = places.filter((place) => place.level !== 'city').map((place) => place.name)
  const city = places.find((place) => place.level === 'city')?.name ?? '市'
  const registry = createRegistry(
    schools.map(({ code, name, county, aliases, formerNames }) => ({
      code,
      name,
      county,
      aliases,
      formerNames,
    })),
    counties,
  )
  return {
    version,
    registry,
    lexicon: OUR_LEXICON,
    workingDays,
    roster: createRoster(schools, counties, city),
  }
}

function createRoster(rows: readonly SchoolRow[], counties: readonly string[], city: string): Roster {
  const all = rows.map(({ code, name, county, stage, closedOn, successor }): School =>
    closedOn ? { code, name, county, stage, closedOn, successor } : { code, name, county, stage },
  )
  const byCode = new Map(all.map((school) => [school.code, school]))
  const byCounty = Map.groupBy(all, (school) => school.county)
  return {
    // A record may name a school that has been withdrawn since: it shows by its code.
    school: (code: SchoolCode) => byCode.get(code) ?? { code, name: code, county: null, stage: 'primary' },
    schoolsOf: (county) => byCounty.get(county) ?? [],
    allSchools: () => all,
    closed: all.filter((school) => school.closedOn),
    counties,
    city,
  }
}
