import type { SchoolCode } from '#src/domain/words.ts'
import { chance } from '#src/intake/sample/chance.ts'
import type { KnownSchool } from '#src/language/understanding.ts'

/** A made-up school with what people call it for short, its county left out. */
export type MadeUp = KnownSchool & { short: readonly string[] }

const list = (words: string): string[] => words.split(' ')
export const COUNTIES = list('东湖区 西岭区 青石县 白沙县 云台县 龙泉市 望江县 清溪县 桐山市 临港经开区')
const TOWNS = list(
  '石塘 双溪 桃源 古樟 云潭 梅岭 沙湾 黄陂 岭背 新田 柏树 泉港 金盆 横岗 罗汉坪 大塘坳 长岭 水口 茶亭 马鞍',
)
const VILLAGES = list('上坝 下围 高坑 枫林 坳上 坪山 罗屋 老寨 竹岭 水尾 樟树下 石背')
const WORDS = list('光明 育才 希望 阳光 和平 新城 平安 团结 红旗 东方 健康 文明')
const STREETS = list('文清路 滨江 红旗大道 章江路 厚德路 阳明路 渡口路 兴农街 白云 天柱山')
const GARDENS = list('金太阳 小博士 童话森林 贝贝 七色花 大风车 蓝精灵 春天 智慧树 爱尔堡')
const NUMERALS = [...'一二三四五六七八']

/** Some 400 schools in the ways in which cities name them; another roster for another seed. */
export function madeUpRoster(seed: number): MadeUp[] {
  const dice = chance(seed)
  const all = new Map<string, MadeUp>()
  const add = (
    county: string | null,
    prefix: string,
    core: string,
    short: string[] = [],
    aliases: string[] = [],
  ) => {
    const name = prefix + core
    if (all.has(name)) return
    all.set(name, { code: `S${all.size}` as SchoolCode, name, county, aliases, formerNames: [], short })
  }
  const some = <T>(from: readonly T[], count: number): T[] => dice.shuffled(from).slice(0, count)
  add(null, '', '江源师范大学附属中学', ['师大附中', '附中'])
  add(null, '江源市', '特殊教育学校', ['特校'])
  for (const county of COUNTIES) {
    const official = () => dice.pick([county, `江源市${county}`, ''])
    const full = () => dice.pick([county, `江源市${county}`])
    for (const [i, n] of NUMERALS.slice(0, 4 + dice.between(0, 4)).entries()) {
      add(county, full(), `第${n}中学`, [`${n}中`, `${i + 1}中`, `第${i + 1}中学`])
      add(county, full(), `第${n}小学`, [`${n}小`, `${i + 1}小`])
    }
    add(county, full(), '实验小学', ['实小'], dice.pick([[], ['实小']]))
    add(county, full(), '实验中学', ['实中'])
    add(county, full(), '师范附属小学', ['师附小', '附小'])
    add(county, full(), dice.pick(list('职业中等专业学校 高级职业中学')), ['职中'])
    add(county, full(), '第一中学（南校区）', ['一中南校区'])
    for (const street of some(STREETS, 3)) {
      const prefix = official()
      add(county, prefix, `${street}小学`, [], dice.pick([[], [`${street.slice(0, 2)}小`]]))
      if (dice.between(0, 1)) add(county, prefix, `${street}小学（江北校区）`, [`${street}小学江北校区`])
    }
    for (const word of some(WORDS, 4))
      add(county, official(), word + dice.pick(list('小学 中学 学校 幼儿园')))
    for (const name of some(GARDENS, 4))
      add(county, official(), name + dice.pick(list('幼儿园 双语幼儿园 国际幼儿园')), [name])
    for (const town of some(TOWNS, 4)) addTownship(county, official, town)
  }
  function addTownship(county: string, official: () => string, town: string): void {
    const kind = dice.pick(['镇', '乡'])
    add(county, official(), `${town}${dice.pick([kind, ''])}中心小学`, [`${town}中心小学`])
    add(county, official(), `${town}${kind}${dice.pick(['初级中学', '中学'])}`, [
      `${town}中学`,
      `${town}初中`,
    ])
    add(county, official(), `${town}${kind}中心幼儿园`, [`${town}中心幼儿园`])
    const [village, point] = some(VILLAGES, 2)
    add(county, official(), `${town}${kind}${village}小学`, [`${town}${village}小学`])
    add(county, official(), `${town}${kind}${dice.pick(['', '中心小学'])}${point}教学点`, [
      `${town}${point}教学点`,
    ])
  }
  return [...all.values()]
}
