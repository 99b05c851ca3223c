import type { Action } from '#cards/action.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import type { Role } from '#src/domain/words.ts'
import type { NoticeState } from '#src/policy/states.ts'
import { roleFor, type Action as Right } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import type { Plan } from '../plan.ts'
import { inCharge } from './in-charge.ts'
import { noticeSubject } from './issue.ts'

export const NOT_YOURS = '您的账号不能办理这一步。如有疑问，请联系督导办。'

type Open = { notice: Notice; items: Case[]; role: Role }

/** What has become of a notice on which the school can no longer act. */
export function overText(notice: Notice): string {
  if (notice.state === 'answered') return `整改通知 ${notice.no} 学校已上报整改，正在等复查。`
  return `整改通知 ${notice.no} ${notice.state === 'withdrawn' ? '已撤回' : '已办结'}。`
}

/** Who may act on a notice: by his school, his assignment, his county, or because it is in his charge. */
export async function roleOnNotice(ctx: Context, notice: Notice, right: Right): Promise<Role | null> {
  const object = { school: notice.school, county: notice.county, inspector: notice.inspector }
  const role = roleFor(ctx.me, right, object)
  if (role) return role
  const standsIn = (await inCharge(ctx, notice)).some((each) => each.userid === ctx.me.userid)
  return standsIn ? roleFor(ctx.me, right, { ...object, inspector: ctx.me.userid }) : null
}

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
  const role = notice && (await roleOnNotice(ctx, notice, right))
  if (!notice || !role) return refused(NOT_YOURS)
  if (notice.seq !== action.seq || !states.includes(notice.state))
    return handled(ctx, noticeSubject(notice.id), notice.id, action.seq)
  return then({ notice, items: await casesOf(ctx.db, notice.id), role })
}
