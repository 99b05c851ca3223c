import { encodeAction, type Act } from './action.ts'
import type { Button, Card, Field } from './card.ts'

type Choice = { label: string; value: string }

/** A record that somebody has said, before he confirms it. */
export type EntryShown = {
  id: string
  seq: number
  title: string
  fields: Field[]
  hints: string[]
  /** The one thing that is missing; while it is, nothing can be confirmed. */
  question: { ask: string; choices: Choice[]; ticks: Choice[] } | null
  /** Why it can not be filed as it stands; null while something is missing. */
  refusal: string | null
}

export const entryButton = (
  { id, seq }: Pick<EntryShown, 'id' | 'seq'>,
  label: string,
  act: Act,
  more: { style?: Button['style']; arg?: string } = {},
): Button => ({
  label,
  action: encodeAction({ act, id, seq, ...(more.arg === undefined ? {} : { arg: more.arg }) }),
  ...(more.style ? { style: more.style } : {}),
})

/** What will be kept on 确认, or what is still to be said. */
export const entryCard = (entry: EntryShown): Card =>
  entry.question && entry.question.ticks.length > 0 ? tickCard(entry, entry.question) : buttonCard(entry)

/** Several of a few: boxes to tick. */
const tickCard = (entry: EntryShown, { ask, ticks }: NonNullable<EntryShown['question']>): Card => ({
  kind: 'choice',
  title: `${entry.title}（待补充）`,
  note: [...entry.fields.map(({ name, value }) => `${name}：${value}`), ask].join('；'),
  options: ticks.map(({ value, label }) => ({ id: value, label })),
  many: true,
  submit: {
    label: '记下',
    action: encodeAction({ act: 'entry_tick', id: entry.id, seq: entry.seq }),
  },
})

const buttonCard = (entry: EntryShown): Card => {
  const note = entry.question?.ask ?? entry.refusal
  return {
    kind: 'buttons',
    title: `${entry.title}（${stageOf(entry)}）`,
    ...(note === null ? {} : { note }),
    fields: entry.fields,
    body: entry.hints.join('\n'),
    buttons: buttonsOf(entry),
  }
}

const stageOf = ({ question, refusal }: EntryShown): string =>
  question ? '待补充' : refusal ? '还不能登记' : '待确认'

function buttonsOf(entry: EntryShown): Button[] {
  const [changed, dropped] = [
    entryButton(entry, '修改', 'entry_change'),
    entryButton(entry, '不记', 'entry_drop'),
  ]
  if (entry.question) return [...choiceButtons(entry, entry.question.choices), dropped]
  if (entry.refusal) return [changed, dropped]
  return [entryButton(entry, '确认', 'entry_confirm', { style: 'main' }), changed, dropped]
}

const choiceButtons = (entry: EntryShown, choices: readonly Choice[]): Button[] =>
  choices.map(({ label, value }) => entryButton(entry, label, 'entry_pick', { arg: value }))

/** What is on file and can still be taken back by whoever entered it. */
export const filedCard = (entry: Omit<EntryShown, 'question' | 'refusal'>): Card => ({
  kind: 'buttons',
  title: entry.title,
  fields: entry.fields,
  body: entry.hints.join('\n'),
  buttons: [entryButton(entry, '撤回重填', 'entry_take_back')],
})

/** To the office: an inspector's training, to be verified against its certificate. */
export const verifyCard = (
  entry: Omit<EntryShown, 'question' | 'refusal'> & { overlaps: boolean },
): Card => ({
  kind: 'buttons',
  title: entry.title,
  fields: entry.fields,
  body: entry.hints.join('\n'),
  buttons: verifyButtons(entry, entry.overlaps),
})

/** 核验 and 退回; that it is another event than what lies on the same days is said where it does. */
export const verifyButtons = (entry: Pick<EntryShown, 'id' | 'seq'>, overlaps = false): Button[] => [
  entryButton(entry, '核验', 'entry_verify', { style: 'main' }),
  ...(overlaps ? [entryButton(entry, '确认不重复', 'entry_unique')] : []),
  entryButton(entry, '退回', 'entry_return', { style: 'danger' }),
]
