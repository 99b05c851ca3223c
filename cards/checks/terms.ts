import { dayText } from '#src/domain/day.ts'
import { term } from '#src/policy/checks/c10.5-term.ts'
import type { Line } from '#src/policy/checks/check.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText } from './level.ts'
import { count, dayIn, linesOf, personOf, type Looked } from './looked.ts'

/** 「下半年哪些督学聘期到了」: whose term ends, which one it is, and whether it can be renewed (C10.5). */
export function termsAnswer(looked: Looked): Answer {
  const { period, person, view } = looked
  const lines = linesOf(looked, term)
  const asked = lines.filter((line) => person !== null || isAsked(line, period))
  const byEnd = asked.toSorted((a, b) =>
    (dayIn(a, 'term_end') ?? '') < (dayIn(b, 'term_end') ?? '') ? -1 : 1,
  )
  const span = period ? `${dayText(period.from, view.day)}至${dayText(period.to, view.day)}到期的` : ''
  return {
    title: person ? `${looked.nameOf.person(person)}的聘期` : `${looked.placeName}${span}督学聘期`,
    ...(person
      ? {}
      : {
          lead: [
            `兼职督学 ${lines.length} 名，${period ? '其中' : '到期、快到期或有问题的'} ${asked.length} 名。`,
          ],
        }),
    rows: looked.totalsOnly ? [] : byEnd.map((line) => rowOf(line, looked)),
    ...(person && asked.length === 0 ? { none: '没有登记聘期。专职督学按干部管理权限任命，没有聘期。' } : {}),
    clauses: ['R-6'],
  }
}

/** Ends in the time that was named; otherwise whatever is not in order. */
function isAsked(line: Line, period: Looked['period']): boolean {
  const end = dayIn(line, 'term_end')
  return period ? end !== null && end >= period.from && end <= period.to : !isFine(line)
}

function rowOf(line: Line, { nameOf, view }: Looked): Row {
  const [end, left, no] = [dayIn(line, 'term_end'), count(line, 'days_left'), count(line, 'term_no')]
  const most = view.setting('terms_max', line.place)
  return {
    name: nameOf.person(personOf(line)),
    facts: [
      `第 ${no} 届`,
      `${end ? dayText(end, view.day) : ''}${left < 0 ? `已到期 ${-left} 天` : `到期，还有 ${left} 天`}`,
      no >= most ? `已满 ${most} 届，不能再续聘` : '可以续聘',
    ],
    level: levelText(line),
  }
}
