import { UserError } from '#src/domain/errors.ts'
import type { CardBody } from './card-rules.ts'
import type { Tap } from './phone.ts'

/** What is ticked: option ids where the card has one question, or option ids by question. */
export type Ticked = readonly string[] | Selected
export type Selected = Record<string, readonly string[]>

/**
 * `force`: a second device whose copy of the card is still alive. `ticked`: what is chosen in the card's selector, if
 * it has one.
 */
export type PressOptions = { force?: boolean; ticked?: Selected }

/** A press on a button, with what stands in the card's selector. A forced press may name a button that is gone. */
export function pressOn(card: CardBody | undefined, key: string, { force, ticked = {} }: PressOptions): Tap {
  const buttons = card?.card_type === 'button_interaction' ? card.button_list : []
  if (force !== true && buttons.every((button) => button.key !== key))
    throw new UserError(`卡片上没有按钮 ${key}。`)
  const selector = card?.card_type === 'button_interaction' ? card.button_selection : undefined
  if (selector === undefined) return { key, selected: {} }
  const question = questionOf(selector)
  const selected = {
    [question.key]: ticked[question.key] ?? [selector.selected_id ?? question.options[0] ?? ''],
  }
  return { key, selected: checked([question], selected) }
}

/** A vote or form handed in. */
export function submitOn(card: CardBody | undefined, ticked: Ticked): Tap {
  if (card === undefined || !('submit_button' in card)) throw new UserError('这张卡片不能提交选项。')
  const questions = questionsOf(card)
  const selected = isList(ticked) ? { [onlyKey(questions)]: ticked } : ticked
  return { key: card.submit_button.key, selected: checked(questions, selected) }
}

type Question = { key: string; single: boolean; options: string[] }
type Choice = { question_key: string; option_list: { id: string }[] }

function questionsOf(card: Extract<CardBody, { submit_button: unknown }>): Question[] {
  if (card.card_type === 'multiple_interaction') return card.select_list.map(questionOf)
  return [{ ...questionOf(card.checkbox), single: card.checkbox.mode !== 1 }]
}

const questionOf = ({ question_key, option_list }: Choice): Question => ({
  key: question_key,
  single: true,
  options: option_list.map((option) => option.id),
})

const isList = (ticked: Ticked): ticked is readonly string[] => Array.isArray(ticked)

function onlyKey(questions: Question[]): string {
  const [first, ...more] = questions
  if (first === undefined || more.length > 0) throw new UserError('这张卡片有几个问题，请按问题分别选择。')
  return first.key
}

function checked(questions: Question[], selected: Selected): Selected {
  for (const [key, ticked] of Object.entries(selected)) checkTicks(questions, key, ticked)
  return selected
}

function checkTicks(questions: Question[], key: string, ticked: readonly string[]): void {
  const question = questions.find((one) => one.key === key)
  if (question === undefined) throw new UserError(`卡片上没有问题 ${key}。`)
  const unknown = ticked.find((id) => !question.options.includes(id))
  if (unknown !== undefined) throw new UserError(`卡片上没有选项 ${unknown}。`)
  if (question.single && ticked.length > 1) throw new UserError('这个问题只能选一项。')
}
