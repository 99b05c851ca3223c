/** The short words that stand for a kind of school, and the words in full. What ends another stands behind it. */
const KINDS: readonly (readonly [full: string, short: readonly string[]])[] = [
  ['十二年一贯制学校', ['学校']],
  ['九年一贯制实验学校', ['实验学校', '学校', '九年制学校']],
  ['九年一贯制学校', ['学校', '九年制学校', '九年一贯制']],
  ['九年制学校', ['学校']],
  ['中等职业技术学校', ['职校', '职业学校', '中职']],
  ['职业中等专业学校', ['职专', '职业中专', '职中', '职校', '中专']],
  ['中等专业学校', ['中专', '职专']],
  ['职业技术学校', ['职校', '职业学校']],
  ['职业技术学院', ['职院', '学院']],
  ['职业教育中心', ['职教中心', '职教']],
  ['职业中专', ['职专']],
  ['职业学校', ['职校']],
  ['高级职业中学', ['职中', '职高', '职业中学', '职业高中']],
  ['职业中学', ['职中', '职高']],
  ['职业高中', ['职高', '职中']],
  ['技工学校', ['技校']],
  ['特殊教育学校', ['特校', '特教', '特教学校']],
  ['特教学校', ['特校', '特教']],
  ['卫生学校', ['卫校']],
  ['体育运动学校', ['体校']],
  ['体育学校', ['体校']],
  ['艺术学校', ['艺校', '艺术']],
  ['高级中学', ['高中', '高', '中学', '中']],
  ['初级中学', ['初中', '中学', '中']],
  ['完全中学', ['中学', '中']],
  ['完全小学', ['完小', '小学', '小']],
  ['教学点', ['教学点']],
  ['小学', ['小']],
  ['中学', ['中']],
  ['幼儿园', ['幼', '园', '幼稚园']],
  ['幼稚园', ['幼', '园', '幼儿园']],
  ['保育院', ['保育院']],
  ['学校', ['校', '学堂']],
  ['学院', ['学院']],
]
const SHORT_NUMBERED = /^(.*?)第?([一二三四五六七八九十百\d]{1,4})(小|中|幼|高|实小|实中|实幼)$/
const FULL_OF: Record<string, string> = {
  小: '小学',
  中: '中学',
  幼: '幼儿园',
  高: '高级中学',
  实小: '实验小学',
  实中: '实验中学',
  实幼: '实验幼儿园',
}

/** A name taken apart: 文清路 + 小学, which is 小 in short. */
export type Parsed = { stem: string; kind: string; shorts: readonly string[] }

/** Takes a name apart; null where it ends with no kind of school. */
export function parse(core: string): Parsed | null {
  const kind = KINDS.find(([full]) => core.endsWith(full))
  if (kind) return { stem: core.slice(0, -kind[0].length), kind: kind[0], shorts: kind[1] }
  const short = SHORT_NUMBERED.exec(core)
  if (!short) return null
  const full = FULL_OF[short[3]!]!
  const [head, kindName] = full.startsWith('实验') ? ['实验', full.slice(2)] : ['', full]
  return {
    stem: `${short[1]}第${short[2]}${head}`,
    kind: kindName,
    shorts: KINDS.find(([k]) => k === kindName)![1],
  }
}
