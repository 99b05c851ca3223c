import type { Inspector, Person } from '#src/domain/records.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { recusalReason, type RecusalReason } from '../recusal.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { Pair } from './view/assignments.ts'
import { earlierEnd, holds } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C10.6: nobody is responsible for a school that kin heads, or that was lately his own; contract B4, measure 10. */
export const recusal: Check = {
  id: 'C10.6',
  name: '督学回避',
  clause: 'R-10',
  threshold: 'both',
  find: (view) => {
    const cards = new Map(view.inspectors.map(({ card }) => [card.userid, card]))
    const people = new Map<string, Person>(view.records.people.map((person) => [person.userid, person]))
    const heads = headsBySchool(view)
    return view.assignments.active.map((pair) => {
      const card = cards.get(pair.inspector)!
      return judged(pair, reasonOf(pair.school, card, people.get(card.userid), heads, view), view)
    })
  },
}

function judged({ inspector, school, overridden }: Pair, reason: RecusalReason, view: View): Finding {
  const isOwn = reason === 'serving' || reason === 'left'
  return {
    subject: `${view.written(inspector)}/${school}`,
    place: view.placeOf(school),
    school,
    person: inspector,
    level: firstOf(
      [reason === 'kin', 'breach'],
      [isOwn && !overridden, 'warning'],
      [isOwn, 'notice'],
      [reason === 'undeclared', 'unknown'],
    ),
    figures: { reason },
  }
}

type Heads = ReadonlyMap<SchoolCode, ReadonlySet<string>>

const reasonOf = (
  school: SchoolCode,
  card: Inspector,
  person: Person | undefined,
  heads: Heads,
  view: View,
): RecusalReason =>
  recusalReason(school, card, {
    heads: heads.get(school) ?? new Set(),
    worksAt: person?.school ?? null,
    years: view.setting('recusal_years', view.placeOf(school)),
    on: view.day,
  })

/** Who heads each school on the day, by a term or by role (B7.9). */
function headsBySchool({ records, day }: View): Heads {
  const heads = new Map<SchoolCode, Set<string>>()
  const add = (school: SchoolCode, who: string) => {
    const known = heads.get(school)
    if (known) known.add(who)
    else heads.set(school, new Set([who]))
  }
  for (const { school, person, startOn, endOn, leftOn } of records.principalTerms)
    if (holds({ from: startOn, to: earlierEnd(endOn, leftOn) }, day)) add(school, person)
  for (const { userid, role, alsoRoles, school, leftOn } of records.people)
    if (school !== null && [role, ...alsoRoles].includes('principal') && (leftOn === null || day <= leftOn))
      add(school, userid)
  return heads
}
