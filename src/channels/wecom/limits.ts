/** Bytes of UTF-8 that a text may have. */
export const TEXT_BYTES = {
  /** message/send, WeCom D90236; a passive answer, D90241. More is cut by the platform without a word. */
  app: 2048,
  /** `stream.content` of an AI bot's answer, WeCom D101031. */
  bot: 20480,
} as const

export type CardLimits = {
  title: number
  note: number
  choiceTitle: number
  choiceNote: number
  body: number
  fields: number
  fieldName: number
  fieldValue: number
  buttons: number
  buttonLabel: number
  options: number
  optionLabel: number
}

/**
 * What a template_card can show, in characters and counts. The platform calls the lengths advice and does not say what it
 * does with more, so we keep to them.
 */
export const CARD: Record<'app' | 'bot', CardLimits> = {
  /** WeCom D90236: button_interaction; vote_interaction has its own title and desc. */
  app: {
    title: 36,
    note: 44,
    choiceTitle: 16,
    choiceNote: 160,
    body: 160,
    fields: 6,
    fieldName: 5,
    fieldValue: 30,
    buttons: 6,
    buttonLabel: 10,
    options: 20,
    optionLabel: 17,
  },
  /** WeCom D101032. */
  bot: {
    title: 26,
    note: 30,
    choiceTitle: 26,
    choiceNote: 30,
    body: 112,
    fields: 6,
    fieldName: 5,
    fieldValue: 26,
    buttons: 6,
    buttonLabel: 10,
    options: 20,
    optionLabel: 11,
  },
}

/** Ids cannot be shortened: more bytes than these are a mistake of ours (WeCom D90236). */
export const ID_BYTES = { taskId: 128, option: 128, key: 1024 } as const

/** A callback is a few kilobytes; the platform's own media come by link. */
export const CALLBACK_BYTES = 1024 * 1024
/** The largest file that media/get hands out in one piece (WeCom D90254). */
export const MEDIA_BYTES = 20 * 1024 * 1024
/** A member is shown no more in a minute; the rest is dropped without a word (WeCom D90236). */
export const MESSAGES_PER_PERSON_AND_MINUTE = 30
/** A group's robot takes no more in a minute; the rest is refused with 45009 (WeCom D99110). */
export const MESSAGES_PER_GROUP_AND_MINUTE = 20
