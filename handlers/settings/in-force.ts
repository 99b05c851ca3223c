import { settingsOnFile } from '#db/records.ts'
import type { Day } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { SettingKey, SettingValue } from '#src/policy/checks/settings.ts'
import { settingsInForce } from '#src/policy/checks/view/settings-in-force.ts'
import type { Context } from '../context.ts'

/** What a place has settled (null: the city level), else what holds everywhere, in force on a day. */
export async function settingOn<K extends SettingKey>(
  { db }: Pick<Context, 'db'>,
  key: K,
  county: string | null,
  on: Day,
): Promise<SettingValue<K>> {
  return settingsInForce(await settingsOnFile(db))(key, county ?? CITY, on)
}
