import { RetryLater } from '#src/domain/errors.ts'
import { userId, type UserId } from '#src/domain/words.ts'
import type { WecomApi } from './api.ts'

// Far more than the people of a city; beyond it the oldest is asked for again.
const REMEMBERED = 20_000

/**
 * Plain userids for those that a bot is given: unless a super-admin of the corp made the bot, its callbacks carry encrypted
 * ones. No page says what they look like, so whoever is not on the roster is asked about, once; an id that the platform
 * does not translate is plain already (WeCom D101521). Throws RetryLater where the platform does not answer.
 */
export function createPlainUserIds(
  api: Pick<WecomApi, 'plainUserIds'>,
  isOnRoster: (userid: UserId) => Promise<boolean>,
): (given: string) => Promise<string> {
  const known = new Map<string, string>()
  return async (given) => {
    const remembered = known.get(given)
    if (remembered !== undefined) return remembered
    if (await isOnRoster(userId(given))) return given
    const answer = await api.plainUserIds([given])
    if (!answer.ok) throw new RetryLater(`No plain userid: ${answer.failure.why}`)
    const plain = answer.value.get(given) ?? given
    if (known.size >= REMEMBERED) known.delete(known.keys().next().value ?? '')
    known.set(given, plain)
    return plain
  }
}
