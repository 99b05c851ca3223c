import { casesOnNotices, type Case } from '#db/cases.ts'
import { change, create } from '#db/history.ts'
import { noticesAmong, type Notice } from '#db/notices.ts'
import { notices } from '#db/schema/loop.ts'
import type { Db, Write } from '#db/store.ts'
import { at } from '#src/domain/day.ts'
import type { CaseId, NoticeId, VisitId } from '#src/domain/words.ts'
import { isWithSchool, type CaseState, type NoticeState } from '#src/policy/states.ts'
import type { By } from './shelf.ts'

/** The notice of a case and how far all that it carries has come; both move on as the rows of a file are gone over. */
export type Paper = { notice: Notice; states: Map<CaseId, CaseState> }

type Followed = { notice: NoticeId | null; writes: Write[] }

/** The notices that carry these cases. */
export async function papersOf(db: Db, rows: readonly Case[]): Promise<Map<NoticeId, Paper>> {
  const ids = [...new Set(rows.flatMap(({ notice }) => notice ?? []))]
  const papers = new Map<NoticeId, Paper>()
  for (const notice of await noticesAmong(db, ids)) papers.set(notice.id, { notice, states: new Map() })
  for (const { id, notice, state } of await casesOnNotices(db, ids))
    if (notice) papers.get(notice)?.states.set(id, state)
  return papers
}

/** A case that has gone to its school needs a notice there, to be signed, reported on and reinspected. */
export function open(row: Case, by: By): Followed {
  if (!isWithSchool(row) && row.state !== 'report_submitted') return { notice: row.notice, writes: [] }
  const notice = noticeFor(row)
  return { notice: notice.id, writes: create(notices, notice, { ...by, kind: 'notice.file' }) }
}

/** Lets the notice go where its cases have gone. */
export function follow(paper: Paper | null, row: Case, { moved, by }: { moved: boolean; by: By }): Followed {
  if (!paper) return open(row, by)
  const { notice, states } = paper
  states.set(row.id, row.state)
  const patch = {
    ...(moved && { state: noticeState([...states.values()]) }),
    ...(row.filed && ownFields(row)),
  }
  const writes = isSame(notice, patch) ? [] : change(notices, notice, patch, { ...by, kind: 'notice.file' })
  if (writes.length > 0) paper.notice = { ...notice, ...patch, seq: notice.seq + 1 }
  return { notice: notice.id, writes }
}

const isSame = (notice: Notice, patch: Partial<Notice>): boolean =>
  Object.entries(patch).every(([name, value]) => notice[name as keyof Notice] === value)

function noticeState(states: readonly CaseState[]): NoticeState {
  const has = (...some: CaseState[]) => states.some((each) => some.includes(each))
  if (has('report_submitted')) return 'answered'
  if (has('acknowledged')) return 'acknowledged'
  if (has('issued')) return 'issued'
  if (has('pending_approval')) return 'pending_approval'
  return states.every((each) => each === 'withdrawn') ? 'withdrawn' : 'done'
}

const ownFields = (row: Case) => ({
  school: row.school,
  county: row.county,
  inspector: row.inspector,
  round: row.round,
  issuedOn: row.issuedOn,
  ackAt: row.acknowledgedOn && at(row.acknowledgedOn),
})

/** It goes by the number of its case: no other is known. */
const noticeFor = (row: Case): Notice => ({
  ...ownFields(row),
  id: `filed-${row.id}` as NoticeId,
  seq: 1,
  state: noticeState([row.state]),
  since: 0 as Notice['since'],
  visit: '' as VisitId,
  no: row.id,
  approver: null,
  ackBy: null,
  failing: null,
})
