import { enteredBy, visitsNumbered, type Visit } from '#db/visits.ts'
import { DAY_MS, daysBetween, dayOf, plusMs } from '#src/domain/day.ts'
import type { Role } from '#src/domain/words.ts'
import type { RecordHeard } from '#src/language/understanding.ts'
import { receiptSeries } from '#src/policy/numbering.ts'
import { roleFor } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { roleToVisit, visitorRole } from './draft.ts'

/** How far back a record is looked for that is not named by its number. */
const LOOKED_BACK_MS = 60 * DAY_MS

/**
 * The submitted records that words may mean: the one with that number, else his own that fit, of today before any earlier;
 * where nothing is named, his last of today (utterances 7–10).
 */
export async function recordsMeant(ctx: Context, meant: RecordHeard | null): Promise<Visit[]> {
  if (meant?.number) return byNumber(ctx, meant.number)
  const mine = (await enteredBy(ctx.db, ctx.me.userid, plusMs(ctx.now, -LOOKED_BACK_MS), ctx.now)).filter(
    (each) => each.state === 'submitted',
  )
  const today = mine.filter((each) => enteredDaysAgo(ctx, each) === 0)
  const names = meant && (meant.school || meant.date || meant.part)
  if (!names) return today.slice(0, 1)
  const fitting = mine.filter((each) => fits(each, meant))
  const fresh = fitting.filter((each) => today.includes(each))
  return fresh.length > 0 ? fresh : meant.date ? fitting : fitting.slice(0, 1)
}

/** Whether a record, or a draft of one, is what these words name. */
export const fits = (each: Visit, { school, date, part }: RecordHeard): boolean =>
  (!school || (each.school !== null && school.candidates.includes(each.school))) &&
  (!date || each.onDay === date) &&
  (!part || each.part === part)

/** People write the place short, or run on before it: the series tells which places may be meant. */
async function byNumber(ctx: Context, number: string): Promise<Visit[]> {
  const [, place = '', year = '', n = ''] = /^(.+)-(\d{2})-(\d+)$/.exec(number) ?? []
  const numbers = [null, ...ctx.roster.counties]
    .map((county) => receiptSeries(county, 2000 + Number(year)))
    .filter((series) => {
      const stem = series.slice(0, -3)
      return stem.endsWith(place) || place.endsWith(stem)
    })
    .map((series) => `${series}-${n}`)
  const found = await visitsNumbered(ctx.db, numbers)
  return found.filter((each) => each.state === 'submitted' && mayTouch(ctx, each) !== null)
}

export const enteredDaysAgo = (ctx: Context, visit: Visit): number =>
  daysBetween(dayOf(visit.submittedAt ?? ctx.now), ctx.today)

/**
 * Who may put a record right or take it back: its inspector for so many days, the county office at any time with a reason;
 * its inspector later, or another inspector of the school, may only propose it to the office (policy.md 3.1, 4.2).
 */
export type Touch = { as: 'author' | 'office' | 'asker'; role: Role }

export function mayTouch(ctx: Context, visit: Visit, days = 0): Touch | null {
  const school = visit.school && ctx.roster.school(visit.school)
  if (!school) return null
  const role = visitorRole(ctx.me)
  const isAuthor = visit.inspector === ctx.me.userid
  if (isAuthor && enteredDaysAgo(ctx, visit) <= days) return { as: 'author', role }
  const office = roleFor(ctx.me, 'correct_record', { school: school.code, county: school.county })
  if (office) return { as: 'office', role: office }
  const visitor = roleToVisit(ctx, school)
  return isAuthor || visitor ? { as: 'asker', role: visitor ?? role } : null
}
