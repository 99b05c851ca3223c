import { closedSchoolText, movedText } from '#cards/schools.ts'
import { openCasesAt, type Case } from '#db/cases.ts'
import { byClock, change } from '#db/history.ts'
import { draftReportOn, noticeOf, type Notice } from '#db/notices.ts'
import { isTaken } from '#db/onces.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { cases, notices, reports } from '#db/schema/loop.ts'
import { onces } from '#db/schema/machine.ts'
import { insert, type Write } from '#db/store.ts'
import type { NoticeId } from '#src/domain/words.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { School } from '../context.ts'
import { noticeSubject } from '../notices/issue.ts'
import { handed } from '../people/hand-over.ts'
import { both, plan, text, type Plan } from '../plan.ts'
import type { Minute } from '../reminders/remark.ts'
import { findingKey } from '../visits/open-cases.ts'

/**
 * Schools whose last day has come: their open cases move to the successor with their numbers, visits stay with the school
 * as it was (policy.md 8.9). Asked each minute, for an import may close a school at any time; what has moved is not found again.
 */
export async function moveOpenCases(minute: Minute): Promise<Plan> {
  let moved = plan({})
  for (const school of minute.roster.closed) {
    if (!school.closedOn || school.closedOn > minute.today) continue
    const open = await openCasesAt(minute.db, school.code)
    if (open.length === 0) continue
    const one = school.successor
      ? await move(minute, school, minute.roster.school(school.successor), open)
      : await tellOffice(minute, school, open)
    moved = both(moved, one)
  }
  return moved
}

async function move(minute: Minute, from: School, to: School, open: readonly Case[]): Promise<Plan> {
  const there = new Set((await openCasesAt(minute.db, to.code)).map((each) => each.findingKey))
  const at = { school: to.code, county: to.county }
  const writes = open.flatMap((each) => {
    // The same finding may be open at both: one open case a school and finding holds, so this one keeps its origin.
    const key = there.has(each.findingKey) ? { findingKey: each.findingKey + findingKey(from.name) } : {}
    return change(cases, each, { ...at, ...key }, byClock('case.move', minute.now))
  })
  let whole = plan({ writes })
  for (const id of new Set(open.flatMap((each) => each.notice ?? [])))
    whole = both(whole, await moveNotice(minute, id, from, to))
  return whole
}

/** The paper goes to the people of the successor as it stands; the inspector is told, the old cards are settled. */
async function moveNotice(minute: Minute, id: NoticeId, from: School, to: School): Promise<Plan> {
  const notice = await noticeOf(minute.db, id)
  if (!notice) return plan({})
  const after: Notice = { ...notice, school: to.code, county: to.county, seq: notice.seq + 1 }
  const subject = noticeSubject(id)
  const words = movedText(from.name, to.name, notice.no)
  const people = isAddressed(notice) ? await schoolPeople(minute.db, to.code, minute.today) : []
  const cardsOf = await Promise.all(people.map((each) => handed(minute, each.userid, after)))
  return plan({
    writes: [
      ...change(notices, notice, { school: to.code, county: to.county }, byClock('notice.move', minute.now)),
      ...(await moveDraft(minute, id, to)),
    ],
    send: [
      text(notice.inspector, subject, words),
      ...people.map((each) => text(each.userid, subject, words)),
      ...cardsOf,
    ],
    settle: [{ subject, outcome: `已转${to.name}` }],
  })
}

/** A report that waits for its principal is the new one's to confirm. */
async function moveDraft(minute: Minute, notice: NoticeId, to: School): Promise<Write[]> {
  const draft = await draftReportOn(minute.db, notice)
  return draft ? change(reports, draft, { school: to.code }, byClock('report.move', minute.now)) : []
}

/** Nobody takes over: the office reads once what is open, and decides. */
async function tellOffice(minute: Minute, school: School, open: readonly Case[]): Promise<Plan> {
  const key = `closed:${school.code}:${school.closedOn}`
  if (await isTaken(minute.db, key)) return plan({})
  const office = await officePeople(minute.db, school.county, minute.today)
  const words = closedSchoolText(school.name, open)
  return plan({
    writes: [insert(onces, { key, at: minute.now })],
    send: office.map((each) => text(each.userid, `school:${school.code}`, words)),
  })
}
