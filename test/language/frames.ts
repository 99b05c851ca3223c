import { addDays, day, weekdayOf, type Day } from '#src/domain/day.ts'
import type { Part, SchoolCode } from '#src/domain/words.ts'
import type { KnownSchool } from '#src/language/understanding.ts'

/** A repeatable source of choices (mulberry32). */
export function chooser(seed: number) {
  let state = seed
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const upTo = (n: number): number => Math.floor(next() * n)
  const one = <T>(of: readonly T[]): T => of[upTo(of.length)]!
  const some = <T>(of: readonly T[], n: number): T[] => {
    const left = [...of]
    return Array.from({ length: Math.min(n, of.length) }, () => left.splice(upTo(left.length), 1)[0]!)
  }
  return { upTo, one, some }
}
export type Chooser = ReturnType<typeof chooser>

const STEMS_A =
  '青松柏梅兰竹桂枫榕杨柳桃李荷莲芦云霞虹岚溪泉湖江河潭岭峰岗坪坑塘田园石沙金银铜玉珠瑞祥福禄康宁安泰和顺平顺'
const STEMS_B = '山水林峰溪江湖源头口坪岭岗坑湾洲桥亭阁楼台庄屋园圃塘田野原川谷崖石峡浦堤渡关隘墟'
const PLACES = ['章贡区', '南康区', '于都县', '兴国县', '瑞金市']
const TOWNSHIPS = ['水东镇', '沙河镇', '龙岭镇', '梓山镇', '长冈乡', '叶坪乡']

function nameOf(choose: Chooser, county: string, i: number): string {
  const stem = choose.one([...STEMS_A]) + choose.one([...STEMS_B])
  const kind = choose.one(['小学', '中学', '幼儿园'])
  const names = [
    `${stem}${kind}`,
    `${stem}路小学`,
    `${county}${stem}${kind}`,
    `赣州市${county}${stem}${kind}`,
    `第${'一二三四五六七八九十'[i % 10]}中学`,
    `${county}第${'一二三四五六七八九十'[i % 10]}小学`,
    `${choose.one(TOWNSHIPS)}中心小学`,
    `${county}${choose.one(TOWNSHIPS)}${stem}小学`,
    `${stem}双语幼儿园`,
    `${stem}外国语学校`,
    `${county}实验小学`,
    `${stem}实验学校`,
  ]
  return choose.one(names)
}

/** A made-up roster: no full name twice within a county. */
export function rosterOf(choose: Chooser, size: number): KnownSchool[] {
  const schools: KnownSchool[] = []
  const taken = new Set<string>()
  for (let i = 0; schools.length < size; i++) {
    const county = choose.one(PLACES)
    const name = nameOf(choose, county, i)
    if (taken.has(name)) continue
    taken.add(name)
    schools.push({ code: `S${i}` as SchoolCode, name, county, aliases: [], formerNames: [] })
  }
  return schools
}

export const COUNTIES = PLACES

type Told = { words: string; day: Day | null }
const past = (today: Day, ago: number): Day => addDays(today, -ago)
const md = (on: Day): string => `${Number(on.slice(5, 7))}月${Number(on.slice(8))}日`

/** Ways to say when the visit was. */
export function visitDays(today: Day): Told[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  return [
    { words: '', day: null },
    { words: '今天', day: today },
    { words: '昨天', day: past(today, 1) },
    { words: '前天', day: past(today, 2) },
    { words: '上周三', day: addDays(monday, -5) },
    { words: '上周五', day: addDays(monday, -3) },
    { words: md(past(today, 3)), day: past(today, 3) },
    { words: `${Number(past(today, 1).slice(8))}号`, day: past(today, 1) },
  ]
}

/** Ways to say by when it shall be put right. */
export function deadlines(today: Day): Told[] {
  const monday = addDays(today, 1 - weekdayOf(today))
  return [
    { words: '', day: null },
    { words: '下周五之前改完', day: addDays(monday, 11) },
    { words: '下周三前整改到位', day: addDays(monday, 9) },
    { words: '限三天内整改', day: addDays(today, 3) },
    { words: '要求一周内整改完毕', day: addDays(today, 7) },
    { words: '10天内整改', day: addDays(today, 10) },
    { words: `${md(addDays(today, 9))}前整改完成`, day: addDays(today, 9) },
    { words: `整改期限${md(addDays(today, 12))}`, day: addDays(today, 12) },
    { words: `请于${md(addDays(today, 8))}前完成整改`, day: addDays(today, 8) },
  ]
}

export const PARTS: readonly { words: string; part: Part | null }[] = [
  { words: '', part: null },
  { words: '上午', part: 'am' },
  { words: '下午', part: 'pm' },
]

/** Findings of the kind that inspectors write, none of them with a word for a danger. */
export const FINDINGS: readonly string[] = [
  '食堂留样记录不全',
  '消防通道堆放桌椅',
  '灭火器压力不足',
  '应急灯不亮',
  '门卫没有登记来访人员',
  '教师教案未签字',
  '学生作业量偏大',
  '晨检记录缺失',
  '操场井盖松动',
  '楼梯扶手松动',
  '饮水机滤芯未更换',
  '厕所没有洗手液',
  '宿舍电线私拉乱接',
  '图书室未开放',
  '课后服务收费未公示',
  '值班记录缺失',
  '音乐课被占用',
  '监控有盲区',
  '校门口车辆乱停',
  '实验室药品柜未上锁',
  '教学楼三楼窗户玻璃破损',
  '党建活动记录不完整',
  '学生欺凌防治台账缺失',
  '后厨人员健康证过期',
  '灭火器过期3具',
  '教室灯管坏了2根',
  '保安年龄偏大',
  '班级图书角图书太少',
]

export const TODAYS: readonly Day[] = [
  '2025-11-18',
  '2026-03-09',
  '2025-12-31',
  '2026-06-28',
  '2025-09-05',
].map(day)
