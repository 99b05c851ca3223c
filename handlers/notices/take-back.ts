import { casesOf } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { noticeOf, type Notice } from '#db/notices.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { isWithSchool } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { plan, reply, type Plan } from '../plan.ts'
import type { CarryOut } from '../proposals/decide.ts'
import { confirmFirst, propose, type Proposed } from '../proposals/propose.ts'
import { mustRecuse, roleToVisit } from '../visits/draft.ts'
import { noticeSubject } from './issue.ts'
import { noticeMeant, type Named } from './meant.ts'
import { moveToSchool } from './move.ts'
import { NOT_YOURS, overText, roleOnNotice } from './open.ts'
import { withdrawNotice } from './withdraw.ts'

/** The school has it, and no verdict has ended it. */
const canBeTakenBack = (notice: Notice) => isWithSchool(notice) || notice.state === 'answered'

/** 「章督整1号 撤回，发错了」「阳明那个算了 不改了 意义不大」. */
export async function takeBackByWords(ctx: Context, said: Named & { reason: string | null }): Promise<Plan> {
  const notice = await noticeMeant(ctx, said, 'amend_notice')
  return typeof notice === 'string' ? reply(notice) : takeBack(ctx, notice, said.reason)
}

const NO_MORE = /不用?(?:整)?改了?|别改了?|不用整改/

/** 「阳明那个算了 不改了」: what is dropped is the rectification, not the record; null where nothing runs there. */
export async function takeBackInstead(
  ctx: Context,
  heard: { school: SchoolHeard | null; reason: string | null },
): Promise<Plan | null> {
  if (!heard.school || !NO_MORE.test(ctx.words ?? '')) return null
  const notice = await noticeMeant(ctx, { numbers: [], school: heard.school }, 'amend_notice')
  return typeof notice === 'string' ? null : takeBack(ctx, notice, heard.reason)
}

/**
 * A notice that has gone out is taken back, or given to another school, by the county office alone: everybody else proposes
 * it (policy.md 8.5). Without a reason it is asked for first.
 */
export async function takeBack(
  ctx: Context,
  notice: Notice,
  reason: string | null,
  to: SchoolCode | null = null,
): Promise<Plan> {
  const role = await roleOnNotice(ctx, notice, 'amend_notice')
  if (!role) return refused(NOT_YOURS)
  if (!canBeTakenBack(notice)) return reply(overText(notice))
  const hindrance = to && whyNotThere(ctx, notice, to)
  if (hindrance) return reply(hindrance)
  if (!reason) return askWhy(ctx, notice, to)
  const proposing = proposed(ctx, notice, reason, to)
  const isOffice = roleForPlace(ctx.me, 'decide_proposal', notice.county) !== null
  return isOffice ? confirmFirst(ctx, proposing, role) : propose(ctx, proposing, role)
}

const askWhy = (ctx: Context, notice: Notice, to: SchoolCode | null): Plan =>
  plan({
    writes: [awaitFrom(ctx.me.userid, { kind: 'take_back', notice: notice.id, to }, ctx.now)],
    reply: `整改通知 ${notice.no} 已经发给学校，${to ? '换学校' : '撤回'}由督导办决定。原因是什么？请直接说，例如：发错了学校。`,
  })

function whyNotThere(ctx: Context, notice: Notice, to: SchoolCode): string | null {
  const school = ctx.roster.school(to)
  if (to === notice.school) return `这份通知就是发给${school.name}的。`
  if (mustRecuse(ctx, to)) return `您在${school.name}任职，需回避（教育督导条例第十条）。`
  return roleToVisit(ctx, school) ? null : `${school.name}不在您的督导范围。`
}

function proposed(ctx: Context, notice: Notice, reason: string, to: SchoolCode | null): Proposed {
  const { name } = ctx.roster.school(notice.school)
  const head = { subject: noticeSubject(notice.id), school: notice.school, county: notice.county, reason }
  return to
    ? {
        ...head,
        kind: 'other_school',
        what: `撤回${name}的整改通知 ${notice.no}，改发${ctx.roster.school(to).name}。`,
        detail: { notice: notice.id, to },
      }
    : {
        ...head,
        kind: 'withdraw_notice',
        what: `撤回${name}的整改通知 ${notice.no}。`,
        detail: { notice: notice.id },
      }
}

/** The reason that was asked for. */
export async function takeBackFor(
  ctx: Context,
  asked: { notice: string; to: SchoolCode | null },
  reason: string,
): Promise<Plan> {
  const notice = await noticeOf(ctx.db, asked.notice)
  if (!notice) return refused(NOT_YOURS)
  const proposing = await takeBack(ctx, notice, reason, asked.to)
  return { ...proposing, writes: [...proposing.writes, awaitFrom(ctx.me.userid, null, ctx.now)] }
}

/** The office's 同意: withdrawn as it is now, or nothing where the school was faster. */
export const carryOutTakingBack: CarryOut = async (ctx, proposal, role) => {
  const notice = await noticeOf(ctx.db, String(proposal.detail['notice']))
  if (!notice || !canBeTakenBack(notice)) return reply(notice ? overText(notice) : '')
  const items = await casesOf(ctx.db, notice.id)
  const to = proposal.detail['to'] as SchoolCode | undefined
  const withdrawing = { notice, items, role, reason: proposal.reason }
  return to ? moveToSchool(ctx, withdrawing, to) : withdrawNotice(ctx, withdrawing)
}
