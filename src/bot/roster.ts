import { wordsInForce } from '#db/lexicon.ts'
import {
  allPlaces,
  allSchools,
  inspectorsOnFile,
  versionsOf,
  type SchoolRow,
  type Versions,
} from '#db/roster.ts'
import { teachingPeriods } from '#db/teaching-calendar.ts'
import { loadedWorkingDays } from '#db/working-days.ts'
import type { Db } from '#db/store.ts'
import type { Roster, School } from '#handlers/context.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { lexiconOf, type Lexicon } from '#src/language/lexicon/lexicon.ts'
import { createRegistry, type Registry } from '#src/language/schools/registry.ts'
import { CITY } from '#src/domain/records.ts'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'

/** What every turn needs of schools, places and calendar, kept in memory until an import changes it. */
export type Known = {
  versions: Versions
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
    const versions = await versionsOf(db)
    const { known } = memory
    if (known && isOf(known.versions, versions)) return known
    loading ??= load(db, versions, known).finally(() => (loading = null))
    return (memory.known = await loading)
  }
}

const isOf = (a: Versions, b: Versions): boolean => a.roster === b.roster && a.lexicon === b.lexicon

/** A new word does not make the schools be indexed anew. */
async function load(db: Db, versions: Versions, known: Known | null): Promise<Known> {
  const lexicon = lexiconOf(await wordsInForce(db))
  const city = known?.versions.roster === versions.roster ? known : await loadRoster(db)
  return { ...city, lexicon, versions }
}

async function loadRoster(db: Db): Promise<Omit<Known, 'versions' | 'lexicon'>> {
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
    (await inspectorsOnFile(db)).map(({ userid, name, role, alsoRoles, county, school }) => ({
      userid,
      name,
      roles: [role, ...alsoRoles],
      county,
      school,
    })),
  )
  return {
    registry,
    workingDays,
    roster: createRoster(schools, counties, city, await teachingPeriods(db)),
  }
}

function createRoster(
  rows: readonly SchoolRow[],
  counties: readonly string[],
  city: string,
  teaching: ReadonlyMap<string, readonly TeachingPeriod[]>,
): Roster {
  const all = rows.map(({ code, name, county, stage, openOn, closedOn, successor }): School => ({
    ...{ code, name, county, stage },
    ...(openOn && { openOn }),
    ...(closedOn && { closedOn, successor }),
  }))
  const byCode = new Map(all.map((school) => [school.code, school]))
  const byCounty = Map.groupBy(all, (school) => school.county)
  return {
    // A record may name a school that has been withdrawn since: it shows by its code.
    school: (code: SchoolCode) => byCode.get(code) ?? { code, name: code, county: null, stage: 'primary' },
    schoolsOf: (county) => byCounty.get(county) ?? [],
    allSchools: () => all,
    teaching: (place) => teaching.get(place ?? CITY) ?? teaching.get(CITY) ?? [],
    closed: all.filter((school) => school.closedOn),
    counties,
    city,
  }
}
