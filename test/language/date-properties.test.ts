import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays, day, daysBetween, weekdayOf, type Day } from '#src/domain/day.ts'
import { findDates } from '#src/language/dates.ts'
import { chineseNumeral } from '#src/language/numerals.ts'
import { periodIn } from '#src/language/periods.ts'
import { builtInWorkingDays } from '#src/policy/arranged.ts'
import { LI, listening } from './city.ts'

const workingDays = builtInWorkingDays()
const on = (today: Day) => listening(LI, { today, workingDays })
const heard = (text: string, today: Day) => findDates(text, on(today))

const FIRST = day('2025-01-01')
const days = fc.integer({ min: 0, max: 1460 }).map((n) => addDays(FIRST, n))

/** What days are told with, so that texts of chance tell some. */
const WORDS = [
  ...'年月日号天周上下前后本这今明昨去内底初中旬末一二三四五六七十廿半两个0123456789./-~:，。 到至从起',
  ...[
    '星期',
    '礼拜',
    '工作日',
    '小时',
    '之前',
    '之内',
    '期末',
    '开学',
    '国庆',
    '春节',
    '节后第一天上班',
    '年前',
  ],
  ...[
    '去了',
    '改完',
    '整改',
    '限',
    '文清',
    '上午',
    '农历',
    '腊月',
    '正月',
    '初',
    '季度',
    '周末',
    '以来',
    '大前天',
  ],
  ...[
    '２',
    '５',
    '１２',
    '２０２６年',
    '2025年',
    '去年',
    '后年',
    '26年',
    '放假',
    '学期',
    '请于',
    '的',
    '过',
    '每',
    '第',
  ],
]
const texts = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(fc.constantFrom(...WORDS), { maxLength: 24 }).map((words) => words.join('')),
)
const RUNS = { numRuns: 3000, seed: 20251118 }

test('whatever is written, each day said lies within its text and, unless a year is named, within a year', () => {
  fc.assert(
    fc.property(texts, days, (text, today) => {
      let end = 0
      for (const { day: said, or, until, span } of heard(text, today)) {
        expect(span[0]).toBeGreaterThanOrEqual(end)
        expect(span[1]).toBeGreaterThan(span[0])
        end = span[1]
        const words = text.slice(...span)
        if (/年|[\d０-９]{4}/.test(words)) continue
        for (const each of [said, or, until])
          if (each)
            expect([words, each, Math.abs(daysBetween(today, each)) <= 366]).toEqual([words, each, true])
      }
      expect(end).toBeLessThanOrEqual(text.length)
    }),
    RUNS,
  )
})

test('a period that is asked for begins before it ends', () => {
  fc.assert(
    fc.property(texts, days, (text, today) => {
      const period = periodIn(text, heard(text, today), today)?.value
      if (period) expect(period.from <= period.to).toBe(true)
    }),
    RUNS,
  )
})

/** Counted day by day from the arrangement, and in no other way. */
function nthWorkingDay(today: Day, n: number): Day {
  let left = n
  let at = today
  while (left > 0) {
    at = addDays(at, 1)
    const exception = workingDays.exception(at)
    if (exception === 'work' || (exception === undefined && weekdayOf(at) < 6)) left--
  }
  return at
}

test('N个工作日内 is the Nth working day after the message, on every day of 2025 and 2026', () => {
  for (let today = FIRST; today < '2027-01-01'; today = addDays(today, 1))
    for (const n of [1, 2, 3, 5, 10, 15])
      expect([today, n, heard(`限${n}个工作日内整改`, today)[0]?.day]).toEqual([
        today,
        n,
        nthWorkingDay(today, n),
      ])
})

test('N天内 is N days on', () => {
  fc.assert(
    fc.property(days, fc.integer({ min: 1, max: 90 }), (today, n) => {
      expect(heard(`${n}天内整改`, today)).toMatchObject([{ day: addDays(today, n), as: 'deadline' }])
    }),
  )
})

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))

test('a number means the same in digits of either width and in words', () => {
  const forms: ((n: (n: number) => string, month: number, date: number) => string)[] = [
    (n, month, date) => `${n(month)}月${n(date)}日前整改`,
    (n, month, date) => `${n(month)}月${n(date)}号去的`,
    (n, _, date) => `${n(date)}号前改完`,
    (n, _, date) => `${n(date)}号去了文清`,
    (n, _, date) => `限${n(date)}天内整改`,
    (n, _, date) => `${n(date)}个工作日内整改`,
    (n, _, date) => `下月${n(date)}号前改完`,
    (n, month, date) => `明年${n(month)}月${n(date)}日前整改`,
  ]
  const [months, dates] = [fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })]
  fc.assert(
    fc.property(fc.constantFrom(...forms), months, dates, days, (form, month, date, today) => {
      const digits = form(String, month, date)
      const told = heard(digits, today).map(({ day: said, as }) => [said, as])
      expect([digits, told.length]).toEqual([digits, 1])
      for (const text of [fullWidth(digits), form(chineseNumeral, month, date)])
        expect([text, heard(text, today).map(({ day: said, as }) => [said, as])]).toEqual([text, told])
    }),
    { ...RUNS, numRuns: 1000 },
  )
})

test('what was done lies behind, what is to be done ahead', () => {
  const numbered = fc.tuple(fc.integer({ min: 1, max: 31 }), days)
  fc.assert(
    fc.property(numbered, ([date, today]) => {
      const [[done], [due]] = [heard(`${date}号去了文清`, today), heard(`${date}号前改完`, today)]
      expect(done!.day! <= today).toBe(true)
      expect(due!.day! >= today).toBe(true)
      expect([done!.day!.slice(8), due!.day!.slice(8)]).toEqual(Array(2).fill(String(date).padStart(2, '0')))
    }),
  )
  const weekdays = fc.tuple(fc.constantFrom(...'一二三四五六日'), days)
  fc.assert(
    fc.property(weekdays, ([weekday, today]) => {
      const [[done], [due]] = [heard(`周${weekday}去了文清`, today), heard(`周${weekday}前改完`, today)]
      expect(
        [daysBetween(done!.day!, today), daysBetween(today, due!.day!)].every((n) => n >= 1 && n <= 7),
      ).toBe(true)
      expect(weekdayOf(done!.day!)).toBe('一二三四五六日'.indexOf(weekday) + 1)
    }),
  )
})
