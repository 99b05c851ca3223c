import { encodeAction } from '#cards/action.ts'
import { noticeCard } from '#cards/notice.ts'
import { asCaseId, type Case } from '#db/cases.ts'
import { create, type Act } from '#db/history.ts'
import type { Notice } from '#db/notices.ts'
import type { PersonRow } from '#db/roster.ts'
import { cases, notices } from '#db/schema/loop.ts'
import { outbox } from '#db/schema/machine.ts'
import { insert, type Store, type Write } from '#db/store.ts'
import { asVisitId } from '#db/visits.ts'
import { noticeSubject } from '#handlers/notices/issue.ts'
import { addDays, dayOf, plusMs, type Instant } from '#src/domain/day.ts'
import type { NoticeId, UserId } from '#src/domain/words.ts'
import type { City } from './city.ts'

/** A card with 签收 on a principal's phone. */
export type ToSign = { principal: UserId; action: string; taskId: string }

/** Issues so many notices, the principals in turn; their cards are with them. */
export async function issueNotices(store: Store, city: City, count: number, now: Instant): Promise<ToSign[]> {
  const issued = Array.from({ length: count }, (_, n) => issue(city, n, now))
  for (let start = 0; start < count; start += 100)
    await store.commit(issued.slice(start, start + 100).flatMap((each) => each.writes))
  return issued.map((each) => each.toSign)
}

function issue(
  { inspectors, principals }: City,
  n: number,
  now: Instant,
): { toSign: ToSign; writes: Write[] } {
  const turn = n % Math.min(inspectors.length, principals.length)
  const principal = principals[turn] as PersonRow
  const inspector = inspectors[turn]?.userid as UserId
  const notice = newNotice(n, principal, inspector, now)
  const item = newCase(n, notice, now)
  const taskId = `task-${n}`
  return {
    toSign: {
      principal: principal.userid,
      action: encodeAction({ act: 'notice_sign', id: notice.id, seq: notice.seq }),
      taskId,
    },
    writes: [
      ...create(notices, notice, by(inspector, 'notice.issue', now)),
      ...create(cases, item, by(inspector, 'case.issue', now)),
      insert(outbox, sentCard(notice, item, principal, taskId, now)),
    ],
  }
}

const newNotice = (n: number, principal: PersonRow, inspector: UserId, now: Instant): Notice => ({
  id: `notice-${n}` as NoticeId,
  seq: 1,
  state: 'issued',
  since: now,
  visit: asVisitId(`visit-of-notice-${n}`),
  school: principal.school as Notice['school'],
  county: principal.county,
  inspector,
  round: 1,
  no: `督整〔2026〕${n}号`,
  issuedOn: dayOf(now),
  approver: null,
  ackBy: null,
  ackAt: null,
  failing: null,
})

function newCase(n: number, notice: Notice, now: Instant): Case {
  const description = `食堂留样记录不全（${n}）`
  return {
    id: asCaseId(n + 1),
    seq: 1,
    state: 'issued',
    since: now,
    visit: notice.visit,
    notice: notice.id,
    school: notice.school,
    county: notice.county,
    inspector: notice.inspector,
    foundOn: dayOf(now),
    description,
    findingKey: description,
    matter: 'canteen_health',
    severity: 'general',
    requirement: `请针对「${description}」采取措施整改到位。`,
    dueOn: addDays(dayOf(now), 10),
    round: 1,
    extensions: 0,
    measures: null,
    verdict: null,
    verdictNote: null,
    verdictMode: null,
    reinspectedOn: null,
    section: null,
    answerBy: null,
    answer: null,
    clockStoppedOn: null,
    closedOn: null,
    issuedOn: null,
    acknowledgedOn: null,
    reportOn: null,
    resolvedBySection: false,
    origin: null,
    filed: false,
  }
}

function sentCard(notice: Notice, item: Case, to: PersonRow, token: string, now: Instant) {
  const shown = { ...notice, school: to.name, office: '督导办', today: dayOf(now) }
  const items = [{ ...item, no: item.id, text: item.description, due: item.dueOn }]
  return {
    token,
    createdAt: now,
    recipient: to.userid,
    subject: noticeSubject(notice.id),
    lane: 1,
    kind: 'card' as const,
    message: { kind: 'card' as const, card: noticeCard({ ...shown, items }) },
    late: false,
    state: 'sent' as const,
    attempts: 1,
    nextAt: now,
    leaseUntil: now,
    expiresAt: plusMs(now, 86_400_000),
    // Longer ago than the limit per minute looks back.
    sentAt: plusMs(now, -3_600_000),
    responseCode: `code-of-${token}`,
    settled: false,
  }
}

const by = (actor: UserId, kind: string, at: Instant): Act => ({
  kind,
  actor,
  role: 'part_time_inspector',
  channel: 'wecom_app',
  at,
  words: null,
})
