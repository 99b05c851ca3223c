import { hearSchool } from '#src/language/answers.ts'
import { hear } from '#src/language/hear.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import { expect, test, describe } from 'vitest'
import { code, LI, listening, OFFICE, REGISTRY } from './city.ts'

const of = (
  id: string,
  name: string,
  county: string | null = '章贡区',
  formerNames: string[] = [],
): KnownSchool => ({
  code: code(id),
  name,
  county,
  aliases: [],
  formerNames,
})

const CITY = createRegistry(
  [
    of('三市', '赣州市第三中学', null),
    of('三于', '于都县第三中学', '于都县'),
    of('实章', '章贡区实验小学'),
    of('实于', '于都县实验小学', '于都县'),
    of('阳章', '阳光小学'),
    of('阳于', '阳光小学', '于都县'),
    of('平安', '平安幼儿园'),
    of('健康', '健康路小学'),
    of('红二', '红旗大道第二小学'),
    of('水中', '赣州市章贡区水东镇中心小学'),
    of('七里', '章贡区水东镇七里小学'),
    of('厚德', '厚德外国语学校'),
    of('五一', '五一小学'),
    of('明天', '明天幼儿园'),
    of('南中', '南康中学', '南康区'),
    of('十七', '第十七中学'),
    of('七', '第七中学'),
    of('蟠龙', '黄金岭蟠龙小学'),
    of('东校', '文清路小学（东校区）'),
    of('文清', '文清路小学', '章贡区', ['人民巷小学']),
    of('卫校', '卫生学校'),
    of('育小', '育才小学'),
    of('育中', '育才中学'),
    of('十二', '第12小学'),
    of('特校', '赣州市特殊教育学校', null),
    of('机关', '机关幼儿园'),
    of('风车', '大风车幼儿园'),
  ],
  ['章贡区', '于都县', '南康区'],
)
const inspector = { ...LI, school: null, assigned: [code('实章'), code('阳章')] }
const named = (text: string, speaker = inspector) =>
  hear(text, CITY, listening(speaker)).schools.map(
    ({ text: words, candidates }) => `${words}=${candidates.join('/')}`,
  )

describe('names', () => {
  test.each([
    ['去了文清路小学', '文清路小学=文清'],
    ['去了章贡区文清路小学', '章贡区文清路小学=文清'],
    ['去了赣州市章贡区文清路小学', '赣州市章贡区文清路小学=文清'],
    ['去了人民巷小学', '人民巷小学=文清'],
    ['去了文清', '文清=文清'],
    ['去了文清小学', '文清小学=文清'],
    ['去了文清路小学东校区', '文清路小学东校区=东校'],
    ['去了七中', '七中=七'],
    ['去了７中', '７中=七'],
    ['去了第7中学', '第7中学=七'],
    ['去了十七中', '十七中=十七'],
    ['去了17中', '17中=十七'],
    ['去了12小', '12小=十二'],
    ['去了第十二小学', '第十二小学=十二'],
    ['去了红旗二小', '红旗二小=红二'],
    ['去了水东中心小学', '水东中心小学=水中'],
    ['去了水东镇中心小学', '水东镇中心小学=水中'],
    ['去了水东', '水东=水中/七里'],
    ['去了七里小学', '七里小学=七里'],
    ['水东镇七里小学没水', '水东镇七里小学=七里'],
    ['去了水东七里小学', '水东七里小学=七里'],
    ['去了厚德', '厚德=厚德'],
    ['去了特校', '特校=特校'],
    ['去了机关幼', '机关幼=机关'],
    ['去了蟠龙小学', '蟠龙小学=蟠龙'],
    ['去了南康中学', '南康中学=南中'],
    ['去了五一小学', '五一小学=五一'],
    ['去了明天幼儿园', '明天幼儿园=明天'],
    ['[阳光小学]灭火器过期', '阳光小学=阳章'],
    ['学校：阳光小学', '阳光小学=阳章'],
    ['10号去的文清，灯坏', '文清=文清'],
    ['去了趟文清', '文清=文清'],
  ])('%s', (text, school) => expect(named(text)).toEqual([school]))
})

