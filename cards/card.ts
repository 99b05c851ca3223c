/**
 * What people see, in our own few words. Each channel renders every kind (test/contracts/render) and reports what it
 * could not show; a card never names a platform.
 */
export type Field = { name: string; value: string }
export type Button = { label: string; action: string; style?: 'main' | 'danger' }

export type Card =
  /** Facts and up to six buttons. */
  | { kind: 'buttons'; title: string; note?: string; body?: string; fields: Field[]; buttons: Button[] }
  /** One question with options to tick; `many` allows several. The answer comes back as a tap with `selected`. */
  | {
      kind: 'choice'
      title: string
      note?: string
      options: { id: string; label: string; ticked?: boolean }[]
      many: boolean
      submit: { label: string; action: string }
    }

/** A card whose question has been answered keeps its facts and shows the outcome in place of its buttons. */
export type Settled = { outcome: string }
