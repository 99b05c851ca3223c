import type { Day } from '#src/domain/day.ts'
import type { Records } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'

/** A responsible inspector and a school; an override is the county office's reason not to mind a recusal (C10.6). */
export type Pair = { inspector: UserId; school: SchoolCode; overridden: boolean }

/** Who is responsible for which school on a day (records-contract.md B2.9). */
export type Assignments = {
  /** One a pair, of open schools and active inspectors. */
  active: readonly Pair[]
  bySchool: ReadonlyMap<SchoolCode, readonly Pair[]>
  byInspector: ReadonlyMap<UserId, readonly Pair[]>
  /** Schools with somebody who works as an inspector and whose card is not on file. */
  unproven: ReadonlyMap<SchoolCode, readonly UserId[]>
}

type Row = { inspector: UserId; school: SchoolCode; to: Day | null; overrideReason: string | null }

export function assignmentsAt(
  records: Records,
  day: Day,
  isOpen: (school: SchoolCode) => boolean,
  isActive: (inspector: UserId) => boolean,
  isWithoutCard: (inspector: UserId) => boolean,
): Assignments {
  const rows = [...records.assignments, ...shorthand(records)].filter(
    ({ school, to }) => (to === null || day <= to) && isOpen(school),
  )
  const active = pairsOf(rows.filter(({ inspector }) => isActive(inspector)))
  const unproven = pairsOf(rows.filter(({ inspector }) => isWithoutCard(inspector)))
  return {
    active,
    bySchool: Map.groupBy(active, ({ school }) => school),
    byInspector: Map.groupBy(active, ({ inspector }) => inspector),
    unproven: new Map(
      [...Map.groupBy(unproven, ({ school }) => school)].map(([school, pairs]) => [
        school,
        pairs.map(({ inspector }) => inspector),
      ]),
    ),
  }
}

const nameOf = ({ inspector, school }: { inspector: UserId; school: SchoolCode }): string =>
  `${inspector}/${school}`

/** `people.assigned_school_codes` yields to any row of the same pair that has begun, an ended one too (B7.4). */
function shorthand({ people, assignments }: Records): Row[] {
  const dated = new Set(assignments.map(nameOf))
  return people
    .flatMap(({ userid, assigned }) =>
      assigned.map((school) => ({ inspector: userid, school, to: null, overrideReason: null })),
    )
    .filter((row) => !dated.has(nameOf(row)))
}

function pairsOf(rows: readonly Row[]): Pair[] {
  const pairs = new Map<string, Pair>()
  for (const row of rows) {
    const { inspector, school } = row
    const overridden = pairs.get(nameOf(row))?.overridden === true || Boolean(row.overrideReason)
    pairs.set(nameOf(row), { inspector, school, overridden })
  }
  return [...pairs.values()]
}
