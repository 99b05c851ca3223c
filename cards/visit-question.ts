import { addDays, dateOf, dayText, monthOf } from '#src/domain/day.ts'
import { PART_NAMES } from '#src/domain/words.ts'
import type { Button } from './card.ts'
import { visitButton, type VisitShown } from './visit-shown.ts'

/** `lines` stand above the findings; a question that blocks leaves no 确认. */
export type Question = {
  text: string
  blocks: boolean
  lines?: string[]
  buttons: Button[]
  confirm?: string
}

/**
 * At most one question a card: the school first, since nothing can be saved without it, then what would make a wrong or a
 * second record of the visit, then the day.
 */
export function questionOf(visit: VisitShown): Question | null {
  if (!visit.school) return schoolQuestion(visit)
  if (visit.recused) return recusalQuestion(visit, visit.school.name)
  if (visit.onDay > visit.today) return comingDayQuestion(visit)
  return dueQuestion(visit) ?? colleagueQuestion(visit) ?? alikeQuestion(visit) ?? dayQuestion(visit)
}

const recusalQuestion = (visit: VisitShown, school: string): Question => ({
  text: '是不是别的学校？请直接说，例如：不是三中是四中',
  blocks: true,
  lines: [`您在${school}任职，需回避（教育督导条例第十条）。确需前往的，可报督导办同意。`],
  buttons: [visitButton(visit, '报督导办', 'visit_waive')],
})

const dayButton = (visit: VisitShown, label: string, daysAgo: number): Button =>
  visitButton(visit, label, 'visit_day', addDays(visit.today, -daysAgo))

const comingDayQuestion = (visit: VisitShown): Question => ({
  text: `${dayText(visit.onDay, visit.today)}还没到，督导是哪天？`,
  blocks: true,
  buttons: [dayButton(visit, '今天', 0), dayButton(visit, '昨天', 1)],
})

/** Words for a due day that leave it open: the days that they can mean as buttons, or an answer in words. */
function dueQuestion(visit: VisitShown): Question | null {
  const open = visit.findings.find((each) => each.dueOpen && !each.joins)?.dueOpen
  if (!open) return null
  const days = open.days.toSorted()
  const meant = days.map((on) => dayText(on, visit.today)).join('，还是')
  return {
    text: meant ? `「${open.words}」是到${meant}？` : `「${open.words}」是哪天？请直接回复日期`,
    blocks: true,
    buttons: days.map((on) => visitButton(visit, `${monthOf(on)}月${dateOf(on)}日`, 'visit_due', on)),
  }
}

const dayQuestion = (visit: VisitShown): Question | null =>
  visit.dayDefault
    ? {
        text: '没说哪天，按今天记；不是今天请点下面的日期，或直接说',
        blocks: false,
        buttons: [dayButton(visit, '昨天', 1), dayButton(visit, '前天', 2)],
      }
    : null

/** Two inspectors, one school, one day. What is new stays under the name of who found it, on a record of his own. */
function colleagueQuestion(visit: VisitShown): Question | null {
  if (!visit.colleague) return null
  const { name, no, part } = visit.colleague
  const recorded = `${name}当天已记录 ${no}（${PART_NAMES[part]}）`
  const joins = visit.findings.every((each) => each.joins)
  return {
    text: joins ? `${recorded}。一起去的点「并为同行」` : `${recorded}。您发现的问题另记一次`,
    blocks: false,
    confirm: '另记一次',
    buttons: joins ? [visitButton(visit, '并为同行', 'visit_accompany', visit.colleague.visit)] : [],
  }
}

/** As many of these buttons as a card has room for; the rest by words. */
const APART_BUTTONS = 2

function alikeQuestion(visit: VisitShown): Question | null {
  const alike = visit.findings.flatMap(({ alike }, i) => (alike ? [i] : []))
  if (alike.length === 0) return null
  const label = (i: number) => (alike.length === 1 ? '新开' : `第${i + 1}条新开`)
  return {
    text: `像是同一件事，默认并入；是另一件请点「${label(alike[0] as number)}」，或直接说`,
    blocks: false,
    buttons: alike.slice(0, APART_BUTTONS).map((i) => visitButton(visit, label(i), 'visit_apart', String(i))),
  }
}

function schoolQuestion(visit: VisitShown): Question {
  if (visit.candidates.length === 0) return { text: '是哪所学校？请直接回复校名', blocks: true, buttons: [] }
  const shown = visit.candidates.slice(0, 5)
  const more = visit.candidates.length > shown.length ? '；不在其中请回复全名' : ''
  const names = shown.map((each) => nameAmong(each, shown))
  const fit = names.every((name) => name.length <= LABEL_LENGTH)
  const labels = fit ? names : names.map((_, i) => `第${i + 1}所`)
  return {
    text: `是哪所学校？${more}`,
    blocks: true,
    lines: fit ? [] : names.map((name, i) => `${labels[i]}：${name}`),
    buttons: shown.map((each, i) => visitButton(visit, labels[i] as string, 'visit_school', each.code)),
  }
}

/** Buttons hold ten characters; longer names stand in full above them. */
const LABEL_LENGTH = 10

type Candidate = VisitShown['candidates'][number]

/** With its county where another bears the same name. */
function nameAmong({ name, county }: Candidate, among: readonly Candidate[]): string {
  const isShared = among.filter((each) => each.name === name).length > 1
  return isShared && county ? `${county}${name}` : name
}
