import { daysBetween } from '#src/domain/day.ts'
import type { Post } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { holds, latest } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C2.1 (S-2): a chief and a deputy chief inspector at the city and at every government; contract B4, measure 2. */
export const chiefInspectors: Check = {
  id: 'C2.1',
  name: '总督学配备',
  clause: 'S-2',
  threshold: 'both',
  find: (view) => {
    const posts = Map.groupBy(view.records.posts, ({ place }) => place)
    return view.places.governed.map((place) => postsOf(place, posts.get(place) ?? [], view))
  },
}

/** `vacantDays` is null where nobody has ever been entered. */
type Held = { holders: number; vacantDays: number | null }

function postsOf(place: string, rows: readonly Post[], view: View): Finding {
  const chief = held(
    rows.filter(({ post }) => post === 'chief'),
    view,
  )
  const deputy = held(
    rows.filter(({ post }) => post === 'deputy'),
    view,
  )
  const vacantDays = Math.max(chief.vacantDays ?? 0, deputy.vacantDays ?? 0)
  return {
    subject: place,
    place,
    level: firstOf(
      [vacantDays > view.setting('post_breach_days', place), 'breach'],
      [vacantDays > view.setting('post_warning_days', place), 'warning'],
      [chief.vacantDays === null || deputy.vacantDays === null, 'unknown'],
      [chief.holders === 0 || deputy.holders === 0, 'notice'],
    ),
    figures: { chiefs: chief.holders, deputies: deputy.holders, vacant_days: vacantDays },
    evidence: rows.filter((row) => holds(row, view.day)).map(({ person }) => person),
  }
}

/** An acting holder counts like any other. */
function held(rows: readonly Post[], { day }: View): Held {
  const holders = new Set(rows.filter((row) => holds(row, day)).map(({ person }) => person)).size
  if (holders > 0) return { holders, vacantDays: 0 }
  const lastDay = latest(rows.flatMap(({ to }) => to ?? []))
  return { holders, vacantDays: lastDay === null ? null : daysBetween(lastDay, day) }
}
