import type { Field } from '#cards/card.ts'
import { recordId } from '#db/filing.ts'
import { cardOf, type InspectorCard } from '#db/on-file.ts'
import { addDays, addYears, dayText, type Day } from '#src/domain/day.ts'
import type { InspectorTermSaid } from '#src/domain/entry.ts'
import { CITY } from '#src/domain/records.ts'
import type { UserId } from '#src/domain/words.ts'
import { inspectorTermSaid } from '#src/language/entries/inspector-terms.ts'
import { namedIn } from '#src/language/named.ts'
import { serving } from '#src/policy/checks/retiree-what-if.ts'
import type { Term } from '#src/policy/checks/view/inspectors.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { file, type Entering, type Question } from '../entries/entering.ts'
import { inspectorsCalled } from '../entries/inspectors.ts'
import { plan, text } from '../plan.ts'
import { settingOn } from '../settings/in-force.ts'
import { nameOf } from '../show.ts'
import { retireeWarning } from '../staffing/retiree-warning.ts'
import { lastTerm } from './last-term.ts'

/** 续聘李敏 三年 (C10.5, R-6): the office's; the new term follows the last one unless other days are said. */
export const inspectorTerm: Entering<InspectorTermSaid> = {
  title: '续聘督学',
  notYours: '督学由聘任地的督导办续聘。',
  called: /续聘|聘期/,
  role: (ctx) => roleForPlace(ctx.me, 'appoint', ctx.me.county),
  county: (ctx) => ctx.me.county,
  hears: (ctx, heard) => inspectorTermSaid(heard, namedIn(heard, ctx.registry, ctx.listening)),
  question: async (ctx, said) => questionOf(ctx, said),
  shows: async (ctx, said) => ({ fields: await fieldsOf(ctx, said), hints: await hintsOf(ctx, said) }),
  refusal: refusalOf,
  async files(ctx, _, said, role) {
    const { who, start, end, no } = (await renewalOf(ctx, said))!
    const id = recordId('appointments', [who, start])
    const fields = { userid: who, termStart: start, termEnd: end, termNo: no }
    const words = `第 ${no} 届，${dayText(start, ctx.today)}至${dayText(end, ctx.today)}`
    return {
      record: id,
      plan: plan({
        writes: await file(ctx, 'appointments', id, fields, role),
        reply: `已登记续聘：${await nameOf(ctx, who)}，${words}。`,
        send: [text(who, subjectOf(who), `您已续聘督学：${words}。${ctx.me.name}已登记。`)],
      }),
    }
  },
  async takenBack(ctx, { said }) {
    const who = (said as InspectorTermSaid).who!
    return { send: [text(who, subjectOf(who), `您的续聘登记已由${ctx.me.name}撤回，以督导办通知为准。`)] }
  },
}

const subjectOf = (who: UserId): string => `inspector_term:${who}`

/** The term that would be filed, and the one before it. */
type Renewal = Term & { who: UserId; card: InspectorCard; last: Term | undefined; latestEnd: Day }

/** Null for somebody without a card, or whose place is not the speaker's. */
async function renewalOf(ctx: Context, said: InspectorTermSaid): Promise<Renewal | null> {
  const card = said.who ? await cardOf(ctx.db, said.who) : null
  const county = !card || card.place === CITY ? null : card.place
  if (!card || !said.who || !roleForPlace(ctx.me, 'appoint', county)) return null
  const { years, last } = await lastTerm(ctx, card)
  const start = said.startOn ?? (last && last.end >= ctx.today ? addDays(last.end, 1) : ctx.today)
  const latestEnd = addDays(addYears(start, years), -1)
  const end = said.endOn ?? (said.years ? addDays(addYears(start, said.years), -1) : latestEnd)
  const isAnew = !last || start >= addYears(addDays(last.end, 1), years)
  return { who: said.who, card, last, start, end, no: isAnew ? 1 : last.no + 1, latestEnd }
}

function questionOf(ctx: Context, { who, called }: InspectorTermSaid): Question | null {
  if (who) return null
  const choices = called ? inspectorsCalled(ctx, called, ctx.me.county) : []
  return { slot: 'who', ask: '续聘哪位督学？请说姓名，要已在名册登记', choices }
}

async function fieldsOf(ctx: Context, said: InspectorTermSaid): Promise<Field[]> {
  const renewal = await renewalOf(ctx, said)
  const name = said.who ? [{ name: '督学', value: await nameOf(ctx, said.who) }] : []
  if (!renewal) return name
  const { last, start, end, no } = renewal
  const onDay = (on: Day, isSaid: boolean) => `${dayText(on, ctx.today)}${isSaid ? '' : '（默认）'}`
  return [
    ...name,
    ...(last ? [{ name: '上一届', value: `第 ${last.no} 届，${dayText(last.end, ctx.today)}止` }] : []),
    { name: '聘期起', value: onDay(start, said.startOn !== undefined) },
    { name: '聘期止', value: onDay(end, said.endOn !== undefined || said.years !== undefined) },
    { name: '届次', value: `第 ${no} 届` },
  ]
}

/** S-10 does not say whether the two years of a retiree count again at a renewal: the office is told, not stopped. */
async function hintsOf(ctx: Context, said: InspectorTermSaid): Promise<string[]> {
  const renewal = await renewalOf(ctx, said)
  if (!renewal) return []
  const { card, start } = renewal
  const years = await settingOn(ctx, 'retired_years', null, ctx.today)
  const isLate = card.retired && card.retiredOn !== null && start > addYears(card.retiredOn, years)
  return [
    ...(await retireeWarning(ctx, {
      ...{ place: card.place, act: '续聘', from: start },
      then: (records) => serving(records, card.userid, renewal),
    })),
    ...(isLate ? [`续聘时退休已超过${years}年，文件没有写明续聘是否受限，请先请示市督导办`] : []),
    '推荐、审核、公示、公布、备案的日期请用「督学聘任」表格补上',
  ]
}

async function refusalOf(ctx: Context, said: InspectorTermSaid): Promise<string | null> {
  const renewal = await renewalOf(ctx, said)
  if (!renewal) return '没有这位督学的信息卡，或者不是本地聘任的督学，不能在这里续聘。'
  const { card, last, start, end, no, latestEnd } = renewal
  if (card.kind === 'full_time') return '专职督学按干部管理权限任命，没有聘期，不用续聘。'
  if (last && start <= last.end)
    return `第 ${last.no} 届到${dayText(last.end, ctx.today)}才满，新的聘期请从第二天起。`
  const most = await settingOn(ctx, 'terms_max', null, ctx.today)
  if (no > most) return `已连任 ${most} 届，不能再续聘（教育督导条例第六条）。`
  if (end < start) return '聘期止早于聘期起，请重新说起止日期。'
  return end > latestEnd
    ? `一届不超过3年（教育督导条例第六条），最晚到${dayText(latestEnd, ctx.today)}。`
    : null
}
