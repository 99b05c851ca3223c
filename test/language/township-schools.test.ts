import { describe, expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { createRegistry } from '#src/language/schools/registry.ts'
import type { KnownSchool, Speaker } from '#src/language/understanding.ts'
import { code, LI, listening } from './city.ts'

const of = (id: string, name: string, aliases: string[] = []): KnownSchool => ({
  code: code(id),
  name,
  county: '青石县',
  aliases,
  formerNames: [],
})

const registry = createRegistry(
  [
    of('洲小', '沙洲镇中心小学'),
    of('洲中', '沙洲中学'),
    of('洲幼', '沙洲镇中心幼儿园'),
    of('双坝', '沙洲镇双坝教学点'),
    of('岗小', '罗岗乡中心小学'),
    of('岗中', '罗岗中学'),
    of('岗点', '罗岗乡水尾教学点'),
    of('岭点', '罗岗乡竹岭教学点'),
    of('镇小', '永宁镇中心小学'),
    of('乡小', '永宁乡中心小学'),
    of('茶中', '茶场中学'),
    of('茶小', '茶场小学'),
    of('和平', '和平小学', ['第六小学']),
    of('石门', '青石县第四中学', ['石门坎中学']),
    of('九中', '青石县第九中学'),
    of('朝阳', '朝阳路中学'),
    of('实小', '青石县实验小学'),
    of('实中', '青石县实验中学'),
    of('一中', '青石县第一中学'),
    of('江一', '江源市第一中学'),
  ],
  ['青石县'],
)
const office: Speaker = { ...LI, side: 'office', school: null, county: '青石县', assigned: [] }
const named = (text: string, speaker = office): string[] => [
  ...new Set(hear(text, registry, listening(speaker)).schools.map(({ candidates }) => candidates.join('/'))),
]

describe('schools told by their kind behind the township that was gone to', () => {
  test.each([
    ['昨天去的沙洲，中学和中心小学都看了', '洲中 洲小'],
    ['今天罗岗的中心小学、中学都走了', '岗小 岗中'],
    ['今天到沙洲镇，中学呆半天，中心小学呆半天', '洲中 洲小'],
    ['沙洲的中小和中学今天都看了，前面这俩是中小的', '洲小 洲中'],
    ['今天下午沙洲镇，中小女厕没有门；中学单杠裂了', '洲小 洲中'],
    ['昨天沙洲跑了中小、双坝。中小收服装钱', '洲小 双坝'],
    ['沙洲那边昨天去，中学、中心幼儿园', '洲中 洲幼'],
    ['沙洲镇、罗岗乡的两所中心小学，昨天。沙洲：校门坏了；罗岗：灯不亮', '洲小 岗小'],
    ['今天一口气把沙洲几个单位都走完啦中心小学锅炉工没证中学没问题', '洲小 洲中'],
    ['茶场中学跟小学上周五。中学：食堂有蟑螂。小学：没问题', '茶中 茶小'],
    ['沙洲中小昨天下午到的，走廊灯不亮', '洲小'],
    ['罗岗的教学点前天走的', '岗点/岭点'],
  ])('%s', (text, codes) => expect(named(text)).toEqual(codes.split(' ')))

  test.each(['沙洲镇中小学生溺水教育怎么安排', '小学部和中学部分开吃饭'])('none: %s', (text) =>
    expect(named(text).filter((each) => !each.includes('/'))).toEqual([]),
  )

  test('太平镇 and 太平乡 may be two, and either is understood where there is but one', () => {
    expect(named('永宁镇中心小学没问题')).toEqual(['镇小'])
    expect(named('永宁乡中心小学没问题')).toEqual(['乡小'])
    expect(named('沙洲乡中心小学没问题')).toEqual(['洲小'])
  })
})

describe('ordinary words before a name are no part of it', () => {
  test.each([
    ['驻点九中三天', '九中'],
    ['说实话朝阳路中学真让我感动', '朝阳'],
    ['昨天到一中，捎带九中。一中灯坏了', '一中/江一 九中'],
    ['11月份九中我到过没有', '九中'],
    ['前天去的是朝阳路中学', '朝阳'],
    ['拖到今天才说实验小学四个班占课', '实小'],
  ])('%s', (text, codes) => expect(named(text)).toEqual(codes.split(' ')))

  test.each(['去了红星九中', '去了明珠实验小学'])('a name of somewhere else is unknown: %s', (text) =>
    expect(named(text)).toEqual(['']),
  )
})

describe('what a school was or is also called is said in short as a name is', () => {
  test.each([
    ['六小昨天没问题', '和平'],
    ['石门坎足球门没固定', '石门'],
    ['昨日县一中饭堂漏水', '一中'],
  ])('%s', (text, codes) => expect(named(text)).toEqual([codes]))
})

test.each(['实中听课4节。化学分组实验全用视频代替', '实中没问题。实验废旧电池乱丢', '实中理化生实验没做过'])(
  '实验 is a lesson: %s',
  (text) => expect(named(text)).toEqual(['实中']),
)

test('a kind alone is the school of that kind among his own', () => {
  const inspector: Speaker = { ...office, side: 'inspector', assigned: [code('岗点'), code('九中')] }
  expect(named('教学点那边桌椅坏了', inspector)).toEqual(['岗点'])
  expect(named('教学点我是不是都走完了', inspector)).toEqual([])
})
