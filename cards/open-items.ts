import { dayText, type Day } from '#src/domain/day.ts'
import type { Followup } from '#src/domain/visit.ts'
import { CASE_STATE_NAMES, type CaseState } from '#src/policy/states.ts'

/** An open case of a school as the next visit shows it; `seen`: what its inspector said of it on this visit. */
export type OpenShown = {
  no: string
  text: string
  due: Day | null
  state: CaseState
  /** Days overdue; 0 in time. */
  late: number
  seen: Followup['verdict']
}

/** On the card the first few, the rest is counted and sent in full before it. */
const LISTED = 5

export const FOLLOWUP_NAMES = { better: '有好转', same: '没变化' } as const

/** `Z-00011 食堂留样记录不全（整改中，11月21日（周五）前，回看：没变化）`. */
function openLine(item: OpenShown, today: Day): string {
  const facts: string[] = [CASE_STATE_NAMES[item.state]]
  if (item.due) facts.push(`${dayText(item.due, today)}前`)
  if (item.late > 0) facts.push(`逾期${item.late}天`)
  if (item.state === 'report_submitted') facts.push('可直接复查')
  if (item.seen) facts.push(`回看：${FOLLOWUP_NAMES[item.seen]}`)
  return `· ${item.no} ${item.text}（${facts.join('，')}）`
}

/** What is open at the school, on the card of a new visit to it. */
export function openLines(open: readonly OpenShown[], today: Day): string[] {
  if (open.length === 0) return []
  const more = open.length - LISTED
  return [
    `该校在办 ${open.length} 项：`,
    ...open.slice(0, LISTED).map((each) => openLine(each, today)),
    ...(more > 0 ? [`……还有 ${more} 项，见上一条消息`] : []),
  ]
}

/** What the card has no room for; null where it shows all. */
export const restOfOpen = (open: readonly OpenShown[], today: Day): string | null =>
  open.length <= LISTED
    ? null
    : ['该校在办的其余问题：', ...open.slice(LISTED).map((each) => openLine(each, today))].join('\n')
