import { UserError } from '#src/domain/errors.ts'
import type { CardBody } from './card-rules.ts'
import type { Tap } from './phone.ts'

/** What is ticked: option ids where the card has one question, or option ids by question. */
export type Ticked = readonly string[] | Record<string, readonly string[]>

/** A press on a button, with what stands in the card's selector. A forced press may name a button that is gone. */
export function pressOn(card: CardBody | undefined, key: string, force: boolean): Tap {
  const known = card?.card_type === 'button_interaction' ? card.button_list.map((button) => button.key) : []
  const menu = card !== undefined && 'action_menu' in card ? (card.action_menu?.action_list ?? []) : []
  if (!force && ![...known, ...menu.map((item) => item.key)].includes(key))
    throw new UserError(`卡片上没有按钮 ${key}。`)
  return { key, selected: card?.card_type === 'button_interaction' ? chosen(card.button_selection) : {} }
}

type Selector = NonNullable<Extract<CardBody, { card_type: 'button_interaction' }>['button_selection']>

function chosen(selector: Selector | undefined): Record<string, string[]> {
  if (selector === undefined) return {}
  const id = selector.selected_id ?? selector.option_list[0]?.id
  return id === undefined ? {} : { [selector.question_key]: [id] }
}

/** A vote or form handed in. */
export function submitOn(card: CardBody | undefined, ticked: Ticked): Tap {
  if (card === undefined || !('submit_button' in card)) throw new UserError('这张卡片不能提交选项。')
  const questions = questionsOf(card)
  const selected = Array.isArray(ticked)
    ? { [onlyKey(questions)]: [...ticked] }
    : (ticked as Record<string, string[]>)
  for (const [question, options] of Object.entries(selected)) checkTicks(questions, question, options)
  return { key: card.submit_button.key, selected }
}

type Question = { key: string; single: boolean; options: string[] }

function questionsOf(card: Extract<CardBody, { submit_button: unknown }>): Question[] {
  if (card.card_type === 'vote_interaction') {
    const { question_key, mode, option_list } = card.checkbox
    return [{ key: question_key, single: mode !== 1, options: option_list.map((option) => option.id) }]
  }
  return card.select_list.map(({ question_key, option_list }) => ({
    key: question_key,
    single: true,
    options: option_list.map((option) => option.id),
  }))
}

function onlyKey(questions: Question[]): string {
  const [first, ...more] = questions
  if (first === undefined || more.length > 0) throw new UserError('这张卡片有几个问题，请按问题分别选择。')
  return first.key
}

function checkTicks(questions: Question[], key: string, ticked: readonly string[]): void {
  const question = questions.find((one) => one.key === key)
  if (question === undefined) throw new UserError(`卡片上没有问题 ${key}。`)
  const unknown = ticked.find((id) => !question.options.includes(id))
  if (unknown !== undefined) throw new UserError(`卡片上没有选项 ${unknown}。`)
  if (question.single && ticked.length > 1) throw new UserError('这个问题只能选一项。')
}
