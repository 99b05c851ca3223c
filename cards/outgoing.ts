import type { Card } from './card.ts'

/** One message to one person; `to` is the userid in the spelling of the roster. */
export type Outgoing =
  | { kind: 'text'; to: string; text: string }
  | { kind: 'card'; to: string; card: Card }
  | { kind: 'image' | 'file'; to: string; sha256: string; name: string }
  /** Turns the buttons of a card sent before into its outcome. */
  | { kind: 'settle'; to: string; responseCode: string; outcome: string }
