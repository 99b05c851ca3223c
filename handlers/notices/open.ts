import type { Action } from '#cards/action.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import type { Role } from '#src/domain/words.ts'
import type { NoticeState } from '#src/policy/states.ts'
import { roleFor, type Action as Right } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import type { Plan } from '../plan.ts'
import { noticeSubject } from './issue.ts'

export const NOT_YOURS = '您的账号不能办理这一步。如有疑问，请联系督导办。'

type Open = { notice: Notice; items: Case[]; role: Role }

/** Who may act on a notice: by his school, his assignment, his county, or because he issued it. */
export const roleOnNotice = (ctx: Context, notice: Notice, right: Right): Role | null =>
  roleFor(ctx.me, right, { school: notice.school, county: notice.county, inspector: notice.inspector })

/**
 * The way of every press on a notice: the right comes from the account, then the notice must still be at the seq that
 * the card showed and in one of the states where the act has a meaning.
 */
export async function onNotice(
  ctx: Context,
  action: Pick<Action, 'id' | 'seq'>,
  right: Right,
  states: readonly NoticeState[],
  then: (open: Open) => Plan | Promise<Plan>,
): Promise<Plan> {
  const notice = await noticeOf(ctx.db, action.id)
  const role = notice && roleOnNotice(ctx, notice, right)
  if (!notice || !role) return refused(NOT_YOURS)
  if (notice.seq !== action.seq || !states.includes(notice.state))
    return handled(ctx, noticeSubject(notice.id), notice.id, action.seq)
  return then({ notice, items: await casesOf(ctx.db, notice.id), role })
}
