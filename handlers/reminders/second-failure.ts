import type { Case } from '#db/cases.ts'
import type { Notice } from '#db/notices.ts'
import { plusMs, DAY_MS } from '#src/domain/day.ts'
import type { Context } from '../context.ts'
import { noticeSubject } from '../notices/issue.ts'
import type { Post } from '../plan.ts'
import { caseText, officeAndChiefs, paperButton } from './overdue.ts'

/** The round that a second failure opens. */
const THIRD = 3
const LIFE_MS = 30 * DAY_MS

/** A second failed round: office and chief inspector are offered an interview at once, as after fifteen days (policy.md 3.2). */
export async function interviewPosts(ctx: Context, notice: Notice, failed: readonly Case[]): Promise<Post[]> {
  const posts: Post[] = []
  for (const each of failed.filter(({ round }) => round >= THIRD)) {
    const line = {
      head: '两轮复查不合格，可提约谈建议',
      text: caseText(ctx, each, `第${each.round}轮整改`),
      buttons: [paperButton(each, 'case_interview')],
      about: noticeSubject(notice.id),
      while: { of: 'case' as const, id: each.id, states: ['issued' as const, 'acknowledged' as const] },
      until: plusMs(ctx.now, LIFE_MS),
    }
    const receivers = new Set((await officeAndChiefs(ctx, each)).map(({ userid }) => userid))
    for (const to of receivers)
      posts.push({ to, subject: line.about, message: { kind: 'reminder', lines: [line] }, until: line.until })
  }
  return posts
}
