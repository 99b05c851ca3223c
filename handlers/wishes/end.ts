import type { Action } from '#cards/action.ts'
import { NO_WISHES, wishesCard, wishText } from '#cards/wishes.ts'
import { change } from '#db/history.ts'
import { wishes } from '#db/schema/wishes.ts'
import type { Write } from '#db/store.ts'
import { wishesOf, wishOf, type WishRow } from '#db/wishes.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { handled } from '../handled.ts'
import { card, plan, reply, type Plan } from '../plan.ts'

const subjectOf = (userid: UserId): string => `wishes:${userid}`

/** 「我设了哪些提醒」: what holds, each with the button that ends it. */
export async function listWishes(ctx: Context): Promise<Plan> {
  const mine = await wishesOf(ctx.db, ctx.me.userid)
  if (mine.length === 0) return reply(NO_WISHES)
  const subject = subjectOf(ctx.me.userid)
  return plan({
    send: [card(ctx.me.userid, subject, wishesCard(mine, ctx.today))],
    settle: [{ subject, outcome: '已更新' }],
  })
}

/** 结束: at once, for it only brings back what the rule book sends anyway, or ends what he had asked for. */
export async function endWish(ctx: Context, action: Action): Promise<Plan> {
  const wish = await wishOf(ctx.db, action.id)
  if (!wish || wish.person !== ctx.me.userid) return reply('这不是您的记录，未作处理。')
  const subject = subjectOf(ctx.me.userid)
  if (wish.state !== 'in_force' || wish.seq !== action.seq) return handled(ctx, subject, wish.id, action.seq)
  const left = (await wishesOf(ctx.db, ctx.me.userid)).filter(({ id }) => id !== wish.id)
  return plan({
    writes: ending(ctx, [wish], ctx.me.roles[0] as Role),
    reply: `已结束：${wishText(wish.wish, ctx.today)}。`,
    send: left.length > 0 ? [card(ctx.me.userid, subject, wishesCard(left, ctx.today))] : [],
    settle: [{ subject, outcome: '已结束' }],
  })
}

/** 「恢复提醒」: hours and pauses are over; the reminders of his own stay. */
export async function resumeReminders(ctx: Context): Promise<Plan> {
  const mine = (await wishesOf(ctx.db, ctx.me.userid)).filter(({ kind }) => kind !== 'remind')
  if (mine.length === 0) return reply('您没有停过提醒，都在照常发。')
  return plan({
    writes: ending(ctx, mine, ctx.me.roles[0] as Role),
    reply: [
      '已恢复，提醒照常发。结束的设置：',
      ...mine.map(({ wish }) => `· ${wishText(wish, ctx.today)}`),
    ].join('\n'),
    settle: [{ subject: subjectOf(ctx.me.userid), outcome: '已恢复' }],
  })
}

const ending = (ctx: Context, rows: readonly WishRow[], role: Role): Write[] =>
  rows.flatMap((each) => change(wishes, each, { state: 'ended' }, act(ctx, 'wish.end', role)))

/** What somebody wanted who has left ends with his post. */
export const endWishesOf = async (ctx: Context, person: UserId, role: Role): Promise<Write[]> =>
  ending(ctx, await wishesOf(ctx.db, person), role)
