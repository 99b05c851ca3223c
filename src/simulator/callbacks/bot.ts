import { setTimeout as pause } from 'node:timers/promises'
import { encrypt, signature } from '../crypto.ts'
import { botOf, openId, type Core } from '../core.ts'
import { botChat, groupChat } from '../world.ts'
import { readBotReply, type BotReply, type Situation } from './bot-reply.ts'
import { get, MESSAGE_ATTEMPTS, post, signedUrl } from './post.ts'
import { issueLink } from '../links.ts'
import { showBotReply } from './bot-show.ts'

export type BotOutcome = { status: number | null; attempts: number; reply: BotReply }
/** Where something is said to the AI bot; `chatId` in a group. */
export type Place = { userid: string; chatId?: string }

export const BOT_PATH = '/wecom/bot'
const REFRESH_MS = 1000
/** WeCom asks for the rest of a stream for six minutes (D100719). */
const STREAM_MS = 6 * 60_000

export const chatOf = (place: Place): string =>
  place.chatId === undefined ? botChat(place.userid) : groupChat(place.chatId)

/** Sends a message to the AI bot (WeCom D101138), and asks for the rest until a streamed answer is finished. */
export async function botMessage(
  core: Core,
  place: Place,
  msgtype: string,
  content: object,
): Promise<BotOutcome> {
  const link = issueLink(core, chatOf(place))
  const message = { ...head(core, place), response_url: link, msgtype, ...content }
  const outcome = await tell(core, place, message, { of: 'message' }, MESSAGE_ATTEMPTS)
  const refreshMs = core.options.timing?.refreshMs ?? REFRESH_MS
  for (let waited = 0; isUnfinished(outcome.reply) && waited < STREAM_MS; waited += refreshMs) {
    await pause(refreshMs)
    outcome.reply = (await refresh(core, place, outcome.reply.stream.id)).reply
  }
  return outcome
}

const isUnfinished = (reply: BotReply): reply is BotReply & { kind: 'stream' } =>
  reply.kind === 'stream' && !reply.stream.finish

const refresh = (core: Core, place: Place, id: string): Promise<BotOutcome> =>
  tell(core, place, { ...head(core, place), msgtype: 'stream', stream: { id } }, { of: 'refresh', id }, 1)

/** Sends an event to the AI bot (D101027). A card event is sent once only. */
export function botEvent(
  core: Core,
  place: Place,
  eventtype: string,
  details: object,
  situation: Situation,
): Promise<BotOutcome> {
  const once = situation.of === 'tap'
  const message = {
    ...head(core, place),
    create_time: Math.floor(core.now() / 1000),
    ...(once ? { response_url: issueLink(core, chatOf(place)) } : {}),
    msgtype: 'event',
    event: { eventtype, ...details },
  }
  return tell(core, place, message, situation, once ? 1 : MESSAGE_ATTEMPTS)
}

/** The check that WeCom makes when the bot's URL is saved. */
export async function verifyBotUrl(core: Core): Promise<boolean> {
  const echo = core.freshId()
  const echostr = encrypt(botOf(core).encodingAesKey, echo, '', core.random(16))
  const answered = await get(core, callbackUrl(core, echostr, core.freshId(8), { echostr }))
  return answered.status === 200 && answered.body === echo
}

function head(core: Core, { userid, chatId }: Place) {
  const bot = botOf(core)
  const place = chatId === undefined ? { chattype: 'single' } : { chattype: 'group', chatid: chatId }
  const from = { userid: bot.encryptsIds === true ? openId(core, userid) : userid }
  return { msgid: core.freshId(16), aibotid: bot.botId, ...place, from }
}

async function tell(
  core: Core,
  place: Place,
  message: object,
  situation: Situation,
  attempts: number,
): Promise<BotOutcome> {
  const nonce = core.freshId(8)
  const secret = encrypt(botOf(core).encodingAesKey, JSON.stringify(message), '', core.random(16))
  const body = JSON.stringify({ encrypt: secret })
  const answered = await post(core, callbackUrl(core, secret, nonce), body, attempts)
  const reply: BotReply =
    answered.status === 200 ? readBotReply(core, answered.body, nonce, situation) : { kind: 'none' }
  showBotReply(core, chatOf(place), reply)
  return { status: answered.status, attempts: answered.attempts, reply }
}

function callbackUrl(
  core: Core,
  ciphertext: string,
  nonce: string,
  more: Record<string, string> = {},
): string {
  const timestamp = String(Math.floor(core.now() / 1000))
  const msg_signature = signature(botOf(core).token, timestamp, nonce, ciphertext)
  const path = core.options.callbackPaths?.bot ?? BOT_PATH
  return signedUrl(core.options.callbackBase, path, { msg_signature, timestamp, nonce, ...more })
}
