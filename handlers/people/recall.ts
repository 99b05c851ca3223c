import type { Context } from '../context.ts'
import { text, type Plan } from '../plan.ts'

const RECALL = '消息里有学生、家长或举报人的信息，请撤回这条消息，以后单独发给我。'

/** A group is public: names typed there are not repeated, and their sender is asked to recall them (policy.md 8.10). */
export const askRecall = (ctx: Context, plan: Plan): Plan => ({
  ...plan,
  reply: RECALL,
  public: true,
  send:
    plan.reply === null
      ? plan.send
      : [...plan.send, text(ctx.me.userid, `reply:${ctx.me.userid}`, plan.reply)],
})
