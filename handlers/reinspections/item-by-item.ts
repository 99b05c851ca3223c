import type { Action } from '#cards/action.ts'
import { eachCard } from '#cards/notice.ts'
import { both, card, plan, reply, type Plan } from '../plan.ts'
import type { Context } from '../context.ts'
import { noticeSubject } from '../notices/issue.ts'
import { onNotice } from '../notices/open.ts'
import { showNotice } from '../show.ts'
import { askReason } from './fail.ts'
import { pass, waits } from './pass.ts'

/** What is not ticked has failed, so all must be on the list, and a list holds no more. */
const MOST_LISTED = 20

/** 逐项: a list to tick. */
export const askEach = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'give_verdict', ['answered'], async ({ notice, items }) => {
    const waiting = items.filter(waits)
    if (waiting.length > MOST_LISTED)
      return reply(
        `共 ${waiting.length} 项，卡片上列不下。请直接说结论，例如：${notice.no} 留样不合格，其余合格。`,
      )
    const shown = eachCard(await showNotice(ctx, notice, waiting))
    return plan({ send: [card(ctx.me.userid, noticeSubject(notice.id), shown)] })
  })

/** Ticked items pass at once; for the others reason and date are asked (policy.md 3.2: partial success). */
export const judgeEach = (ctx: Context, action: Action, ticked: readonly string[]): Promise<Plan> =>
  onNotice(ctx, action, 'give_verdict', ['answered'], async ({ notice, items, role }) => {
    const waiting = items.filter(waits)
    const passed = waiting.filter((each) => ticked.includes(each.id))
    const failed = waiting.filter((each) => !ticked.includes(each.id)).map((each) => each.id)
    if (failed.length === 0) return pass(ctx, { notice, items, passed, role })
    const asked = askReason(ctx, notice, failed, items)
    if (passed.length === 0) return asked
    return both(await pass(ctx, { notice, items, passed, role }), asked)
  })
