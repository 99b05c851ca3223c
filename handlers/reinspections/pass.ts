import type { Action } from '#cards/action.ts'
import { closeCard } from '#cards/case.ts'
import type { Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import type { Notice } from '#db/notices.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { cases, notices } from '#db/schema/loop.ts'
import type { Role } from '#src/domain/words.ts'
import { needsSite } from '#src/policy/reinspection.ts'
import { act, type Context } from '../context.ts'
import { noticeSubject } from '../notices/issue.ts'
import { onNotice } from '../notices/open.ts'
import { card, plan, text, type Plan, type Post } from '../plan.ts'
import { showCase } from '../show.ts'

/** 合格, 全部合格. */
export const passAll = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'give_verdict', ['answered'], ({ notice, items, role }) =>
    pass(ctx, { notice, items, passed: items.filter(waits), role }),
  )

/** Waits for a verdict. */
export const waits = (each: Case): boolean => each.state === 'report_submitted'

type Mode = 'on_site' | 'documents'
/** `mode`: as it was said, else what the card shows. */
type Passing = {
  notice: Notice
  items: readonly Case[]
  passed: readonly Case[]
  role: Role
  mode?: Mode | undefined
}

/** Closes what passed; a serious case stays `reinspecting` until the office confirms (policy.md 8.5). */
export async function pass(ctx: Context, { notice, items, passed, role, mode }: Passing): Promise<Plan> {
  const after = passed.map((each) => passedCase(ctx, each, mode))
  const rest = items.filter((each) => !passed.includes(each))
  const state = stateAfter([...rest, ...after])
  return plan({
    writes: [
      ...change(notices, notice, { state, failing: null }, act(ctx, 'notice.verdict', role)),
      ...passed.flatMap((each) =>
        change(cases, each, passPatch(ctx, each, mode), act(ctx, 'case.pass', role)),
      ),
    ],
    reply: passReply(notice, after),
    send: [
      ...(await passPosts(
        ctx,
        notice,
        after.filter((each) => each.state === 'closed'),
      )),
      ...(await closePosts(
        ctx,
        after.filter((each) => each.state === 'reinspecting'),
      )),
    ],
    settle: [{ subject: noticeSubject(notice.id), outcome: '已复查' }],
  })
}

/** What is left to do on a notice once some of its cases have their verdict. */
export function stateAfter(items: readonly Case[]): Notice['state'] {
  if (items.some(waits)) return 'answered'
  return items.some((each) => each.state === 'issued' || each.state === 'acknowledged')
    ? 'acknowledged'
    : 'done'
}

const passPatch = (ctx: Context, each: Case, mode?: Mode): Partial<Case> => ({
  state: each.severity === 'serious' ? 'reinspecting' : 'closed',
  verdict: 'pass',
  verdictMode: mode ?? (needsSite(each) ? 'on_site' : 'documents'),
  reinspectedOn: ctx.today,
  closedOn: each.severity === 'serious' ? null : ctx.today,
})

const passedCase = (ctx: Context, each: Case, mode?: Mode): Case => ({
  ...each,
  ...passPatch(ctx, each, mode),
  seq: each.seq + 1,
})

const numbers = (items: readonly Case[]) => items.map((each) => each.id).join('、')

function passReply(notice: Notice, after: readonly Case[]): string {
  const closed = after.filter((each) => each.state === 'closed')
  const waiting = after.filter((each) => each.state === 'reinspecting')
  return [
    ...(closed.length > 0 ? [`复查合格，${numbers(closed)} 已销号（${notice.no}）。`] : []),
    ...(waiting.length > 0 ? [`复查合格，${numbers(waiting)} 是严重问题，已报督导办确认销号。`] : []),
  ].join('\n')
}

async function passPosts(ctx: Context, notice: Notice, closed: readonly Case[]): Promise<Post[]> {
  if (closed.length === 0) return []
  const what = closed.map((each) => `「${each.description}」`).join('')
  const people = await schoolPeople(ctx.db, notice.school, ctx.today)
  return people.map((each) =>
    text(each.userid, noticeSubject(notice.id), `整改通知 ${notice.no}：${what}复查合格，已销号。`),
  )
}

async function closePosts(ctx: Context, waiting: readonly Case[]): Promise<Post[]> {
  const posts: Post[] = []
  for (const each of waiting) {
    const shown = closeCard(await showCase(ctx, each))
    const office = await officePeople(ctx.db, each.county, ctx.today)
    posts.push(...office.map((person) => card(person.userid, `case:${each.id}`, shown)))
  }
  return posts
}
