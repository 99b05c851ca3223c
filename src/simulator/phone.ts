import { UserError } from '#src/domain/errors.ts'
import { imageType, keepMedia } from './api/media.ts'
import { appEvent, appMessage, type AppOutcome } from './callbacks/app.ts'
import { botEvent, botMessage, chatOf, type BotOutcome, type Place } from './callbacks/bot.ts'
import { cardIn, issueCode } from './cards.ts'
import { botOf, type Core } from './core.ts'
import { issueFile } from './links.ts'
import { appChat, type Message } from './world.ts'

/** What a person does with a phone. Everything said is shown at once and marked by what became of it. */

export async function say(core: Core, userid: string, text: string): Promise<AppOutcome> {
  const shown = start(core, appChat(userid), userid, { kind: 'text', text })
  return settle(core, shown, await appMessage(core, userid, 'text', { Content: text }))
}

export async function sendImage(core: Core, userid: string, content: Uint8Array): Promise<AppOutcome> {
  const mediaId = keepImage(core, content)
  const shown = start(core, appChat(userid), userid, { kind: 'image', text: '', mediaId })
  const fields = { PicUrl: `https://wework.qpic.example/${mediaId}`, MediaId: mediaId }
  return settle(core, shown, await appMessage(core, userid, 'image', fields))
}

/** A voice message; the app gets no transcript. */
export async function sendVoice(core: Core, userid: string): Promise<AppOutcome> {
  const silence = new TextEncoder().encode('#!AMR\n (silence)')
  const mediaId = keepMedia(core, { mime: 'audio/amr', name: 'voice.amr' }, silence)
  const shown = start(core, appChat(userid), userid, { kind: 'voice', text: '', mediaId })
  return settle(core, shown, await appMessage(core, userid, 'voice', { MediaId: mediaId, Format: 'amr' }))
}

/** To the AI bot, alone with it or in a group; there the client writes the mention into the text. */
export async function sayToBot(core: Core, place: Place, text: string): Promise<BotOutcome> {
  const said = mention(core, place, text)
  const shown = start(core, chatOf(place), place.userid, { kind: 'text', text: said })
  return settle(core, shown, await botMessage(core, place, 'text', { text: { content: said } }))
}

/** Words and pictures in one message: the only way that a picture reaches the AI bot in a group. */
export async function sendMixed(core: Core, place: Place, text: string, images: Uint8Array[]) {
  const said = mention(core, place, text)
  const shown = start(core, chatOf(place), place.userid, { kind: 'text', text: said })
  for (const content of images) {
    const mediaId = keepImage(core, content)
    core.show(chatOf(place), { from: place.userid, kind: 'image', text: '', mediaId, state: 'sent' })
  }
  const items = images.map((content) => ({ msgtype: 'image', image: { url: issueFile(core, content) } }))
  const msg_item = [{ msgtype: 'text', text: { content: said } }, ...items]
  return settle(core, shown, await botMessage(core, place, 'mixed', { mixed: { msg_item } }))
}

export async function sendImageToBot(core: Core, userid: string, content: Uint8Array): Promise<BotOutcome> {
  const mediaId = keepImage(core, content)
  const shown = start(core, chatOf({ userid }), userid, { kind: 'image', text: '', mediaId })
  const image = { url: issueFile(core, content) }
  return settle(core, shown, await botMessage(core, { userid }, 'image', { image }))
}

/** The AI bot gets the transcript and no sound. */
export async function sendVoiceToBot(core: Core, userid: string, transcript: string): Promise<BotOutcome> {
  const shown = start(core, chatOf({ userid }), userid, { kind: 'voice', text: transcript })
  return settle(core, shown, await botMessage(core, { userid }, 'voice', { voice: { content: transcript } }))
}

export const enterBot = (core: Core, userid: string): Promise<BotOutcome> =>
  botEvent(core, { userid }, 'enter_chat', {}, { of: 'welcome' })

export const appNotice = (core: Core, userid: string, event: 'enter_agent' | 'subscribe' | 'unsubscribe') =>
  appEvent(core, userid, event, { EventKey: '' })

export type Tap = { key: string; selected: Record<string, readonly string[]> }

/** A press on an app's card. Every press brings a fresh ResponseCode (WeCom D96468). */
export async function tapInApp(core: Core, userid: string, card: Message, tap: Tap): Promise<AppOutcome> {
  const items = Object.entries(tap.selected).map(([QuestionKey, OptionId]) => ({
    QuestionKey,
    OptionIds: { OptionId: [...OptionId] },
  }))
  return appEvent(core, userid, 'template_card_event', {
    EventKey: tap.key,
    TaskId: card.id,
    CardType: card.card?.card_type ?? '',
    ResponseCode: issueCode(core, `app:${card.id}`),
    ...(items.length > 0 ? { SelectedItems: { SelectedItem: items } } : {}),
  })
}

export function tapInBot(core: Core, place: Place, card: Message, tap: Tap): Promise<BotOutcome> {
  const selected_item = Object.entries(tap.selected).map(([question_key, option_id]) => ({
    question_key,
    option_ids: { option_id },
  }))
  const template_card_event = {
    card_type: card.card?.card_type,
    event_key: tap.key,
    task_id: card.id,
    ...(selected_item.length > 0 ? { selected_items: { selected_item } } : {}),
  }
  return botEvent(core, place, 'template_card_event', { template_card_event }, { of: 'tap', taskId: card.id })
}

/** The card as the phone would let it be pressed; `force` stands for a second device that shows it still alive. */
export function pressable(core: Core, chat: string, cardId: string, force = false): Message {
  const card = cardIn(core, chat, cardId)
  if (card === null) throw new UserError(`这个会话里没有卡片 ${cardId}。`)
  if (card.state !== 'pressable' && !force) throw new UserError('这张卡片已处理，按钮不可再按。')
  return card
}

const mention = (core: Core, { chatId }: Place, text: string): string =>
  chatId === undefined ? text : `@${botOf(core).name} ${text}`

function keepImage(core: Core, content: Uint8Array): string {
  const mime = imageType(content)
  if (mime === null) throw new UserError('只能发送 JPG 或 PNG 图片。')
  return keepMedia(core, { mime, name: mime === 'image/png' ? 'photo.png' : 'photo.jpg' }, content)
}

const start = (
  core: Core,
  chat: string,
  from: string,
  said: Pick<Message, 'kind' | 'text' | 'mediaId'>,
): Message => core.show(chat, { ...said, from, state: 'sending' })

function settle<T extends { status: number | null }>(core: Core, shown: Message, outcome: T): T {
  shown.state = outcome.status === 200 ? 'sent' : 'failed'
  core.changed()
  return outcome
}