describe('which of several', () => {
  test('his own before his county before the city', () => {
    expect(named('去了阳光小学')).toEqual(['阳光小学=阳章'])
    expect(named('去了阳光小学', { ...inspector, county: '于都县', assigned: [] })).toEqual(['阳光小学=阳于'])
  })
  test('a county that is named decides', () => {
    expect(named('去了于都阳光小学')).toEqual(['于都阳光小学=阳于'])
    expect(named('去了于都县的实验小学')).toEqual(['于都县的实验小学=实于'])
    expect(named('去了于都三中')).toEqual(['于都三中=三于'])
    expect(named('在于都县看了，阳光小学没水')).toEqual(['阳光小学=阳于'])
  })
  test('a city named before it means the city’s own', () => {
    expect(named('去了赣州三中')).toEqual(['赣州三中=三市'])
    expect(named('去了市三中')).toEqual(['市三中=三市'])
  })
  test('区 before a name is the speaker’s own', () =>
    expect(named('去了区实验小学')).toEqual(['区实验小学=实章']))
  test('two as good at the deciding level are both candidates', () => {
    expect(named('去了三中')).toEqual(['三中=三市/三于'])
    expect(named('去了育才')).toEqual(['育才=育小/育中'])
  })
  test('a part of an own school’s name beats a whole name elsewhere', () =>
    expect(named('去了育才', { ...inspector, assigned: [code('育中')] })).toEqual(['育才=育中']))
  test('a whole name beats a part of one at the same level', () =>
    expect(hear('去了实验小学', REGISTRY, listening()).schools[0]?.candidates).toEqual(['S05']))
  test('two schools in one message', () =>
    expect(named('去了章贡区阳光小学和于都县阳光小学')).toEqual([
      '章贡区阳光小学=阳章',
      '于都县阳光小学=阳于',
    ]))
})

describe('misspelt and unknown', () => {
  test.each([
    ['去了鱼才小学', '鱼才小学=育小'],
    ['去了大峰车幼儿园', '大峰车幼儿园=风车'],
    ['文青小学门口乱停车', '文青小学=文清'],
    ['去了杨光，食堂脏', '杨光=阳章'],
    ['去了第五中学', '第五中学='],
    ['去了红星小学', '红星小学='],
    ['昨天红星小学灯坏了', '红星小学='],
    ['去了南康三中', '南康三中='],
  ])('%s', (text, school) => expect(named(text)).toEqual([school]))
})

describe('no schools', () => {
  test.each([
    '平安校园创建材料缺失',
    '健康证过期',
    '卫生间没洗手液',
    '实验室没有通风',
    '周三中午去的',
    '高三中午放学早',
    '三中全会精神学习',
    '有一小部分学生',
    '落实小学生减负',
    '阳光分班没落实',
    '学校食堂留样不全',
    '幼儿园小学化',
    '初中学生抽烟',
    '要求学校整改',
    '我们学校有哪些问题',
    '两个学校都去了',
    '哪个学校没去',
  ])('%s', (text) => expect(named(text)).toEqual([]))
})

describe('answers to 哪所学校', () => {
  const among = [code('S05'), code('S06')]
  test.each([
    ['第二个', ['S06']],
    ['2', ['S06']],
    ['最后一个', ['S06']],
    ['实验中学', ['S06']],
    ['是实小', ['S05']],
    ['七中', ['S02']],
  ])('%s', (text, codes) => expect(hearSchool(text, REGISTRY, listening(), among)?.candidates).toEqual(codes))
  test('words that name none', () => expect(hearSchool('不知道', REGISTRY, listening(), among)).toBeNull())
  test('an ambiguous name keeps to those offered', () =>
    expect(hearSchool('实验', REGISTRY, listening(OFFICE), among)?.candidates).toEqual(among))
})

test('a roster of twenty thousand is indexed', () => {
  const chars = [...'金木水火土天地人春夏秋冬东南西北山石田口日月星云风雨光明正大和平安康乐文武红黄蓝绿']
  const schools = Array.from({ length: 20_000 }, (_, i) => {
    const stem = chars[i % 41]! + chars[(i >> 3) % 41]! + chars[(i >> 7) % 41]!
    return of(`S${i}`, `赣州市章贡区${stem}${['小学', '中学', '幼儿园', '路小学'][i % 4]}`)
  })
  const registry = createRegistry(schools, ['章贡区'])
  expect(hear(`去了${schools[12_345]!.name}`, registry, listening(inspector)).schools[0]?.text).toBe(
    schools[12_345]!.name,
  )
})

test.each([
  ['红旗二小东校区没问题', 'B'],
  ['红旗大道第二小学东校区没问题', 'B'],
  ['去了东校区', 'B'],
  ['红旗二小没问题', 'A'],
])('a campus is known by every name of its school: %s', (text, only) => {
  const schools = [
    { ...of('A', '章贡区红旗大道第二小学'), aliases: ['红旗二小'] },
    of('B', '章贡区红旗大道第二小学（东校区）'),
  ]
  const registry = createRegistry(schools, ['章贡区'])
  expect(hear(text, registry, listening(inspector)).schools[0]?.candidates).toEqual([only])
})
