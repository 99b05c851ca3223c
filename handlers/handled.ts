import { handledText } from '#cards/handled.ts'
import { eventOf } from '#db/events.ts'
import type { Context } from './context.ts'
import { plan, type Plan } from './plan.ts'
import { nameOf } from './show.ts'

/** To a press that no card of today leads to. */
export const NO_LONGER = '这张卡片已经失效，请以最新的卡片为准。'

/** A press on a card whose subject has moved on since: nothing happens but that he learns who did what. */
export async function handled(ctx: Context, subject: string, id: string, shownSeq: number): Promise<Plan> {
  const next = await eventOf(ctx.db, id, shownSeq + 1)
  if (!next) return plan({ reply: NO_LONGER })
  const words = handledText(await nameOf(ctx, next.actor), next.at, next.kind)
  return plan({ reply: words, settle: [{ subject, outcome: '已处理' }] })
}

/** Rights come from the account: said without telling what the person may not know. */
export const refused = (what: string): Plan => plan({ reply: what, public: true })
