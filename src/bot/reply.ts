import { hasWaiting } from '#db/outbox.ts'
import type { Plan } from '#handlers/plan.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import type { TurnDeps } from './turn.ts'

const PRIVATELY = '已私信您。'
const IN_THE_APP = '卡片已发到「督导助手」应用，请在那里查看。'

type Placed = {
  /** Answers the callback itself. */
  inline: string | null
  /** Goes through the outbox. */
  later: string | null
}

/**
 * Where the reply goes. A group is public: it reads only what anyone may read, the rest goes to the sender alone.
 * One to one the answer goes inline only when nothing of that person waits, so that nothing overtakes.
 */
export async function placeReply(deps: TurnDeps, incoming: Incoming, plan: Plan): Promise<Placed> {
  if (incoming.chat !== undefined) return inGroup(incoming, plan)
  const toMe = plan.send.some((post) => post.to === incoming.from)
  if (plan.reply === null)
    return { inline: incoming.channel === 'wecom_bot' && toMe ? IN_THE_APP : null, later: null }
  const fits = deps.fitsInline(incoming, plan.reply)
  return fits && !(await hasWaiting(deps.store.db, incoming.from))
    ? { inline: plan.reply, later: null }
    : { inline: null, later: plan.reply }
}

function inGroup(incoming: Incoming, plan: Plan): Placed {
  if (plan.public) return { inline: plan.reply, later: null }
  const anything = plan.reply !== null || plan.send.some((post) => post.to === incoming.from)
  return { inline: anything ? PRIVATELY : null, later: plan.reply }
}
