import type { Check, Finding } from './check.ts'
import { inOrder } from './code-points.ts'
import { firstOf } from './levels.ts'
import type { InspectorAt } from './view/inspectors.ts'
import type { View } from './view/view.ts'

/** C5.2 (G-1): about five schools an inspector; contract B4, measure 5. */
export const load: Check = {
  id: 'C5.2',
  name: '督学负担',
  clause: 'G-1',
  threshold: 'default',
  find: (view) => view.activeInspectors.flatMap((inspector) => loadOf(inspector, view) ?? []),
}

function loadOf({ card: { userid, place } }: InspectorAt, view: View): Finding | null {
  const pairs = view.assignments.byInspector.get(userid)
  if (!pairs) return null
  return {
    subject: view.written(userid),
    place,
    person: userid,
    level: firstOf(
      [pairs.length >= view.setting('load_warning', place), 'warning'],
      [pairs.length >= view.setting('load_notice', place), 'notice'],
    ),
    figures: { schools: pairs.length },
    evidence: inOrder(pairs.map(({ school }) => school)),
  }
}
