import { z } from 'zod'

export type CardRules = { channel: 'app' | 'bot'; strict: boolean; update?: boolean }

/** The app's lengths (WeCom D90236) and the AI bot's smaller ones (D101032), in characters. */
const LENGTHS = {
  app: {
    source: 20,
    title: 36,
    desc: 44,
    voteTitle: 16,
    formDesc: 160,
    emphasis: 14,
    emphasisDesc: 22,
    subTitle: 160,
    value: 30,
    jump: 18,
    vertical: 38,
    verticalDesc: 160,
    selectTitle: 160,
    selectOption: 16,
    checkOption: 17,
  },
  bot: {
    source: 13,
    title: 26,
    desc: 30,
    voteTitle: 16,
    formDesc: 30,
    emphasis: 10,
    emphasisDesc: 15,
    subTitle: 112,
    value: 26,
    jump: 13,
    vertical: 26,
    verticalDesc: 112,
    selectTitle: 13,
    selectOption: 10,
    checkOption: 11,
  },
}

export const byteLength = (text: string): number => Buffer.byteLength(text)

const bytes = (most: number) =>
  z
    .string()
    .min(1)
    .refine((text) => byteLength(text) <= most, `longer than ${most} bytes`)

const characters = (most: number) =>
  z.string().refine((text) => [...text].length <= most, `longer than ${most} characters`)

/** A length that the documents only advise: what lies beyond is cut somewhere on the phone. */
const advised = (rules: CardRules, most: number) => (rules.strict ? characters(most) : z.string())

const onlyInUpdates = <T extends z.ZodType>(rules: CardRules, field: T) =>
  (rules.update === true ? field : z.never()).optional()

const onlyFor = <T extends z.ZodType>(channel: 'app' | 'bot', rules: CardRules, field: T) =>
  (rules.channel === channel ? field : z.never()).optional()

function noRepeats(ids: (string | undefined)[]): boolean {
  const given = ids.filter((id) => id !== undefined)
  return new Set(given).size === given.length
}

const key = bytes(1024)
const optionId = bytes(128)
const taskId = bytes(128).regex(/^[0-9A-Za-z_\-@]+$/, 'has more than digits, letters, _ - @')

const target = { url: z.url().optional(), appid: z.string().optional(), pagepath: z.string().optional() }

/** Type 1 opens a page and type 2 a mini-program; each needs to know which. */
const hasTarget = (jump: {
  type?: number | undefined
  url?: string | undefined
  appid?: string | undefined
}) => (jump.type !== 1 || jump.url !== undefined) && (jump.type !== 2 || jump.appid !== undefined)
const NO_TARGET = 'with type 1 needs a url, with type 2 an appid'

/** Ids and the texts at the head of a card. */
export function headFields(rules: CardRules) {
  const length = LENGTHS[rules.channel]
  const text = (most: number) => advised(rules, most)
  const plainSource = { icon_url: z.url().optional(), desc: text(length.source).optional() }
  const heading = (title: number, desc: number) =>
    z.strictObject({ title: text(title).min(1), desc: text(desc).optional() })
  return {
    taskId: rules.update === true ? taskId.optional() : taskId,
    title: heading(length.title, length.desc),
    voteTitle: heading(length.voteTitle, length.formDesc),
    formTitle: heading(length.title, length.formDesc),
    looseTitle: z.strictObject({ title: text(length.title).optional(), desc: text(length.desc).optional() }),
    plainSource: z.strictObject(plainSource),
    source: z.strictObject({ ...plainSource, desc_color: z.int().min(0).max(3).optional() }),
    emphasis: z.strictObject({
      title: text(length.emphasis).optional(),
      desc: text(length.emphasisDesc).optional(),
    }),
    subTitle: text(length.subTitle),
    feedback: onlyFor('bot', rules, z.strictObject({ id: bytes(256) })),
  }
}

