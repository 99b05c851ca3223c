import type { Action } from '#cards/action.ts'
import type { Visit } from '#db/visits.ts'
import { parseDay, type Day } from '#src/domain/day.ts'
import type { OpenDay } from '#src/domain/visit.ts'
import type { Context } from '../context.ts'
import { handled } from '../handled.ts'
import type { Plan } from '../plan.ts'
import { onDraft, save } from './change.ts'
import { visitSubject, withDue } from './draft.ts'

/** The words for a due day that the draft's card asks about (年前, 期末前); what joins an open case keeps that case's day. */
export const openDue = ({ findings }: Pick<Visit, 'findings'>): OpenDay | null =>
  findings.find((each) => each.dueOpen && !each.joins)?.dueOpen ?? null

/** The day is said: for all findings of which the same words were told. */
export function settleDue(ctx: Context, draft: Visit, on: Day): Promise<Plan> {
  const words = openDue(draft)?.words
  const findings = draft.findings.map((each) => (each.dueOpen?.words === words ? withDue(each, on) : each))
  return save(ctx, draft, { after: { findings }, hints: [], missed: [] })
}

/** A button of the question: one of the days that the words can mean. */
export const chooseDue = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, (draft) => {
    const on = parseDay(action.arg ?? '')
    if (!on || !openDue(draft)?.days.includes(on))
      return handled(ctx, visitSubject(draft.id), draft.id, draft.seq)
    return settleDue(ctx, draft, on)
  })
