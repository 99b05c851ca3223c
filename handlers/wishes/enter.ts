import { whatStillComes, wishText, MOST_WISHES } from '#cards/wishes.ts'
import { change, create } from '#db/history.ts'
import { wishes } from '#db/schema/wishes.ts'
import { wishesOf, type WishRow } from '#db/wishes.ts'
import { addDays, at, type Day } from '#src/domain/day.ts'
import type { WishSaid } from '#src/domain/entry.ts'
import { hasRole, INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { Wish } from '#src/domain/wish.ts'
import type { Role } from '#src/domain/words.ts'
import { wishSaid } from '#src/language/wishes.ts'
import { sightOf } from '#src/policy/permission.ts'
import { LONGEST_PAUSE_DAYS, PAUSE_DAYS, slotOf } from '#src/policy/wishes.ts'
import { isWorkingDay } from '#src/policy/working-days.ts'
import { dayText } from '#src/domain/day.ts'
import { act, type Context } from '../context.ts'
import type { Entering, Question } from '../entries/entering.ts'
import { plan } from '../plan.ts'
import { listsUnvisited } from '../queries/gaps.ts'

/** 晚上别给我发提醒了, 每周一早上提醒我还没去的学校: everybody's own reminders, and nobody else's. */
export const wish: Entering<WishSaid> = {
  title: '提醒设置',
  notYours: '这类名单和您的工作无关，不能设成提醒；要看请联系督导办。',
  role: (ctx, said) => (mayBeTold(ctx, said) ? (ctx.me.roles[0] as Role) : null),
  county: (ctx) => ctx.me.county,
  hears: (ctx, heard) => wishSaid(heard, ctx.listening),
  merge: merged,
  question: async (ctx, said) => questionOf(ctx, said),
  async shows(ctx, said) {
    const wanted = wishIn(ctx, said)
    if (!wanted) return { fields: [], hints: [] }
    return {
      fields: [{ name: '设为', value: wishText(wanted, ctx.today) }],
      hints: [...(isRounded(said) ? [`按半点发；最早 8:00`] : []), whatStillComes(wanted)],
    }
  },
  refusal: refusalOf,
  async files(ctx, _, said, role) {
    const wanted = wishIn(ctx, said)!
    const row = {
      id: ctx.ids.fresh(),
      state: 'in_force' as const,
      person: ctx.me.userid,
      kind: wanted.kind,
      wish: wanted,
      slot: wanted.kind === 'remind' ? wanted.time : null,
    }
    const replaced = (await wishesOf(ctx.db, ctx.me.userid)).filter((each) => gives(each.wish, wanted))
    return {
      record: row.id,
      plan: plan({
        writes: [
          ...replaced.flatMap((each) => change(wishes, each, { state: 'ended' }, act(ctx, 'wish.end', role))),
          ...create(wishes, { ...row, seq: 1 }, act(ctx, 'wish.make', role)),
        ],
        reply: `已设好：${wishText(wanted, ctx.today)}。要看或结束，回复「我设了哪些提醒」。`,
      }),
    }
  },
}

/** A list that the account has no right to is not sent by the clock either. */
function mayBeTold({ me }: Context, { topic }: WishSaid): boolean {
  if (topic === 'unvisited_month' || topic === 'unvisited_semester') return listsUnvisited(me)
  if (topic === 'to_reinspect') return hasRole(me, INSPECTOR_ROLES)
  return topic === undefined || sightOf(me) !== null
}

/** A new wish takes the place of what was said; 九点 alone changes the hour, 到周五 how long. */
function merged(before: WishSaid, more: WishSaid): WishSaid {
  if (more.kind) return more
  const { time, on, ...rest } = more
  if (before.kind === 'pause') return on ? { ...before, until: on } : before
  if (before.every === 'week' && more.every === 'once' && more.weekdays)
    return { ...before, weekdays: more.weekdays, ...(time && { time }) }
  if (before.kind !== 'quiet') return { ...before, ...more }
  const hours = time === undefined ? {} : before.from === '00:00' ? { to: time } : { from: time }
  return { ...before, ...hours, ...(rest.weekdays ? { weekdays: rest.weekdays } : {}) }
}

const FIRST = '08:00'
const LAST = '19:30'

/** The half hour at which it goes: no earlier than the clock speaks. */
const timeOf = ({ time = FIRST }: WishSaid): string => (time < FIRST ? FIRST : slotOf(time))

const isRounded = (said: WishSaid): boolean =>
  said.kind === 'remind' && said.time !== undefined && timeOf(said) !== said.time

/** What was said, whole; null while something is missing. */
function wishIn({ today }: Pick<Context, 'today'>, said: WishSaid): Wish | null {
  const { kind, weekdays = [], from, to } = said
  if (kind === 'pause') return { kind, until: untilOf(today, said) }
  if (kind === 'quiet') return from && to ? { kind, weekdays, from, to } : null
  const what = { topic: said.topic ?? null, words: said.words ?? null }
  const days = daysIn(said)
  if (!days || (what.topic === null && what.words === null)) return null
  return { kind: 'remind', time: timeOf(said), ...what, ...days }
}

function daysIn({ every, weekdays = [], date = 1, on }: WishSaid) {
  if (every === 'week') return { every, weekdays }
  if (every === 'month') return { every, date }
  if (every === 'once') return on ? { every, on } : null
  return every ? { every } : null
}

function untilOf(today: Day, { until }: WishSaid): Day {
  if (until === undefined || until < today) return addDays(today, PAUSE_DAYS - 1)
  const longest = addDays(today, LONGEST_PAUSE_DAYS)
  return until < longest ? until : longest
}

function questionOf(ctx: Context, said: WishSaid): Question | null {
  if (said.kind !== 'remind') return null
  if (!said.topic && !said.words) return { slot: 'words', ask: '提醒您什么？请直接回复', open: true }
  if (!said.every) return { slot: 'every', ask: '什么时候提醒？例如：每周一早上八点' }
  if (timeOf(said) > LAST)
    return { slot: 'time', ask: '定时提醒只在工作日 8:00 到 20:00 发，改到几点？例如：早上八点' }
  return said.every === 'once' ? questionOfDay(ctx, said) : null
}

function questionOfDay({ today, now, workingDays }: Context, said: WishSaid): Question | null {
  if (!said.on) return { slot: 'on', ask: '哪天提醒？请直接回复日期' }
  if (said.on < today || momentOf(said.on, timeOf(said)) <= now)
    return { slot: 'time', ask: '这个时间已经过了，改到什么时候？例如：明天早上八点' }
  return isWorkingDay(workingDays, said.on)
    ? null
    : { slot: 'on', ask: `${dayText(said.on, today)}是休息日，定时提醒只在工作日发，改到哪天？` }
}

const momentOf = (on: Day, time: string) => at(on, Number(time.slice(0, 2)), Number(time.slice(3)))

async function refusalOf(ctx: Context, said: WishSaid): Promise<string | null> {
  const wanted = wishIn(ctx, said)!
  const mine = await wishesOf(ctx.db, ctx.me.userid)
  if (mine.some((each) => isSame(each, wanted))) return '这条已经设过了，不用再设。'
  return mine.filter((each) => !gives(each.wish, wanted)).length >= MOST_WISHES
    ? `最多设 ${MOST_WISHES} 条，请先回复「我设了哪些提醒」结束一条。`
    : null
}

const isSame = ({ wish: one }: WishRow, other: Wish): boolean =>
  JSON.stringify(Object.entries(one).toSorted()) === JSON.stringify(Object.entries(other).toSorted())

/** Whether an earlier wish gives way: one pause holds at a time, and one span of hours of the same days where they overlap. */
function gives(earlier: Wish, later: Wish): boolean {
  if (earlier.kind === 'pause') return later.kind === 'pause'
  if (earlier.kind !== 'quiet' || later.kind !== 'quiet') return false
  return (
    earlier.weekdays.join() === later.weekdays.join() && earlier.from < later.to && later.from < earlier.to
  )
}
