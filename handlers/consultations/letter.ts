import type { Action } from '#cards/action.ts'
import { letterCard, sectionCard } from '#cards/case.ts'
import { caseOf, type Case } from '#db/cases.ts'
import { awaitFrom } from '#db/dialogues.ts'
import { change } from '#db/history.ts'
import { sectionPeople } from '#db/people.ts'
import { cases } from '#db/schema/loop.ts'
import { dayText } from '#src/domain/day.ts'
import { roleFor } from '#src/policy/permission.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { card, plan, reply, text, type Plan } from '../plan.ts'
import { caseSubject, onCase } from '../reinspections/confirm-close.ts'
import { showCase } from '../show.ts'

/** A section answers a consultation letter within ten working days (policy.md 3.2). */
const SECTION_DAYS = 10

/** Only a complex finding is beyond the school alone (policy.md 1.4). */
const awaitsLetter = (each: Case) => each.state === 'recorded' && each.severity === 'complex'

/** 选科室: asks which bureau section must help. */
export const askSection = (ctx: Context, action: Action): Promise<Plan> =>
  onCase(ctx, action, 'send_letter', awaitsLetter, ({ found }) =>
    plan({
      writes: [awaitFrom(ctx.me.userid, { kind: 'letter', case: found.id }, ctx.now)],
      reply: `${found.id} 转哪个科室？请直接回复科室名称，例如：基建科。`,
    }),
  )

/** The section in words: shown on the card before the letter goes out. */
export async function chooseSection(ctx: Context, id: string, section: string): Promise<Plan> {
  const found = await caseOf(ctx.db, id)
  const role = found && roleFor(ctx.me, 'send_letter', { school: found.school, county: found.county })
  if (!found || !role) return refused(NOT_YOURS)
  if (!awaitsLetter(found)) return reply(`${found.id} 的协商意见已经发出。`)
  const next = { ...found, section, seq: found.seq + 1 }
  return plan({
    writes: [
      ...change(cases, found, { section }, act(ctx, 'case.section', role)),
      awaitFrom(ctx.me.userid, null, ctx.now),
    ],
    send: [card(ctx.me.userid, caseSubject(found.id), letterCard(await showCase(ctx, next)))],
    settle: [{ subject: caseSubject(found.id), outcome: '已选科室' }],
  })
}

/** 发出: the office's letter to the section; the inspector is told. */
export const sendLetter = (ctx: Context, action: Action): Promise<Plan> =>
  onCase(ctx, action, 'send_letter', awaitsLetter, async ({ found, role }) => {
    if (!found.section) return reply('还没有选科室。')
    const answerBy = addWorkingDays(ctx.workingDays, ctx.today, SECTION_DAYS)
    const after = { state: 'referred' as const, answerBy }
    const until = dayText(answerBy, ctx.today)
    const shown = sectionCard(await showCase(ctx, { ...found, ...after, seq: found.seq + 1 }))
    const people = await sectionPeople(ctx.db, found.section, found.county, ctx.today)
    const subject = caseSubject(found.id)
    return plan({
      writes: change(cases, found, after, act(ctx, 'case.refer', role)),
      reply:
        people.length > 0
          ? `协商意见 ${found.id} 已发${people.map((each) => each.name).join('、')}，${until}前答复。`
          : `协商意见 ${found.id} 已记录。${found.section}还没有登记人员，请线下送达，${until}前答复。收到答复后请说：${found.id} ${found.section}答复：已解决（或需学校整改），并写明意见。`,
      send: [
        ...people.map((each) => card(each.userid, subject, shown)),
        text(found.inspector, subject, `${found.id} 已由督导办转${found.section}，${until}前答复。`),
      ],
      settle: [{ subject, outcome: `${ctx.me.name}已转${found.section}` }],
    })
  })
