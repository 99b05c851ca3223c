import { dayText, type Day } from '#src/domain/day.ts'
import type { Asked, Clock, Quiet, Wish, WishTopic } from '#src/domain/wish.ts'
import { encodeAction } from './action.ts'
import type { Card } from './card.ts'

const TOPICS: Record<WishTopic, string> = {
  unvisited_month: '本月还没去的学校',
  unvisited_semester: '本学期还没去够的学校',
  to_reinspect: '等您复查的整改报告',
  overdue: '逾期没整改的问题',
  open: '没整改完的问题',
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日']
const weekdaysText = (weekdays: readonly number[]): string =>
  weekdays.map((each) => `周${WEEKDAYS[each - 1]}`).join('、')

const clockText = (clock: Clock): string => clock.replace(/^0/, '')

/** 「每周一 8:00 提醒：本月还没去的学校」: what holds, in one line. */
export function wishText(wish: Wish, today: Day): string {
  if (wish.kind === 'pause') return `暂停提醒，到${dayText(wish.until, today)}为止`
  return wish.kind === 'quiet' ? quietText(wish) : askedText(wish, today)
}

function quietText({ weekdays, from, to }: Quiet): string {
  const days = weekdays.length === 0 ? '每天' : weekdaysText(weekdays)
  if (from === '00:00') return to === '24:00' ? `${days}不发提醒` : `${days} ${clockText(to)} 起才发提醒`
  return `${days} ${clockText(from)} ${to === '24:00' ? '以后' : `到 ${clockText(to)} `}不发提醒`
}

const askedText = (wish: Asked, today: Day): string =>
  `${whenText(wish, today)} ${clockText(wish.time)} 提醒：${wish.topic ? TOPICS[wish.topic] : wish.words}`

function whenText(wish: Asked, today: Day): string {
  switch (wish.every) {
    case 'day':
      return '每个工作日'
    case 'week':
      return `每${weekdaysText(wish.weekdays)}`
    case 'month':
      return wish.date === 31 ? '每月最后一天' : `每月${wish.date}日`
    case 'once':
      return dayText(wish.on, today)
  }
}

/** What no wish silences (policy.md 6, 8.3), said before it is confirmed. */
export function whatStillComes({ kind }: Wish): string {
  if (kind === 'remind') return '逢休息日顺延到下一个工作日；没有要说的就不发'
  return kind === 'quiet'
    ? '这段时间的提醒顺延到可以发的时候；紧急情况、别人刚办的事照常马上发给您'
    : '紧急情况、别人刚办的事，以及截止当天、逾期和督导办该办的事，照常发给您'
}

/** At most as many as a card has buttons. */
export const MOST_WISHES = 6

/** 「我设了哪些提醒」: each with the button that ends it. */
export const wishesCard = (wishes: readonly { id: string; seq: number; wish: Wish }[], today: Day): Card => ({
  kind: 'buttons',
  title: `您设的提醒（${wishes.length}条）`,
  fields: [],
  body: wishes.map(({ wish }, i) => `${i + 1}. ${wishText(wish, today)}`).join('\n'),
  buttons: wishes.map(({ id, seq }, i) => ({
    label: wishes.length === 1 ? '结束' : `结束 ${i + 1}`,
    action: encodeAction({ act: 'wish_end', id, seq }),
  })),
})

/** To somebody who has set none. */
export const NO_WISHES = [
  '您没有设过提醒，到期、逾期等提醒按规定的时间在工作日 8:00 到 20:00 之间发。可以这样设：',
  '· 晚上别给我发提醒',
  '· 提醒改到每天九点',
  '· 每周一早上提醒我还没去的学校',
  '· 这周先别提醒我了',
].join('\n')
