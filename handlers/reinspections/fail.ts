import type { Action } from '#cards/action.ts'
import { failCard } from '#cards/notice.ts'
import type { Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import type { Notice } from '#db/notices.ts'
import { noticeOf } from '#db/notices.ts'
import { casesOf } from '#db/cases.ts'
import { cases, notices } from '#db/schema/loop.ts'
import { dayText, daysBetween, type Day } from '#src/domain/day.ts'
import type { CaseId, Role } from '#src/domain/words.ts'
import { LONGEST_PERIOD_DAYS } from '#src/policy/periods.ts'
import { needsSite } from '#src/policy/reinspection.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { newNotice, noticePosts, noticeSubject } from '../notices/issue.ts'
import { NOT_YOURS, onNotice, roleOnNotice } from '../notices/open.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { showNotice } from '../show.ts'
import { interviewPosts } from '../reminders/second-failure.ts'
import { stateAfter, waits } from './pass.ts'

/** 不合格, 全部不合格: asks for the reason and the new date. */
export const askFail = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'give_verdict', ['answered'], ({ notice, items }) =>
    askReason(ctx, notice, notice.failing?.cases ?? items.filter(waits).map((each) => each.id), items),
  )

export function askReason(
  ctx: Context,
  notice: Notice,
  failed: readonly CaseId[],
  items: readonly Case[],
): Plan {
  const what = items.filter((each) => failed.includes(each.id)).map((each) => `「${each.description}」`)
  return plan({
    writes: [awaitFrom(ctx.me.userid, { kind: 'fail', notice: notice.id, cases: [...failed] }, ctx.now)],
    reply: `${what.join('')}不合格的原因是什么，新期限是哪天？例如：通道仍堆放桌椅，下周五前。`,
  })
}

type Said = { notice: string; cases: readonly string[]; reason: string | null; due: Day | null }

/** Reason and new date in words: shown on a card before the second round is opened. */
export async function draftFail(ctx: Context, said: Said): Promise<Plan> {
  const notice = await noticeOf(ctx.db, said.notice)
  const role = notice && (await roleOnNotice(ctx, notice, 'give_verdict'))
  if (!notice || !role) return refused(NOT_YOURS)
  if (notice.state !== 'answered') return reply(`整改通知 ${notice.no} 已有复查结论。`)
  if (!said.due || !said.reason || said.due <= ctx.today || isLong(ctx, said.due)) return askAgain(ctx, said)
  const items = await casesOf(ctx.db, notice.id)
  const failed = items.filter((each) => waits(each) && said.cases.includes(each.id))
  const failing = { cases: failed.map((each) => each.id), reason: said.reason, due: said.due }
  const next = { ...notice, failing, seq: notice.seq + 1 }
  const shown = await showNotice(ctx, next, failed)
  return plan({
    writes: [
      ...change(notices, notice, { failing }, act(ctx, 'notice.fail_draft', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: [
      card(
        ctx.me.userid,
        noticeSubject(notice.id),
        failCard(shown, { ...failing, items: shown.items, onSite: failed.some(needsSite) }),
      ),
    ],
    settle: [{ subject: noticeSubject(notice.id), outcome: '不合格待确认' }],
  })
}

/** The next round goes out at once: what is longer needs the office's approval first (policy.md 3.2). */
const isLong = (ctx: Context, due: Day): boolean => daysBetween(ctx.today, due) > LONGEST_PERIOD_DAYS

function askAgain(ctx: Context, said: Said): Plan {
  const missing = whatIsMissing(ctx, said)
  const { notice, reason, due } = said
  return plan({
    writes: [
      awaitFrom(
        ctx.me.userid,
        { kind: 'fail', notice, cases: [...said.cases], reason, due: due && due > ctx.today ? due : null },
        ctx.now,
      ),
    ],
    reply: `还差${missing}，例如：${due ? '通道仍堆放桌椅' : '下周五前'}。`,
  })
}

function whatIsMissing(ctx: Context, { due }: Said): string {
  if (!due) return '新的期限'
  if (due <= ctx.today) return '今天以后的期限'
  return isLong(ctx, due) ? `${LONGEST_PERIOD_DAYS}天以内的期限（更长的，学校可以申请延期）` : '原因'
}

/** 确认: the failed items go out again under a new number, as the next round (policy.md 3.2). */
export const confirmFail = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'give_verdict', ['answered'], ({ notice, items, role }) => {
    const { failing } = notice
    if (!failing) return reply('还没有填写不合格的原因，请重新点「不合格」。')
    return nextRound(ctx, notice, items, failing, role)
  })

async function nextRound(
  ctx: Context,
  notice: Notice,
  items: readonly Case[],
  failing: NonNullable<Notice['failing']>,
  role: Role,
): Promise<Plan> {
  const failed = items.filter((each) => waits(each) && failing.cases.includes(each.id))
  const school = ctx.roster.school(notice.school)
  const head = { visit: notice.visit, school, inspector: notice.inspector, round: notice.round + 1 }
  const renewed = await newNotice(ctx, head, role)
  const patch = (each: Case): Partial<Case> => ({
    state: 'issued',
    notice: renewed.notice.id,
    round: each.round + 1,
    dueOn: failing.due,
    clockStoppedOn: null,
    verdict: 'fail',
    verdictNote: failing.reason,
    verdictMode: needsSite(each) ? 'on_site' : 'documents',
    reinspectedOn: ctx.today,
    issuedOn: ctx.today,
    acknowledgedOn: null,
    reportOn: null,
  })
  const after = failed.map((each): Case => ({ ...each, ...patch(each), seq: each.seq + 1 }))
  const rest = items.filter((each) => !failed.includes(each))
  const told = await noticePosts(ctx, renewed.notice, after)
  return plan({
    writes: [
      ...renewed.writes,
      ...change(
        notices,
        notice,
        { state: stateAfter(rest), failing: null },
        act(ctx, 'notice.verdict', role),
      ),
      ...failed.flatMap((each) => change(cases, each, patch(each), act(ctx, 'case.fail', role))),
    ],
    reply: `已记录复查不合格，开始第${notice.round + 1}轮整改，${dayText(failing.due, ctx.today)}前完成。${told.reply}`,
    send: [...told.send, ...(await interviewPosts(ctx, renewed.notice, after))],
    settle: [{ subject: noticeSubject(notice.id), outcome: '不合格' }],
  })
}
