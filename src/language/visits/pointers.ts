import { numeralOf } from '../numerals.ts'
import { soundsIn } from '../same-sound.ts'
import { anyOf, matchesOf } from '../text.ts'
import { hasTrouble } from './troubles.ts'
import type { FindingHeard } from '../understanding.ts'

/** Which of the problems told a deadline or a severity speaks of: the first or last so many, some by number, all but the last or the first, what is left. */
export type Pointer =
  | { first: number }
  | { last: number }
  | { numbers: readonly number[] }
  | { side: 'before' | 'behind' }
  | { rest: true }
  | { words: string }

const DIGIT = '[一二两三四五六七八九十\\d]'
const N = `${DIGIT}+`
const ITEM = '[个条项点处件样块]'
const TAIL =
  '(?:的|问题|隐患|单独|要求|要|得|就|都|均|请|限期?|可以|是|属于?|算|按|那[个条]|分别|依次|定[为成]?|定性|性质|情节|程度|比较|[很最为只]|同样|例外|给?期限|必须|应当?|给到?|放到?|先|不急|[让叫](?:他们|学校)|[请让由](?=[一-龥]{2,4}$)[一-龥]{1,3}[处室办任师长]|一定|各?一[个条项处])*'
const TAIL_ONLY = new RegExp(`${TAIL}$`)
/** 第二第三个, ②③, 其一, 问题二, 1和3, 二三条: behind a mark a bare number is one too (二条 tells which, 两条 how many). */
const NUMBERS = anyOf(`
  第\\(?${N}\\)?${ITEM}?(?:[、和及,与]?第?\\(?${N}\\)?${ITEM})*(?:[、和及,与]第?${N})?
  [①-⑩](?:[、和及与,]?[①-⑩])* 其[一二三四五](?:[、和及]?其[一二三四五])* 问题${DIGIT}(?:[、和及](?:问题)?${DIGIT})*
  (?<=^|[\\s,。;:!?)])${DIGIT}(?:(?:[、和及与]?${DIGIT}){1,5}[条项]?)? (?<=^|[\\s,。;:!?)])[二2][条项]
`)
const LAST = anyOf(`
  最[后末]面?那?(?:${N})?${ITEM} 最后 末(?:了|尾)?那?(?:${N})?${ITEM} 后[面头]?[那这]?(?:${N})?${ITEM} 后[面头]?[那这]?[俩仨] 后者 (?:上面|以上|上述)的?(?:${N})?${ITEM} 这件?事 (?<![一-龥])[这那](?:${N})?[条项样] (?<=[一-龥])这(?:${N})?条
  (?<![一-龥第\\d])[两三四五六七八九]${ITEM} 这[俩仨] (?<![一-龥])[俩仨]
`)
const FIRST = anyOf(`前?[前头]面?(?:[那这]?(?:${N})?)${ITEM} [前头]面?[那这]?[俩仨] 前者 前(?:${N})?${ITEM}`)
const BEFORE = '(?<![之以校门窗楼床])[前头][面头边](?![那这一二两三四五])'
const BEHIND = '(?<![之以])后[面头边](?![那这一二两三四五])'
const REST = `(?:${anyOf('其他 其它 其余 余下 别的 剩下 另外(?=的|[两三四]) 另')}(?:的?${N}${ITEM})?)`
const ORDINALS = new RegExp(
  `(?:(?<first>${FIRST})|(?<last>${LAST})|(?<numbers>${NUMBERS})|(?<rest>${REST})|(?<before>${BEFORE})|(?<behind>${BEHIND}))${TAIL}[:：]?$`,
)
/** The source of what points by number, for what may stand between it and the words that it is about. */
export const POINTING = `(?:${FIRST}|${LAST}|${NUMBERS}|${REST}|${BEFORE}|${BEHIND})的?(?:问题)?`
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'

