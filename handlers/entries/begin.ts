import type { Action } from '#cards/action.ts'
import { recordId } from '#db/filing.ts'
import type { EntryKind } from '#src/domain/entry.ts'
import type { Context } from '../context.ts'
import { NO_LONGER } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { begin } from './draft.ts'

/** What the button of a reminder begins, with what it knows already: the id of its action names the subject. */
const BEGINS: Partial<Record<EntryKind, (ctx: Context, of: string) => Record<string, unknown>>> = {
  training: () => ({}),
  meeting: () => ({}),
  meeting_change: () => ({}),
  commendation: () => ({}),
  assignment: (ctx, of) => {
    const known = ctx.registry.entries.find(({ code }) => code === of)
    return known ? { school: known.code } : {}
  },
  inspector_term: (_, of) => ({ who: of }),
  filing: (_, of) => ({ interview: recordId('interviews', [of]) }),
}

/** 登记培训, 登记会议, 挂牌 … on a reminder: the card of the entry, with the one question that is open. */
export async function beginEntry(ctx: Context, action: Action): Promise<Plan> {
  const kind = action.arg as EntryKind
  const known = Object.hasOwn(BEGINS, kind) ? BEGINS[kind] : undefined
  return known ? begin(ctx, kind, known(ctx, action.id)) : reply(NO_LONGER)
}
