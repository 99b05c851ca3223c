import { expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { possibleNames, withoutPeople } from '#src/language/schools/nameless.ts'
import { LI, listening, REGISTRY } from './city.ts'

const ROSTER = new Set(['陈源', '欧阳小雨', '阳明', 'li_min', 'wq'])

/** As it leaves the house, where the roster knows those five. */
function shown(text: string): string {
  const known = new Set(possibleNames(text).filter((each) => ROSTER.has(each)))
  return withoutPeople(hear(text, REGISTRY, listening()), known, LI)
}

test.each<[string, string]>([
  ['和陈源一起去的七中，陈源没说话', '和某某一起去的七中，某某没说话'],
  ['😀😀😀七中的陈源', '😀😀😀七中的某某'],
  ['和热合曼·吐尔逊去的', '某某某某*某某某某某'],
  ['欧阳小雨说楼道堵了', '某某某某说楼道堵了'],
  ['王督学和易校长也在七中', '某某某和某某某也在七中'],
  ['问Li_Min，或者wq', '问******，或者**'],
  ['电话0797-8123456，13812345678', '电话************，***********'],
  ['电话０７９７８１２３４５６', '电话***********'],
  ['拨幺三八幺二三四五六七八', '拨某某某某某某某某某某某'],
  ['加微信wxid_8kq2，邮箱a@b.cn', '加微信*********，邮箱******'],
  ['阳明小学的阳明老师没教案', '阳明小学的某某老师没教案'],
])('%s', (text, masked) => {
  expect(shown(text)).toBe(masked)
  expect(masked).toHaveLength(text.length)
})

test.each([
  '2025-11-17 14:30去了第七中学，听课2节',
  '2025年11月17日去七中，留样不足125克，灭火器过期3具',
  '七中的LED屏坏了，PPT没关',
  '第三中学高一年级12个班',
])('what is nobody’s stays: %s', (text) => expect(shown(text)).toBe(text))