/** 二三条 are the second and the third, 第十二条 is one. */
const numbersIn = (words: string): number[] =>
  matchesOf(
    words,
    /^第.*十|[①-⑩]|\d+|[一二两三四五六七八九](?=[一二三四五六七八九])|[一二两三四五六七八九十]+/g,
  ).map(([each]) => (CIRCLED.includes(each) ? CIRCLED.indexOf(each) + 1 : (numeralOf(each) ?? 0)))

const countIn = (words: string): number =>
  numeralOf(new RegExp(N).exec(words.replace('俩', '两').replace('仨', '三'))?.[0] ?? '') ?? 1

function ordinal(groups: Record<string, string | undefined>): Pointer | null {
  const { first, last, numbers, rest, before, behind } = groups
  if (first) return { first: countIn(first) }
  if (last) return { last: countIn(last) }
  if (numbers) return { numbers: numbersIn(numbers) }
  if (before || behind) return { side: before ? 'before' : 'behind' }
  return rest ? { rest: true } : null
}

// 镜子那个, 床的事, 柜子: what names a problem again, with the words that say so.
const AGAIN =
  /(?:[两三四](?:[个条项]|样|处)|的?(?:那|这)(?:[个条项块件]|里|边|方面)(?:问题|事)?|的(?:事情?|问题|话)|这?(?:方面|一条))?(?:我)?$/
const NO_NAME =
  /^(?:学校|校方|园方|他们|她们|我们|大家|老师们?|校长|园长|学生|孩子|家长|问题|整改|情况|检查|督导|全部|必须|上面|以上|[那这一二两三四五六七八九十\d][个条项点样]|严重|一般|轻微|小问题|[一二两三四五六七八九十\d]+|[了的着过得里上下都也不没人])$/
const LONGEST_AGAIN = 6
/** Behind a mark or a blank a problem said again by its trouble is no new one: 裂缝三月底. */
const BEGINS = /[\s,。;!?]$/

/** 灯罩公厕|轻微, 作业和篮球架|一般: so many names may stand one behind another. */
const MOST_NAMES = 4

/** 首饰没摘早读那个|下周一前, 汤桶|明天: the name said before that is said again; the longest that was. */
function repeated(plain: string, start: number, end: number): { pointer: Pointer; from: number } | null {
  const text = plain.slice(start, end).replace(TAIL_ONLY, '')
  const again = AGAIN.exec(text)!
  const last = nameBefore(plain, start, start + again.index, again[0] !== '')
  if (!last) return null
  const names = [last]
  while (names.length < MOST_NAMES) {
    const { from } = names[0]!
    const to = JOINED.test(plain[from - 1] ?? '') ? from - 1 : from
    const name = nameBefore(plain, start, to, false)
    if (!name) break
    names.unshift(name)
  }
  return { pointer: { words: names.map(({ words }) => words).join('、') }, from: names[0]!.from }
}

/** The name that ends there and was said before. */
function nameBefore(
  plain: string,
  start: number,
  to: number,
  isPointed: boolean,
): { words: string; from: number } | null {
  for (let length = Math.min(LONGEST_AGAIN, to - start); length >= (isPointed ? 1 : 2); length--) {
    const words = plain.slice(to - length, to)
    const before = plain.slice(0, to - length)
    const told = /^[一-龥]+$/.test(words) && (before.includes(words) || soundsIn(before, words))
    const whole = BEGINS.test(before)
    if (!told || NO_NAME.test(words) || (!isPointed && !whole && hasTrouble(words))) continue
    return { words, from: to - length }
  }
  return null
}

/** What a clause of its own points at by number or place: 四样|一个礼拜内弄完, 前面的|一个一般; null where it says more. */
export function pointerAlone(clause: string): Pointer | null {
  const found = clause.length <= LONGEST_POINTING ? ORDINALS.exec(clause) : null
  return found?.index === 0 ? ordinal(found.groups!) : null
}
const LONGEST_POINTING = 10

