import { z } from 'zod'
import type { CardBody } from './card-rules.ts'

/**
 * Everything that the simulated platform remembers and that survives a restart: chats, the cards in them with their
 * codes, and the media. Machine times throughout, except for a message's `at`, which is what the phone shows.
 */
const Message = z.object({
  /** A card's id is its task_id: what `press` and `submit` take. */
  id: z.string(),
  at: z.number(),
  /** The userid of who said it; null for the app and the bot. */
  from: z.string().nullable(),
  kind: z.enum(['text', 'image', 'voice', 'file', 'card']),
  /** All that can be read on it, a card's words included. */
  text: z.string(),
  mediaId: z.string().optional(),
  card: z.custom<CardBody>().optional(),
  /** A person's message is sending, sent or failed; a card that waits for an answer is pressable, then dead. */
  state: z.enum(['sending', 'sent', 'failed', 'pressable', 'dead']),
  /** What a dead card shows in place of its buttons. */
  outcome: z.string().optional(),
})

const Media = z.object({ mime: z.string(), name: z.string(), base64: z.string(), at: z.number() })
const Code = z.object({ card: z.string(), at: z.number(), used: z.boolean() })

const Snapshot = z.object({
  chats: z.array(z.tuple([z.string(), z.array(Message)])),
  cards: z.array(z.tuple([z.string(), z.array(z.string())])),
  codes: z.array(z.tuple([z.string(), Code])),
  media: z.array(z.tuple([z.string(), Media])),
})

export type Message = z.infer<typeof Message>
export type Media = z.infer<typeof Media>

export type World = {
  /** By chat: `app:userid`, `bot:userid`, `group:chatid`. */
  chats: Map<string, Message[]>
  /** By `app:task_id` or `bot:task_id`, for ever: whom the card was sent to. */
  cards: Map<string, string[]>
  /** By response code. `card` is a key of `cards`. */
  codes: Map<string, z.infer<typeof Code>>
  media: Map<string, Media>
}

/** The world as it was stored; an empty one where nothing was, or where it cannot be read any more. */
export function loadWorld(json: string | null): World {
  const stored = json === null ? null : parseSnapshot(json)
  return {
    chats: new Map(stored?.chats.map(([chat, messages]) => [chat, messages.map(interrupted)])),
    cards: new Map(stored?.cards),
    codes: new Map(stored?.codes),
    media: new Map(stored?.media),
  }
}

/** What was on its way when the simulator stopped did not arrive. */
const interrupted = (message: Message): Message =>
  message.state === 'sending' ? { ...message, state: 'failed' } : message

function parseSnapshot(json: string): z.infer<typeof Snapshot> | null {
  try {
    return Snapshot.parse(JSON.parse(json))
  } catch {
    return null
  }
}

export const dumpWorld = (world: World): string =>
  JSON.stringify({
    chats: [...world.chats],
    cards: [...world.cards],
    codes: [...world.codes],
    media: [...world.media],
  })

export const appChat = (userid: string): string => `app:${userid.toLowerCase()}`
export const botChat = (userid: string): string => `bot:${userid.toLowerCase()}`
export const groupChat = (chatId: string): string => `group:${chatId}`
