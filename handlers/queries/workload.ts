import { certificateTable, visitsTable, workloadText } from '#cards/workload.ts'
import { accountOf, type Account } from '#db/accounts.ts'
import { day, yearOf } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { WorkloadAsked } from '#src/language/questions/work-questions.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, table, type Plan } from '../plan.ts'
import { workOf } from './work.ts'

const OTHERS = '工作量由督学本人导出，或由督导办导出本地督学的，例如：导出李敏今年的工作量。'

/** 「导出我今年的工作量」: the figures, the sheet for the office to sign, and every visit that was counted (C11.2). */
export async function workload(ctx: Context, asked: WorkloadAsked): Promise<Plan> {
  const whose = await whoseWork(ctx, asked)
  if (typeof whose === 'string') return refused(whose)
  const year = yearOf(ctx.today)
  const period = asked.period ?? { from: day(`${year}-01-01`), to: ctx.today }
  const work = await workOf(ctx, whose, { ...period, to: period.to < ctx.today ? period.to : ctx.today })
  const subject = `workload:${whose.userid}`
  return {
    ...reply(workloadText(work)),
    send: [
      table(ctx.me.userid, subject, certificateTable(work)),
      ...(work.visits.length > 0 ? [table(ctx.me.userid, subject, visitsTable(work))] : []),
    ],
  }
}

/** An inspector's own, or that of an inspector whom the office of his place has named; else why not. */
export async function whoseWork(
  ctx: Context,
  { people, mine }: Pick<WorkloadAsked, 'people' | 'mine'>,
): Promise<Account | string> {
  const [named] = people
  const isOwn = hasRole(ctx.me, INSPECTOR_ROLES) && (mine || !named)
  if (!isOwn && !named) return OTHERS
  if (!isOwn && named && named.userid === null) return `没有找到「${named.text}」，请用全名再问一次。`
  const who = await accountOf(ctx.db, isOwn ? ctx.me.userid : named!.userid!)
  if (!who) return OTHERS
  const may = isOwn || roleForPlace(ctx.me, 'view_appointments', who.county) !== null
  const isInspector = [who.role, ...who.alsoRoles].some((each) => INSPECTOR_ROLES.includes(each))
  return may && isInspector ? who : OTHERS
}
