import { numeralOf } from './numerals.ts'
import { anyOf, matchesOf } from './text.ts'
import type { FindingHeard } from './understanding.ts'

/** Which of the problems told a deadline or a severity speaks of: the first or last so many, some by number, what is left. */
export type Pointer =
  { first: number } | { last: number } | { numbers: readonly number[] } | { rest: true } | { words: string }

const N = '[一二两三四五六七八九十\\d]+'
const ITEM = '[个条项点处件]'
const TAIL = '(?:的|问题|隐患|要求|要|得|就|都|均|请|限期?|可以|是|属于?|算|那[个条项]|分别|定为)*'
const ORDINALS = new RegExp(
  `(?:${[
    `(?<first>前面?(?:那?(?:${N})?)${ITEM}|前者)`,
    `(?<last>最后(?:面?那?(?:${N})?${ITEM})?|后面?那?(?:${N})?${ITEM}|后者)`,
    `(?<numbers>第${N}${ITEM}?(?:[、和及,与](?:第)?${N}${ITEM}?)*|[①-⑩]+)`,
    `(?<rest>${anyOf('其他 其它 其余 别的 剩下 另外(?=的|[两三四])')}(?:${N}${ITEM})?)`,
  ].join('|')})${TAIL}[:：]?$`,
)
/** The source of what points by number, for what may stand between it and the words that it is about. */
export const POINTING = `(?:[前后]者|前面?那?${N}?${ITEM}|最后那?${N}?${ITEM}|后面?那?${N}?${ITEM}|第${N}${ITEM}|其[他它余]的?|剩下的?)(?:问题)?`
const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩'

const numbersIn = (words: string): number[] =>
  matchesOf(words, /[①-⑩]|[一二两三四五六七八九十\d]+/g).map(([each]) =>
    CIRCLED.includes(each) ? CIRCLED.indexOf(each) + 1 : (numeralOf(each) ?? 0),
  )

function ordinal(groups: Record<string, string | undefined>): Pointer | null {
  const { first, last, numbers, rest } = groups
  if (first) return { first: numbersIn(first)[0] ?? 1 }
  if (last) return { last: numbersIn(last)[0] ?? 1 }
  if (numbers) return { numbers: numbersIn(numbers) }
  return rest ? { rest: true } : null
}

const NAMED = /([一-龥]{2,4})(?:那|这)[个条项块件]$/

/** 首饰没摘早读那个|下周一前: the name said before that 那个 repeats; the longest that was. */
function repeated(text: string, earlier: string): { pointer: Pointer; from: number } | null {
  const found = NAMED.exec(text)
  if (!found) return null
  for (let skip = 0; skip <= found[1]!.length - 2; skip++) {
    const words = found[1]!.slice(skip)
    if (earlier.includes(words)) return { pointer: { words }, from: found.index + skip }
  }
  return null
}

/** What points at problems at the end of a stretch that a deadline or a severity follows: 前两个|周五前. */
export function pointerBefore(text: string, earlier: string): { pointer: Pointer; from: number } | null {
  const found = ORDINALS.exec(text)
  const pointer = found && ordinal(found.groups!)
  return pointer ? { pointer, from: found.index } : repeated(text, earlier)
}

/** The problems that a pointer means; `free` tells which are left. */
export function pointedAt(
  pointer: Pointer,
  findings: readonly FindingHeard[],
  free: (finding: FindingHeard) => boolean,
): FindingHeard[] {
  if ('first' in pointer) return findings.slice(0, pointer.first)
  if ('last' in pointer) return findings.slice(-pointer.last)
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

/** 电动车和滤芯, 栏杆这个, 柜子一般: the problems told that its words name; none unless each of them is named. */
export function namedBy(words: string, findings: readonly FindingHeard[]): FindingHeard[] {
  if (findings.length === 0 || words.length > LONGEST_NAME) return []
  const names = words.split(JOINED).map((each) => each.replace(JUDGED, '').replace(POINTED, '').trim())
  const near = findings.slice(-POINTED_BACK)
  const named = names.map((name) => near.filter(({ text }) => name.length > 1 && text.includes(name)))
  return named.every((each) => each.length > 0) ? [...new Set(named.flat())] : []
}
