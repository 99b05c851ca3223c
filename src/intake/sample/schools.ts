import type { Stage } from '#src/domain/words.ts'
import type { Chance } from './chance.ts'
import { CITY, PLACES, type SamplePlace } from './places.ts'

/** One row of the sample's schools.csv, under the ids of its columns. */
export type SampleSchool = {
  code: string
  name: string
  county: string | null
  stage: Stage
  ownership: 'public' | 'private'
  students: number
  aliases: string[]
  former_names: string[]
  main_school: string | null
}

type Draft = {
  name: string
  stage: Stage
  aliases: string[]
  students: readonly [least: number, most: number]
  ownership?: 'private'
  former?: string
  /** Name of the main school of a branch or teaching point. */
  of?: string
}

const NUMERALS = [...'一二三四五六七八九十']
// They return in county after county: a name alone does not tell the school.
const PRIMARIES = '红旗 滨江 城东 城西 解放路 东风 育英 濂溪 水东 朝阳 和平 文峰'.split(' ')
const KINDERGARTENS = '蓝天 小太阳 金苹果 大风车 小博士 七彩 童星 春蕾 爱心 启航 育苗 阳光'.split(' ')
const VILLAGES =
  '新屋 上排 下塘 中村 老围 樟坑 大屋 坝上 岗脑 河背 长排 石壁 水口 田心 禾场 桥头 山下 井边 塘尾 枧头'.split(
    ' ',
  )
const FORMER_PRIMARIES = '城关 城南 城北 北门 南门 西街 东街 中街 河东 河西'.split(' ')

/** Every school of the made-up city, those of a place together and those of a township in a row. */
export function sampleSchools(chance: Chance): SampleSchool[] {
  const own = numbered(CITY.code, null, CITY_RUN, chance)
  return [
    ...own,
    ...PLACES.flatMap((place) => numbered(place.code, place.name, drafts(place, chance), chance)),
  ]
}

function numbered(prefix: string, county: string | null, all: Draft[], chance: Chance): SampleSchool[] {
  const codes = new Map(all.map(({ name }, i) => [name, `${prefix}${String(i + 11).padStart(4, '0')}`]))
  return all.map(({ name, stage, aliases, students, ownership, former, of }) => ({
    code: codes.get(name)!,
    name,
    county,
    stage,
    ownership: ownership ?? 'public',
    students: chance.between(...students),
    aliases: [...new Set(aliases)],
    former_names: former ? [former] : [],
    main_school: (of && codes.get(of)) ?? null,
  }))
}

function drafts(place: SamplePlace, chance: Chance): Draft[] {
  const townships = place.townships.map((name) => ({ name, schools: ofTownship(name, chance) }))
  const town = ofTown(place, chance)
  const taken = new Set([...town, ...townships.flatMap(({ schools }) => schools)].map(({ name }) => name))
  // Villages and small kindergartens, township by township, until the place has its number.
  for (let turn = 0; taken.size < place.schools; turn++) {
    const township = townships[turn % townships.length]!
    const small = ofVillage(township.name, Math.floor(turn / townships.length), chance)
    if (taken.has(small.name)) continue
    taken.add(small.name)
    township.schools.push(small)
  }
  return [...town, ...townships.flatMap(({ schools }) => schools)]
}

/** What the county seat has. Only the central district leaves its own name out of its schools'. */
function ofTown(place: SamplePlace, chance: Chance): Draft[] {
  const central = place === PLACES[0]
  const full = central ? '' : place.name
  const short = central ? '' : place.name.replace(/(新区|高新区|[县市区])$/, '')
  const both = (alias: string) => [`${short}${alias}`, alias]
  return [
    ...(central ? CENTRAL : []),
    { name: `${full}实验小学`, stage: 'primary', aliases: [...both('实小'), '实验'], students: [1200, 3000] },
    { name: `${full}实验中学`, stage: 'junior', aliases: [...both('实中'), '实验'], students: [1500, 3000] },
    ...middleSchools(full, both, 3 + Math.floor(place.schools / 40)),
    ...primaries(full, both, 3 + Math.floor(place.schools / 30), chance),
    ...branches(full),
    ...chance.shuffled(PRIMARIES).slice(0, 4).map(namedPrimary),
    ...special(full, both),
    ...chance
      .shuffled(KINDERGARTENS)
      .slice(0, 5)
      .filter((name) => !central || name !== '蓝天')
      .map((name) => kindergarten(name)),
  ]
}

const namedPrimary = (name: string): Draft => ({
  name: `${name}小学`,
  stage: 'primary',
  aliases: [name],
  students: [600, 1800],
})

const kindergarten = (name: string, township = ''): Draft => ({
  name: `${township}${name}幼儿园`,
  stage: 'kindergarten',
  ownership: 'private',
  aliases: [name],
  students: [60, 320],
})

