import type { Action } from '#cards/action.ts'
import { caseOf, type Case } from '#db/cases.ts'
import { change } from '#db/history.ts'
import { noticeOf, submittedReportOn } from '#db/notices.ts'
import { schoolPeople } from '#db/people.ts'
import { photosOf } from '#db/photos.ts'
import { cases, notices } from '#db/schema/loop.ts'
import type { Role } from '#src/domain/words.ts'
import { roleFor, type Action as Right } from '#src/policy/permission.ts'
import { act, type Context } from '../context.ts'
import { handled, refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { plan, text, type Plan } from '../plan.ts'
import { verdictPosts } from '../rectifications/confirm-report.ts'
import { reportSubject } from '../rectifications/report.ts'

export const caseSubject = (id: string): string => `case:${id}`

/** By the school of a case, or because it went to his section. */
export const roleOnCase = (ctx: Context, { school, county, section }: Case, right: Right): Role | null =>
  roleFor(ctx.me, right, { school, county, section })

/** A press on a card about one case: the right, the seq, and whether the act is still due. */
export async function onCase(
  ctx: Context,
  action: Action,
  right: Right,
  isDue: (found: Case) => boolean,
  then: (on: { found: Case; role: Role }) => Plan | Promise<Plan>,
): Promise<Plan> {
  const found = await caseOf(ctx.db, action.id)
  const role = found && roleOnCase(ctx, found, right)
  if (!found || !role) return refused(NOT_YOURS)
  if (found.seq !== action.seq || !isDue(found))
    return handled(ctx, caseSubject(found.id), found.id, action.seq)
  return then({ found, role })
}

const awaitsOffice = (each: Case) => each.state === 'reinspecting'

/** 同意销号: a serious case is struck off with the office's word. */
export const confirmClose = (ctx: Context, action: Action): Promise<Plan> =>
  onCase(ctx, action, 'confirm_close', awaitsOffice, async ({ found, role }) => {
    const after = { state: 'closed' as const, closedOn: ctx.today }
    const words = `${found.id}「${found.description}」督导办已同意销号。`
    const people = await schoolPeople(ctx.db, found.school, ctx.today)
    return plan({
      writes: change(cases, found, after, act(ctx, 'case.close', role)),
      reply: `${found.id} 已销号，学校和督学会收到通知。`,
      send: [found.inspector, ...people.map((each) => each.userid)].map((to) =>
        text(to, caseSubject(found.id), words),
      ),
      settle: [{ subject: caseSubject(found.id), outcome: `${ctx.me.name}已同意销号` }],
    })
  })

/** 退回复查: the case waits for a verdict again. */
export const reopenVerdict = (ctx: Context, action: Action): Promise<Plan> =>
  onCase(ctx, action, 'confirm_close', awaitsOffice, async ({ found, role }) => {
    const notice = found.notice && (await noticeOf(ctx.db, found.notice))
    if (!notice) throw new Error(`case ${found.id} is on no notice`)
    const after = { state: 'report_submitted' as const, verdict: null, reinspectedOn: null }
    const back = { ...found, ...after, seq: found.seq + 1 }
    const answered = { ...notice, state: 'answered' as const, seq: notice.seq + 1 }
    const report = await submittedReportOn(ctx.db, notice.id)
    const photos = report ? await photosOf(ctx.db, reportSubject(report.id)) : []
    return plan({
      writes: [
        ...change(cases, found, after, act(ctx, 'case.reopen', role)),
        ...change(notices, notice, { state: 'answered' }, act(ctx, 'notice.reopen', role)),
      ],
      reply: '已退回督学重新复查。',
      send: await verdictPosts(ctx, answered, [back], report, photos.length),
      settle: [{ subject: caseSubject(found.id), outcome: `${ctx.me.name}已退回复查` }],
    })
  })
