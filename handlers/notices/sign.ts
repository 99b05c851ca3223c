import type { Action } from '#cards/action.ts'
import { earliestDue, taskCard } from '#cards/notice.ts'
import type { Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { runningNotices, type Notice } from '#db/notices.ts'
import { cases, notices } from '#db/schema/loop.ts'
import type { Write } from '#db/store.ts'
import { dayText, momentText } from '#src/domain/day.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Role } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { showNotice } from '../show.ts'
import { noticeSubject } from './issue.ts'
import { onNotice } from './open.ts'

/** 签收: the school has read the notice; the inspector is told. */
export const signNotice = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'sign_notice', ['issued'], async ({ notice, items, role }) => {
    const { name } = ctx.roster.school(notice.school)
    return plan({
      writes: signing(ctx, notice, items, role),
      reply: null,
      send: [
        await taskPost(ctx, { ...notice, seq: notice.seq + 1, state: 'acknowledged' }, items),
        text(
          notice.inspector,
          noticeSubject(notice.id),
          `${name}${ctx.me.name}于${momentText(ctx.now)}签收了整改通知 ${notice.no}。`,
        ),
      ],
      settle: [{ subject: noticeSubject(notice.id), outcome: `${ctx.me.name}已签收` }],
    })
  })

/** Also part of the report on a notice that nobody had signed (policy.md 8.5). */
export const signing = (ctx: Context, notice: Notice, items: readonly Case[], role: Role): Write[] => [
  ...change(
    notices,
    notice,
    { state: 'acknowledged', ackBy: ctx.me.userid, ackAt: ctx.now },
    act(ctx, 'notice.sign', role),
  ),
  ...items
    .filter((each) => each.state === 'issued')
    .flatMap((each) => change(cases, each, signedOn(ctx), act(ctx, 'case.sign', role))),
]

/** What stands of the round before, a failed verdict, gives way to the round that begins. */
const signedOn = (ctx: Context): Partial<Case> => ({
  state: 'acknowledged',
  acknowledgedOn: ctx.today,
  verdict: null,
  reinspectedOn: null,
})

async function taskPost(ctx: Context, notice: Notice, items: readonly Case[]): Promise<Post> {
  const due = earliestDue(items.map((each) => ({ due: each.dueOn })))
  const until = due ? `请在${dayText(due, ctx.today)}前整改` : '请尽快整改'
  const shown = taskCard(await showNotice(ctx, notice, items), `已签收。${until}，改好后直接发文字和照片`)
  return card(ctx.me.userid, noticeSubject(notice.id), shown)
}

/** 「收到」「签收」 in words: signs where exactly one notice waits. In a group it is no signature. */
export async function signByWords(ctx: Context, numbers: readonly string[]): Promise<Plan> {
  if (!hasRole(ctx.me, SCHOOL_ROLES) || !ctx.me.school) return reply('收到。')
  if (ctx.inGroup) return refused('群里回复不算签收，请在通知卡片上点「签收」。')
  const waiting = (await runningNotices(ctx.db, ctx.me.school)).filter((each) => each.state === 'issued')
  const meant = numbers.length > 0 ? waiting.filter((each) => isNamed(each, numbers)) : waiting
  const [only, another] = meant
  if (!only) return reply('没有待签收的整改通知。')
  if (another)
    return reply(
      `有 ${meant.length} 份待签收：${meant.map((each) => each.no).join('、')}。请在卡片上签收，或回复「签收 ${only.no}」。`,
    )
  return signNotice(ctx, { act: 'notice_sign', id: only.id, seq: only.seq })
}

const plain = (no: string) => no.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase()

/** A person may quote a number with or without its signs, or its end alone. */
export const isNamed = (notice: Notice, numbers: readonly string[]): boolean =>
  numbers.some((each) => notice.no !== null && plain(notice.no).endsWith(plain(each)))
