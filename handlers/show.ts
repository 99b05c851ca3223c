import type { CaseShown } from '#cards/case.ts'
import type { ItemShown, NoticeShown } from '#cards/notice.ts'
import type { ReportShown } from '#cards/report.ts'
import type { RequestShown } from '#cards/request.ts'
import { earliestDue } from '#cards/notice.ts'
import type { Case } from '#db/cases.ts'
import { ASSISTANT } from '#db/history.ts'
import { namesOf } from '#db/people.ts'
import type { Notice, Report, Request } from '#db/notices.ts'
import { officeName } from '#src/policy/numbering.ts'
import { dayOf } from '#src/domain/day.ts'
import { OBJECTION_WORKING_DAYS } from '#src/policy/periods.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Context } from './context.ts'

/** What it takes to put names in place of codes: a turn's context, or the clock's minute. */
export type Showing = Pick<Context, 'db' | 'today' | 'roster'> & Partial<Pick<Context, 'me'>>

/** Rows into what cards show: names in place of codes and userids. */
export async function nameOf(ctx: Pick<Showing, 'db' | 'me'>, userid: UserId): Promise<string> {
  if (userid === ctx.me?.userid) return ctx.me.name
  if (userid === ASSISTANT) return '督导助手'
  return (await namesOf(ctx.db, [userid])).get(userid) ?? userid
}

const showItem = (each: Case): ItemShown => ({
  no: each.id,
  text: each.description,
  matter: each.matter,
  severity: each.severity,
  due: each.dueOn,
  requirement: each.requirement,
  state: each.state,
  verdictNote: each.verdictNote,
  stopped: each.clockStoppedOn !== null,
})

export async function showNotice(ctx: Showing, notice: Notice, items: readonly Case[]): Promise<NoticeShown> {
  return {
    id: notice.id,
    seq: notice.seq,
    no: notice.no,
    round: notice.round,
    school: ctx.roster.school(notice.school).name,
    office: officeName(notice.county, ctx.roster.city),
    inspector: await nameOf(ctx, notice.inspector),
    issuedOn: notice.issuedOn,
    items: items.map(showItem),
    today: ctx.today,
  }
}

export async function showReport(
  ctx: Context,
  report: Report,
  notice: Notice,
  items: readonly Case[],
  photos: number,
): Promise<ReportShown> {
  const saidOf = new Map(report.items.map((item) => [item.case, item]))
  return {
    id: report.id,
    seq: report.seq,
    noticeNo: notice.no ?? '',
    school: ctx.roster.school(report.school).name,
    author: await nameOf(ctx, report.author),
    items: items.map((each) => ({
      no: each.id,
      text: each.description,
      measures: saidOf.get(each.id)?.measures ?? '',
      done: saidOf.get(each.id)?.status === 'done',
    })),
    photos,
    today: ctx.today,
  }
}

export async function showRequest(
  ctx: Context,
  request: Request,
  notice: Notice,
  items: readonly Case[],
): Promise<RequestShown> {
  return {
    id: request.id,
    seq: request.seq,
    kind: request.kind,
    noticeNo: notice.no ?? '',
    school: ctx.roster.school(request.school).name,
    asker: await nameOf(ctx, request.asker),
    reason: request.reason,
    due: earliestDue(items.map((each) => ({ due: each.dueOn }))),
    to: request.toDay,
    answerBy:
      request.kind === 'objection' && request.state === 'asked'
        ? addWorkingDays(ctx.workingDays, dayOf(request.since), OBJECTION_WORKING_DAYS)
        : null,
    stopped: items.some((each) => each.clockStoppedOn !== null),
    today: ctx.today,
  }
}

export async function showCase(ctx: Context, each: Case): Promise<CaseShown> {
  return {
    id: each.id,
    seq: each.seq,
    school: ctx.roster.school(each.school).name,
    text: each.description,
    inspector: await nameOf(ctx, each.inspector),
    today: ctx.today,
    section: each.section,
    office: officeName(each.county, ctx.roster.city),
    answerBy: each.answerBy,
    answer: each.answer,
    due: each.dueOn,
    foundOn: each.foundOn,
  }
}
