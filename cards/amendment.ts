import { maskPrivate } from '#src/language/privacy.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import type { Amendment, DraftFinding } from '#src/domain/visit.ts'
import { PART_NAMES, SEVERITY_NAMES, type SchoolCode } from '#src/domain/words.ts'
import { encodeAction } from './action.ts'
import type { Card } from './card.ts'
import { methodsText } from './methods.ts'

/** One thing that is put right: what it was and what it becomes. */
export type Change = { name: string; old: string; now: string }

export type AmendmentShown = {
  id: string
  seq: number
  no: string
  school: string
  changes: readonly Change[]
  reason: string
}

const findingsText = (findings: readonly DraftFinding[], today: Day): string =>
  findings.length === 0
    ? '未发现问题'
    : findings
        .map(
          ({ text, severity, due }) =>
            `${text}（${SEVERITY_NAMES[severity]}${due ? `，${dayText(due, today)}前` : ''}）`,
        )
        .join('；')

type Known = Required<Amendment>

/** What an amendment changes, line by line, every day with its weekday. */
export function changesOf(
  old: Known,
  after: Amendment,
  today: Day,
  schoolName: (code: SchoolCode) => string,
): Change[] {
  const now = { ...old, ...after }
  const shown = (name: string, text: (of: Known) => string): Change => ({
    name,
    old: text(old),
    now: text(now),
  })
  return [
    shown('学校', (of) => schoolName(of.school)),
    shown('日期', (of) => dayText(of.onDay, today)),
    shown('时段', (of) => PART_NAMES[of.part]),
    shown('方式', (of) => methodsText(of.methods, of.counts)),
    // Also readers outside the office read the change (policy.md 8.10).
    shown('过程', (of) => maskPrivate(of.narrative)),
    shown('问题', (of) => findingsText(of.findings, today)),
  ].filter((each) => each.old !== each.now)
}

/** `日期：原 11月17日（周一），改为 11月16日（周日）`, a line for each change. */
export const changeLines = (changes: readonly Change[]): string =>
  changes.map((each) => `${each.name}：原 ${each.old}，改为 ${each.now}`).join('\n')

/** To whoever puts a submitted record right: old and new, before anything is saved. */
export const amendmentCard = (shown: AmendmentShown): Card => ({
  kind: 'buttons',
  title: '更正督导记录（待确认）',
  note: '编号不变，原来的内容留存备查',
  fields: [
    { name: '编号', value: shown.no },
    { name: '学校', value: shown.school },
    { name: '原因', value: shown.reason },
  ],
  body: changeLines(shown.changes),
  buttons: [
    {
      label: '确认',
      action: encodeAction({ act: 'visit_amend', id: shown.id, seq: shown.seq }),
      style: 'main',
    },
    { label: '不改', action: encodeAction({ act: 'visit_keep', id: shown.id, seq: shown.seq }) },
  ],
})

/** To everybody who read the old one. */
export const amendedText = (record: string, by: string, changes: readonly Change[], reason: string): string =>
  `督导记录 ${record}已由${by}更正：\n${changeLines(changes)}\n原因：${reason}`
