import { pressOn, submitOn, type PressOptions, type Ticked } from './answers.ts'
import { chatOf, type Place } from './callbacks/bot.ts'
import type { CardBody } from './card-rules.ts'
import type { Core } from './core.ts'
import * as phone from './phone.ts'
import { appChat, botChat, groupChat, type Message } from './world.ts'

export type Phones = ReturnType<typeof createPhones>

/** The one group that the phones show. */
export const defaultGroup = (core: Core): string => core.options.group?.chatId ?? 'wrGROUP0001'

/** The phones: what people do with them and what they see. */
export function createPhones(core: Core) {
  const inGroup = (userid: string): Place => ({ userid, chatId: defaultGroup(core) })
  const seen = (chat: string): Message[] => structuredClone(core.world.chats.get(chat) ?? [])

  const tapApp = async (userid: string, cardId: string, { force }: PressOptions, read: ReadTap) => {
    const card = phone.pressable(core, appChat(userid), cardId, force)
    return phone.tapInApp(core, userid, card, read(card.card))
  }
  const tapBot = async (place: Place, cardId: string, { force }: PressOptions, read: ReadTap) => {
    const card = phone.pressable(core, chatOf(place), cardId, force)
    return phone.tapInBot(core, place, card, read(card.card))
  }
  return {
    say: (userid: string, text: string) => phone.say(core, userid, text),
    sendImage: (userid: string, content: Uint8Array) => phone.sendImage(core, userid, content),
    sendVoice: (userid: string) => phone.sendVoice(core, userid),
    enter: (userid: string) => phone.appNotice(core, userid, 'enter_agent'),
    subscribe: (userid: string) => phone.appNotice(core, userid, 'subscribe'),
    unsubscribe: (userid: string) => phone.appNotice(core, userid, 'unsubscribe'),
    press: (userid: string, cardId: string, key: string, options: PressOptions = {}) =>
      tapApp(userid, cardId, options, (card) => pressOn(card, key, options)),
    submit: (userid: string, cardId: string, ticked: Ticked, options: PressOptions = {}) =>
      tapApp(userid, cardId, options, (card) => submitOn(card, ticked)),
    inbox: (userid: string) => seen(appChat(userid)),

    sayInGroup: (userid: string, text: string) => phone.sayToBot(core, inGroup(userid), text),
    sendMixedInGroup: (userid: string, text: string, images: Uint8Array[]) =>
      phone.sendMixed(core, inGroup(userid), text, images),
    pressInGroup: (userid: string, cardId: string, key: string, options: PressOptions = {}) =>
      tapBot(inGroup(userid), cardId, options, (card) => pressOn(card, key, options)),
    submitInGroup: (userid: string, cardId: string, ticked: Ticked) =>
      tapBot(inGroup(userid), cardId, {}, (card) => submitOn(card, ticked)),
    groupInbox: (chatId = defaultGroup(core)) => seen(groupChat(chatId)),

    enterBot: (userid: string) => phone.enterBot(core, userid),
    sayToBot: (userid: string, text: string) => phone.sayToBot(core, { userid }, text),
    sendImageToBot: (userid: string, content: Uint8Array) => phone.sendImageToBot(core, userid, content),
    sendMixedToBot: (userid: string, text: string, images: Uint8Array[]) =>
      phone.sendMixed(core, { userid }, text, images),
    sendVoiceToBot: (userid: string, transcript: string) => phone.sendVoiceToBot(core, userid, transcript),
    pressInBot: (userid: string, cardId: string, key: string, options: PressOptions = {}) =>
      tapBot({ userid }, cardId, options, (card) => pressOn(card, key, options)),
    botInbox: (userid: string) => seen(botChat(userid)),
  }
}

type ReadTap = (card: CardBody | undefined) => phone.Tap
