import type { Outgoing } from '#cards/outgoing.ts'
import type { Instant } from './day.ts'
import type { Suggestion, Unsure } from '#src/language/questions/suggestions.ts'
import type { MediaRef } from './incoming.ts'
import type { Picture } from './picture.ts'

/** Business time (due dates, digests) may be moved by a rehearsal; machine time (leases, tokens) never is. */
export type Clock = { now(): Instant }

export type Ids = {
  /** Unguessable, `[0-9a-z]`, unique for ever. */
  fresh(): string
  /** Evenly spread in [0, 1): jitter only. */
  chance(): number
}

export type Stored = { sha256: string; mime: string; bytes: number }

/** Photos: content-addressed, free of place and device data. */
export type Files = {
  /** Checks that it is an image, strips its metadata and keeps it. Throws UserError when it is no image. */
  keepImage(content: Uint8Array): Promise<Stored>
  read(sha256: string): Promise<Uint8Array>
  /** Nothing names it any more. Harmless where it is gone already. */
  forget(sha256: string): Promise<void>
}

/** Draws what people would rather look at than read; absent where the host cannot, and the words stand alone. */
export type Pictures = {
  /** A PNG within what the platform takes. `at` stands in it in small type: the same picture twice is two messages. */
  draw(picture: Picture, at: Instant): Promise<Uint8Array>
}

export type Sent =
  /** Shown to its receiver. `responseCode` lets a card be updated once, within 72 h. */
  | { outcome: 'sent'; responseCode?: string }
  /** Nobody will ever see it: the receiver is unknown to the platform, the body is refused. */
  | { outcome: 'refused'; why: string }
  /** Not now. `unsure`: it may have arrived (no answer, half an answer), so only the same bytes may follow. */
  | { outcome: 'later'; why: string; retryAfterMs?: number; unsure?: boolean }

/** What delivery knows of a platform. */
export type Channel = {
  /** The exact bytes to send; stored before the first try, so that a resend is the same message to the platform. */
  render(message: Outgoing, options: { taskId: string; late: boolean }): Promise<string> | string
  send(body: string): Promise<Sent>
  /** How many messages of its limit per person a rendered body takes. */
  messagesIn(body: string): number
  fetchMedia(ref: MediaRef): Promise<Uint8Array>
  /** The most messages a minute that one receiver, a person or a group, may be sent; more would be dropped in silence. */
  perMinute(recipient: string): number
}

/** What came of a question to the model: `resting` was not asked, since it failed several times in a row. */
export type ModelAnswer =
  { suggestion: Suggestion } | { refused: 'resting' | 'timed_out' | 'lost' | 'status' | 'too_long' | 'wrong' }

/** A model that is asked where the rules are unsure; it never throws, and answers within seconds. */
export type Model = { suggest(unsure: Unsure): Promise<ModelAnswer> }
