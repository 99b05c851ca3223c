import { lineOf, type Check, type Line } from './check.ts'
import { byCodePoints } from './code-points.ts'
import { CHECKS } from './list.ts'
import type { View } from './view/view.ts'

/**
 * What checks find in the records of a day, in the order of the checks and then of the subjects. A check that looks at the
 * lines of others is given them as they are printed; each check is run once.
 */
export function linesOf(view: View, checks: readonly Check[] = CHECKS): Line[] {
  const known = new Map<Check, readonly Line[]>()
  const printed = (check: Check): readonly Line[] => {
    const lines = known.get(check) ?? linesOfOne(check)
    known.set(check, lines)
    return lines
  }
  const linesOfOne = (check: Check): Line[] =>
    check
      .find(view, printed)
      .map((finding) => lineOf(check, finding, view))
      .toSorted((a, b) => byCodePoints(a.subject, b.subject))
  return checks.flatMap(printed)
}
