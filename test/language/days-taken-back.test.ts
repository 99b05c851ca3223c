import { describe, expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { LI, listening, REGISTRY } from './city.ts'

const heard = (text: string) => hear(text, REGISTRY, listening(LI))
const days = (text: string) => heard(text).dates.map(({ day, as }) => `${day} ${as}`)
const parts = (text: string) => heard(text).parts.map(({ part }) => part)
const today = listening(LI).today

describe(`a day that is taken back is gone (today ${today})`, () => {
  test.each([
    ['文清路小学前天去的 不对是昨天', ['昨天']],
    ['昨天去了文清，灶间漏水，限下周五 不对 限下周一', ['昨天', '限下周一']],
    ['昨天去了文清，旗杆松，限期本来是下周一，又说下周三，最终定下周五', ['昨天', '限下周五']],
    ['昨天去了文清，旗杆松，原来跟他们讲的明天，考虑到放假改到下周五', ['昨天', '限下周五']],
    ['昨天去了文清，盖板缺，限期本来说一周你改成四天吧', ['昨天', '限四天内']],
  ])('%s', (text, right) => expect(days(text)).toEqual(right.flatMap(days)))
})

describe('what somebody there said sets no term, what he promised may', () => {
  test.each([
    '昨天去了文清，水箱没盖，校长说明天就吊上去',
    '昨天去了文清，食谱单调，园长说下周换',
    '昨天去了文清，水箱没盖，村里说年底有宽带',
  ])('%s', (text) => expect(days(text)).toEqual(days('昨天')))
})

describe('the part of day when somebody was there', () => {
  test.each([
    ['昨天在文清坐了一下午', 'pm'],
    ['文清昨天清晨进的校门', 'am'],
    ['文清昨天下午第二节课到的', 'pm'],
    ['昨天后半晌文清路小学', 'pm'],
    ['昨天PM文清路小学', 'pm'],
    ['昨天午饭后去的文清', 'pm'],
    ['昨天上半天去了文清', 'am'],
    ['昨天上午 说岔了 下午 去了文清', 'pm'],
  ])('%s', (text, part) => expect(parts(text)).toEqual([part]))

  test.each(['昨天去了文清，周六上午还在集体补课', '昨天去了文清，下午放学无人值守'])(
    'when something was seen is none: %s',
    (text) => expect(parts(text)).toEqual([]),
  )
})
