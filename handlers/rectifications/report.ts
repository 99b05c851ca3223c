import type { Action } from '#cards/action.ts'
import { reportCard } from '#cards/report.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change, create } from '#db/history.ts'
import { draftReportOn, reportOf, runningNotices, type Notice, type Report } from '#db/notices.ts'
import { photosOf } from '#db/photos.ts'
import { officePeople, schoolPeople } from '#db/people.ts'
import { reports, type ReportItem } from '#db/schema/loop.ts'
import type { ReportId, Role } from '#src/domain/words.ts'
import { likeness } from '#src/language/visits/alike.ts'
import { roleFor } from '#src/policy/permission.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { inCharge } from '../notices/in-charge.ts'
import { noticeSubject } from '../notices/issue.ts'
import { isNamed } from '../notices/sign.ts'
import { NOT_YOURS, onNotice, overText } from '../notices/open.ts'
import { card, plan, reply, text, type Plan, type Post } from '../plan.ts'
import { showReport } from '../show.ts'
import { takePhotos } from '../visits/log.ts'

export const reportSubject = (id: string): string => `report:${id}`

const REPORTED = '没有待整改的通知，已上报的等待复查，结果出来后会告诉您。'

type Said = { numbers: readonly string[] }

/** 「留样和通道都改好了」: fills the report on the notice that is meant; the principal confirms it. */
export async function reportByWords(ctx: Context, said: Said): Promise<Plan> {
  const { school } = ctx.me
  if (!school || !roleFor(ctx.me, 'draft_report', { school, county: ctx.me.county }))
    return refused(NOT_YOURS)
  const inHand = await runningNotices(ctx.db, school)
  const running = inHand.filter(isWithSchool)
  if (running.length === 0) return reply(inHand.length > 0 ? REPORTED : '没有待整改的通知。')
  const meant = await noticesMeant(ctx, running, said)
  const [only] = meant
  if (!only || meant.length > 1) return whichNotice(meant.length > 1 ? meant : running)
  return fill(ctx, only)
}

/**
 * Words of a school that are no question and speak of something done, while a notice runs, are taken as its report:
 * 「墙已经加固，验收合格了」. Nothing goes out before the principal's 确认上报.
 */
export async function reportIfLikely(ctx: Context): Promise<Plan | null> {
  const words = ctx.said ?? ''
  if (!ctx.me.school || ctx.inGroup || /[?？吗呢几哪谁]/.test(words) || !/[了已完好过齐]/.test(words))
    return null
  if (!roleFor(ctx.me, 'draft_report', { school: ctx.me.school, county: ctx.me.county })) return null
  const running = await runningNotices(ctx.db, ctx.me.school)
  return running.some(isWithSchool) ? reportByWords(ctx, { numbers: [] }) : null
}

/** 报整改 on the card: the next words are the report on just this notice. */
export const askReport = (ctx: Context, action: Action): Promise<Plan> =>
  onNotice(ctx, action, 'draft_report', ['issued', 'acknowledged'], ({ notice }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'report', notice: notice.id }, ctx.now)],
      reply: `请说整改通知 ${notice.no} 各项怎么改的，并发照片，例如：留样柜已补齐记录，通道已清空。`,
    }),
  )

export async function fill(ctx: Context, notice: Notice): Promise<Plan> {
  const role = roleFor(ctx.me, 'draft_report', { school: notice.school, county: notice.county })
  if (!role) return refused(NOT_YOURS)
  if (!isWithSchool(notice)) return reply(overText(notice))
  const items = (await casesOf(ctx.db, notice.id)).filter(isWithSchool)
  const draft = await draftReportOn(ctx.db, notice.id)
  const heard = hear(items, ctx.said?.trim() ?? '')
  return draft ? addTo(ctx, draft, notice, items, heard, role) : start(ctx, notice, items, heard, role)
}

/** Pictures alone, while a report of the school waits for its principal: they are its evidence. */
export async function addPhotos(ctx: Context, report: Report, notice: Notice): Promise<Plan> {
  const items = (await casesOf(ctx.db, notice.id)).filter(isWithSchool)
  const role = roleFor(ctx.me, 'draft_report', { school: notice.school, county: notice.county })
  return role ? addTo(ctx, report, notice, items, [], role) : refused(NOT_YOURS)
}

async function noticesMeant(ctx: Context, running: Notice[], said: Said): Promise<Notice[]> {
  if (running.length === 1) return running
  if (said.numbers.length > 0) {
    const named = running.filter((each) => isNamed(each, said.numbers))
    if (named.length > 0) return named
  }
  const words = ctx.said ?? ''
  const scores: number[] = []
  for (const each of running) {
    const items = await casesOf(ctx.db, each.id)
    scores.push(
      Math.max(
        ...items.map((item) => (said.numbers.includes(item.id) ? 100 : likeness(item.description, words))),
      ),
    )
  }
  const best = Math.max(...scores)
  return best > 0 ? running.filter((_, i) => scores[i] === best) : running
}

const whichNotice = (running: readonly Notice[]): Plan =>
  reply(
    `有 ${running.length} 份在办整改通知：${running.map((each) => each.no).join('、')}。请在其中一张卡片上点「报整改」，或带上编号再说一遍。`,
  )

