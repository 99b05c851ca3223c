import type { DateHeard } from './dates.ts'

const SLIP = '(?:不对|错了|[说写记讲]错了?|说岔了?|更正(?:一[点下])?|不不|哦不|噢不)'
const THEN = '(?:又说|又改[成到为]?|再改[成到为]|算了)'
const SETTLED =
  '(?:后来?|最终|最后|现在|如今)(?:又|再|就|还是|重新)*(?:定|改|说|调|同意|放宽|放|缓|延)[成到为在的]*'
/** What stands between a day that is taken back and the right one: 下周五 不对本周五, 15日,又说17日,最终定16日. */
const CORRECTS = new RegExp(
  `^(?:前|[上下中]午)?(?:[去来到说看]的)?[\\s,。、—…]*(?:[哦噢啊呃额嗯]*${SLIP}|[哦噢]?不是?(?=[\\s,])|${THEN}|${SETTLED})[\\s,。]*(?:应该|其实|实际)?(?:就?是|说|限|到|给到)*$`,
)
/** Beside what was first thought of a change of it is a correction too: 原来讲的明天,考虑到放假改到下周五. */
const AT_FIRST = /(?:原来?|本来|起先|先)[^,。;]{0,8}$/
const CHANGED = /^[^。;]{0,12}?(?:[改换调][成到为]|还是给?到?|缓到|放宽到)$/
const FIRST_THOUGHT = 12

const takesBack = (text: string, first: DateHeard, next: DateHeard): boolean => {
  const between = text.slice(first.span[1], next.span[0])
  const before = text.slice(Math.max(0, first.span[0] - FIRST_THOUGHT), first.span[0])
  return CORRECTS.test(between) || (AT_FIRST.test(before) && CHANGED.test(between))
}

/**
 * Days without those that the sender takes back before he says the right one. That one stands for the words of both, and
 * is due (`dueAt`) where the first was; whatever else told the wrong day goes with it: 28号去的,28号是周日,写错了,应该是26号.
 */
export function withoutDaysTakenBack(
  text: string,
  dates: readonly DateHeard[],
  dueAt: (date: DateHeard) => DateHeard,
): DateHeard[] {
  const result: DateHeard[] = []
  for (const next of dates) {
    const last = result.at(-1)
    if (!last || !takesBack(text, last, next)) {
      result.push(next)
      continue
    }
    while (result.length > 0 && result.at(-1)!.day === last.day && result.at(-1)!.as === last.as) result.pop()
    const right = last.as === 'deadline' ? dueAt(next) : { ...next, as: last.as }
    result.push({ ...right, span: [last.span[0], next.span[1]] })
  }
  return result
}
