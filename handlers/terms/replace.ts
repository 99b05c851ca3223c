import { changeRecord, fileRecord, recordId } from '#db/filing.ts'
import { termsOf } from '#db/on-file.ts'
import type { Write } from '#db/store.ts'
import { addDays } from '#src/domain/day.ts'
import type { Role, SchoolCode, UserId } from '#src/domain/words.ts'
import type { Context } from '../context.ts'
import { bySpeaker } from '../entries/entering.ts'

/** A new principal's term starts today, the old one's has ended (policy.md 8.9); until when it lasts the office has yet to say. */
export async function beginTerm(
  ctx: Context,
  { school, fresh, old }: { school: SchoolCode; fresh: UserId; old: readonly UserId[] },
  role: Role,
): Promise<Write[]> {
  const by = bySpeaker(ctx, role)
  const terms = await termsOf(ctx.db, school)
  const runs = (each: (typeof terms)[number]) =>
    each.leftOn === null && (each.endOn === null || each.endOn >= ctx.today)
  const ended = terms.filter((each) => runs(each) && old.some((userid) => userid === each.person))
  const isKnown = terms.some((each) => runs(each) && each.person === fresh)
  const id = recordId('principal_terms', [school, fresh, ctx.today])
  const fields = { school, person: fresh, startOn: ctx.today, endOn: null, withdrawn: false }
  return [
    ...ended.flatMap((each) => changeRecord('principal_terms', each, { leftOn: addDays(ctx.today, -1) }, by)),
    ...(isKnown ? [] : fileRecord('principal_terms', id, fields, by)),
  ]
}
