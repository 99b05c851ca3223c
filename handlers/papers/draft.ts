import type { Action } from '#cards/action.ts'
import { circularText, interviewText, orderText, type PaperCase } from '#cards/paper.ts'
import { caseOf, type Case } from '#db/cases.ts'
import { noticeOf } from '#db/notices.ts'
import { visitOf } from '#db/visits.ts'
import type { Day } from '#src/domain/day.ts'
import { officeName } from '#src/policy/numbering.ts'
import { roleFor } from '#src/policy/permission.ts'
import { CASE_STATE_NAMES, isWithSchool } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { reply, type Plan } from '../plan.ts'
import { nameOf } from '../show.ts'

/**
 * Drafts for the office and the chief inspector: the assistant computes and drafts, only a person with the right role
 * issues, interviews, circulates (policy.md 3). Reading changes nothing, so an old card serves as well as a new one.
 */
const draft =
  (text: (shown: PaperCase) => string) =>
  async (ctx: Context, action: Pick<Action, 'id'>): Promise<Plan> => {
    const found = await caseOf(ctx.db, action.id)
    const role = found && roleFor(ctx.me, 'draft_paper', { school: found.school, county: found.county })
    if (!found || !role) return refused(NOT_YOURS)
    if (!isWithSchool(found))
      return reply(`${found.id} 现在是「${CASE_STATE_NAMES[found.state]}」，不用再发文。`)
    return reply(text(await showPaper(ctx, found)))
  }

export const draftPaper = {
  order: draft(orderText),
  interview: draft(interviewText),
  circular: draft(circularText),
}

async function showPaper(ctx: Context, found: Case): Promise<PaperCase> {
  const notice = found.notice && (await noticeOf(ctx.db, found.notice))
  const visit = await visitOf(ctx.db, found.visit)
  return {
    no: found.id,
    noticeNo: (notice && notice.no) || '',
    receipt: visit?.no ?? '',
    office: officeName(found.county, ctx.roster.city),
    school: ctx.roster.school(found.school).name,
    inspector: await nameOf(ctx, found.inspector),
    foundOn: found.foundOn,
    text: found.description,
    due: found.dueOn as Day,
    round: found.round,
    verdictNote: found.verdictNote,
    today: ctx.today,
  }
}
