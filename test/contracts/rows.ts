import type { SQLiteTable } from 'drizzle-orm/sqlite-core'
import type { Message, outbox } from '#db/schema/machine.ts'
import type { cases, notices, requests, visits } from '#db/schema/loop.ts'
import type { people } from '#db/schema/roster.ts'
import type { Act } from '#db/history.ts'
import type { Store } from '#db/store.ts'
import { day, instant } from '#src/domain/day.ts'
import type { CaseId, NoticeId, SchoolCode, UserId, VisitId } from '#src/domain/words.ts'

/** The store of the test that is running. */
export type Opened = () => Store

export const rowsOf = async <T extends SQLiteTable>(store: Store, table: T): Promise<T['$inferSelect'][]> =>
  store.db.select().from(table)

/** Whole rows of the larger tables, for tests that care about one or two of their columns. */

export const LI = 'li_min' as UserId
export const TODAY = day('2026-11-23')

type Visit = typeof visits.$inferInsert
export const visitRow = (id: string, more: Partial<Visit> = {}): Visit => ({
  id: id as VisitId,
  seq: 1,
  state: 'submitted',
  inspector: LI,
  createdAt: instant(1),
  school: 'S01' as SchoolCode,
  candidates: [],
  onDay: TODAY,
  dayDefault: false,
  part: 'am',
  partDefault: false,
  methods: [],
  counts: {},
  findings: [],
  narrative: '',
  copy: 0,
  ...more,
})

type Case = typeof cases.$inferInsert
export const caseRow = (id: string, more: Partial<Case> = {}): Case => ({
  id: id as CaseId,
  seq: 1,
  state: 'issued',
  visit: 'v1' as VisitId,
  school: 'S01' as SchoolCode,
  inspector: LI,
  foundOn: day('2026-11-02'),
  description: '消防通道堆放桌椅',
  findingKey: `消防通道堆放桌椅${id}`,
  severity: 'general',
  requirement: '清理',
  dueOn: day('2026-11-09'),
  round: 1,
  extensions: 0,
  ...more,
})

type Notice = typeof notices.$inferInsert
export const noticeRow = (id: string, more: Partial<Notice> = {}): Notice => ({
  id: id as NoticeId,
  seq: 1,
  state: 'issued',
  visit: 'v1' as VisitId,
  school: 'S01' as SchoolCode,
  inspector: LI,
  round: 1,
  ...more,
})

type Request = typeof requests.$inferInsert & { id: string }
export const requestRow = (id: string, more: Partial<Request> = {}): Request => ({
  id,
  seq: 1,
  kind: 'extension',
  state: 'asked',
  notice: 'n1' as NoticeId,
  school: 'S01' as SchoolCode,
  asker: 'chen_yuan' as UserId,
  askedAt: instant(1),
  reason: '配件未到货',
  decider: 'inspector',
  ...more,
})

const TEXT: Message = { kind: 'text', text: '您好' }

type Outgoing = typeof outbox.$inferInsert
export const outboxRow = (token: string, more: Partial<Outgoing> = {}): Outgoing => ({
  token,
  createdAt: instant(1),
  recipient: LI,
  subject: token,
  lane: 1,
  kind: 'text',
  message: TEXT,
  late: false,
  state: 'waiting',
  attempts: 0,
  nextAt: instant(0),
  leaseUntil: instant(0),
  expiresAt: instant(1_000),
  settled: false,
  ...more,
})

type Person = typeof people.$inferInsert
export const personRow = (userid: string, more: Partial<Person> = {}): Person => ({
  userid: userid as UserId,
  written: userid,
  name: userid,
  role: 'part_time_inspector',
  alsoRoles: [],
  withdrawn: false,
  ...more,
})

export const act = (kind: string): Act => ({
  kind,
  actor: LI,
  role: 'part_time_inspector',
  channel: 'wecom_app',
  at: instant(2),
  words: null,
})
