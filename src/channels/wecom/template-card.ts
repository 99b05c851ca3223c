import type { Button, Card } from '#cards/card.ts'
import { cardText } from '#cards/text.ts'
import { unreachable } from '#src/domain/errors.ts'
import { CARD, ID_BYTES } from './limits.ts'
import type { CardLimits as Limits } from './limits.ts'
import { byteLength, charCount, clean, shorten } from './text.ts'

/** A `template_card` object, and what a text has to say before it because the card cannot show it whole. */
export type Rendered = { card: object; before: string | null }

type Of<Kind extends Card['kind']> = Extract<Card, { kind: Kind }>

// WeCom D90236 numbers four styles without naming them; 1 is the filled one, 2 the plain default, 3 the warning.
const STYLE = { main: 1, plain: 2, danger: 3 } as const

/** Renders one of our cards as a template_card (WeCom D90236; D101032 with the bot's limits). */
export function templateCard(card: Card, taskId: string, limits: Limits = CARD.app): Rendered {
  if (!/^[0-9A-Za-z_@-]+$/.test(taskId))
    throw new Error(`task_id ${taskId} has characters that WeCom refuses`)
  const task_id = checkedId(taskId, ID_BYTES.taskId)
  switch (card.kind) {
    case 'buttons':
      return { card: { ...buttonCard(card, limits), task_id }, before: beforeButtons(card, limits) }
    case 'choice':
      return { card: { ...choiceCard(card, limits), task_id }, before: beforeChoice(card, limits) }
    default:
      return unreachable(card)
  }
}

const buttonCard = (card: Of<'buttons'>, limits: Limits) => ({
  card_type: 'button_interaction',
  main_title: titles(card.title, limits.title, card.note, limits.note),
  ...(card.body && { sub_title_text: fit(card.body, limits.body) }),
  ...(card.fields.length > 0 && {
    horizontal_content_list: card.fields.slice(0, limits.fields).map(({ name, value }) => ({
      keyname: fit(name, limits.fieldName),
      value: fit(value, limits.fieldValue),
    })),
  }),
  button_list: card.buttons.slice(0, limits.buttons).map((button) => buttonOf(button, limits)),
})

const buttonOf = ({ label, action, style }: Button, limits: Limits) => ({
  text: fit(label, limits.buttonLabel),
  style: STYLE[style ?? 'plain'],
  key: checkedId(action, ID_BYTES.key),
})

function choiceCard(card: Of<'choice'>, limits: Limits) {
  const [title, note] = choiceTitles(card, limits)
  return {
    card_type: 'vote_interaction',
    main_title: titles(title, limits.choiceTitle, note, limits.choiceNote),
    checkbox: {
      question_key: 'choice',
      mode: card.many ? 1 : 0,
      option_list: card.options.slice(0, limits.options).map(({ id, label, ticked = false }) => ({
        id: checkedId(id, ID_BYTES.option),
        text: fit(label, limits.optionLabel),
        is_checked: ticked,
      })),
    },
    submit_button: {
      text: fit(card.submit.label, limits.buttonLabel),
      key: checkedId(card.submit.action, ID_BYTES.key),
    },
  }
}

/** A vote has a short title and a long description: a title too long for its place stands whole in the description. */
function choiceTitles(card: Of<'choice'>, limits: Limits): [title: string, note: string | undefined] {
  if (charCount(card.title) <= limits.choiceTitle) return [card.title, card.note]
  return [card.title, [card.title, card.note].filter(Boolean).join('\n')]
}

const titles = (title: string, titleLimit: number, note: string | undefined, noteLimit: number) => ({
  title: fit(title, titleLimit),
  ...(note && { desc: fit(note, noteLimit) }),
})

function beforeButtons(card: Of<'buttons'>, limits: Limits): string | null {
  const factsFit =
    fits(card.title, limits.title) &&
    fits(card.note, limits.note) &&
    fits(card.body, limits.body) &&
    card.fields.length <= limits.fields &&
    card.fields.every(({ name, value }) => fits(name, limits.fieldName) && fits(value, limits.fieldValue))
  const labels = labelsText(card.buttons, limits)
  return factsFit && labels === null ? null : [cardText(card), labels].filter(Boolean).join('\n')
}

function beforeChoice(card: Of<'choice'>, limits: Limits): string | null {
  const shown =
    fits(choiceTitles(card, limits)[1], limits.choiceNote) &&
    card.options.length <= limits.options &&
    card.options.every(({ label }) => fits(label, limits.optionLabel))
  const submit = labelsText([card.submit], limits)
  return shown && submit === null ? null : [cardText(card), submit].filter(Boolean).join('\n')
}

/** Buttons whose labels the card shortens, and those it has no place for: what they do can be asked for in words. */
function labelsText(buttons: readonly { label: string }[], limits: Limits): string | null {
  if (buttons.length <= limits.buttons && buttons.every(({ label }) => fits(label, limits.buttonLabel)))
    return null
  return ['按钮（也可以直接发文字）：', ...buttons.map(({ label }, i) => `${i + 1}. ${label}`)].join('\n')
}

const fits = (text: string | undefined, limit: number): boolean => charCount(text ?? '') <= limit
const fit = (text: string, limit: number): string => shorten(clean(text), limit)

function checkedId(id: string, limit: number): string {
  if (byteLength(id) > limit)
    throw new Error(`The id ${id} has ${byteLength(id)} bytes; WeCom takes ${limit}`)
  return id
}
