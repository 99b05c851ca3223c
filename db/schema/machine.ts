import { sql } from 'drizzle-orm'
import { index, primaryKey, sqliteTable, uniqueIndex } from 'drizzle-orm/sqlite-core'
import { day, id, instant, json, text, whole, yes } from '#db/columns.ts'
import type { Card } from '#cards/card.ts'
import type { ReminderLine } from '#cards/reminder.ts'
import type { MediaRef } from '#src/domain/incoming.ts'
import type { Day } from '#src/domain/day.ts'
import type { NoticeChange } from '#src/domain/notice.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Table } from '#src/domain/table.ts'
import type { Amendment } from '#src/domain/visit.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { Condition } from '#src/policy/condition.ts'

/**
 * One row for every callback that had its turn: the key makes a repeat harmless, the answer makes it the same. It goes
 * after 30 days.
 */
export const inbox = sqliteTable(
  'inbox',
  {
    key: id('key').primaryKey(),
    at: instant('at').notNull(),
    channel: text('channel').notNull(),
    sender: text<UserId>('sender').notNull(),
    kind: text('kind').notNull(),
    /** What was said. */
    words: text('words'),
    /** The inline answer, repeated word for word when the platform asks again. */
    answer: text('answer'),
    turn: text('turn').notNull(),
  },
  (t) => [index('inbox_by_age').on(t.at)],
)

/** What a stored row will become once its platform has rendered it. */
export type Message =
  | { kind: 'text'; text: string }
  | { kind: 'card'; card: Card }
  | { kind: 'image'; sha256: string; name: string }
  /** Drawn when it is sent; nothing where the host cannot draw. */
  | { kind: 'picture'; picture: Picture }
  /** A list too long to be read on a phone: becomes a file when it is sent. */
  | { kind: 'table'; table: Table }
  /** What of it still has a meaning becomes a card or a text when it is sent. */
  | { kind: 'reminder'; lines: ReminderLine[] }
  /** Settles the open card `card` of this recipient; `pressed` is the code that came with his own press. */
  | { kind: 'settle'; card: string; pressed?: string; outcome: string }

export const outbox = sqliteTable(
  'outbox',
  {
    /** Order of writing: within (recipient, subject) it is the order of showing. */
    id: whole('id').primaryKey({ autoIncrement: true }),
    /** Names the message to the platform (a card's task id); unguessable. */
    token: id('token').notNull(),
    createdAt: instant('created_at').notNull(),
    recipient: text<UserId>('recipient').notNull(),
    subject: text('subject').notNull(),
    /** 0 urgent, 1 everything else. */
    lane: whole('lane').notNull(),
    kind: text<Message['kind']>('kind').notNull(),
    message: json<Message>('message').notNull(),
    /** The bytes of the first try, so that a resend is the same message to the platform. */
    body: text('body'),
    /** Those bytes say 补发. */
    late: yes('late').notNull(),
    state: text<'waiting' | 'sent' | 'failed'>('state').notNull(),
    attempts: whole('attempts').notNull(),
    nextAt: instant('next_at').notNull(),
    leaseOwner: text('lease_owner'),
    leaseUntil: instant('lease_until').notNull(),
    /** After it the message has lost its meaning and is not sent. */
    expiresAt: instant('expires_at').notNull(),
    /** When it was shown or given up: 30 days later it goes. */
    sentAt: instant('sent_at'),
    why: text('why'),
    /** Who caused it; null for the clock. He learns when an urgent message reached nobody. */
    sender: text<UserId>('sender'),
    /** A card's code for its one update, known once it is sent. */
    responseCode: text('response_code'),
    /** A card whose question has been answered, or is being turned into its outcome. */
    settled: yes('settled').notNull(),
    /** Of a text: what it says, so that saying it twice within WeCom's duplicate check is noticed. */
    digest: text('digest'),
  },
  (t) => [
    uniqueIndex('outbox_token').on(t.token),
    index('outbox_waiting')
      .on(t.lane, t.id)
      .where(sql`state = 'waiting'`),
    index('outbox_in_order')
      .on(t.recipient, t.subject, t.id)
      .where(sql`state = 'waiting'`),
    index('outbox_open_cards')
      .on(t.subject)
      .where(sql`kind in ('card', 'reminder') and settled = 0`),
    index('outbox_failed')
      .on(t.sentAt)
      .where(sql`state = 'failed'`),
    index('outbox_said').on(t.recipient, t.digest),
    index('outbox_sent').on(t.sentAt),
  ],
)

