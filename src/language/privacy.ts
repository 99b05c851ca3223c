import { anyOf, matchesOf, overlaps, spansOf } from './text.ts'
import type { Span } from './understanding.ts'

/**
 * Pupils, parents and informants by name, identity and mobile numbers (policy.md 8.10): found in what people write, so that
 * nobody but the offices and the author reads them.
 */
export type PrivateHeard = { span: Span; kind: 'name' | 'identity' | 'mobile' }

const IDENTITY =
  /(?<!\d)\d{6}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g
const MOBILE = /(?<!\d)1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)/g

const SURNAME = `(?:欧阳|司马|上官|诸葛|[王李张刘陈杨赵黄周吴徐孙胡朱高林何郭罗梁宋郑谢韩唐冯董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段钱汤尹黎易武乔贺赖龚文温肖刁凌])`
const GIVEN = '[一-龥]{1,2}?'
// Words that begin as a surname does, and titles of those who are named in their office.
const NO_NAME = anyOf(`
  高年级 高低 高度 高[一二三中] 方面 方便 方式 方法 时间 管理 张贴 全部 金额 温度 毛巾 毛病 马上 田径 任何 任课 石头 余下 余额 平时 万一 段考
  文明 文具 文化 文体 易燃 易拉 康复 江边 白天 白色 黄色 周[一二三四五六日末围边] 何时 何地 宋体 汤[里中] 万人 史地 石[凳阶] 高空 高处 文件 金属 白板
  .(?:老师|主任|校长|园长|书记|医生|督学|某)
`)
const NAME = `(?!${NO_NAME})${SURNAME}${GIVEN}`
// What may follow a name: the end of the clause, or a word that tells of him.
const AFTER =
  '(?=$|[\\s,，。、;；:：!！?？()（）]|的|在|被|说|称|反映|投诉|举报|打|与|和|跟|及|等|于|因|没|未|有|从|把|向|受|摔|跌|骨|晕|腹|呕|拉|发|昨|今|前|上|下|同学|女士|先生|家长|母亲|父亲|妈妈|爸爸|电话|手机|身份|已|也|不|是)'
const CLASS =
  '[一二三四五六七八九初高小大中\\d]{1,3}年?级?[(（]?[\\d一二三四五六七八九十]{1,2}[)）]?班(?:的)?(?:学生|同学|幼儿|孩子)?'
const WHO = `(?:学生|同学|孩子|幼儿|小朋友|家长|监护人|举报人|投诉人|反映人|来访人|当事人|受伤的|${CLASS})`
const NAMED = new RegExp(`${WHO}(?:姓名|名叫|叫做?|名为|是|为)?[:：]?\\s*(${NAME})${AFTER}`, 'gd')
// Behind a class, or 名叫, a name is certain whatever follows.
const SURELY_NAMED = new RegExp(
  `(?:${CLASS}|${WHO}(?:姓名|名叫|叫做?|名为)[:：]?)\\s*((?!${NO_NAME})${SURNAME}[一-龥]{2})`,
  'gd',
)
const TITLED = new RegExp(`(?:${WHO}|举报人|家长)[:：]?\\s*(${SURNAME}(?:女士|先生|某某?))`, 'gd')
const CLASSMATE = new RegExp(`(?<![一-龥])(${NAME})(?:同学|小朋友)`, 'gd')

/** Stretches that tell who somebody is, in the order of the text. */
export function findPrivate(text: string): PrivateHeard[] {
  const whole = (pattern: RegExp, kind: PrivateHeard['kind']) =>
    spansOf(text, pattern).map((span): PrivateHeard => ({ span, kind }))
  const named: PrivateHeard[] = []
  for (const pattern of [NAMED, TITLED, CLASSMATE, SURELY_NAMED])
    for (const { indices } of matchesOf(text, pattern)) {
      const span = indices?.[1]
      if (span && !named.some((each) => overlaps(each.span, span))) named.push({ span, kind: 'name' })
    }
  return [...whole(IDENTITY, 'identity'), ...whole(MOBILE, 'mobile'), ...named].sort(
    (a, b) => a.span[0] - b.span[0],
  )
}

/** 张三 becomes 张某, a number stars: of the same length, so that whatever is heard in it stands where it was written. */
export function maskPrivate(text: string): string {
  return findPrivate(text).reduce((masked, { span: [from, to], kind }) => {
    const cover = kind === 'mobile' ? 1 : 0
    const hidden =
      kind === 'name'
        ? hiddenName(text.slice(from, to))
        : text.slice(from, from + cover) + '*'.repeat(to - from - cover)
    return masked.slice(0, from) + hidden + masked.slice(to)
  }, text)
}

/** 王女士 keeps its title; of a name the surname stays. */
const hiddenName = (name: string): string =>
  /(?:女士|先生)$/.test(name)
    ? `${'某'.repeat(name.length - 2)}${name.slice(-2)}`
    : `${name[0]}${'某'.repeat(name.length - 1)}`