const CENTRAL: Draft[] = [
  { name: '文清路小学', stage: 'primary', aliases: ['文清', '文小'], students: [1200, 1200] },
  namedPrimary('阳明'),
  kindergarten('蓝天'),
]

function middleSchools(full: string, both: (alias: string) => string[], count: number): Draft[] {
  const stages: Stage[] = ['senior', 'complete']
  return NUMERALS.slice(0, count).map((n, i) => ({
    name: `${full}第${n}中学`,
    stage: stages[i] ?? 'junior',
    aliases: [...both(`${n}中`), ...(full === '' ? [`${i + 1}中`] : [])],
    students: [1200, 3600],
  }))
}

function primaries(full: string, both: (alias: string) => string[], count: number, chance: Chance): Draft[] {
  const former = chance.shuffled(FORMER_PRIMARIES)
  return NUMERALS.slice(0, count).map((n, i) => ({
    name: `${full}第${n}小学`,
    stage: 'primary',
    aliases: both(`${n}小`),
    students: [800, 2600],
    ...(i >= 3 ? { former: `${former[i]}小学` } : {}),
  }))
}

const branches = (full: string): Draft[] => [
  {
    name: `${full}第一小学城东校区`,
    stage: 'primary',
    aliases: ['一小城东校区', '城东校区'],
    students: [400, 900],
    of: `${full}第一小学`,
  },
  {
    name: `${full}实验小学江南校区`,
    stage: 'primary',
    aliases: ['实小江南校区', '江南校区'],
    students: [400, 900],
    of: `${full}实验小学`,
  },
]

const special = (full: string, both: (alias: string) => string[]): Draft[] => [
  { name: `${full}特殊教育学校`, stage: 'special', aliases: both('特校'), students: [40, 160] },
  { name: `${full}职业中等专业学校`, stage: 'vocational', aliases: both('职中'), students: [1500, 4500] },
  { name: `${full}思源学校`, stage: 'nine_year', aliases: both('思源'), students: [1500, 2800] },
  {
    name: `${full}育才学校`,
    stage: 'twelve_year',
    ownership: 'private',
    aliases: both('育才'),
    students: [900, 3000],
  },
  { name: `${full}第一幼儿园`, stage: 'kindergarten', aliases: both('一幼'), students: [240, 480] },
  { name: `${full}第二幼儿园`, stage: 'kindergarten', aliases: both('二幼'), students: [240, 480] },
]

function ofTownship(name: string, chance: Chance): Draft[] {
  const nineYear = chance.between(1, 6) === 1
  const junior: Draft = nineYear
    ? {
        name: `${name}学校`,
        stage: 'nine_year',
        aliases: [name],
        students: [500, 1400],
        former: `${name}初级中学`,
      }
    : { name: `${name}中学`, stage: 'junior', aliases: [name, `${name}初中`], students: [300, 1200] }
  return [
    { name: `${name}中心小学`, stage: 'primary', aliases: [name, `${name}中心`], students: [300, 1100] },
    junior,
    { name: `${name}中心幼儿园`, stage: 'kindergarten', aliases: [`${name}中心园`], students: [120, 360] },
  ]
}

/** Round by round a teaching point, a village school and a kindergarten. */
function ofVillage(township: string, round: number, chance: Chance): Draft {
  const village = chance.pick(VILLAGES)
  const main = `${township}中心小学`
  if (round % 3 === 0)
    return {
      name: `${main}${village}教学点`,
      stage: 'primary',
      aliases: [`${village}教学点`],
      students: [4, 48],
      of: main,
    }
  if (round % 3 === 1)
    return { name: `${township}${village}小学`, stage: 'primary', aliases: [village], students: [40, 260] }
  return kindergarten(chance.pick(KINDERGARTENS), township)
}

const cityRun = (name: string, stage: Stage, ...aliases: string[]): Draft => ({
  name: `市${name}`,
  stage,
  aliases,
  students: [900, 4200],
})

const CITY_RUN: Draft[] = [
  cityRun('第一中学', 'senior', '市一中', '一中'),
  cityRun('第二中学', 'complete', '市二中', '二中'),
  cityRun('第三中学', 'complete', '市三中', '三中'),
  cityRun('实验中学', 'junior', '市实中', '实验'),
  cityRun('实验小学', 'primary', '市实小', '实验'),
  cityRun('师范附属小学', 'primary', '附小', '师附'),
  cityRun('师范附属中学', 'complete', '附中', '师附'),
  cityRun('外国语学校', 'twelve_year', '外国语', '市外'),
  cityRun('保育院', 'kindergarten', '保育院'),
  cityRun('机关幼儿园', 'kindergarten', '机关园', '机关'),
  cityRun('特殊教育学校', 'special', '市特校'),
  cityRun('启音学校', 'special', '启音'),
  cityRun('职业技术学校', 'vocational', '市职校'),
  cityRun('财经学校', 'vocational', '财校'),
  cityRun('卫生学校', 'vocational', '卫校'),
]
