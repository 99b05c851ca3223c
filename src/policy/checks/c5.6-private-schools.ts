import type { School } from '#src/domain/records.ts'
import type { Ownership, SchoolCode } from '#src/domain/words.ts'
import { plaqueCoverage } from './c5.1-plaque-coverage.ts'
import { semesterVisits } from './c5.3-semester-visits.ts'
import { principalsTerm } from './c5.4-principals-term.ts'
import { schoolCycle } from './c5.5-school-cycle.ts'
import type { Check, Finding, Line } from './check.ts'
import { firstOf } from './levels.ts'
import type { Area } from './view/places.ts'
import { placeOfSchool } from './view/view.ts'

/** C5.6 (S-5): private schools are supervised as well as public ones; contract B4, measure 5. */
export const privateSchools: Check = {
  id: 'C5.6',
  name: '民办学校督导',
  clause: 'S-5',
  threshold: 'default',
  find: (view, printed) => {
    const ownership = new Map(view.schools.map((school) => [school.code, school.ownership]))
    const counted = COMPARED.map((check) => ({
      check: check.id,
      byPlace: countByPlace(printed(check), ownership),
    }))
    const privates = Map.groupBy(
      view.schools.filter((school) => school.ownership === 'private'),
      placeOfSchool,
    )
    return view.places.each.flatMap((area) =>
      compared(
        area,
        area.takesIn.flatMap((place) => privates.get(place) ?? []),
        counted,
      ),
    )
  },
}

const COMPARED = [plaqueCoverage, semesterVisits, principalsTerm, schoolCycle]

/** Lines of one check: those that are in order, and those that are known. */
type Rate = { good: number; known: number }
type Count = Record<Ownership, Rate>
type Counted = { check: string; byPlace: ReadonlyMap<string, Count> }

const nobody = (): Count => ({ private: { good: 0, known: 0 }, public: { good: 0, known: 0 } })

/** The lines of the schools of each place, without those of the whole city. */
function countByPlace(
  lines: readonly Line[],
  ownership: ReadonlyMap<SchoolCode, Ownership>,
): Map<string, Count> {
  const counts = new Map<string, Count>()
  for (const { school, place, level } of lines) {
    if (school === undefined || level === 'unknown') continue
    const count = counts.get(place) ?? nobody()
    counts.set(place, count)
    const rate = count[ownership.get(school)!]
    rate.known += 1
    if (level === 'ok' || level === 'notice') rate.good += 1
  }
  return counts
}

function compared(
  { subject, takesIn }: Area,
  schools: readonly School[],
  counted: readonly Counted[],
): Finding[] {
  if (schools.length === 0) return []
  const comparable = counted
    .map(({ check, byPlace }) => ({ check, ...sum(takesIn.map((place) => byPlace.get(place) ?? nobody())) }))
    .filter((each) => each.private.known > 0 && each.public.known > 0)
  // Rates are compared as whole numbers, each side times the denominator of the other.
  const lower = comparable.filter(
    (each) => each.private.good * each.public.known < each.public.good * each.private.known,
  )
  return [
    {
      subject,
      place: subject,
      level: firstOf([comparable.length === 0, 'unknown'], [lower.length > 0, 'notice']),
      figures: { schools: schools.length, lower: lower.map(({ check }) => check) },
      evidence: schools.map(({ code }) => code),
    },
  ]
}

const sum = (counts: readonly Count[]): Count =>
  counts.reduce(
    (all, each) => ({ private: plus(all.private, each.private), public: plus(all.public, each.public) }),
    nobody(),
  )

const plus = (one: Rate, other: Rate): Rate => ({
  good: one.good + other.good,
  known: one.known + other.known,
})
