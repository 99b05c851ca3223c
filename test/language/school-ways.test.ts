import { describe, expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import type { KnownSchool, Speaker } from '#src/language/understanding.ts'
import { code, LI, listening } from './city.ts'

const of = (
  id: string,
  name: string,
  county: string | null = '青石县',
  aliases: string[] = [],
): KnownSchool => ({
  code: code(id),
  name,
  county,
  aliases,
  formerNames: [],
})

const registry = createRegistry(
  [
    of('塘心', '石塘镇中心小学'),
    of('塘中', '石塘镇初级中学'),
    of('塘幼', '石塘镇中心幼儿园'),
    of('坑', '石塘镇高坑教学点'),
    of('坪', '石塘镇中心小学坪上教学点'),
    of('大塘坳', '大塘坳镇中心小学'),
    of('白', '白沙乡九年一贯制学校'),
    of('三', '青石县第三小学'),
    of('三北', '青石县第三小学（城北校区）'),
    of('博', '小博士双语幼儿园'),
    of('博二', '小博士双语幼儿园（二部）'),
    of('附小', '江源师范学院附属小学', null),
    of('附中', '江源师范大学第二附属中学', null),
    of('实小', '青石县实验小学'),
    of('实中', '青石县实验中学'),
    of('特', '青石县特殊教育学校'),
    of('梧二', '梧桐街第二小学', '青石县', ['梧桐二小']),
    of('人民', '人民路小学'),
    of('平', '平安路小学'),
    of('天柱', '天柱山小学'),
    of('开', '临港经开区第五小学', '临港经开区'),
    of('瑞', '桐山市第六中学', '桐山市'),
    of('职', '青石县职业中等专业学校'),
  ],
  ['青石县', '临港经开区', '桐山市'],
)
const office: Speaker = { ...LI, side: 'office', school: null, county: '青石县', assigned: [] }
const named = (text: string, speaker = office) =>
  hear(text, registry, listening(speaker)).schools.map(
    ({ text: words, candidates }) => `${words}=${candidates.join('/')}`,
  )

describe('schools of a township', () => {
  test.each([
    ['去了石塘中心小学', '石塘中心小学=塘心'],
    ['去了石塘中心校', '石塘中心校=塘心'],
    ['石塘初中灭火器过期', '石塘初中=塘中'],
    ['石塘镇中学没问题', '石塘镇中学=塘中'],
    ['石塘中心园没问题', '石塘中心园=塘幼'],
    ['石塘小学没问题', '石塘小学=塘心'],
    ['去了石塘高坑教学点', '石塘高坑教学点=坑'],
    ['去了高坑', '高坑=坑'],
    ['去了高坑村小', '高坑村小=坑'],
    ['高坑点没问题', '高坑点=坑'],
    ['去了石塘镇中心小学坪上教学点', '石塘镇中心小学坪上教学点=坪'],
    ['去了坪上教学点', '坪上教学点=坪'],
    ['白沙学校没问题', '白沙学校=白'],
    ['去了石塘教学点', '石塘教学点=坑/坪'],
    ['去了石塘', '石塘=塘心/塘中/塘幼/坑/坪'],
  ])('%s', (text, school) => expect(named(text)).toEqual([school]))

  test('a township whose schools are named one by one is none itself', () =>
    expect(named('石塘那边都去了，石塘初中没问题，高坑教学点灯坏了')).toEqual([
      '石塘初中=塘中',
      '高坑教学点=坑',
    ]))
  test('中心小学 alone is that of the speaker', () =>
    expect(named('去了中心小学', { ...office, side: 'inspector', assigned: [code('大塘坳')] })).toEqual([
      '中心小学=大塘坳',
    ]))
})

test('a township that the roster lacks is not his own', () =>
  expect(named('去了金竹中心小学', { ...office, side: 'inspector', assigned: [code('大塘坳')] })).toEqual([
    '金竹中心小学=',
  ]))

describe('campuses, affiliated schools, short kinds, zones', () => {
  test.each([
    ['三小城北那边没安排护学岗', '三小城北=三北'],
    ['第三小学（城北校区）没问题', '第三小学（城北校区）=三北'],
    ['三小城北分校没问题', '三小城北分校=三北'],
    ['三小没问题', '三小=三'],
    ['三小城北校区的改了，本部没改', '三小城北校区=三北 本部=三'],
    ['小博士二部没问题', '小博士二部=博二'],
    ['小博士幼儿园没问题', '小博士幼儿园=博'],
    ['去了师院附小', '师院附小=附小'],
    ['去了师大二附中', '师大二附中=附中'],
    ['去了职中', '职中=职'],
    ['去了经开区五小', '经开区五小=开'],
    ['去了经开五小', '经开五小=开'],
    ['去了桐山六中', '桐山六中=瑞'],
  ])('%s', (text, schools) => expect(named(text).join(' ')).toBe(schools))
})

describe('slips of the pen and of the ear', () => {
  test.each([
    ['去了是验小学', '是验小学=实小'],
    ['去了梧同二小', '梧同二小=梧二'],
    ['去了石塘真中心小学', '石塘真中心小学=塘心'],
    ['去了时塘高坑教学点', '时塘高坑教学点=坑'],
    ['去了人明路小学', '人明路小学=人民'],
    ['去了人民璐小学', '人民璐小学=人民'],
    ['去了人路民小学', '人路民小学=人民'],
    ['去了大坳镇中心小学', '大坳镇中心小学=大塘坳'],
    ['去了天拄山小学', '天拄山小学=天柱'],
    ['去了石糖镇忠心小学', '石糖镇忠心小学=塘心'],
    ['去了梧同街第二小学', '梧同街第二小学=梧二'],
  ])('%s', (text, school) => expect(named(text)).toEqual([school]))
})

describe('his own schools are heard more readily', () => {
  const inspector: Speaker = { ...office, side: 'inspector', assigned: [code('人民'), code('塘心')] }
  test.each([
    ['任民路灭火器过期', '任民路=人民'],
    ['督导员今天人民路没问题', '人民路=人民'],
    ['去了深民路', ''],
    ['食堂没公示菜单', ''],
    ['人民群众有意见', ''],
  ])('%s', (text, school) => expect(named(text, inspector).join()).toBe(school))
})

describe('schools that the roster lacks', () => {
  test.each([
    ['去了明珠特校', '明珠特校='],
    ['城北实验小学食堂脏', '城北实验小学='],
    ['去了锦绣三小', '锦绣三小='],
    ['去了金竹中心小学', '金竹中心小学='],
    ['去了石塘镇中心小学竹岭教学点', '石塘镇中心小学竹岭教学点='],
    ['去了岩山镇中心小学', '岩山镇中心小学='],
    ['去了东山路小学', '东山路小学='],
    ['去了桐山三中', '桐山三中='],
  ])('%s', (text, school) => expect(named(text)).toEqual([school]))
})

describe('ordinary words are no schools', () => {
  test.each([
    '平安校园材料缺失',
    '石塘镇政府来人了',
    '人民群众有意见',
    '石塘县的情况',
    '实验室没通风',
    '中心工作台账缺',
  ])('%s', (text) => expect(named(text)).toEqual([]))
  test('平安 at the head, with a day behind it, is a school', () =>
    expect(named('平安昨天下午去了，消防门锁着')).toEqual(['平安=平']))
})

test('the school where an inspector works is not among those that he inspects', () => {
  const speaker: Speaker = { ...office, side: 'inspector', school: code('实小'), assigned: [code('三')] }
  expect(named('去了实验', speaker)).toEqual(['实验=实小/实中'])
})
