import { accountOf } from '#db/accounts.ts'
import { cardOf } from '#db/on-file.ts'
import type { Proposal } from '#db/proposals.ts'
import { addDays } from '#src/domain/day.ts'
import { leaving } from '#src/policy/checks/retiree-what-if.ts'
import type { Context } from '../context.ts'
import { retireeWarning } from '../staffing/retiree-warning.ts'
import { remaining, type Post } from './posts.ts'

/** What the office reads before it lets go who inspects (C10.1): one in service who leaves can break the share. */
export async function leavingWarning(
  on: Pick<Context, 'db' | 'roster' | 'today'>,
  { asker, detail }: Proposal,
): Promise<string[]> {
  const [whom, card] = [await accountOf(on.db, asker), await cardOf(on.db, asker)]
  const post = detail['post'] as Post
  if (!whom || !card || (post !== 'inspector' && remaining(whom, post).length > 0)) return []
  // Today is no longer his.
  const last = addDays(on.today, -1)
  return retireeWarning(on, {
    ...{ place: card.place, act: '离任', from: on.today },
    then: (records) => leaving(records, card.userid, last),
  })
}
