import { OPERATOR } from '#db/history.ts'
import { personOf } from '#db/people.ts'
import type { Store } from '#db/store.ts'
import { dayOf } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { userId, type UserId } from '#src/domain/words.ts'
import { machine } from '#src/machine.ts'

/** Who stands in the history as the author: the person named with `--by`, else the operator. */
export async function authorOf({ db }: Store, by: string | undefined): Promise<UserId> {
  if (by === undefined) return OPERATOR
  const person = await personOf(db, userId(by), dayOf(machine.now()))
  if (!person) throw new UserError(`账号「${by}」没有登记。请核对账号，或先导入人员表。`)
  return person.userid
}
