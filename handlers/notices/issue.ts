import { approvalCard, approvalReasons, noticeCard } from '#cards/notice.ts'
import type { Case } from '#db/cases.ts'
import { create } from '#db/history.ts'
import type { Notice } from '#db/notices.ts'
import { draw } from '#db/numbers.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { notices } from '#db/schema/loop.ts'
import type { Write } from '#db/store.ts'
import { yearOf } from '#src/domain/day.ts'
import type { NoticeId, Role, UserId, VisitId } from '#src/domain/words.ts'
import { noticeNo, noticeSeries } from '#src/policy/numbering.ts'
import { act, type Context, type School } from '../context.ts'
import { card, text, type Post } from '../plan.ts'
import { showNotice } from '../show.ts'

export const noticeSubject = (id: string): string => `notice:${id}`

export const defaultRequirement = (finding: string): string => `请针对「${finding}」采取措施整改到位。`

export type NoticeHead = { visit: VisitId; school: School; inspector: UserId; round: number }

/** The number under which a notice goes out today: by place and year, never used again. */
export async function drawNoticeNo(ctx: Context, county: string | null) {
  const series = noticeSeries(county, yearOf(ctx.today), ctx.roster.counties)
  const { n, writes } = await draw(ctx.db, series)
  return { no: noticeNo(series, n[0] as number), writes }
}

/** A notice that goes out now, or one that waits for the office's approval and has no number yet. */
export async function newNotice(
  ctx: Context,
  head: NoticeHead,
  role: Role,
  state: 'issued' | 'pending_approval' = 'issued',
): Promise<{ notice: Notice; writes: Write[] }> {
  const issued = state === 'issued'
  const drawn = issued ? await drawNoticeNo(ctx, head.school.county) : null
  const notice: Notice = {
    id: ctx.ids.fresh() as NoticeId,
    seq: 1,
    state,
    since: ctx.now,
    visit: head.visit,
    school: head.school.code,
    county: head.school.county,
    inspector: head.inspector,
    round: head.round,
    no: drawn?.no ?? null,
    issuedOn: issued ? ctx.today : null,
    approver: null,
    ackBy: null,
    ackAt: null,
    failing: null,
  }
  const event = act(ctx, issued ? 'notice.issue' : 'notice.propose', role)
  return { notice, writes: [...(drawn?.writes ?? []), ...create(notices, notice, event)] }
}

type Told = { reply: string; send: Post[] }

/** To the principal and the contacts. Where nobody is bound, inspector and office learn at once that it reached nobody. */
export async function noticePosts(ctx: Context, notice: Notice, items: readonly Case[]): Promise<Told> {
  const school = ctx.roster.school(notice.school)
  const receivers = await schoolPeople(ctx.db, notice.school, ctx.today)
  const shown = noticeCard(await showNotice(ctx, notice, items))
  if (receivers.length === 0) return reachedNobody(ctx, notice, school)
  return {
    reply: `整改通知 ${notice.no} 已发${school.name} ${receivers.map((each) => each.name).join('、')}。`,
    send: receivers.map((each) => card(each.userid, noticeSubject(notice.id), shown)),
  }
}

async function reachedNobody(ctx: Context, notice: Notice, school: School): Promise<Told> {
  const words = `整改通知 ${notice.no} 还没有送达：${school.name}没有登记校长或联系人。`
  const office = await officePeople(ctx.db, school.county, ctx.today)
  return {
    reply: `${words}已告诉督导办。`,
    send: office
      .filter((each) => each.userid !== ctx.me.userid)
      .map((each) =>
        text(each.userid, noticeSubject(notice.id), `${words}请登记该校人员，并先电话告知学校。`),
      ),
  }
}

/** To the office: what waits for its approval, and why. */
export async function proposalPosts(ctx: Context, notice: Notice, items: readonly Case[]): Promise<Told> {
  const office = await officePeople(ctx.db, notice.county, ctx.today)
  const shown = await showNotice(ctx, notice, items)
  const why = approvalReasons(shown)
  const names = office.map((each) => each.name).join('、')
  return {
    reply: names
      ? `${why}已报督导办 ${names} 审批，同意后下发。`
      : `${why}待督导办审批，但还没有登记督导办人员，请联系管理员。`,
    send: office.map((each) => card(each.userid, noticeSubject(notice.id), approvalCard(shown))),
  }
}
