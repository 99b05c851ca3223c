import { z } from 'zod'
import { bodyFields, formFields, headFields, type CardRules } from './card-fields.ts'

export type CardBody = z.infer<ReturnType<typeof cardSchema>>

/**
 * What is wrong with a template card first, with its place, or null (WeCom D90236; updates D94888). In strict mode the
 * lengths that the documents only advise count too, so that no card is cut on somebody's phone unseen.
 */
export function cardComplaint(card: unknown, rules: CardRules): string | null {
  const result = cardSchema(rules).safeParse(card)
  if (result.success) return null
  const [issue] = result.error.issues
  return `${['template_card', ...(issue?.path ?? [])].join('.')} ${issue?.message ?? 'is invalid'}`
}

/** Cards whose press calls back. */
export const isInteractive = (card: CardBody): boolean =>
  ['button_interaction', 'vote_interaction', 'multiple_interaction'].includes(card.card_type)

/** Only these are given a response code. */
export const isUpdatable = (card: CardBody): boolean =>
  isInteractive(card) || ('action_menu' in card && card.action_menu !== undefined)

/** The five types of cards, each with the fields that it may have and no other. */
const cardSchema = (rules: CardRules) => {
  const shared = sharedFields(rules)
  return z.discriminatedUnion('card_type', [
    textNotice(rules, shared),
    newsNotice(rules, shared),
    buttonCard(shared),
    voteCard(shared),
    selectCard(shared),
  ])
}

type Shared = ReturnType<typeof sharedFields>

function sharedFields(rules: CardRules) {
  const [head, body, form] = [headFields(rules), bodyFields(rules), formFields(rules)]
  const told = {
    source: head.source.optional(),
    main_title: head.title,
    action_menu: form.menu.optional(),
    quote_area: body.quote.optional(),
    horizontal_content_list: body.facts.optional(),
    feedback: head.feedback,
  }
  const notice = {
    ...told,
    task_id: head.taskId.optional(),
    jump_list: body.jumps.optional(),
    card_action: body.action(1),
  }
  const asked = {
    source: head.plainSource.optional(),
    task_id: head.taskId,
    submit_button: form.submit,
    replace_text: form.replaceText,
    feedback: head.feedback,
  }
  return { head, body, form, told, notice, asked }
}

const NO_TASK = 'with an action_menu needs a task_id'
const menuHasTask =
  ({ update }: CardRules) =>
  (card: { action_menu?: unknown; task_id?: string | undefined }): boolean =>
    update === true || card.action_menu === undefined || card.task_id !== undefined

const textNotice = (rules: CardRules, { head, notice }: Shared) =>
  z
    .strictObject({
      card_type: z.literal('text_notice'),
      ...notice,
      main_title: head.looseTitle.optional(),
      emphasis_content: head.emphasis.optional(),
      sub_title_text: head.subTitle.optional(),
    })
    .refine((card) => card.main_title?.title || card.sub_title_text, 'needs a title or sub_title_text')
    .refine(menuHasTask(rules), NO_TASK)

const newsNotice = (rules: CardRules, { body, notice }: Shared) =>
  z
    .strictObject({
      card_type: z.literal('news_notice'),
      ...notice,
      card_image: body.image.optional(),
      image_text_area: body.imageText.optional(),
      vertical_content_list: body.paragraphs.optional(),
    })
    .refine((card) => card.card_image ?? card.image_text_area, 'needs card_image or image_text_area')
    .refine(menuHasTask(rules), NO_TASK)

const buttonCard = ({ head, body, form, told }: Shared) =>
  z.strictObject({
    card_type: z.literal('button_interaction'),
    ...told,
    task_id: head.taskId,
    sub_title_text: head.subTitle.optional(),
    card_action: body.action(0).optional(),
    button_selection: form.selector.optional(),
    button_list: form.buttons,
    replace_text: form.replaceText,
  })

const voteCard = ({ head, form, asked }: Shared) =>
  z.strictObject({
    card_type: z.literal('vote_interaction'),
    ...asked,
    main_title: head.voteTitle,
    checkbox: form.checkbox,
  })

const selectCard = ({ head, form, asked }: Shared) =>
  z.strictObject({
    card_type: z.literal('multiple_interaction'),
    ...asked,
    main_title: head.formTitle,
    select_list: form.selectors,
  })
