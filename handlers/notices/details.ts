import type { Action } from '#cards/action.ts'
import { noticeDetails } from '#cards/notice.ts'
import { casesOf } from '#db/cases.ts'
import { noticeOf } from '#db/notices.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import { isAddressed } from '#src/policy/states.ts'
import { provisionalNote } from '#src/policy/working-days.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { plan, type Plan } from '../plan.ts'
import { showNotice } from '../show.ts'
import { NOT_YOURS, roleOnNotice } from './open.ts'

/** 详情: the whole paper as it is now; reading changes nothing, so an old card serves as well as a new one. */
export async function noticeInFull(ctx: Context, action: Action): Promise<Plan> {
  const notice = await noticeOf(ctx.db, action.id)
  const role = notice && (await roleOnNotice(ctx, notice, 'view_cases'))
  if (!notice || !role) return refused(NOT_YOURS)
  if (SCHOOL_ROLES.includes(role) && !isAddressed(notice)) return refused(NOT_YOURS)
  const items = await casesOf(ctx.db, notice.id)
  const dues = items.flatMap((each) => (each.dueOn ? [each.dueOn] : []))
  return plan({
    reply: noticeDetails(await showNotice(ctx, notice, items), provisionalNote(ctx.workingDays, ...dues)),
  })
}
