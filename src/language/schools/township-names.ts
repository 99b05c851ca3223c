import type { Form } from './school-names.ts'

/** What a township's own schools are called; the second are only parts of the name, which others may share. */
const CALLED: readonly (readonly [rest: RegExp, exact: string, partial: string])[] = [
  [/^中心(?:小学|校|学校|完小|完全小学)$/, '中心小学 中心校 中小', '小学 中心 完小'],
  [/^中心(?:幼儿园|园|幼)$/, '中心幼儿园 中心园 中心幼', '幼儿园 幼'],
  [/^(?:初级中学|初中|中学)$/, '初级中学 初中 中学', '中'],
  [/^(?:高级中学|高中)$/, '高级中学 高中', '中学'],
  [/^(?:九年一贯制|九年制)?(?:实验)?学校$|^中小学$/, '学校 九年一贯制学校 九年制学校', '中学 小学 中小学'],
  [/^(?:小学|完全小学|完小)$/, '小学 完小', '中心小学'],
  [/^幼儿园$/, '幼儿园', ''],
]

const all = (towns: readonly string[], rests: string, exact: boolean): Form[] =>
  rests.split(' ').flatMap((rest) => (rest ? towns.map((town) => ({ text: town + rest, exact })) : []))

/** The ways to say the school that bears a township's name: 石塘中学, 石塘镇初中 and 石塘 for 石塘镇初级中学. */
export function townForms(folded: string, town: string, rest: string): Form[] {
  const called = CALLED.find(([pattern]) => pattern.test(rest))
  const towns = [town, `${town}镇`, `${town}乡`]
  // 太平镇 and 太平乡 may be two; whoever mistakes one for the other is understood where there is but one.
  const [own, mistaken] = [0, 1].map((i) =>
    towns.filter((each) => isOtherKind(folded, town, each) === (i === 1)),
  )
  return [
    ...all(own!, called?.[1] ?? rest, true),
    ...all(mistaken!, called?.[1] ?? rest, false),
    ...all(towns, called?.[2] ?? '', false),
    ...(/^中心(?:小学|幼儿园|校)$/.test(rest) ? [{ text: rest, exact: false }] : []),
    { text: town, exact: false },
  ]
}

const isOtherKind = (folded: string, town: string, said: string): boolean =>
  said !== town &&
  /[镇乡]$/.test(said) &&
  !folded.includes(said) &&
  /[镇乡]/.test(folded[folded.indexOf(town) + town.length] ?? '')

const VILLAGE = /^(.{2,}?)村?(小学|完小|教学点)$/

/** 高坑村小, 高坑完小 and 高坑点 for the small school of a village, whatever its name calls it. */
function smallSchoolForms(core: string): Form[] {
  const village = VILLAGE.exec(core)
  const kinds = ['小学', '村小', '村小学', '完小', '教学点', ...(village?.[2] === '教学点' ? ['点'] : [])]
  return village ? kinds.map((kind) => ({ text: village[1]! + kind, exact: false })) : []
}

/** A village's school is one of those that the township alone may mean, a private kindergarten is not. */
export function villageForms(town: string, core: string): Form[] {
  if (core.endsWith('园')) return []
  const small = [...smallSchoolForms(core), { text: town, exact: false }]
  if (!core.endsWith('教学点')) return small
  const towns = [town, `${town}镇`, `${town}乡`]
  return [...all(towns, `中心小学${core} 中心校${core}`, true), ...all(towns, '教学点', false), ...small]
}
