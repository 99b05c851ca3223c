import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openNode, type NodeStore } from '#db/node.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { addDays, at, dayOf, instantOf, plusMs, yearOf, type Instant } from '#src/domain/day.ts'
import { tick } from '#src/schedule/tick.ts'
import { fileRecords } from './checks.ts'
import { fillCity } from './city.ts'
import { clockOn } from './minutes.ts'
import { startServer } from './stage.ts'

const NOW = instantOf('2026-11-23T10:00:00+08:00')
const INSPECTORS = 320
const VISITS_EACH = 125
/** What the start has taken for a while is given back only then. */
const COMES_TO_REST_MS = 10_000
/** The minutes from eight on in which people have their turn. */
const TURNS = 10
const CITIES = [...'东西南北中'].flatMap((side) => [...'江河山湖海溪'].map((water) => `${side}${water}市`))

/** What tells one city's rows from another's: names and places get the city's name before them. */
const NAMED: Record<string, readonly string[]> = {
  places: ['name', 'counted_in'],
  schools: ['code', 'name', 'county', 'successor', 'main_school'],
  people: ['userid', 'written', 'county', 'school_code'],
  assignments: ['inspector', 'school'],
  visits: ['id', 'no', 'inspector', 'school'],
  inspectors: ['id', 'userid', 'place'],
  training: ['id', 'userid'],
  student_numbers: ['id', 'place'],
  principal_terms: ['id', 'school', 'person'],
  supervisions: ['id', 'no', 'place'],
}

/** Gives an open database the data of thirty cities: one that is made, and the same under 29 other names. */
async function fillThirtyCities(store: NodeStore, now: Instant): Promise<void> {
  const { client } = store
  await fileRecords(store, await fillCity(store, INSPECTORS, now, VISITS_EACH), dayOf(now))
  // The records of past semesters would be archived, a hundred a minute, for hours.
  client.exec("update visits set state = 'archived'")
  for (const [table, named] of Object.entries(NAMED)) {
    client.exec(`create temp table one as select * from ${table} where ${ofOneCity(table)}`)
    const columns = client.pragma(`table_info(${table})`) as { name: string }[]
    const values = columns.map(({ name }) => (named.includes(name) ? `@city || ${name}` : name))
    const copy = client.prepare(`insert into ${table} select ${values.join(', ')} from one`)
    client.transaction(() => CITIES.slice(1).forEach((city) => copy.run({ city })))()
    client.exec('drop table one')
  }
}

const ofOneCity = (table: string): string => (table === 'places' ? "level <> 'city'" : 'true')

/** A tick of thirty cities in milliseconds: in a minute that brings nothing, and the longest of a morning's. */
async function ticks(store: NodeStore, today = dayOf(NOW)): Promise<{ idle: number; morning: number }> {
  await fillWorkingDays(store, yearOf(today) + 1)
  const deps = clockOn(store)
  const took = async (now: Instant) => {
    const begun = performance.now()
    await tick(deps, now)
    return performance.now() - begun
  }
  await took(at(addDays(today, 1), 7))
  const idle = await took(plusMs(at(addDays(today, 1), 7), 60_000))
  let morning = 0
  for (let minute = 0; minute < TURNS; minute++)
    morning = Math.max(morning, await took(at(addDays(today, 1), 8, minute)))
  return { idle, morning }
}

/** The lines that the bench prints of it. */
export async function thirtyCitiesLines(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'dudao-thirty-'))
  const path = join(folder, 'thirty.db')
  const store = await openNode(path, { kind: 'live' })
  await fillThirtyCities(store, NOW)
  await store.close()
  const server = await startServer(path, 9)
  await pause(COMES_TO_REST_MS)
  const restMb = server.residentMb()
  await server.stop()
  const again = await openNode(path, { kind: 'live' })
  const { idle, morning } = await ticks(again)
  await again.close()
  rmSync(folder, { recursive: true })
  return [
    `thirty cities in one database: ${restMb.toFixed(0)} MB at rest; a minute that brings nothing ${idle.toFixed(1)} ms, the longest of those that tell the checks in the morning ${(morning / 1000).toFixed(1)} s`,
  ]
}

if (import.meta.main) console.log((await thirtyCitiesLines()).join('\n'))
