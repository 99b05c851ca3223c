import { changeText, correctionCard, type CorrectionShown } from '#cards/correction.ts'
import { casesOf, openCasesAt, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { create } from '#db/history.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import type { Proposal } from '#db/proposals.ts'
import { proposals } from '#db/schema/office.ts'
import { daysBetween } from '#src/domain/day.ts'
import type { NoticeChange } from '#src/domain/notice.ts'
import type { CaseId, ProposalId } from '#src/domain/words.ts'
import { itemsMeant } from '#src/language/visits/alike.ts'
import { isOfNotice } from '#src/language/rectifications/notice-words.ts'
import type { ItemHeard, NoticeChangeHeard, Understanding } from '#src/language/understanding.ts'
import { LONGEST_PERIOD_DAYS } from '#src/policy/periods.ts'
import { roleFor } from '#src/policy/permission.ts'
import { isEnded, isWithSchool } from '#src/policy/states.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { card, plan, reply, type Plan } from '../plan.ts'
import { proposalSubject } from '../proposals/propose.ts'
import { draftMeant } from '../visits/change.ts'
import { findingKey } from '../visits/open-cases.ts'
import { noticeSubject } from './issue.ts'
import { noticeMeant, type Named } from './meant.ts'
import { NOT_YOURS, overText, roleOnNotice } from './open.ts'
import { takeBack } from './take-back.ts'

/** 「章督整1号第二条期限改成下周五」「留样那条改成…」「扶手那条改成严重」; null where the words mean no notice. */
export async function correctByWords(
  ctx: Context,
  heard: Named & { changes: readonly NoticeChangeHeard[]; reason: string | null },
): Promise<Plan | null> {
  const notice = await noticeMeant(ctx, heard, 'amend_notice')
  if (typeof notice === 'string') return heard.numbers.length > 0 ? reply(notice) : null
  if (!isWithSchool(notice)) return reply(overText(notice))
  const items = (await casesOf(ctx.db, notice.id)).filter((each) => !isEnded(each))
  const changes = heard.changes.flatMap((each) => changesOf(items, each))
  if (changes.length === 0) return reply('没有找到您说的那一项，或者和原来一样。请说第几条改成什么。')
  return correctNotice(ctx, notice, changes, heard.reason)
}

type Corrected = Extract<Understanding, { intent: 'correct_notice' }>

/** As `correctByWords`; another school is a matter of the office. */
export async function correctNoticeByWords(ctx: Context, heard: Corrected): Promise<Plan> {
  const named = { numbers: heard.numbers, school: null }
  if (!heard.school) return (await correctByWords(ctx, { ...heard, ...named })) ?? reply(NOT_FOUND)
  const [to, another] = heard.school.candidates
  if (!to || another) return reply(`「${heard.school.text}」是哪所学校？请用全名再说一次。`)
  const notice = await noticeMeant(ctx, named, 'amend_notice')
  return typeof notice === 'string' ? reply(notice) : takeBack(ctx, notice, heard.reason, to)
}

const NOT_FOUND = '没有找到这份整改通知，请带上编号再说一遍。'

/** Without a draft at hand 「扶手那条改成严重」 speaks of the notice that went out last; null where there is none. */
export async function correctInstead(
  ctx: Context,
  { changes, record, reason }: Extract<Understanding, { intent: 'correct' }>,
): Promise<Plan | null> {
  if (record !== null || ctx.awaiting?.kind === 'amend') return null
  const kept = changes.filter(isOfNotice)
  if (kept.length === 0 || kept.length < changes.length || (await draftMeant(ctx))) return null
  return correctByWords(ctx, { numbers: [], school: null, changes: kept, reason })
}

function changesOf(items: readonly Case[], heard: NoticeChangeHeard): NoticeChange[] {
  const chosen = heard.item ? named(items, heard.item) : items
  const all = chosen.map((each): NoticeChange => {
    if (heard.field === 'due') return { case: each.id, field: 'due', from: each.dueOn, to: heard.to }
    if (heard.field === 'severity')
      return { case: each.id, field: 'severity', from: each.severity, to: heard.to }
    const from = heard.field === 'text' ? each.description : each.requirement
    return { case: each.id, field: heard.field, from, to: heard.to }
  })
  return all.filter((each) => each.from !== each.to)
}

const findingsOf = (items: readonly Case[]): ReadonlyMap<CaseId, string> =>
  new Map(items.map((each) => [each.id, each.description]))

const named = (items: readonly Case[], item: ItemHeard): Case[] =>
  itemsMeant(
    items.map((each) => ({ text: each.description })),
    item,
  ).map((i) => items[i] as Case)

/** Asks for the reason first, then shows old and new; nothing changes before 确认. */
export async function correctNotice(
  ctx: Context,
  notice: Notice,
  changes: readonly NoticeChange[],
  reason: string | null,
): Promise<Plan> {
  const role = await roleOnNotice(ctx, notice, 'amend_notice')
  if (!role) return refused(NOT_YOURS)
  const hindrance = await whyNot(ctx, notice, changes)
  if (hindrance) return reply(hindrance)
  if (!reason) return askWhy(ctx, notice, changes)
  const items = await casesOf(ctx.db, notice.id)
  const told = { findings: findingsOf(items), today: ctx.today }
  const proposal: Proposal = {
    id: ctx.ids.fresh() as ProposalId,
    seq: 1,
    state: 'draft',
    since: ctx.now,
    kind: 'amend_notice',
    subject: noticeSubject(notice.id),
    school: notice.school,
    county: notice.county,
    asker: ctx.me.userid,
    askedAt: ctx.now,
    what: `更正整改通知 ${notice.no}：${changes.map((each) => changeText(each, told)).join('；')}。`,
    reason,
    detail: { notice: notice.id, changes },
    decidedBy: null,
  }
  return plan({
    writes: [
      ...create(proposals, proposal, act(ctx, 'proposal.draft', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: [
      card(
        ctx.me.userid,
        proposalSubject(proposal.id),
        correctionCard(shownOf(ctx, notice, proposal, items)),
      ),
    ],
  })
}

const askWhy = (ctx: Context, notice: Notice, changes: readonly NoticeChange[]): Plan =>
  plan({
    writes: [
      awaitFrom(ctx.me.userid, { kind: 'correction', notice: notice.id, changes: [...changes] }, ctx.now),
    ],
    reply: `整改通知 ${notice.no} 已经发给学校。为什么更正？请直接说，学校会看到原来和更正后的内容。`,
  })

/** The reason that was asked for. */
export async function correctFor(
  ctx: Context,
  asked: { notice: string; changes: readonly NoticeChange[] },
  reason: string,
): Promise<Plan> {
  const notice = await noticeOf(ctx.db, asked.notice)
  return notice ? correctNotice(ctx, notice, asked.changes, reason) : refused(NOT_YOURS)
}

async function whyNot(
  ctx: Context,
  notice: Notice,
  changes: readonly NoticeChange[],
): Promise<string | null> {
  if (!isWithSchool(notice)) return overText(notice)
  const severities = changes.flatMap((each) => (each.field === 'severity' ? [each.to] : []))
  if (severities.includes('urgent')) return '重大隐患请直接说「急！」和情况，马上报告学校和督导办。'
  if (severities.includes('complex')) return '复杂问题由督导办转科室，请先说撤回这份通知，再重新记录。'
  if (changes.some((each) => each.field === 'due' && each.to <= ctx.today)) return '期限要在今天以后。'
  const open = new Set((await openCasesAt(ctx.db, notice.school)).map((each) => each.findingKey))
  const twice = changes.some((each) => each.field === 'text' && open.has(findingKey(each.to)))
  return twice ? '该校已有相同的整改，不能改成一样的。' : null
}

/**
 * Until the school signs its inspector corrects a notice himself; what needed the office's leave to go out, or what takes
 * an item back, needs it still (policy.md 3.2, 8.5). Says why the office decides, or null.
 */
export function whyOffice(ctx: Context, notice: Notice, changes: readonly NoticeChange[]): string | null {
  if (roleFor(ctx.me, 'decide_proposal', { school: notice.school, county: notice.county })) return null
  const to = changes.flatMap((each) => (each.field === 'severity' ? [each.to] : []))
  if (to.includes('serious')) return '改为严重问题须督导办同意'
  if (to.includes('minor')) return '改为小问题就是撤回这一项，须督导办同意'
  if (changes.some((each) => each.field === 'due' && daysBetween(ctx.today, each.to) > LONGEST_PERIOD_DAYS))
    return `期限超过${LONGEST_PERIOD_DAYS}天须督导办同意`
  return notice.state === 'issued' ? null : '学校已签收，更正须督导办同意'
}

const shownOf = (
  ctx: Context,
  notice: Notice,
  proposal: Proposal,
  items: readonly Case[],
): CorrectionShown => ({
  id: proposal.id,
  seq: proposal.seq,
  reason: proposal.reason,
  noticeNo: notice.no ?? '',
  school: ctx.roster.school(notice.school).name,
  changes: proposal.detail['changes'] as NoticeChange[],
  findings: findingsOf(items),
  office: whyOffice(ctx, notice, proposal.detail['changes'] as NoticeChange[]),
  today: ctx.today,
})
