import { events } from '#db/schema/loop.ts'
import type { Person } from '#src/domain/person.ts'
import type { Role } from '#src/domain/words.ts'
import type { Plan } from '../plan.ts'

/** Says for whom a deputy has acted: his events stand in roles that only the other has. */
export function sayForWhom(me: Person, plan: Plan): Plan {
  const others = me.standsInFor ?? []
  if (others.length === 0) return plan
  const roles = plan.writes.flatMap((write) =>
    write.table === events && write.values['actor'] === me.userid ? [write.values['role'] as Role] : [],
  )
  const borrowed = roles.filter((role) => !me.roles.includes(role))
  const names = others
    .filter((each) => each.roles.some((role) => borrowed.includes(role)))
    .map((each) => each.name)
  if (names.length === 0) return plan
  return { ...plan, reply: [`代${names.join('、')}办理。`, plan.reply].filter(Boolean).join('') }
}
