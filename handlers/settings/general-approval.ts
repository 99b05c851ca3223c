import type { Action } from '#cards/action.ts'
import { generalApprovalCard } from '#cards/setting.ts'
import { officePeople } from '#db/people.ts'
import { settings } from '#db/schema/roster.ts'
import { settingOf, WHOLE_CITY } from '#db/settings.ts'
import { upsert } from '#db/store.ts'
import { dayText } from '#src/domain/day.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { card, plan, reply, text, type Plan } from '../plan.ts'

const NAME = 'general_notice_needs_approval'

const subjectIn = (county: string | null): string => `setting:${NAME}:${county ?? WHOLE_CITY}`

/** Whether in this place general findings, too, wait for the office. */
export const generalNeedsApproval = async (
  ctx: Pick<Context, 'db' | 'today'>,
  county: string | null,
): Promise<boolean> => (await settingOf(ctx.db, NAME, county, ctx.today)) === true

const wordsFor = (on: boolean) => (on ? '一般问题也要督导办审批后下发' : '一般问题不用督导办审批')

/** 「一般问题也要审批」: a card first, for the office's own place. */
export async function askGeneralApproval(ctx: Context, on: boolean): Promise<Plan> {
  const { county } = ctx.me
  if (!roleForPlace(ctx.me, 'change_settings', county)) return refused(NOT_YOURS)
  if ((await generalNeedsApproval(ctx, county)) === on) return reply(`现在就是：${wordsFor(on)}。`)
  const shown = { place: county ?? ctx.roster.city, on, what: wordsFor(on), today: ctx.today }
  return plan({ send: [card(ctx.me.userid, subjectIn(county), generalApprovalCard(shown))] })
}

/** 确认: in force from today; the office reads who settled it. */
export async function settleGeneralApproval(ctx: Context, action: Action): Promise<Plan> {
  const { county, userid, name } = ctx.me
  if (!roleForPlace(ctx.me, 'change_settings', county)) return refused(NOT_YOURS)
  const on = action.arg === 'on'
  const row = { name: NAME, place: county ?? WHOLE_CITY, fromOn: ctx.today }
  const told = `${name}已设定：${wordsFor(on)}，${dayText(ctx.today)}起生效。`
  const office = (await officePeople(ctx.db, county, ctx.today)).filter((each) => each.userid !== userid)
  return plan({
    writes: [upsert(settings, { ...row, value: on, setBy: userid, setAt: ctx.now })],
    reply: `已设定：${wordsFor(on)}，今天起生效。`,
    send: office.map((each) => text(each.userid, subjectIn(county), told)),
    settle: [{ subject: subjectIn(county), outcome: `${name}已确认` }],
  })
}
