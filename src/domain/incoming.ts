import type { Instant } from './day.ts'
import type { UserId } from './words.ts'

/** A reference to a file that the platform still holds; `fetch` is decoded by the channel that wrote it. */
export type MediaRef = { via: 'app_media'; mediaId: string } | { via: 'bot_url'; url: string }

type Common = {
  /** Unique for ever; a repeat by the platform has the same key. The inbox's primary key. */
  key: string
  channel: 'wecom_app' | 'wecom_bot'
  from: UserId
  /** When the platform says that it was sent. */
  sentAt: Instant
  /** Set when said in a group: everything in it is public (architecture.md, people and permission). */
  chat?: string
}

/** What was said or done. What we do not handle is a member, never an exception. */
export type IncomingContent =
  | { kind: 'text'; text: string; quoted?: string; media: MediaRef[] }
  | { kind: 'media'; what: 'image' | 'voice' | 'video' | 'file'; media: MediaRef[] }
  | { kind: 'tap'; action: string; taskId: string; responseCode?: string; selected: string[] }
  | { kind: 'entered' }
  | { kind: 'joined' }
  | { kind: 'left' }
  | { kind: 'unsupported'; what: string; raw: string }

/** Everything that can come in from a platform. */
export type Incoming = Common & IncomingContent
