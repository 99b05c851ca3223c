import { addYears, type Day } from '#src/domain/day.ts'
import type { Inspector } from '#src/domain/records.ts'
import type { SchoolCode } from '#src/domain/words.ts'

/** `kin` forbids it; the others need the office's reason, or a declaration (R-10; records contract, C10.6). */
export type RecusalReason = 'kin' | 'serving' | 'left' | 'undeclared' | 'none'

type Card = Pick<Inspector, 'recusals' | 'servingSchool' | 'formerSchool' | 'formerLeftOn'>

/**
 * Why an inspector would have to leave a school to others on a day: `heads` are those who head it, `worksAt` the school that
 * the roster has him at, `years` how long a school that he left stays his own.
 */
export function recusalReason(
  school: SchoolCode,
  card: Card | null,
  {
    heads,
    worksAt,
    years,
    on,
  }: { heads: ReadonlySet<string>; worksAt: SchoolCode | null; years: number; on: Day },
): RecusalReason {
  if (card?.recusals.some((named) => named === school || heads.has(named))) return 'kin'
  if (card?.servingSchool === school || worksAt === school) return 'serving'
  const isRecent = !card?.formerLeftOn || on < addYears(card.formerLeftOn, years)
  if (card?.formerSchool === school && isRecent) return 'left'
  return card && card.recusals.length > 0 ? 'none' : 'undeclared'
}
