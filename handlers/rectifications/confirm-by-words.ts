import { draftReportOn, openRequestsOn, runningNotices } from '#db/notices.ts'
import { plusMs } from '#src/domain/day.ts'
import type { Context } from '../context.ts'
import { signByWords } from '../notices/sign.ts'
import { reply, type Plan } from '../plan.ts'
import { FRESH_MS } from '../visits/confirm.ts'
import { confirmReport } from './confirm-report.ts'
import { handIn } from './requests.ts'

/**
 * 「对」 of a school's person: the card that he has just been shown, a report or what he is about to ask for; where there
 * is none, the notice that waits for its signature. A contact confirms no report.
 */
export async function confirmBySchool(ctx: Context): Promise<Plan> {
  const waiting = ctx.inGroup ? [] : await draftsOfSchool(ctx)
  const [only, another] = waiting
  if (!only) return signByWords(ctx, [])
  if (another || plusMs(only.since, FRESH_MS) < ctx.now) return reply('请在卡片上点「确认上报」或「提交」。')
  return only.confirm()
}

async function draftsOfSchool(ctx: Context) {
  const school = ctx.me.school
  const running = school ? await runningNotices(ctx.db, school) : []
  const reports = (await Promise.all(running.map(({ id }) => draftReportOn(ctx.db, id)))).filter(
    (each) => each !== null,
  )
  const asked = (await Promise.all(running.map(({ id }) => openRequestsOn(ctx.db, id)))).flat()
  return [
    ...reports.map(({ id, seq, since }) => ({
      since,
      // Only the principal may: who else says so is told.
      confirm: () => confirmReport(ctx, { act: 'report_confirm', id, seq }),
    })),
    ...asked
      .filter(({ state, asker }) => state === 'draft' && asker === ctx.me.userid)
      .map(({ id, seq, since }) => ({ since, confirm: () => handIn(ctx, { act: 'request_ask', id, seq }) })),
  ]
}
