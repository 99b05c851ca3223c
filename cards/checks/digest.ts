import type { Check, Line } from '#src/policy/checks/check.ts'
import { isFine, isWorse, tally } from './level.ts'
import type { Names } from './looked.ts'

/** As many subjects as are read in a digest; the rest is counted. */
const NAMED = 8

/** 「督学负担：预警 1，提示 3 — 王强、李敏…」, one line a check; null where there is nothing to see to. */
export function checkDigestText(check: Check, lines: readonly Line[], names: Names): string | null {
  const open = lines.filter((line) => !isFine(line)).toSorted(isWorse)
  if (open.length === 0) return null
  const who = [...new Set(open.map((line) => calledIn(line, names)))]
  const more = who.length > NAMED ? `等 ${who.length} 个` : ''
  return `· ${check.name}：${tally(open)} — ${who.slice(0, NAMED).join('、')}${more}`
}

/** A subject as people call it: a place, a school, a person, else the number of the record. */
function calledIn({ subject, place, person }: Line, names: Names): string {
  if (person !== undefined) return names.person(person)
  const [first = ''] = subject.split(/[@/]/)
  if (first === place) return names.place(place)
  const school = names.school(first)
  return school === first ? names.person(first) : school
}

/** The lines under the heading of their week or month; empty where there is none. */
export const checksText = (when: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [`${when}要办的事：`, ...lines].join('\n')