/** What points at problems at the end of a stretch, `start` to `end`, that a deadline or a severity follows: 前两个|周五前. */
export function pointerBefore(
  plain: string,
  start: number,
  end: number,
): { pointer: Pointer; from: number } | null {
  const found = ORDINALS.exec(plain.slice(start, end))
  const pointer = found && ordinal(found.groups!)
  return pointer ? { pointer, from: start + found.index } : repeated(plain, start, end)
}

/** 头一条严重，后面的一般: those behind the first of which nothing was said; the last where all were spoken of. */
function behind(findings: readonly FindingHeard[], free: (finding: FindingHeard) => boolean): FindingHeard[] {
  const left = findings.slice(1).filter(free)
  return left.length > 0 ? left : findings.slice(-1)
}

/** The problems that a pointer means; `free` tells which are left. */
export function pointedAt(
  pointer: Pointer,
  findings: readonly FindingHeard[],
  free: (finding: FindingHeard) => boolean,
): FindingHeard[] {
  if ('first' in pointer) return findings.slice(0, pointer.first)
  if ('last' in pointer) return findings.slice(-pointer.last)
  if ('side' in pointer) return pointer.side === 'before' ? findings.slice(0, -1) : behind(findings, free)
  if ('rest' in pointer) return findings.filter(free)
  if ('words' in pointer) return namedBy(pointer.words, findings)
  return pointer.numbers.flatMap((n) => findings[n - 1] ?? [])
}

const LONGEST_NAME = 16
/** Nobody points back over more problems than this; in a long text all would be looked through for each. */
const POINTED_BACK = 30
const JUDGED = /(?:是|算|属于?|比较|很|定为|为)*(?:严重|一般|轻微|小问题|重大)(?:问题|隐患)?$/
const JOINED = /[和与跟及、]/
const POINTED =
  /(?:那|这)?(?:[个条项块]|里|方面|部分)?的?(?:那|这)?(?:个|条|项|块|件|些)?(?:问题|事情?|情况)?$/

/** 收费公示 of 学费公示牌没更新: the longest run of characters that both have. */
function sharedRun(text: string, name: string): number {
  for (let length = name.length; length > 1; length--)
    for (let from = 0; from + length <= name.length; from++)
      if (text.includes(name.slice(from, from + length))) return length
  return 0
}

/** Whether a name tells a problem again: 栏杆, 柜子 for 书包柜, 收费公示 for 学费公示牌. */
const tellsAgain = (text: string, name: string): boolean =>
  text.includes(name) ||
  (/^[一-龥][子儿]$/.test(name) && text.includes(name[0]!)) ||
  (name.length > 3 && sharedRun(text, name) * 2 >= name.length) ||
  soundsIn(text, name)

/** 跑车 for 上班跑网约车, 短秤 for 台秤每包短斤: a short name whose characters one problem alone has. */
function theOnlyWith(findings: readonly FindingHeard[], name: string): FindingHeard[] {
  if (!/^[一-龥]{2,3}$/.test(name)) return []
  const told = findings.filter(({ text }) => [...name].every((char) => text.includes(char)))
  return told.length === 1 ? told : []
}

/** 电动车和滤芯, 栏杆这个, 柜子一般: the problems told that its words name; none unless each of them is named. */
export function namedBy(words: string, findings: readonly FindingHeard[]): FindingHeard[] {
  if (findings.length === 0 || words.length > LONGEST_NAME) return []
  const names = words.split(JOINED).map((each) => each.replace(JUDGED, '').replace(POINTED, '').trim())
  const near = findings.slice(-POINTED_BACK)
  const named = names.map((name) => {
    const told = near.filter(({ text }) => name !== '' && tellsAgain(text, name))
    return told.length > 0 ? told : theOnlyWith(near, name)
  })
  return named.every((each) => each.length > 0) ? [...new Set(named.flat())] : []
}
