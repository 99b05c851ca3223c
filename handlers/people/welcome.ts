import { welcomeText } from '#cards/help.ts'
import { isTaken } from '#db/onces.ts'
import { onces } from '#db/schema/machine.ts'
import { insert } from '#db/store.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Context } from '../context.ts'
import { both, plan, type Plan } from '../plan.ts'

const welcomed = (ctx: Context): string => `welcome:${ctx.me.userid}`

/** The platform says so at every opening; a person is greeted once, by role, with his schools and what he can say. */
export async function welcome(ctx: Context): Promise<Plan> {
  return (await isTaken(ctx.db, welcomed(ctx))) ? plan({}) : greeting(ctx)
}

/** As `welcome`, where his first contact is a message: the greeting comes before its answer; in a group it waits. */
export async function welcomeFirst(ctx: Context, answered: Plan, isGreeting: boolean): Promise<Plan> {
  if (ctx.inGroup || (await isTaken(ctx.db, welcomed(ctx)))) return answered
  return isGreeting ? greeting(ctx) : both(greeting(ctx), answered)
}

function greeting(ctx: Context): Plan {
  const { name, roles, school, assigned } = ctx.me
  // Where an inspector works is not one of his schools: he has to leave it to others.
  const own = school && hasRole(ctx.me, SCHOOL_ROLES) ? [school] : []
  const schools = [...own, ...assigned].map((code) => ctx.roster.school(code).name)
  return plan({
    writes: [insert(onces, { key: welcomed(ctx), at: ctx.now })],
    reply: welcomeText({ name, roles, schools }),
    public: true,
  })
}
