import { CITY } from '#src/domain/records.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { isOverBound, percentOf, retireeShare } from '#src/policy/checks/c10.1-retiree-share.ts'
import { retiredTwoYears } from '#src/policy/checks/c10.2-retired-two-years.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { planned, type Planned } from '#src/policy/checks/planned.ts'
import type { Worse } from '#src/policy/checks/retiree-what-if.ts'
import { sourceText } from '../sources.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText } from './level.ts'
import { count, dayIn, linesOf, personOf, type Looked } from './looked.ts'

/** 「退休的占比超了没 再聘2个退休的行不行」: now, and after it (C10.1); who is over two years (C10.2). */
export function retiredAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, retireeShare)
  const own = lines.find(({ subject }) => subject === looked.place)
  const late = looked.totalsOnly ? [] : linesOf(looked, retiredTwoYears).filter((line) => !isFine(line))
  const counties = looked.whole ? lines.filter(({ subject }) => subject !== CITY) : []
  return {
    title: `${looked.placeName}退休督学占比`,
    lead: own
      ? [
          shareText(own, looked),
          ...reasonsOf(own, looked),
          ...plannedTexts(looked),
          ...simulated(own, looked),
        ]
      : ['还没有登记督学信息卡（数据不足）。'],
    rows: [...counties.map((line) => shareRow(line, looked)), ...late.map((line) => lateRow(line, looked))],
    clauses: ['S-10'],
  }
}

const shareOf = (line: Line): string =>
  count(line, 'total') === 0
    ? '没有在聘督学'
    : `督学 ${count(line, 'total')} 名，其中退休 ${count(line, 'retired')} 名，占 ${count(line, 'share')}%`

/** What the place's office has filed as its written reason, while that is in force (原则上, S-10). */
export const REASON_TITLE = '退休督学占比书面说明'

function reasonsOf({ subject, soft }: Line, { records, view }: Looked): string[] {
  const latest = records.documents
    .filter(({ place, docKind, title }) => place === subject && docKind === 'other' && title === REASON_TITLE)
    .filter(
      ({ withdrawn, datedOn, repealedOn }) =>
        !withdrawn && datedOn <= view.day && (repealedOn === null || view.day <= repealedOn),
    )
    .toSorted((a, b) => (a.datedOn < b.datedOn ? 1 : -1))[0]
  return soft && latest ? [`书面说明：${latest.file ?? '见文件'}`] : []
}

const plannedIn = ({ records, view, place }: Looked): Planned[] =>
  planned(records, { check: retireeShare, subject: place, figures: ['retired', 'total'] }, view.day)

/** What it will be with the appointments and departures that are on file already. */
const plannedTexts = (looked: Looked): string[] =>
  plannedIn(looked).map(
    ({ from, line }) =>
      `按已登记的聘任和离任，${dayText(from, looked.view.day)}起：${shareOf(line)}——${levelText(line)}`,
  )

const shareText = (line: Line, looked: Looked): string =>
  `现在：${looked.placeName}${shareOf(line)}（原则上不超过 40%）——${levelText(line, reasonsOf(line, looked).length > 0)}`

const shareRow = (line: Line, looked: Looked): Row => ({
  name: looked.nameOf.place(line.subject),
  facts: [shareOf(line)],
  level: levelText(line, reasonsOf(line, looked).length > 0),
})

/** What the figures would be after an appointment or a departure; nothing is kept. */
function simulated(line: Line, looked: Looked): string[] {
  const then = plannedIn(looked).at(-1)
  if (!looked.more) return []
  const after = then ? [`连同已登记的安排，${simulatedOn(then.line, looked)[0]}`] : []
  return [...simulatedOn(line, looked), ...after]
}

function simulatedOn(line: Line, { more, view }: Looked): string[] {
  if (!more) return []
  const [retired, total] = [count(line, 'retired') + more.retired, count(line, 'total') + more.all]
  const limit = view.setting('retiree_percent', line.place)
  const told = `${more.all < 0 ? '减少' : '再聘'} ${Math.abs(more.all)} 名${more.retired === 0 ? '在职' : '退休'}督学后`
  if (total <= 0 || retired < 0) return [`${told}：人数对不上，请核对后再问。`]
  return [
    `${told}：${retired}/${total}，占 ${percentOf(retired, total)}%，${isOverBound({ retired, total }, limit) ? `超过 ${limit}%，不符合原则要求，须书面说明理由` : `没有超过 ${limit}%，可以`}。`,
    ...(more.retired > 0
      ? ['另外每一名的退休日期都要看：聘任时退休不得超过 2 年，没有退休日期的不能聘。']
      : []),
  ]
}

/**
 * Before what takes a place's share over the bound is confirmed (C10.1, 原则上): it warns and forbids nothing. `act`: 「续聘」.
 */
export function overBoundText({ now, after }: Worse, looked: Looked, act: string, from: Day): string {
  const limit = looked.view.setting('retiree_percent', after.place, from)
  const since = from > looked.view.day ? `${dayText(from, looked.view.day)}起` : ''
  const next =
    reasonsOf(after, looked).length > 0
      ? '已有书面说明，可以照办。'
      : `可以照办，但要书面说明：回复「${REASON_TITLE}：…」写明理由。`
  return `请注意：${looked.placeName}现有${shareOf(now)}；${act}后${since}${shareOf(after)}，超过 ${limit}%（${sourceText('S-10')}，原则上）。${next}`
}

function lateRow(line: Line, { nameOf, view }: Looked): Row {
  const [retiredOn, limit, appointedOn] = [
    dayIn(line, 'retired_on'),
    dayIn(line, 'limit'),
    dayIn(line, 'appointed_on'),
  ]
  const told = (on: typeof limit) => (on ? dayText(on, view.day) : '')
  return {
    name: nameOf.person(personOf(line)),
    facts:
      retiredOn === null
        ? ['没有登记退休日期']
        : [`${told(retiredOn)}退休`, `最迟 ${told(limit)}聘任`, `${told(appointedOn)}首聘`],
    level: levelText(line),
  }
}
