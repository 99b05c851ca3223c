import type { Card } from '#cards/card.ts'
import type { Message } from '#db/schema/machine.ts'
import type { Write } from '#db/store.ts'
import type { Instant } from '#src/domain/day.ts'
import type { Picture } from '#src/domain/picture.ts'
import type { Table } from '#src/domain/table.ts'
import type { UserId } from '#src/domain/words.ts'

/** One message to one person; `subject` is what it is about, and the order of showing holds within it. */
export type Post = {
  to: UserId
  subject: string
  message: Exclude<Message, { kind: 'settle' }>
  urgent?: boolean
  /** Not shown before this moment: what its receiver wants to hear later. */
  notBefore?: Instant
  /** After it the message has lost its meaning; a month where nothing is said. */
  until?: Instant
}

/** Of what waits for its moment: under a subject of its own, for it must hold back nothing else. */
export const heldSubject = (userid: UserId): string => `held:${userid}`

/** Turns every open card about a subject into its outcome. */
export type Settle = { subject: string; outcome: string }

/**
 * What a handler has decided: what to keep, what to tell, whose cards are answered. It has no effect until the bot
 * commits it, so a handler that was outrun is simply run again.
 */
export type Plan = {
  writes: readonly Write[]
  /** To the sender, at once where the platform takes it. */
  reply: string | null
  /** True where the reply may stand in a group: help, the text of rules, counts without a name. */
  public?: boolean
  send: readonly Post[]
  settle: readonly Settle[]
}

const nothing: Plan = { writes: [], reply: null, send: [], settle: [] }

export const plan = (parts: Partial<Plan>): Plan => ({ ...nothing, ...parts })
export const reply = (text: string): Plan => ({ ...nothing, reply: text })

export const card = (to: UserId, subject: string, shown: Card): Post => ({
  to,
  subject,
  message: { kind: 'card', card: shown },
})
export const text = (to: UserId, subject: string, words: string): Post => ({
  to,
  subject,
  message: { kind: 'text', text: words },
})
/** What a person would rather look at than read, beside the words that say the same; a group reads words only. */
export const picture = (to: UserId, subject: string, drawn: Picture): Post => ({
  to,
  subject,
  message: { kind: 'picture', picture: drawn },
})
/** The whole of a list whose first lines the words show; a group reads words only. */
export const table = (to: UserId, subject: string, whole: Table): Post => ({
  to,
  subject,
  message: { kind: 'table', table: whole },
})

/** Two plans of one turn as one commit. */
export const both = (first: Plan, second: Plan): Plan => ({
  writes: [...first.writes, ...second.writes],
  reply: [first.reply, second.reply].filter(Boolean).join('\n') || null,
  send: [...first.send, ...second.send],
  settle: [...first.settle, ...second.settle],
})
