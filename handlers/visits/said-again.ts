import { reply, both, type Plan } from '../plan.ts'
import type { Context } from '../context.ts'
import { openDrafts } from './change.ts'
import { showAgain } from './confirm.ts'

/**
 * The very words of drafts that still wait: sent twice by mistake, or because no answer was seen. Their cards are shown
 * again, and nothing is drafted a second time; null where no draft has these words.
 */
export async function shownAgain(ctx: Context): Promise<Plan | null> {
  const waiting = (await openDrafts(ctx)).filter(({ narrative }) => narrative === ctx.words)
  if (waiting.length === 0) return null
  const shown = await Promise.all(waiting.toReversed().map((draft) => showAgain(ctx, draft, null)))
  return both(reply('这条已经在等您确认，没有再记一次。'), shown.reduce(both))
}

/** 「没有了」「照片等会发」 while a card waits. */
export const nothingMore = ({ photosLater }: { photosLater: boolean }): Plan =>
  reply(
    photosLater
      ? '好的，照片以后直接发来就行。这条记录点「确认」才保存。'
      : '好的。没有要改的就点「确认」，点了才保存。',
  )
