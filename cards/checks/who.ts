/** An inspector as the plaque at a school's gate shows him (G-1). */
export type OnPlaque = { name: string; phone: string | null }

/** 「文清归谁督导」「我们学校的责任督学是谁」. */
export const whoText = (school: string, inspectors: readonly OnPlaque[]): string =>
  inspectors.length === 0
    ? `${school}现在没有责任督学，请联系督导办。`
    : `${school}的责任督学：${inspectors.map(({ name, phone }) => `${name}${phone ? `（电话 ${phone}）` : ''}`).join('、')}。\n依据：《中小学校责任督学挂牌督导办法》第一条。`

/** 「我管哪几所」「李敏管哪几所」. */
export const schoolsOfText = (whose: string, schools: readonly string[]): string =>
  schools.length === 0
    ? `${whose}没有登记责任学校，请联系督导办登记。`
    : [`${whose}负责 ${schools.length} 所学校：`, ...schools.map((each) => `· ${each}`)].join('\n')
