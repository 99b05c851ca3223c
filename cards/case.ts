import { dayText, type Day } from '#src/domain/day.ts'
import { encodeAction, type Act } from './action.ts'
import type { Button, Card } from './card.ts'

export type CaseShown = {
  id: string
  seq: number
  school: string
  text: string
  inspector: string
  today: Day
  section?: string | null
  foundOn: Day
  office: string
  /** Until when the section is to answer, and what it answers. */
  answerBy: Day | null
  answer: string | null
  due: Day | null
}

type Named = Pick<CaseShown, 'id' | 'seq'>

const button = (shown: Named, label: string, act: Act, style?: Button['style']): Button => ({
  label,
  action: encodeAction({ act, id: shown.id, seq: shown.seq }),
  ...(style ? { style } : {}),
})

const fields = (shown: CaseShown) => [
  { name: '学校', value: shown.school },
  { name: '编号', value: shown.id },
  { name: '发现', value: dayText(shown.foundOn, shown.today) },
  { name: '督学', value: shown.inspector },
]

/** To the office: a serious case that passed its reinspection is struck off with the office's word (policy.md 3.2). */
export const closeCard = (shown: CaseShown): Card => ({
  kind: 'buttons',
  title: '严重问题复查合格（待确认销号）',
  fields: fields(shown),
  body: shown.text,
  buttons: closeButtons(shown),
})

export const closeButtons = (shown: Named): Button[] => [
  button(shown, '同意销号', 'case_close', 'main'),
  button(shown, '退回复查', 'case_reopen', 'danger'),
]

/** To the office: a complex finding needs a bureau section; the letter goes out under the office's name. */
export const letterCard = (shown: CaseShown): Card => ({
  kind: 'buttons',
  title: '复杂问题协商意见（待发）',
  note: shown.section ? `转 ${shown.section}` : '请先选定科室',
  fields: fields(shown),
  body: shown.text,
  buttons: letterButtons(shown),
})

export const letterButtons = (shown: Named & Pick<CaseShown, 'section'>): Button[] =>
  shown.section
    ? [button(shown, '发出', 'letter_send', 'main'), button(shown, '换科室', 'letter_section')]
    : [button(shown, '选科室', 'letter_section', 'main')]

/** To the section: the office's letter, and its two answers (policy.md 3.2). */
export const sectionCard = (shown: CaseShown): Card => ({
  kind: 'buttons',
  title: `协商意见 ${shown.id}（待答复）`,
  note: shown.office,
  fields: [
    ...fields(shown).filter(({ name }) => name !== '编号'),
    ...(shown.answerBy ? [{ name: '答复', value: `${dayText(shown.answerBy, shown.today)}前` }] : []),
  ],
  body: `${shown.section}：${shown.school}「${shown.text}」需要贵科协助解决。`,
  buttons: [
    button(shown, '已解决', 'letter_resolved', 'main'),
    button(shown, '需学校整改', 'letter_to_school'),
  ],
})

/** Before the section's advice goes to the school as a notice. */
export const answerCard = (shown: CaseShown, dueDefault: boolean): Card => ({
  kind: 'buttons',
  title: `科室答复 ${shown.id}（待确认）`,
  note: '确认后向学校下发整改通知；期限可直接说',
  fields: [
    { name: '学校', value: shown.school },
    ...(shown.due
      ? [{ name: '期限', value: `${dayText(shown.due, shown.today)}前${dueDefault ? '「默认」' : ''}` }]
      : []),
  ],
  body: `${shown.text}\n${shown.section}意见：${shown.answer ?? ''}`,
  buttons: [button(shown, '确认', 'letter_confirm', 'main'), button(shown, '重写', 'letter_to_school')],
})
