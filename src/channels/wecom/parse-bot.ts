import { z } from 'zod'
import { instant } from '#src/domain/day.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Incoming, IncomingContent, MediaRef } from '#src/domain/incoming.ts'
import { userId } from '#src/domain/words.ts'
import { Refusal } from './refusal.ts'

const Words = z.object({ content: z.string() })
const Resource = z.object({ url: z.string() })
const Part = z.object({
  msgtype: z.string(),
  text: Words.optional(),
  voice: Words.optional(),
  image: Resource.optional(),
})
const Content = Part.extend({
  file: Resource.optional(),
  video: Resource.optional(),
  mixed: z.object({ msg_item: z.array(Part) }).optional(),
})
type Content = z.infer<typeof Content>

// WeCom D101027 spells these fields one way in its tables and another in its examples.
const Options = z
  .object({ option_id: z.array(z.string()).optional(), optionid: z.array(z.string()).optional() })
  .transform((of) => of.option_id ?? of.optionid ?? [])
const Selected = z
  .object({ option_ids: Options.optional(), optionids: Options.optional() })
  .transform((of) => of.option_ids ?? of.optionids ?? [])
const Items = z
  .object({ selected_item: z.array(Selected).optional(), selecteditem: z.array(Selected).optional() })
  .transform((of) => (of.selected_item ?? of.selecteditem ?? []).flat())
const Tap = z
  .object({
    event_key: z.string().optional(),
    eventkey: z.string().optional(),
    task_id: z.string().optional(),
    taskid: z.string().optional(),
    selected_items: Items.optional(),
    selecteditems: Items.optional(),
  })
  .transform((of) => ({
    action: of.event_key ?? of.eventkey,
    taskId: of.task_id ?? of.taskid,
    selected: of.selected_items ?? of.selecteditems,
  }))
// The page nests a tap under its event type; the platform's own SDK reads it from the event itself.
const Event = z
  .object({ eventtype: z.string() })
  .and(Tap)
  .and(z.object({ template_card_event: Tap.optional() }))

/** A message or event of the AI bot, decrypted (WeCom D100719, D101027): the parts that we read. */
const BotMessage = Content.extend({
  msgid: z.string().min(1),
  chatid: z.string().optional(),
  chattype: z.string(),
  from: z.object({ userid: z.string().min(1) }),
  create_time: z.number().int().optional(),
  quote: Content.optional(),
  stream: z.object({ id: z.string() }).optional(),
  event: Event.optional(),
})
  // Taken for a private chat, a group would be told what is not for all its members.
  .refine((message) => message.chattype === 'single' || message.chatid)
export type BotMessage = z.infer<typeof BotMessage>

/** Reads the JSON inside a callback of the bot; throws a Refusal where it is none. */
export function readBotMessage(json: string): BotMessage {
  try {
    return BotMessage.parse(JSON.parse(json))
  } catch {
    throw new Refusal('content')
  }
}

/** `from` is the plain userid; `signedAt` stands in where the message carries no time of its own. */
export function parseBot(
  message: BotMessage,
  about: { raw: string; from: string; signedAt: Instant; botName?: string | undefined },
): Incoming {
  const common = {
    key: `bot:${message.msgid}`,
    channel: 'wecom_bot' as const,
    from: userId(about.from),
    sentAt: message.create_time === undefined ? about.signedAt : instant(message.create_time * 1000),
    ...(message.chatid && { chat: message.chatid }),
  }
  switch (message.msgtype) {
    case 'text':
    case 'mixed':
    case 'voice':
    case 'image':
      return { ...common, ...spoken(message, about.botName) }
    case 'file':
    case 'video':
      return { ...common, kind: 'media', what: message.msgtype, media: refs([message[message.msgtype]]) }
    case 'event':
      return { ...common, ...eventOf(message, about.raw) }
    default:
      return { ...common, kind: 'unsupported', what: message.msgtype, raw: about.raw }
  }
}

function spoken(message: BotMessage, botName: string | undefined): IncomingContent {
  const said = wordsOf(message)
  const text = message.chatid ? withoutMention(said, botName) : said
  const quoted = message.quote && wordsOf(message.quote)
  const media = [...imagesOf(message), ...(message.quote ? imagesOf(message.quote) : [])]
  if (text === '' && !quoted && media.length > 0) return { kind: 'media', what: 'image', media }
  return { kind: 'text', text, ...(quoted && { quoted }), media }
}

const wordsOf = (content: Content): string =>
  [content, ...(content.mixed?.msg_item ?? [])]
    .flatMap((part) => part.text?.content ?? part.voice?.content ?? [])
    .join('\n')

const imagesOf = (content: Content): MediaRef[] =>
  refs([content.image, ...(content.mixed?.msg_item ?? []).map((part) => part.image)])

const refs = (resources: ({ url: string } | undefined)[]): MediaRef[] =>
  resources.flatMap((resource) => (resource ? [{ via: 'bot_url' as const, url: resource.url }] : []))

/** In a group the text still names the bot, `@督导 助手 查欠账`; a name may hold spaces, so it has to be known to go whole. */
function withoutMention(text: string, botName: string | undefined): string {
  const known = botName !== undefined && text.includes(`@${botName}`)
  return text.replace(known ? `@${botName}` : /^\s*@\S*/, '').trim()
}

function eventOf({ event }: BotMessage, raw: string): IncomingContent {
  if (event?.eventtype === 'enter_chat') return { kind: 'entered' }
  if (event?.eventtype !== 'template_card_event')
    return { kind: 'unsupported', what: `event:${event?.eventtype ?? ''}`, raw }
  const nested = event.template_card_event
  return {
    kind: 'tap',
    action: nested?.action ?? event.action ?? '',
    taskId: nested?.taskId ?? event.taskId ?? '',
    selected: nested?.selected ?? event.selected ?? [],
  }
}
