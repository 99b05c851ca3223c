import { readRecordsWithin } from '#db/records-within.ts'
import { sourceText } from '#cards/sources.ts'
import { addDays, mondayOf, type Day } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import { CITY, type Records } from '#src/domain/records.ts'
import { caseStateOf } from '#src/policy/checks/case-state.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import type { Sight } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'

/** As far back as the picture looks. */
const WEEKS = 8

/** How many were overdue at the end of each of the last weeks, and today, to look at; null for less than a place. */
export async function overdueWeeks(ctx: Context, sight: Sight): Promise<Picture | null> {
  if (sight.kind === 'schools') return null
  const place = sight.kind === 'city' ? '全市' : sight.county
  const sunday = addDays(mondayOf(ctx.today), -1)
  const days = Array.from({ length: WEEKS }, (_, i) => addDays(sunday, -7 * (WEEKS - 1 - i)))
  const records = await readRecordsWithin(ctx.db, new Set(['cases'] as const), {
    places: sight.kind === 'city' ? [CITY, ...ctx.roster.counties] : [sight.county],
    inspectors: null,
    since: days[0]!,
  })
  const weeks = [...new Set([...days, ctx.today])]
  return {
    kind: 'overdue',
    title: `${place}逾期未整改（近 ${WEEKS} 周）`,
    day: ctx.today,
    source: `依据：${sourceText('S-7')}`,
    weeks: weeks.map((until) => ({ until, overdue: overdueOn(records, until) })),
  }
}

/** By the dates of the ledger: the school had it on that day, and its day was past. */
const overdueOn = (records: Records, on: Day): number =>
  asOf(records, on).records.cases.filter(
    (each) =>
      each.dueOn !== null && each.dueOn < on && ['issued', 'acknowledged'].includes(caseStateOf(each)),
  ).length
