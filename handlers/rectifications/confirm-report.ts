import type { Action } from '#cards/action.ts'
import { verdictCard } from '#cards/notice.ts'
import { reportLines } from '#cards/report.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { noticeOf, type Notice, type Report } from '#db/notices.ts'
import { personOf } from '#db/people.ts'
import { photosOf, type Photo } from '#db/photos.ts'
import { cases, notices, reports } from '#db/schema/loop.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { needsSite } from '#src/policy/reinspection.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { inCharge } from '../notices/in-charge.ts'
import { noticeSubject } from '../notices/issue.ts'
import { overText } from '../notices/open.ts'
import { signing } from '../notices/sign.ts'
import { card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { showNotice, showReport } from '../show.ts'
import { onReport, reportSubject } from './report.ts'

/** Pictures shown before a verdict; the rest are counted. */
export const PHOTOS_SHOWN = 9

/** 确认上报: only the principal's word makes the draft a report (policy.md 3.2); the inspector is asked for a verdict. */
export const confirmReport = (ctx: Context, action: Action): Promise<Plan> =>
  onReport(ctx, action, async (report, role) => {
    const notice = await noticeOf(ctx.db, report.notice)
    if (!notice) throw new Error(`report ${report.id} is on no notice`)
    if (!isWithSchool(notice)) return reply(overText(notice))
    const items = await casesOf(ctx.db, notice.id)
    const done = new Set(report.items.filter((item) => item.status === 'done').map((item) => item.case))
    const reported = items.filter((each) => done.has(each.id) && isWithSchool(each))
    if (reported.length === 0) return reply('还没有写明哪一项改好了，请先说各项怎么改的。')
    return submitReport(ctx, { report, notice, items, reported, role })
  })

type Submission = { report: Report; notice: Notice; items: Case[]; reported: Case[]; role: Role }

async function submitReport(ctx: Context, on: Submission): Promise<Plan> {
  const { report, role } = on
  const unsigned = on.notice.state === 'issued'
  const signedJustNow = { state: 'acknowledged' as const, since: ctx.now }
  const signed = unsigned ? signing(ctx, on.notice, on.items, role) : []
  const notice = unsigned ? { ...on.notice, ...signedJustNow, seq: on.notice.seq + 1 } : on.notice
  const measuresOf = new Map(report.items.map((item) => [item.case, item.measures]))
  const moved = on.reported.map((each) => {
    const row = each.state === 'issued' ? { ...each, ...signedJustNow, seq: each.seq + 1 } : each
    const measures = measuresOf.get(each.id) ?? ''
    const after = { state: 'report_submitted' as const, measures, reportOn: ctx.today }
    return change(cases, row, after, act(ctx, 'case.report', role))
  })
  const confirmed = { state: 'submitted' as const, confirmedBy: ctx.me.userid, confirmedAt: ctx.now }
  const answered = { ...notice, state: 'answered' as const, seq: notice.seq + 1 }
  return plan({
    writes: [
      ...signed,
      ...moved.flat(),
      ...change(notices, notice, { state: 'answered' }, act(ctx, 'notice.report', role)),
      ...change(reports, report, confirmed, act(ctx, 'report.confirm', role)),
    ],
    reply: `整改报告（${notice.no}）已上报，等待督学复查。`,
    send: await toReviewers(ctx, { ...on, notice: answered }),
    settle: [
      { subject: reportSubject(report.id), outcome: '已上报' },
      { subject: noticeSubject(notice.id), outcome: '已上报' },
    ],
  })
}

type Reported = Pick<Submission, 'notice' | 'report' | 'reported'>

/** The pictures first, then the card that asks for the verdict; to others than `gone`, who leaves just now. */
export async function toReviewers(ctx: Context, on: Reported, gone?: UserId): Promise<Post[]> {
  const photos = await photosOf(ctx.db, reportSubject(on.report.id))
  const posts = await verdictPosts(ctx, on.notice, on.reported, on.report, photos.length, gone)
  return posts.flatMap((post) => [...photoPosts(post, photos), post])
}

function photoPosts(post: Post, photos: readonly Photo[]): Post[] {
  const kept = photos.flatMap((photo) => (photo.sha256 ? [photo.sha256] : []))
  const shown = kept.slice(0, PHOTOS_SHOWN).map((sha256, i): Post => ({
    to: post.to,
    subject: post.subject,
    message: { kind: 'image', sha256, name: `整改照片${i + 1}.jpg` },
  }))
  const rest = kept.length - shown.length
  return rest > 0 ? [...shown, text(post.to, post.subject, `还有 ${rest} 张照片没有显示。`)] : shown
}

/** The verdict card for all who may give it; also sent again when the office returns a case for another look. */
export async function verdictPosts(
  ctx: Context,
  notice: Notice,
  reported: readonly Case[],
  report: Report | null,
  photos: number,
  gone?: UserId,
): Promise<Post[]> {
  const shownNotice = await showNotice(ctx, notice, reported)
  const lines = report
    ? reportLines(await showReport(ctx, report, notice, reported, photos))
    : reported.map((each, i) => `${i + 1}. ${each.description}：${each.measures ?? ''}`)
  const by = report?.confirmedBy ? await nameOr(ctx, report) : ctx.me.name
  const shown = verdictCard(shownNotice, { by, lines, photos, onSite: reported.some(needsSite) })
  return (await inCharge(ctx, notice, gone)).map((each) => card(each.userid, noticeSubject(notice.id), shown))
}

const nameOr = async (ctx: Context, report: Report): Promise<string> =>
  (report.confirmedBy && (await personOf(ctx.db, report.confirmedBy, ctx.today))?.name) || ctx.me.name
