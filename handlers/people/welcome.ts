import { welcomeText } from '#cards/help.ts'
import { isTaken } from '#db/onces.ts'
import { onces } from '#db/schema/machine.ts'
import { insert } from '#db/store.ts'
import type { Context } from '../context.ts'
import { plan, type Plan } from '../plan.ts'

/** The platform says so at every opening; a person is greeted once, by role, with what he can say. */
export async function welcome(ctx: Context): Promise<Plan> {
  const key = `welcome:${ctx.me.userid}`
  if (await isTaken(ctx.db, key)) return plan({})
  return plan({ writes: [insert(onces, { key, at: ctx.now })], reply: welcomeText(ctx.me), public: true })
}
