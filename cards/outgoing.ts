import type { UserId } from '#src/domain/words.ts'
import type { Card } from './card.ts'

/** One message to one person. */
export type Outgoing =
  | { kind: 'text'; to: UserId; text: string }
  | { kind: 'card'; to: UserId; card: Card }
  | { kind: 'image'; to: UserId; sha256: string; name: string }
  /** Turns the buttons of a card sent before into its outcome. */
  | { kind: 'settle'; to: UserId; responseCode: string; outcome: string }
