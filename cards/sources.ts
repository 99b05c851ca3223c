/** The documents that rules stand in, as they are cited. */
export const REGULATION = '《教育督导条例》'
export const CITY_MEASURES = '赣市办字〔2020〕26号'
export const PLAQUE = '《中小学校责任督学挂牌督导办法》'
export const KINDERGARTEN = '《幼儿园责任督学挂牌督导办法》'
export const INSPECTORS = '《督学管理暂行办法》'
export const ACCOUNTABILITY = '《教育督导问责办法》'

/** The articles that the checks name, by the tag of the document (policy.md 0). */
const ARTICLES: Record<string, (article: string) => string> = {
  S: (article) => `${CITY_MEASURES}第${article}条`,
  R: (article) => `${REGULATION}第${inChinese(article)}条`,
  G: (article) => `${PLAQUE}第${inChinese(article)}条`,
  K: (article) => `${KINDERGARTEN}第${inChinese(article)}条`,
  M: () => INSPECTORS,
  D: () => '默认提醒标准，不是硬性规定',
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九']

/** 14 as 十四: articles of a regulation are below a hundred. */
function inChinese(article: string): string {
  const [tens, ones] = [Math.floor(Number(article) / 10), Number(article) % 10]
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${DIGITS[ones]}`
}

/** Where a rule stands, for its tag: `S-9` is article 9 of the city's measures. */
export function sourceText(clause: string): string {
  const [tag = '', article = ''] = clause.split('-')
  return ARTICLES[tag]?.(article) ?? clause
}
