import { RetryLater } from '#src/domain/errors.ts'
import type { WecomApi } from './api.ts'

// Far more than the people of a city; beyond it the oldest is asked for again.
const REMEMBERED = 20_000

// No page says what an encrypted id looks like; all that were seen do. Plain ones are not asked about, so that a callback
// of a bot that is given those needs nothing but this machine.
const MAY_BE_ENCRYPTED = /^wo[\w-]{20,}$/

/**
 * Plain userids for those that a bot is given: unless a super-admin of the corp made the bot, its callbacks carry encrypted
 * ones. An id that the platform does not translate is plain already (WeCom D101521).
 */
export function createPlainUserIds(api: WecomApi): (given: string) => Promise<string> {
  const known = new Map<string, string>()
  return async (given) => {
    if (!MAY_BE_ENCRYPTED.test(given)) return given
    const remembered = known.get(given)
    if (remembered !== undefined) return remembered
    const answer = await api.plainUserIds([given])
    if (!answer.ok) throw new RetryLater(`No plain userid: ${answer.failure.why}`)
    const plain = answer.value.get(given) ?? given
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '')
    known.set(given, plain)
    return plain
  }
}
