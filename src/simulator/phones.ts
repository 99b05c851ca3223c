import { pressOn, submitOn, type Ticked } from './answers.ts'
import type { AppOutcome } from './callbacks/app.ts'
import { chatOf, type BotOutcome, type Place } from './callbacks/bot.ts'
import type { Core } from './core.ts'
import * as phone from './phone.ts'
import { appChat, botChat, groupChat, type Message } from './world.ts'

/**
 * `force`: a second device whose copy of the card is still alive. `ticked`: what is chosen in the card's selector, if
 * it has one.
 */
export type PressOptions = { force?: boolean; ticked?: Record<string, readonly string[]> }

export type Phones = ReturnType<typeof createPhones>

/** The phones: what people do with them and what they see. */
export function createPhones(core: Core) {
  const groupId = () => core.options.group?.chatId ?? 'wrGROUP0001'
  const inGroup = (userid: string): Place => ({ userid, chatId: groupId() })
  const seen = (chat: string): Message[] => structuredClone(core.world.chats.get(chat) ?? [])

  const tapApp = (userid: string, cardId: string, force: boolean, read: ReadTap): Promise<AppOutcome> => {
    const card = phone.pressable(core, appChat(userid), cardId, force)
    return phone.tapInApp(core, userid, card, read(card))
  }
  const tapBot = (place: Place, cardId: string, force: boolean, read: ReadTap): Promise<BotOutcome> => {
    const card = phone.pressable(core, chatOf(place), cardId, force)
    return phone.tapInBot(core, place, card, read(card))
  }
  return {
    say: (userid: string, text: string) => phone.say(core, userid, text),
    sendImage: (userid: string, content: Uint8Array) => phone.sendImage(core, userid, content),
    sendVoice: (userid: string) => phone.sendVoice(core, userid),
    enter: (userid: string) => phone.appNotice(core, userid, 'enter_agent'),
    subscribe: (userid: string) => phone.appNotice(core, userid, 'subscribe'),
    unsubscribe: (userid: string) => phone.appNotice(core, userid, 'unsubscribe'),
    press: async (
      userid: string,
      cardId: string,
      key: string,
      { force = false, ticked = {} }: PressOptions = {},
    ) => tapApp(userid, cardId, force, (card) => pressOn(card.card, key, ticked, force)),
    submit: async (
      userid: string,
      cardId: string,
      ticked: Ticked,
      { force = false }: { force?: boolean } = {},
    ) => tapApp(userid, cardId, force, (card) => submitOn(card.card, ticked)),
    inbox: (userid: string) => seen(appChat(userid)),

    sayInGroup: (userid: string, text: string) => phone.sayToBot(core, inGroup(userid), text),
    sendMixedInGroup: (userid: string, text: string, images: Uint8Array[]) =>
      phone.sendMixed(core, inGroup(userid), text, images),
    pressInGroup: async (
      userid: string,
      cardId: string,
      key: string,
      { force = false, ticked = {} }: PressOptions = {},
    ) => tapBot(inGroup(userid), cardId, force, (card) => pressOn(card.card, key, ticked, force)),
    submitInGroup: async (userid: string, cardId: string, ticked: Ticked) =>
      tapBot(inGroup(userid), cardId, false, (card) => submitOn(card.card, ticked)),
    groupInbox: () => seen(groupChat(groupId())),

    enterBot: (userid: string) => phone.enterBot(core, userid),
    sayToBot: (userid: string, text: string) => phone.sayToBot(core, { userid }, text),
    sendImageToBot: (userid: string, content: Uint8Array) => phone.sendImageToBot(core, userid, content),
    sendMixedToBot: (userid: string, text: string, images: Uint8Array[]) =>
      phone.sendMixed(core, { userid }, text, images),
    sendVoiceToBot: (userid: string, transcript: string) => phone.sendVoiceToBot(core, userid, transcript),
    pressInBot: async (
      userid: string,
      cardId: string,
      key: string,
      { force = false, ticked = {} }: PressOptions = {},
    ) => tapBot({ userid }, cardId, force, (card) => pressOn(card.card, key, ticked, force)),
    botInbox: (userid: string) => seen(botChat(userid)),
  }
}

type ReadTap = (card: Message) => phone.Tap
