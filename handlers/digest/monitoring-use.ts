import { useText } from '#cards/checks/papers.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import { day as dayNamed, yearOf } from '#src/domain/day.ts'
import { CITY } from '#src/domain/records.ts'
import type { Role } from '#src/domain/words.ts'
import { readsUseOfMonitoring } from '#src/policy/checks/digested.ts'
import { placesOf } from '../checks/places.ts'
import type { Reading } from './brief.ts'

/** How far the special supervisions of the year that is over went by monitoring reports (C6.2), for whose digest it is. */
export async function useOfMonitoring(on: Reading, to: Role, length: 'week' | 'month'): Promise<string[]> {
  if (!readsUseOfMonitoring(to, length, on.today)) return []
  const year = yearOf(on.today) - 1
  const records = await readRecordsWithin(on.db, new Set(['supervisions']), {
    places: await placesOf(on, CITY),
    inspectors: null,
    since: dayNamed(`${year}-01-01`),
  })
  const text = useText({ records, place: CITY }, year)
  return text === null ? [] : [`· 监测结果运用：${text}`]
}