/** Each item takes the words that fit it; what fits none, or speaks of all, is said of every item. */
function hear(items: readonly Case[], words: string): ReportItem[] {
  if (items.length === 1 || /(都|全部|均|全)(已|已经)?(整?改|弄|处理|落实|完成|做|清)/.test(words))
    return items.map((each) => ({ case: each.id, measures: words, status: 'done' }))
  const clauses = words.split(/[，,。；;\s]+/).filter(Boolean)
  const filled = items.map((each): ReportItem => {
    const fitting = clauses.filter((clause) => likeness(each.description, clause) > 0)
    return { case: each.id, measures: fitting.join('，'), status: fitting.length > 0 ? 'done' : 'not_yet' }
  })
  if (filled.some((each) => each.status === 'done')) return filled
  return items.map((each) => ({ case: each.id, measures: words, status: 'done' }))
}

async function start(
  ctx: Context,
  notice: Notice,
  items: readonly Case[],
  heard: ReportItem[],
  role: Role,
): Promise<Plan> {
  const report: Report = {
    id: ctx.ids.fresh() as ReportId,
    seq: 1,
    state: 'draft',
    since: ctx.now,
    notice: notice.id,
    school: notice.school,
    author: ctx.me.userid,
    createdAt: ctx.now,
    items: heard,
    confirmedBy: null,
    confirmedAt: null,
  }
  const taken = await takePhotos(ctx, reportSubject(report.id))
  return plan({
    writes: [
      ...create(reports, report, act(ctx, 'report.draft', role)),
      ...taken,
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    ...(await tellPrincipal(ctx, report, notice, items, taken.length)),
  })
}

async function addTo(
  ctx: Context,
  report: Report,
  notice: Notice,
  items: readonly Case[],
  heard: ReportItem[],
  role: Role,
): Promise<Plan> {
  const before = new Map(report.items.map((item) => [item.case, item]))
  for (const item of heard) if (item.status === 'done' || !before.has(item.case)) before.set(item.case, item)
  const after = { items: [...before.values()] }
  const taken = await takePhotos(ctx, reportSubject(report.id))
  const photos = (await photosOf(ctx.db, reportSubject(report.id))).length + taken.length
  const next = { ...report, ...after, seq: report.seq + 1 }
  return plan({
    writes: [
      ...change(reports, report, after, act(ctx, 'report.change', role)),
      ...taken,
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    ...(await tellPrincipal(ctx, next, notice, items, photos)),
    ...(heard.length === 0 ? { reply: `照片已放进整改报告（${notice.no}），共 ${photos} 张。` } : {}),
    settle: [{ subject: reportSubject(report.id), outcome: '已更新' }],
  })
}

/** The card goes to the principal: a contact may draft and not confirm (policy.md 4.1). */
async function tellPrincipal(
  ctx: Context,
  report: Report,
  notice: Notice,
  items: readonly Case[],
  photos: number,
): Promise<{ reply: string | null; send: Post[] }> {
  const people = await schoolPeople(ctx.db, report.school, ctx.today)
  const principals = people.filter((each) => each.roles.includes('principal'))
  const shown = reportCard(await showReport(ctx, report, notice, items, photos))
  const send = principals.map((each) => card(each.userid, reportSubject(report.id), shown))
  if (principals.some((each) => each.userid === ctx.me.userid)) return { reply: null, send }
  if (principals.length === 0) return noPrincipal(ctx, notice)
  const names = principals.map((each) => each.name).join('、')
  return { reply: `已整理成整改报告，请${names}确认后上报。`, send }
}

/** Nobody can confirm it: inspector and office learn so at once (policy.md 8.9). */
async function noPrincipal(ctx: Context, notice: Notice): Promise<{ reply: string; send: Post[] }> {
  const { name } = ctx.roster.school(notice.school)
  const words = `${name}写好了整改报告（${notice.no}），但没有登记校长，还不能上报。请登记该校校长。`
  const told = [
    ...(await inCharge(ctx, notice)),
    ...(await officePeople(ctx.db, notice.county, ctx.today)),
  ].map((each) => each.userid)
  return {
    reply: '已整理成整改报告，但本校还没有登记校长，不能上报。已告诉督学和督导办。',
    send: [...new Set(told)].map((to) => text(to, noticeSubject(notice.id), words)),
  }
}

/** 不报: the draft is gone, the notice stays as it was. */
export const dropReport = (ctx: Context, action: Action): Promise<Plan> =>
  onReport(ctx, action, (report, role) =>
    plan({
      writes: change(reports, report, { state: 'dropped' }, act(ctx, 'report.drop', role)),
      reply: '好的，这份报告没有上报。',
      settle: [{ subject: reportSubject(report.id), outcome: '已取消' }],
    }),
  )

/** 修改: the next words of the principal are added to the report. */
export const askReportChange = (ctx: Context, action: Action): Promise<Plan> =>
  onReport(ctx, action, (report) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'report', notice: report.notice }, ctx.now)],
      reply: '请直接说各项怎么改的，也可以补发照片。',
    }),
  )

/** Only the principal decides over the draft, at the seq that his card showed. */
export async function onReport(
  ctx: Context,
  action: Action,
  then: (report: Report, role: Role) => Plan | Promise<Plan>,
): Promise<Plan> {
  const report = await reportOf(ctx.db, action.id)
  const role = report && roleFor(ctx.me, 'confirm_report', { school: report.school, county: null })
  if (!report || !role) return refused('整改报告由校长确认上报。')
  if (report.state !== 'draft' || report.seq !== action.seq)
    return handled(ctx, reportSubject(report.id), report.id, action.seq)
  return then(report, role)
}
