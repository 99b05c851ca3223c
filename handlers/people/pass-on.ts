import { decisionCard } from '#cards/request.ts'
import type { Account } from '#db/accounts.ts'
import { casesOf } from '#db/cases.ts'
import { change } from '#db/history.ts'
import {
  answeredNotices,
  askedOfInspector,
  noticeOf,
  runningNotices,
  submittedReportOn,
} from '#db/notices.ts'
import { inspectorsOf, officePeople, schoolPeople } from '#db/people.ts'
import { visits } from '#db/schema/loop.ts'
import { draftsOf } from '#db/visits.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Role, UserId } from '#src/domain/words.ts'
import { act, type Context } from '../context.ts'
import { inCharge } from '../notices/in-charge.ts'
import { card, plan, text, type Plan, type Post } from '../plan.ts'
import { toReviewers } from '../rectifications/confirm-report.ts'
import { requestSubject } from '../rectifications/requests.ts'
import { waits } from '../reinspections/pass.ts'
import { showRequest } from '../show.ts'
import { personSubject } from './change-person.ts'

/** What waits for somebody who leaves, or is suspended, with this very commit goes to others (policy.md 8.9). */
export async function passOn(ctx: Context, gone: Account, role: Role): Promise<Plan> {
  const drafts = await draftsOf(ctx.db, gone.userid, 0 as Instant)
  return plan({
    writes: drafts.flatMap((each) =>
      change(visits, each, { state: 'withdrawn' }, act(ctx, 'visit.drop', role)),
    ),
    send: [
      ...(await reportsToJudge(ctx, gone.userid)),
      ...(await requestsToAnswer(ctx, gone.userid)),
      ...(await nobodyLeft(ctx, gone)),
    ],
  })
}

async function reportsToJudge(ctx: Context, gone: UserId): Promise<Post[]> {
  const posts: Post[] = []
  for (const notice of await answeredNotices(ctx.db, gone)) {
    const report = await submittedReportOn(ctx.db, notice.id)
    const reported = (await casesOf(ctx.db, notice.id)).filter(waits)
    if (report) posts.push(...(await toReviewers(ctx, { notice, report, reported }, gone)))
  }
  return posts
}

async function requestsToAnswer(ctx: Context, gone: UserId): Promise<Post[]> {
  const posts: Post[] = []
  for (const request of await askedOfInspector(ctx.db, gone)) {
    const notice = await noticeOf(ctx.db, request.notice)
    if (!notice) continue
    const items = await casesOf(ctx.db, notice.id)
    const shown = decisionCard(await showRequest(ctx, request, notice, items))
    const deciders = await inCharge(ctx, notice, gone)
    posts.push(...deciders.map((each) => card(each.userid, requestSubject(request.id), shown)))
  }
  return posts
}

/** His school, or his office, has nobody left: whoever is next reads at once what runs there. */
async function nobodyLeft(ctx: Context, { userid, school, county, role }: Account): Promise<Post[]> {
  if (role === 'county_office') return emptyOffice(ctx, userid, county)
  if (!school) return []
  const running = await runningNotices(ctx.db, school)
  const others = (await schoolPeople(ctx.db, school, ctx.today)).filter((each) => each.userid !== userid)
  if (running.length === 0 || others.length > 0) return []
  const { name } = ctx.roster.school(school)
  const words = `${name}已没有登记校长或联系人，在办整改通知 ${running.map((each) => each.no).join('、')}。请登记该校人员，并先电话告知学校。`
  const told = [
    ...(await inspectorsOf(ctx.db, school, ctx.today)),
    ...(await officePeople(ctx.db, ctx.roster.school(school).county, ctx.today)),
  ].filter((each) => each.userid !== userid && each.userid !== ctx.me.userid)
  return [...new Set(told.map((each) => each.userid))].map((to) => text(to, personSubject(userid), words))
}

async function emptyOffice(ctx: Context, gone: UserId, county: string | null): Promise<Post[]> {
  const left = (await officePeople(ctx.db, county, ctx.today)).filter((each) => each.userid !== gone)
  if (left.length > 0) return []
  const city = await officePeople(ctx.db, null, ctx.today)
  const words = `${county}督导办已没有登记人员，该县待审批事项由市督导办代办。请尽快登记新的人员。`
  return city
    .filter((each) => each.userid !== ctx.me.userid)
    .map((each) => text(each.userid, personSubject(gone), words))
}
