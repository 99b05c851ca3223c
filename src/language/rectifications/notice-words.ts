import { readChanges } from '../changes.ts'
import { hear, type Heard } from '../hear.ts'
import type { Registry } from '../schools/registry.ts'
import { isPlainVisit } from './reports.ts'
import { blanked, clauseSpans } from '../text.ts'
import type { ChangeHeard, Listening, NoticeChangeHeard, Understanding } from '../understanding.ts'

const NOTICE = /(?<!另行|等候?|待|听|候)通知(?:书|单)?(?!栏|家长|公告)/
const PAPER = /^(?:Z-|.*〔)|督整/
const TAKES_BACK = /撤回|撤销|撤了|收回|作废|取消|不发了/
const WRONG = /(?:发|写|搞|弄|下)错/
/** 阳明那个不改了; with 算了 it is a cancellation, of what the handler sees. */
const NO_MORE = /^\s*(?:那[个份条]|的|通知|整改|问题|[\s,])*(?:不|别|不用|不要)(?:再)?(?:整)?改了/
const REQUIREMENT = /(?:整改)?要求(?:改成|改为|应该?是|应为|换成)(.{2,})$/
const BECAUSE = /(?:因为|由于|原因是?|理由是?)[:\s]*(.+)$/

/** What of a change may be made of a notice that has gone out. */
export const isOfNotice = (each: ChangeHeard): each is Extract<ChangeHeard, NoticeChangeHeard> =>
  each.field === 'due' || each.field === 'severity' || each.field === 'text'

/** The reason of a withdrawal stands in a clause of its own: 章督整1号 撤回，发错了. */
function besides({ plain, written, numbers, schools }: Heard): string | null {
  const marks = [...numbers, ...schools].map(({ span }) => span)
  const rest = blanked(plain, marks)
  const clauses = clauseSpans(rest).filter((span) => {
    const words = rest.slice(...span)
    return words.length > 1 && !TAKES_BACK.test(words) && !/^(?:那个|这个|刚才|整改|的|通知书?)+$/.test(words)
  })
  const said = clauses.map((span) => written.slice(...span).replace(/^(?:因为|由于|原因是?)/, ''))
  return said.length > 0 ? said.join('，') : null
}

/** 阳明那个不改了，意义不大. */
const afterNoMore = ({ written, plain }: Heard): string | null =>
  written.slice(plain.indexOf('改了') + 2).replace(/^[\s，,。]+|[\s。]+$/g, '') || null

function requirementIn({ plain, written }: Heard, changes: readonly ChangeHeard[]): NoticeChangeHeard | null {
  const found = REQUIREMENT.exec(plain)
  if (!found) return null
  const nth = changes.find((each) => 'item' in each && each.item !== undefined)
  const to = written.slice(written.length - found[1]!.length).replace(/[\s，。,]+$/, '')
  return { field: 'requirement', to, ...(nth && 'item' in nth && nth.item ? { item: nth.item } : {}) }
}

/**
 * What is said of a notice that has gone out, by its number or the word: 章督整1号 撤回，发错了; 那个通知学校错了，应该是四中;
 * 章督整1号第二条期限改成下周五. With a draft open its own 通知 is meant, unless a number says otherwise.
 */
export function readNoticeWords(
  heard: Heard,
  registry: Registry,
  listening: Listening,
): Understanding | null {
  const { plain, written, schools } = heard
  const numbers = heard.numbers.map(({ number }) => number).filter((each) => PAPER.test(each))
  if (schools.length === 1 && NO_MORE.test(blanked(plain, [schools[0]!.span])))
    return { intent: 'withdraw_notice', numbers, school: schools[0]!, reason: afterNoMore(heard) }
  const isNamed = numbers.some((each) => !each.startsWith('Z-')) || NOTICE.test(plain)
  if (!isNamed || plain.length > 200 || /[?吗]\s*$/.test(plain)) return null
  if ((listening.draftOpen && numbers.length === 0) || isPlainVisit(heard)) return null
  const because = BECAUSE.exec(plain)
  const reason = because ? written.slice(written.length - because[1]!.length) : null
  // 因为当天补齐了 names no new date.
  const told = because ? hear(written.slice(0, because.index), registry, listening) : heard
  const unnumbered = {
    ...told,
    plain: blanked(
      told.plain,
      told.numbers.map(({ span }) => span),
    ),
  }
  const changed = readChanges(unnumbered, registry, { ...listening, draftOpen: false })
  const changes = changed?.intent === 'correct' ? changed.changes : []
  const school = changes.findLast((each) => each.field === 'school')
  if (school) return { intent: 'correct_notice', numbers, school: school.to, changes: [], reason }
  if (TAKES_BACK.test(plain))
    return { intent: 'withdraw_notice', numbers, school: schools[0] ?? null, reason: besides(heard) }
  const requirement = requirementIn(told, changes)
  const kept = requirement ? [requirement] : changes.filter(isOfNotice)
  if (kept.length > 0) return { intent: 'correct_notice', numbers, school: null, changes: kept, reason }
  return WRONG.test(plain)
    ? { intent: 'withdraw_notice', numbers, school: schools[0] ?? null, reason: besides(heard) }
    : null
}
