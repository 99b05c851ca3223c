import fc from 'fast-check'
import { pinyin } from 'pinyin-pro'
import { expect, test } from 'vitest'
import { hear } from '#src/language/hear.ts'
import { createRegistry, type Registry } from '#src/language/schools/registry.ts'
import type { KnownSchool, Speaker } from '#src/language/understanding.ts'
import { code, LI, listening } from './city.ts'

const list = (words: string): string[] => words.split(' ')
const TOWNS = list('石塘 双溪 古樟 云潭 黄陂 岭背 泉港 横岗')
const VILLAGES = list('上坝 高坑 枫林 罗屋 竹岭 水尾 石背 坪山')
const STEMS = list('文清路 滨江 厚德路 阳明路 渡口路 天竺山 金太阳 星河湾')
const NUMERALS = [...'一二三四五六七八']
/** Sounds by which one of the characters of the stems is written wrong. */
const SAME_SOUND: Record<string, string> = {
  清: '青',
  滨: '宾',
  厚: '后',
  阳: '杨',
  渡: '度',
  竺: '竹',
  星: '兴',
}

/** A way to call a school. `loose`: it may go unheard, but is never heard as another school. */
type Calling = { said: string; loose?: true }
type Called = { school: KnownSchool; callings: Calling[] }

const say = (...said: string[]): Calling[] => said.map((each) => ({ said: each }))
const swapped = (stem: string): Calling[] => {
  const at = [...stem].findIndex((char) => SAME_SOUND[char])
  const other = at < 0 ? stem : stem.slice(0, at) + SAME_SOUND[stem[at]!] + stem.slice(at + 1)
  return [{ said: other }, { said: stem.slice(0, 1) + stem.slice(2), loose: true }]
}

function numbered(n: number): Called[] {
  const numeral = NUMERALS[n - 1]!
  return list('中学 小学').map((kind) => ({
    school: school(
      `江源市青石县第${numeral}${kind}`,
      n === 1 ? [`${kind === '中学' ? '老城' : '书院'}${kind}`] : [],
    ),
    callings: say(
      `江源市青石县第${numeral}${kind}`,
      `青石县第${numeral}${kind}`,
      `第${n}${kind}`,
      `${numeral}${kind[0]}`,
      `${n}${kind[0]}`,
      ...(n === 1 ? [`${kind === '中学' ? '老城' : '书院'}${kind}`] : []),
    ),
  }))
}

function township(town: string, village: string): Called[] {
  return [
    {
      school: school(`青石县${town}镇中心小学`),
      callings: say(`${town}镇中心小学`, `${town}中心小学`, `${town}中心校`, `${town}中小`, `${town}镇小学`),
    },
    {
      school: school(`${town}镇初级中学`),
      callings: [
        ...say(`${town}镇初级中学`, `${town}中学`, `${town}初中`),
        { said: `${town}镇的中学`, loose: true },
      ],
    },
    {
      school: school(`${town}镇${village}教学点`),
      callings: say(`${town}镇${village}教学点`, `${town}${village}教学点`, `${village}教学点`),
    },
  ]
}

function named(stem: string): Called[] {
  const kind = stem.endsWith('路') || stem === '滨江' || stem === '天竺山' ? '小学' : '幼儿园'
  const typos = swapped(stem).map((each) => ({ ...each, said: each.said + kind }))
  const campus = { school: school(`${stem}${kind}（东校区）`), callings: say(`${stem}${kind}东校区`) }
  return [
    {
      school: school(`${stem}${kind}`),
      callings: [...say(`${stem}${kind}`, `青石县${stem}${kind}`), ...typos],
    },
    ...(kind === '小学' ? [campus] : []),
  ]
}

const school = (name: string, aliases: string[] = []): KnownSchool => ({
  code: code(name),
  name,
  county: '青石县',
  aliases,
  formerNames: [],
})

const rosters = fc
  .record({
    numbers: fc.integer({ min: 1, max: NUMERALS.length }),
    towns: fc.subarray(TOWNS, { minLength: 1, maxLength: 4 }),
    villages: fc.shuffledSubarray(VILLAGES, { minLength: 4, maxLength: 4 }),
    stems: fc.subarray(STEMS, { minLength: 1 }),
  })
  .map(({ numbers, towns, villages, stems }): Called[] => [
    ...Array.from({ length: numbers }, (_, i) => numbered(i + 1)).flat(),
    ...towns.flatMap((town, i) => township(town, villages[i]!)),
    ...stems.flatMap(named),
  ])

const TOLD = [
  '去了{}',
  '{}昨天没问题',
  '今天上午到{}督导，灭火器过期',
  '昨天去的{}楼道灯不亮',
  '说实话{}真不错',
]
const office: Speaker = { ...LI, side: 'office', school: null, county: '青石县', assigned: [] }

const heard = (text: string, registry: Registry, speaker: Speaker): string[][] =>
  hear(text, registry, listening(speaker)).schools.map(({ candidates }) => [...candidates])

/** A calling is mistaken where another school is heard alone, and where the school is not heard although nothing is amiss. */
function mistaken({ school: { code: own }, callings }: Called, nth: number, registry: Registry): string[] {
  return callings.flatMap(({ said, loose }, i) => {
    const text = TOLD[(nth + i) % TOLD.length]!.replace('{}', said)
    const found = heard(text, registry, office)
    const isAnother = found.some((codes) => codes.length === 1 && codes[0] !== own)
    const isFound = loose === true || found.some((codes) => codes.includes(own))
    return isAnother || !isFound ? [`${text}: ${JSON.stringify(found)}`] : []
  })
}

test('the characters written wrong sound as the right ones do', () => {
  const sound = (char: string): string => pinyin(char, { toneType: 'none' })
  for (const [right, wrong] of Object.entries(SAME_SOUND))
    expect([right, sound(wrong).replace(/g$/, '')]).toEqual([right, sound(right).replace(/g$/, '')])
})

test('a school is heard by every way of calling it, and never another one in silence', () => {
  fc.assert(
    fc.property(rosters, fc.nat({ max: TOLD.length - 1 }), (called, nth) => {
      const registry = createRegistry(
        called.map((each) => each.school),
        ['青石县'],
      )
      expect(called.flatMap((each) => mistaken(each, nth, registry))).toEqual([])
    }),
    { numRuns: 25, seed: 20261124 },
  )
})
