import type { Account } from '#db/accounts.ts'
import { lastSeq } from '#db/events.ts'
import { audit } from '#db/history.ts'
import { people } from '#db/schema/roster.ts'
import { update, type Write } from '#db/store.ts'
import { ROLE_NAMES, type Role, type UserId } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'

export const personSubject = (userid: UserId): string => `person:${userid}`

/** Changes what the roster says of somebody by an act, which stands in his own history. */
export async function changePerson(
  ctx: Context,
  person: Account,
  patch: Partial<Account>,
  kind: string,
  role: Role,
): Promise<Write[]> {
  const old = person as Record<string, unknown>
  const before = Object.fromEntries(Object.keys(patch).map((name) => [name, old[name] ?? null]))
  return [
    await auditPerson(ctx, person.userid, kind, role, patch, before),
    update(people, patch, { userid: person.userid }),
  ]
}

/** An act about somebody that leaves the roster as it is. */
export async function auditPerson(
  ctx: Context,
  userid: UserId,
  kind: string,
  role: Role,
  after: Record<string, unknown>,
  before: Record<string, unknown> = {},
): Promise<Write> {
  const subject = personSubject(userid)
  return audit(subject, await lastSeq(ctx.db, subject), act(ctx, kind, role), before, after)
}

export const rolesOf = (person: Account): Role[] => [person.role, ...person.alsoRoles]

/** `李明（兼职督学，文清路小学，账号 Li_Ming）`: enough to tell two of one name apart. */
export function whoText(ctx: Pick<Context, 'roster'>, person: Account): string {
  const place = person.school ? ctx.roster.school(person.school).name : (person.unit ?? person.county)
  const roles = rolesOf(person).map((role) => ROLE_NAMES[role])
  return `${person.name}（${[roles.join('、'), ...(place ? [place] : []), `账号 ${person.written}`].join('，')}）`
}

export const isInPost = (person: Account, { today }: Pick<Context, 'today'>): boolean =>
  !person.withdrawn && person.suspendedAt === null && (person.leftOn === null || person.leftOn >= today)
