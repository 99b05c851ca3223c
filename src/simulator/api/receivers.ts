import { findPerson } from '../core.ts'
import type { SimPerson } from '../options.ts'
import { refuse, type Answer } from './answer.ts'
import type { ApiCall } from './call.ts'

const MOST_USERS = 1000
const MOST_PARTIES = 100

type Addressed = { touser?: string | undefined; toparty?: string | undefined; totag?: string | undefined }
/** `lists` goes into the answer: ids that were not reached, in lower case and joined by `|`. */
export type Receivers = { reached: string[]; lists: Record<string, string> }

/** Who gets a message. The simulator knows no parties and tags: they count as invalid. */
export async function findReceivers(call: ApiCall, body: Addressed): Promise<Receivers | Answer> {
  const [users, parties, tags] = [split(body.touser), split(body.toparty), split(body.totag)]
  if (users.length + parties.length + tags.length === 0) return refuse(81012)
  if (users.length > MOST_USERS) return refuse(40032)
  if (parties.length > MOST_PARTIES || tags.length > MOST_PARTIES) return refuse(40035, 'toparty or totag')
  const people = await call.core.options.people()
  const sorted = sortOut(
    users.includes('@all') ? people.map((one) => one.userid) : users,
    people,
    call.unreachable,
  )
  const lists = listed({
    invaliduser: sorted.invalid,
    unlicenseduser: sorted.unlicensed,
    invalidparty: parties,
    invalidtag: tags,
  })
  return sorted.reached.length === 0 ? { ...refuse(81013), ...lists } : { reached: sorted.reached, lists }
}

const split = (joined = ''): string[] => joined.split('|').filter((id) => id !== '')

function sortOut(ids: readonly string[], people: readonly SimPerson[], unreachable: readonly string[]) {
  const sorted = {
    reached: new Array<string>(),
    invalid: new Array<string>(),
    unlicensed: new Array<string>(),
  }
  for (const id of new Set(ids.map((one) => one.toLowerCase()))) {
    const person = findPerson(people, id)
    const gone = person === null || unreachable.some((one) => one.toLowerCase() === id)
    sorted[gone ? 'invalid' : person.licensed === false ? 'unlicensed' : 'reached'].push(id)
  }
  return sorted
}

const listed = (lists: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(lists)
      .filter(([, ids]) => ids.length > 0)
      .map(([name, ids]) => [name, ids.join('|')]),
  )
