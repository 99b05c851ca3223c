import type { Day } from '#src/domain/day.ts'
import type { Setting } from '#src/domain/records.ts'
import { readSetting, SETTINGS, type SettingKey, type SettingValue } from '../settings.ts'

/** The value for a place that was in force on a day. */
export type SettingsInForce = <K extends SettingKey>(key: K, place: string, on: Day) => SettingValue<K>

const EVERYWHERE = ''

/**
 * The latest row for the place, else the latest for everywhere, else the default (records-contract.md B2.14). The city
 * level is a place like any other here.
 */
export function settingsInForce(rows: readonly Setting[]): SettingsInForce {
  const latestFirst = rows.toSorted((a, b) => (a.effectiveFrom < b.effectiveFrom ? 1 : -1))
  const byKey = Map.groupBy(latestFirst, ({ key }) => key)
  const known = new Map<string, unknown>()
  return <K extends SettingKey>(key: K, place: string, on: Day): SettingValue<K> => {
    const all = byKey.get(key) ?? []
    // Most keys have no row at all: they share the default.
    const name = all.length === 0 ? key : `${key}|${place}|${on}`
    if (!known.has(name)) known.set(name, valueOf(key, all, place, on))
    return known.get(name) as SettingValue<K>
  }
}

function valueOf(key: SettingKey, latestFirst: readonly Setting[], place: string, on: Day): unknown {
  const inForce = latestFirst.filter((row) => row.effectiveFrom <= on)
  const own = inForce.find((row) => row.place === place)
  const row = own ?? inForce.find((each) => each.place === EVERYWHERE)
  return (row && readSetting(key, row.value)) ?? readSetting(key, SETTINGS[key].standard)
}
