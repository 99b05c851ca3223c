import { CITY } from '#src/domain/records.ts'
import type { CountiesPicture, HoursPicture, Picture } from '#src/domain/picture.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { sourceText } from '../sources.ts'
import { count, personOf, subjectOf, type Looked } from './looked.ts'

/** As many bars as are legible on a phone. */
const BARS = 20

const frame = (looked: Looked, title: string, clause: string) => ({
  title,
  day: looked.view.day,
  source: `依据：${sourceText(clause)}`,
})

/** Hours against forty, in the order of the words; null where nobody is to be named. */
export function hoursPicture(looked: Looked, title: string, lines: readonly Line[]): Picture | null {
  if (lines.length === 0 || looked.totalsOnly) return null
  const need = looked.view.setting('training_hours', looked.place)
  const rows: HoursPicture['rows'] = lines.slice(0, BARS).map((line) => ({
    name: looked.nameOf.person(personOf(line)),
    verified: count(line, 'hours'),
    pending: count(line, 'pending'),
  }))
  return { kind: 'hours', ...frame(looked, title, 'S-11'), need, rows }
}

/** Counties in the order of the words, each against its own need; null for one county alone. */
export function countiesPicture(
  looked: Looked,
  title: string,
  lines: readonly Line[],
  { unit, value, need }: { unit: string; value: string; need?: string },
): Picture | null {
  const counties = lines.filter(({ subject }) => subject !== CITY).slice(0, BARS)
  if (!looked.whole || counties.length === 0) return null
  const rows: CountiesPicture['rows'] = counties.map((line) => ({
    place: subjectOf(line),
    value: line.figures[value] === null ? null : count(line, value),
    ...(need !== undefined && line.figures[need] !== null && { need: count(line, need) }),
    level: line.level,
  }))
  return { kind: 'counties', ...frame(looked, title, lines[0]!.clause), unit, need: null, rows }
}
