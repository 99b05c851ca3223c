import type { Action } from '#cards/action.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { photosOf } from '#db/photos.ts'
import { visits } from '#db/schema/loop.ts'
import { photos } from '#db/schema/machine.ts'
import { update } from '#db/store.ts'
import { visitOf, type Visit } from '#db/visits.ts'
import { dayText } from '#src/domain/day.ts'
import { act, type Context } from '../context.ts'
import { plan, reply, text, type Plan } from '../plan.ts'
import { onDraft } from './change.ts'
import { halfDay, visitorRole, visitSubject } from './draft.ts'

/**
 * 并为同行: two went together, and one record says so. Only where the draft brings nothing new: a finding belongs on the
 * record of who found it, since he may amend it, is asked about it and judges what comes of it.
 */
export const accompany = (ctx: Context, action: Action): Promise<Plan> =>
  onDraft(ctx, action, async (draft) => {
    const record = await visitOf(ctx.db, action.arg ?? '')
    if (
      !record ||
      record.state !== 'submitted' ||
      record.school !== draft.school ||
      record.onDay !== draft.onDay
    )
      return reply('那条记录已经变了，请点「另记一次」，或重新说一遍。')
    if (draft.findings.some((each) => !each.joins))
      return reply('您有新发现的问题，请点「另记一次」，问题记在您名下。')
    return join(ctx, draft, record)
  })

async function join(ctx: Context, draft: Visit, record: Visit): Promise<Plan> {
  const role = visitorRole(ctx.me)
  const companions = [...new Set([...(record.companions ?? []), ctx.me.userid])]
  const followups = [...(record.followups ?? []), ...(draft.followups ?? [])]
  const ended = { state: 'withdrawn' as const, wentInto: record.id, submittedAt: ctx.now }
  const pictures = await photosOf(ctx.db, visitSubject(draft.id))
  const what = `${record.no}（${school(ctx, record)} ${dayText(record.onDay ?? ctx.today, ctx.today)}${halfDay(record)}）`
  return plan({
    writes: [
      ...change(visits, record, { companions, followups }, act(ctx, 'visit.accompany', role)),
      ...change(visits, draft, ended, act(ctx, 'visit.go_into', role)),
      ...pictures.map(({ id }) => update(photos, { subject: visitSubject(record.id) }, { id })),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    reply: `已并为同行：${what}，不再另记。`,
    send: [text(record.inspector, visitSubject(record.id), `${ctx.me.name}已并为您的同行：${what}。`)],
    settle: [{ subject: visitSubject(draft.id), outcome: `已并入 ${record.no}` }],
  })
}

const school = (ctx: Context, visit: Visit): string =>
  visit.school ? ctx.roster.school(visit.school).name : ''
