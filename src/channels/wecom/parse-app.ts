import { createHash } from 'node:crypto'
import { z } from 'zod'
import { instant } from '#src/domain/day.ts'
import type { Incoming, IncomingContent } from '#src/domain/incoming.ts'
import { userId } from '#src/domain/words.ts'
import { Refusal } from './refusal.ts'
import { readXml } from './xml.ts'

const Digits = z.string().regex(/^\d{1,12}$/)
const Text = z.string().default('')
// An element without children is read as text, empty or white space.
const none = z.string().transform((): string[] => [])

const Options = z.object({ OptionId: z.array(z.string()) }).transform((of) => of.OptionId)
const Selected = z
  .object({ SelectedItem: z.array(z.object({ OptionIds: z.union([Options, none]).default([]) })) })
  .transform((of) => of.SelectedItem.flatMap((item) => item.OptionIds))

/** A message or event of the app, decrypted (WeCom D90239, D90240, D90970): the parts that we read. */
const AppMessage = z.object({
  FromUserName: z.string().min(1),
  CreateTime: Digits,
  MsgType: z.string().min(1),
  MsgId: Text,
  AgentID: Text,
  Content: Text,
  MediaId: Text,
  Event: Text,
  EventKey: Text,
  TaskId: Text,
  ResponseCode: Text,
  ChangeType: Text,
  UserID: Text,
  Id: Text,
  SelectedItems: z.union([Selected, none]).default([]),
})
type AppMessage = z.infer<typeof AppMessage>

/** `sender` is the userid as it was written, for the answer. */
export type AppCall = { incoming: Incoming; sender: string; agentId: string }

/** Reads the XML inside a callback of the app; throws a Refusal where it is none. */
export function parseApp(xml: string): AppCall {
  const read = AppMessage.safeParse(readXml(xml))
  if (!read.success) throw new Refusal('content')
  const message = read.data
  const common = {
    key: `app:${message.MsgId || fingerprint(message)}`,
    channel: 'wecom_app' as const,
    from: userId(message.FromUserName),
    sentAt: instant(Number(message.CreateTime) * 1000),
  }
  return {
    incoming: { ...common, ...contentOf(message, xml) },
    sender: message.FromUserName,
    agentId: message.AgentID,
  }
}

// Events have no id. The advice of WeCom D90240, sender and second, is too coarse: one tap may bring several events.
const fingerprint = (of: AppMessage): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        of.FromUserName,
        of.CreateTime,
        of.AgentID,
        of.Event,
        of.EventKey,
        of.TaskId,
        of.ChangeType,
        of.UserID,
        of.Id,
        of.ResponseCode,
      ]),
    )
    .digest('hex')

function contentOf(message: AppMessage, raw: string): IncomingContent {
  switch (message.MsgType) {
    case 'text':
      return { kind: 'text', text: message.Content, media: [] }
    case 'image':
    case 'voice':
    case 'video':
      return {
        kind: 'media',
        what: message.MsgType,
        media: [{ via: 'app_media', mediaId: message.MediaId }],
      }
    case 'event':
      return eventOf(message, raw)
    default:
      return { kind: 'unsupported', what: message.MsgType, raw }
  }
}

function eventOf(message: AppMessage, raw: string): IncomingContent {
  switch (message.Event) {
    case 'template_card_event':
    case 'template_card_menu_event':
    // A press in the app's menu: a tap that belongs to no card.
    case 'click':
      return tapOf(message)
    case 'enter_agent':
      return { kind: 'entered' }
    case 'subscribe':
      return { kind: 'joined' }
    case 'unsubscribe':
      return { kind: 'left' }
    default:
      return { kind: 'unsupported', what: `event:${message.Event}`, raw }
  }
}

const tapOf = (message: AppMessage): IncomingContent => ({
  kind: 'tap',
  action: message.EventKey,
  taskId: message.TaskId,
  ...(message.ResponseCode && { responseCode: message.ResponseCode }),
  selected: message.SelectedItems,
})