/** Facts, quotations, pictures and ways out of a card. */
export function bodyFields(rules: CardRules) {
  const length = LENGTHS[rules.channel]
  const fact = z.strictObject({
    type: z.literal(rules.channel === 'app' ? [0, 1, 2, 3] : [0, 1, 3]).optional(),
    keyname: characters(5).min(1),
    value: characters(length.value).optional(),
    url: z.url().optional(),
    media_id: z.string().optional(),
    userid: z.string().optional(),
  })
  const paragraph = z.strictObject({
    title: characters(length.vertical).min(1),
    desc: characters(length.verticalDesc).optional(),
  })
  const jump = z.strictObject({
    type: z.literal(rules.channel === 'app' ? [0, 1, 2] : [0, 1, 2, 3]).optional(),
    title: characters(length.jump).min(1),
    question: onlyFor('bot', rules, bytes(200)),
    ...target,
  })
  const titled = { title: z.string().optional(), ...target, type: z.int().min(0).max(2).optional() }
  return {
    facts: z.array(fact).max(6),
    paragraphs: z.array(paragraph).max(4),
    jumps: z.array(jump.refine(hasTarget, NO_TARGET)).max(3),
    quote: z.strictObject({ ...titled, quote_text: z.string().optional() }).refine(hasTarget, NO_TARGET),
    imageText: z.strictObject({ ...titled, desc: z.string().optional(), image_url: z.url() }),
    image: z.strictObject({ url: z.url(), aspect_ratio: z.number().min(1.3).max(2.25).optional() }),
    action: (leastType: 0 | 1) =>
      z.strictObject({ ...target, type: z.int().min(leastType).max(2) }).refine(hasTarget, NO_TARGET),
  }
}

/** Everything that calls back. */
export function formFields(rules: CardRules) {
  const length = LENGTHS[rules.channel]
  const disable = onlyInUpdates(rules, z.boolean())
  const menuItem = z.strictObject({ text: z.string().min(1), key })
  const selector = z.strictObject({
    question_key: key,
    title: advised(rules, length.selectTitle).optional(),
    selected_id: optionId.optional(),
    option_list: options(rules, 10, length.selectOption),
    disable,
  })
  const button = z.strictObject({
    text: characters(10).min(1),
    style: z.int().min(1).max(4).optional(),
    key: key.optional(),
    type: onlyFor('app', rules, z.int().min(0).max(1)),
    url: onlyFor('app', rules, z.url()),
  })
  const leadsSomewhere = (one: z.infer<typeof button>) => (one.type === 1 ? one.url : one.key) !== undefined
  return {
    selector,
    selectors: z
      .array(selector)
      .min(1)
      .max(3)
      .refine((list) => noRepeats(list.map((one) => one.question_key)), 'repeats a question_key'),
    buttons: z
      .array(button.refine(leadsSomewhere, 'needs a key, or a url where type is 1'))
      .min(1)
      .max(6)
      .refine((list) => noRepeats(list.map((one) => one.key)), 'repeats a key'),
    checkbox: z.strictObject({
      question_key: key,
      mode: z.literal([0, 1]).optional(),
      option_list: options(rules, 20, length.checkOption),
      disable,
    }),
    submit: z.strictObject({ text: advised(rules, 10).min(1), key }),
    menu: z.strictObject({
      desc: z.string().optional(),
      action_list: z
        .array(menuItem)
        .min(1)
        .max(3)
        .refine((list) => noRepeats(list.map((action) => action.key)), 'repeats a key'),
    }),
    replaceText: onlyInUpdates(rules, z.string().min(1)),
  }
}

const options = (rules: CardRules, most: number, text: number) =>
  z
    .array(
      z.strictObject({
        id: optionId,
        text: advised(rules, text).min(1),
        is_checked: z.boolean().optional(),
      }),
    )
    .min(1)
    .max(most)
    .refine((list) => noRepeats(list.map((option) => option.id)), 'repeats an option id')
