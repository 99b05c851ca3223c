import { assignmentOf, changeAssignment } from '#db/assigning.ts'
import { eventOf, type Event } from '#db/events.ts'
import { changeRecord, RECORD_TABLES, type RecordKind } from '#db/filing.ts'
import { change } from '#db/history.ts'
import { recordOf } from '#db/on-file.ts'
import { proposalOf } from '#db/proposals.ts'
import { events } from '#db/schema/loop.ts'
import { proposals } from '#db/schema/office.ts'
import type { Wrote } from '#db/schema/entries.ts'
import type { Write } from '#db/store.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { plan, type Plan } from '../plan.ts'
import { proposalSubject } from '../proposals/propose.ts'
import { nameOf } from '../show.ts'
import { bySpeaker } from './entering.ts'

/** Which events of records and proposals a filing writes: what it takes to undo it. */
export const wroteIn = (writes: readonly Write[]): Wrote[] =>
  writes
    .filter(
      ({ table, values }) => table === events && isOfFiling(values as Pick<Event, 'aggregate' | 'kind'>),
    )
    .map(({ values }) => ({ id: String(values['aggregate']), seq: Number(values['seq']) }))

const isOfFiling = ({ aggregate, kind }: Pick<Event, 'aggregate' | 'kind'>): boolean =>
  aggregate.startsWith('record:') || kind.startsWith('proposal.')

/** Puts everything back as it was before a filing, the last first; or why that can be done no more. */
export async function undo(ctx: Context, wrote: readonly Wrote[], role: Role): Promise<Plan | string> {
  const [writes, settle]: [Write[], Plan['settle'][number][]] = [[], []]
  for (const each of wrote.toReversed()) {
    const undone = each.id.startsWith('record:')
      ? await undoRecord(ctx, each, role)
      : await undoProposal(ctx, each, role)
    if (typeof undone === 'string') return undone
    writes.push(...undone)
    settle.push({ subject: proposalSubject(each.id), outcome: '已撤回' })
  }
  return plan({ writes, settle: settle.filter(({ subject }) => !subject.includes(':record:')) })
}

/** A record that the filing made is taken back, one that it changed gets its old values. */
async function undoRecord(ctx: Context, { id, seq }: Wrote, role: Role): Promise<Write[] | string> {
  const [event, row] = [await eventOf(ctx.db, id, seq), await onFile(ctx, id)]
  if (!event || !row) return GONE
  const isNew = event.kind === 'record.file'
  const later = await laterOn(ctx, id, seq, row.seq)
  const other = later.find(({ actor }) => actor !== event.actor)
  if (other || (!isNew && later.length > 0))
    return `之后已由${await nameOf(ctx, (other ?? later[0])!.actor)}改过，不能撤回了；要改请直接重新登记。`
  return row.back(isNew ? { withdrawn: true } : event.before, role)
}

const GONE = '这项登记已经不在了，不用撤回。'

async function laterOn(ctx: Context, id: string, from: number, to: number): Promise<Event[]> {
  const found: Event[] = []
  for (let seq = from + 1; seq <= to; seq++) {
    const event = await eventOf(ctx.db, id, seq)
    if (event) found.push(event)
  }
  return found
}

type OnFile = { seq: number; back(values: Record<string, unknown>, role: Role): Write[] }

/** The row behind a history, of an office's records or of plaques, which have a key in place of an id. */
async function onFile(ctx: Context, id: string): Promise<OnFile | null> {
  const [, kind = '', key = ''] = /^record:(\w+):(.*)$/s.exec(id) ?? []
  if (kind === 'assignments') {
    const row = await assignmentOf(ctx.db, key)
    return (
      row && { seq: row.seq, back: (values, role) => changeAssignment(row, values, bySpeaker(ctx, role)) }
    )
  }
  const row = kind in RECORD_TABLES ? await recordOf(ctx.db, kind as RecordKind, id) : null
  return (
    row && {
      seq: row.seq,
      back: (values, role) => changeRecord(kind as RecordKind, row, values, bySpeaker(ctx, role)),
    }
  )
}

/** What the office has not decided yet is dropped. */
async function undoProposal(ctx: Context, { id }: Wrote, role: Role): Promise<Write[] | string> {
  const proposal = await proposalOf(ctx.db, id)
  if (proposal?.state !== 'asked') return '督导办已经答复，不能撤回了。'
  return change(proposals, proposal, { state: 'dropped' }, act(ctx, 'proposal.drop', role))
}
