import { addDays } from '#src/domain/day.ts'
import { pattern, stretch, type DateForm } from './form.ts'

const DAYS_FROM_TODAY: Record<string, number> = {
  大前天: -3,
  大前日: -3,
  前天: -2,
  前日: -2,
  前儿: -2,
  昨天: -1,
  昨儿: -1,
  昨个: -1,
  昨日: -1,
  昨: -1,
  明天: 1,
  明日: 1,
  明儿: 1,
  明: 1,
  后天: 2,
  后日: 2,
  大后天: 3,
}

const SHORT_BEFORE_PART = '(?=早|晨|晚|上午|下午|中午|[上下]昼|[ap]m)'

/** 今天, 昨晚, 大后天: days counted from the day of the message. */
export const RELATIVE_DAYS: readonly DateForm[] = [
  {
    nature: 'past',
    pattern: pattern(
      '(?:大前[天日]|前[天日儿]|昨[天日儿]个?|昨个|昨(?=早|晨|晚|夜|上午|下午|中午|[上下]昼|[ap]m|\\s|[去到在]|约谈|督导|检查))',
    ),
    read: ([said], { today }) => addDays(today, DAYS_FROM_TODAY[said.slice(0, 2)] ?? DAYS_FROM_TODAY[said]!),
  },
  {
    nature: 'ahead',
    pattern: pattern(
      `(?:大后天|(?<!之|以)后天|明[天儿]|(?<![一-龥])明日|(?<=[在于到是为限期前定、和])明日|(?<![一-龥])明${SHORT_BEFORE_PART}|(?<=[我们在到于是改成为定约学园校])明${SHORT_BEFORE_PART})`,
    ),
    read: ([said], { today }) => addDays(today, DAYS_FROM_TODAY[said]!),
  },
  {
    nature: 'open',
    pattern: pattern(
      `(?:今[天日儿]个?|今朝|今个(?![学月周星年礼])|刚才|刚刚|刚(?=从[^,。;!?\\s]{2,14}?(?:出来|回来|过来|出校门))|今${SHORT_BEFORE_PART})`,
    ),
    read: (_, { today }) => today,
  },
  {
    // 当天改完 is today; of something done it is the day that was spoken of.
    nature: 'open',
    pattern: pattern('当[天日](?!地)'),
    read: (_, { today, as }) => (as === 'deadline' ? today : null),
  },
  {
    nature: 'open',
    pattern: pattern('(今明|明后)(?:两)?[天日]'),
    read: ([, said], { today }) =>
      said === '今明' ? stretch(today, addDays(today, 1)) : stretch(addDays(today, 1), addDays(today, 2)),
  },
  {
    // 前几天, 这两天, 过几天: heard, but no day.
    nature: 'open',
    pattern: pattern('(?:前|这|那|过|最近|近)(?:[几两]|一两|两三|三两)[天日](?!内|之内|以内)'),
    read: () => null,
  },
]