/** The question that each person has yet to answer, and what he is talking about. */
export type Awaiting =
  | { kind: 'visit_change'; visit: string }
  /** With what has been said of it already. */
  | { kind: 'extension'; notice: string; to?: Day | null; reason?: string | null }
  | { kind: 'objection'; notice: string }
  | { kind: 'report'; notice: string }
  | { kind: 'fail'; notice: string; cases: string[]; reason?: string | null; due?: Day | null }
  | { kind: 'letter'; case: string }
  | { kind: 'return'; notice: string }
  | { kind: 'letter_answer'; case: string; outcome: 'resolved' | 'school' }
  | { kind: 'take_back'; notice: string; to: SchoolCode | null }
  | { kind: 'correction'; notice: string; changes: NoticeChange[] }
  | { kind: 'objection_refusal'; request: string; seq: number }
  | { kind: 'recusal'; visit: string }
  | { kind: 'withdraw_visit'; visit: string }
  /** What the card of a draft asks for, or what is to be changed of it. */
  | { kind: 'entry'; entry: string }
  /** Why an entry is sent back. */
  | { kind: 'entry_return'; entry: string; seq: number }
  /** What is to be put right in the record, or where that is known, why. */
  | { kind: 'amend'; visit: string; after: Amendment | null }

export const dialogues = sqliteTable('dialogues', {
  userid: id<UserId>('userid').primaryKey(),
  at: instant('at').notNull(),
  awaiting: json<Awaiting>('awaiting'),
})

/** A picture that came in: fetched right after the commit, then kept under its content. */
export const photos = sqliteTable(
  'photos',
  {
    id: id('id').primaryKey(),
    at: instant('at').notNull(),
    sender: text<UserId>('sender').notNull(),
    ref: json<MediaRef>('ref').notNull(),
    state: text<'waiting' | 'kept' | 'failed'>('state').notNull(),
    attempts: whole('attempts').notNull(),
    nextAt: instant('next_at').notNull(),
    sha256: text('sha256'),
    /** The visit or report that it belongs to; null until its sender has said. */
    subject: text('subject'),
  },
  (t) => [
    index('photos_waiting')
      .on(t.nextAt)
      .where(sql`state = 'waiting'`),
    index('photos_by_subject').on(t.subject, t.at),
    index('photos_loose')
      .on(t.sender, t.at)
      .where(sql`subject is null`),
    index('photos_by_content').on(t.sha256),
  ],
)

/** Numbers that people quote, each drawn in the commit that uses it: unique, running, never used again. */
export const numbers = sqliteTable(
  'numbers',
  { series: text('series').notNull(), n: whole('n').notNull() },
  (t) => [primaryKey({ columns: [t.series, t.n] })],
)

/** Keys of things that may happen only once, such as an alarm per school, finding and hour. */
export const onces = sqliteTable('onces', {
  key: id('key').primaryKey(),
  at: instant('at').notNull(),
})

/** A reminder goes once for each (kind, subject, recipient, period): a tick that runs twice or on two machines sends it once. */
export const reminders = sqliteTable(
  'reminders',
  {
    kind: text('kind').notNull(),
    subject: text('subject').notNull(),
    recipient: text<UserId>('recipient').notNull(),
    period: text('period').notNull(),
    at: instant('at').notNull(),
    /** What it asked for, as what must no longer be so once that is done; null where it asks for nothing, and once it was looked at. */
    asks: json<Condition[]>('asks'),
    /** The last day on which the act still follows it: when that is over it is looked at. */
    actsUntil: day('acts_until'),
  },
  (t) => [
    primaryKey({ columns: [t.kind, t.subject, t.recipient, t.period] }),
    index('reminders_by_age').on(t.at),
    index('reminders_unjudged')
      .on(t.actsUntil, t.kind)
      .where(sql`acts_until is not null`),
  ],
)

/** How many reminders of each kind were followed by the act in time: all up to the end of that day. */
export const followedReminders = sqliteTable(
  'followed_reminders',
  {
    upTo: day('up_to').notNull(),
    kind: text('kind').notNull(),
    told: whole('told').notNull(),
    followed: whole('followed').notNull(),
  },
  (t) => [primaryKey({ columns: [t.upTo, t.kind] })],
)
