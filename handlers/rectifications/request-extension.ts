import type { Action } from '#cards/action.ts'
import { earliestDue } from '#cards/notice.ts'
import type { Case } from '#db/cases.ts'
import { casesOf } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { runningNotices, type Notice } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { cases, notices, requests } from '#db/schema/loop.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { noticeSubject } from '../notices/issue.ts'
import { NOT_YOURS, onNotice, overText, roleOnNotice } from '../notices/open.ts'
import { schoolCard } from '../notices/school-card.ts'
import { isNamed } from '../notices/sign.ts'
import { card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { showNotice } from '../show.ts'
import { draftRequest, onRequest, refuse, requestSubject } from './requests.ts'

/** 申请延期 on the card: asks until when, and why. */
export const askExtension = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'ask_extension', ['issued', 'acknowledged'], ({ notice }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'extension', notice: notice.id }, ctx.now)],
      reply: `整改通知 ${notice.no} 要延到哪天、什么原因？例如：延到下周五，供货没到。`,
    }),
  )

type Said = { numbers: readonly string[]; to: Day | null; reason: string | null }

/** 「能不能宽限到下周三 供货没到」. */
export async function extensionByWords(ctx: Context, said: Said): Promise<Plan> {
  if (!ctx.me.school) return refused(NOT_YOURS)
  const running = (await runningNotices(ctx.db, ctx.me.school)).filter(isWithSchool)
  const meant = await named(ctx, running, said.numbers)
  const [only, another] = meant
  if (!only) return reply('没有在办的整改通知，不用延期。')
  if (another)
    return reply(
      `有 ${meant.length} 份在办：${meant.map((each) => each.no).join('、')}。请在那张卡片上点「申请延期」。`,
    )
  return requestExtension(ctx, only, said)
}

async function named(ctx: Context, running: Notice[], numbers: readonly string[]): Promise<Notice[]> {
  if (numbers.length === 0 || running.length < 2) return running
  const byNotice = running.filter((each) => isNamed(each, numbers))
  if (byNotice.length > 0) return byNotice
  const kept: Notice[] = []
  for (const each of running)
    if ((await casesOf(ctx.db, each.id)).some((item) => numbers.includes(item.id))) kept.push(each)
  return kept.length > 0 ? kept : running
}

/** Until when and why are needed; 提交 hands it in. */
export async function requestExtension(
  ctx: Context,
  notice: Notice,
  said: Pick<Said, 'to' | 'reason'>,
): Promise<Plan> {
  const role = await roleOnNotice(ctx, notice, 'ask_extension')
  if (!role) return refused(NOT_YOURS)
  if (!isWithSchool(notice)) return reply(overText(notice))
  const items = (await casesOf(ctx.db, notice.id)).filter(isWithSchool)
  const due = earliestDue(items.map((each) => ({ due: each.dueOn })))
  const missing = whatIsMissing(said, due)
  if (missing || !said.to || !due)
    return plan({
      reply: missing ?? '这份通知没有期限，不用延期。',
      writes: [
        awaitFrom(
          ctx.me.userid,
          {
            kind: 'extension',
            notice: notice.id,
            to: due && said.to && said.to > due ? said.to : null,
            reason: said.reason,
          },
          ctx.now,
        ),
      ],
    })
  return draftRequest(ctx, {
    kind: 'extension',
    notice,
    items,
    reason: said.reason ?? '',
    to: said.to,
    role,
  })
}

function whatIsMissing(said: Pick<Said, 'to' | 'reason'>, due: Day | null): string | null {
  if (!said.to && said.reason) return '要延到哪一天？例如：下周五。'
  if (!said.to) return '要延到哪一天、什么原因？例如：延到下周五，供货没到。'
  if (due && said.to <= due) return `现在的期限就是${dayText(due)}，请说一个更晚的日期。`
  if (!said.reason) return `延到${dayText(said.to)}，什么原因？例如：供货没到。`
  return null
}

/** 同意: every item still running moves to the new day; the school gets the notice with it. */
export const grantExtension = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'asked', async ({ request, notice, items, role }) => {
    const to = request.toDay as Day
    const moved = items.filter((each) => isWithSchool(each) && each.dueOn !== null && each.dueOn < to)
    const after = moved.map((each) => ({ ...each, dueOn: to, extensions: each.extensions + 1 }))
    const next = { ...notice, seq: notice.seq + 1 }
    return plan({
      writes: [
        ...change(
          requests,
          request,
          { state: 'granted', decidedBy: ctx.me.userid },
          act(ctx, 'request.grant', role),
        ),
        ...change(notices, notice, {}, act(ctx, 'notice.extend', role)),
        ...moved.flatMap((each) =>
          change(cases, each, { dueOn: to, extensions: each.extensions + 1 }, act(ctx, 'case.extend', role)),
        ),
      ],
      reply: `已同意，期限延至${dayText(to, ctx.today)}，学校会收到通知。`,
      send: await extendedPosts(ctx, next, after, to),
      settle: [
        { subject: requestSubject(request.id), outcome: `${ctx.me.name}已同意` },
        { subject: noticeSubject(notice.id), outcome: '已延期' },
      ],
    })
  })

async function extendedPosts(ctx: Context, notice: Notice, items: Case[], to: Day): Promise<Post[]> {
  const shown = await showNotice(ctx, notice, items)
  const fresh = schoolCard(notice, shown, `已延期至${dayText(to, ctx.today)}`)
  const people = await schoolPeople(ctx.db, notice.school, ctx.today)
  return people.map((each) => card(each.userid, noticeSubject(notice.id), fresh))
}

/** 不同意: the date stays. */
export const refuseExtension = (ctx: Context, action: Action): Promise<Plan> =>
  onRequest(ctx, action, 'asked', ({ request, notice, role }) => {
    const words = `延期申请（${notice.no}）未获同意，期限不变，请抓紧整改。如有困难请联系督学。`
    return refuse(
      ctx,
      { request, role },
      {
        reply: '已答复不同意，期限不变。',
        outcome: '不同意',
        send: [text(request.asker, noticeSubject(notice.id), words)],
      },
    )
  })
