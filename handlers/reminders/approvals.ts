import type { Button } from '#cards/card.ts'
import { closeButtons, letterButtons } from '#cards/case.ts'
import { verifyButtons } from '#cards/entry.ts'
import { approvalButtons } from '#cards/notice.ts'
import { proposalButtons } from '#cards/proposal.ts'
import { decisionButtons } from '#cards/request.ts'
import { casesAwaitingOffice, casesOf, type Case } from '#db/cases.ts'
import { askedRequests, noticeOf, pendingNotices, type Notice, type Request } from '#db/notices.ts'
import { chiefs, officePeople } from '#db/people.ts'
import { unverifiedEntries, type Entry } from '#db/entries.ts'
import { askedProposals, type Proposal } from '#db/proposals.ts'
import type { Span } from '#db/span.ts'
import { plusMs, DAY_MS, type Instant } from '#src/domain/day.ts'
import type { TrainingSaid } from '#src/domain/entry.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Condition } from '#src/policy/condition.ts'
import { askedBefore } from '#src/policy/waiting.ts'
import { inCharge } from '../notices/in-charge.ts'
import { noticeSubject } from '../notices/issue.ts'
import { hintsOn, proposalSubject } from '../proposals/propose.ts'
import { requestSubject } from '../rectifications/requests.ts'
import { verificationSubject } from '../training/enter.ts'
import { caseSubject } from '../reinspections/confirm-close.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** Something that waits for the word of an office or, where he decides, of an inspector. */
type Waiting = {
  subject: string
  since: Instant
  county: string | null
  text: string
  /** What is to be known before it is decided. */
  hints?: readonly string[]
  buttons: Button[]
  while: Condition
  /** Set where the inspector decides. */
  notice?: Notice
  /** Only an office decides, never whoever stands above it, and nobody on his own (4.2: 核验). */
  notBy?: UserId
}

type Ledger = Pick<Minute, 'db' | 'roster' | 'today'>

/** Unanswered after one working day: again to whoever decides (policy.md 8.5). */
export const unanswered1: Reminder = {
  slot: '08:00',
  async remarks(minute, day) {
    const waiting = await whatWaits(minute, askedBefore(minute.workingDays, 1, day))
    const told = waiting.map(async (each) => {
      const { notice, county } = each
      const people = notice
        ? await inCharge(minute, notice)
        : await officePeople(minute.db, county, minute.today)
      const deciders = people.filter(({ userid }) => userid !== each.notBy)
      return remarksOf('unanswered_1', '等您办理已满1个工作日，点按钮或在原卡片上办', each, deciders)
    })
    return (await Promise.all(told)).flat()
  },
}

/** After two: to whoever stands above him, who may decide as well. */
export const unanswered2: Reminder = {
  slot: '08:00',
  async remarks(minute, day) {
    const waiting = await whatWaits(minute, askedBefore(minute.workingDays, 2, day))
    const above = await chiefs(minute.db, minute.today)
    const told = waiting.map(async (each) => {
      if (each.notBy) return []
      const people = each.notice ? await officePeople(minute.db, each.county, minute.today) : above
      const head = `${each.notice ? '督学' : '督导办'}满2个工作日没有办理，请督促或代办`
      return remarksOf('unanswered_2', head, each, people)
    })
    return (await Promise.all(told)).flat()
  },
}

/** As long as any message has a meaning. */
const LIFE_MS = 30 * DAY_MS

function remarksOf(
  kind: string,
  head: string,
  waiting: Waiting,
  people: readonly { userid: UserId }[],
): Remark[] {
  const { subject, since, buttons, hints = [] } = waiting
  const text = [waiting.text, ...hints].join('\n')
  const line = { head, text, buttons, about: subject, while: waiting.while, until: plusMs(since, LIFE_MS) }
  return people.map(({ userid }) => ({
    recipient: userid,
    kind,
    subject,
    period: String(since),
    lines: [line],
  }))
}

/** Everything that somebody asked within a span and nobody has decided. */
export async function whatWaits(minute: Ledger, span: Span): Promise<Waiting[]> {
  const { db } = minute
  const [pending, awaiting, asked, proposed, trained] = await Promise.all([
    pendingNotices(db, span),
    casesAwaitingOffice(db, span),
    askedRequests(db, span),
    askedProposals(db, span),
    unverifiedEntries(db, span),
  ])
  return [
    ...(await Promise.all(pending.map((each) => ofNotice(minute, each)))),
    ...awaiting.map((each) => ofCase(minute, each)),
    ...(await Promise.all(asked.map((each) => ofRequest(minute, each)))),
    ...(await Promise.all(proposed.map((each) => ofProposal(minute, each)))),
    ...trained.map(ofTraining),
  ]
}

async function ofNotice({ db, roster }: Ledger, notice: Notice): Promise<Waiting> {
  const what = (await casesOf(db, notice.id)).map((each) => each.description).join('；')
  return {
    subject: noticeSubject(notice.id),
    since: notice.since,
    county: notice.county,
    text: `${roster.school(notice.school).name}：${what}（严重问题整改通知待审批）`,
    buttons: approvalButtons(notice),
    while: { of: 'notice', id: notice.id, states: ['pending_approval'] },
  }
}

function ofCase({ roster }: Ledger, found: Case): Waiting {
  const { id, since, county, state } = found
  const closing = state === 'reinspecting'
  return {
    subject: caseSubject(id),
    since,
    county,
    text: `${id} ${roster.school(found.school).name}：${found.description}（${closing ? '复查合格，待确认销号' : '复杂问题，待转科室'}）`,
    buttons: closing ? closeButtons(found) : letterButtons(found),
    while: { of: 'case', id, states: [state] },
  }
}

async function ofRequest({ db, roster }: Ledger, request: Request): Promise<Waiting> {
  const notice = await noticeOf(db, request.notice)
  if (!notice) throw new Error(`request ${request.id} is on no notice`)
  const what = request.kind === 'extension' ? '延期申请' : '异议'
  return {
    subject: requestSubject(request.id),
    since: request.since,
    county: notice.county,
    text: `${roster.school(request.school).name}：${what}（${notice.no}，${request.reason}）`,
    buttons: decisionButtons(request),
    while: { of: 'request', id: request.id, states: ['asked'] },
    ...(request.decider === 'inspector' ? { notice } : {}),
  }
}

const ofProposal = async (minute: Ledger, proposal: Proposal): Promise<Waiting> => ({
  subject: proposalSubject(proposal.id),
  since: proposal.since,
  county: proposal.county,
  text: proposal.what,
  hints: await hintsOn(minute, proposal),
  buttons: proposalButtons(proposal),
  while: { of: 'proposal', id: proposal.id, states: ['asked'] },
})

function ofTraining({ entry, name }: { entry: Entry; name: string }): Waiting {
  const { title, hours } = entry.said as TrainingSaid
  return {
    subject: verificationSubject(entry.id),
    since: entry.since,
    county: entry.county,
    text: `${name}：培训「${title}」${hours}学时（待核验）`,
    buttons: verifyButtons(entry),
    while: { of: 'entry', id: entry.id, states: ['filed'] },
    notBy: entry.author,
  }
}
