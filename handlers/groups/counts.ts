import { groupOf } from '#db/groups.ts'
import type { Context } from '../context.ts'
import { text, type Plan } from '../plan.ts'

/**
 * In a declared group a question's count for the whole place stands in the group, and the list goes to whoever asked. Every
 * inspector of a place may know how many; which school, whose, and what was found each sees only of his own schools
 * (policy.md 4.1), and who is in the group nobody knows. A refusal, and any other group, stay as they are.
 */
export async function countedInGroup(
  ctx: Context,
  answered: Plan,
  countOf: (place: string | null) => Promise<string>,
): Promise<Plan> {
  const group = ctx.chat === undefined || answered.public ? null : await groupOf(ctx.db, ctx.chat)
  if (!group || answered.reply === null) return answered
  return {
    ...answered,
    reply: `${await countOf(group.place)}明细已私信您。`,
    public: true,
    send: [...answered.send, text(ctx.me.userid, `reply:${ctx.me.userid}`, answered.reply)],
  }
}
