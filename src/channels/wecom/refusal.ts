/** Why a callback is turned away at the door: nothing of it is stored. */
export type RefusalReason = keyof typeof STATUS

const STATUS = {
  method: 405,
  too_large: 413,
  query: 400,
  body: 400,
  cipher: 400,
  content: 400,
  signature: 403,
  stale: 403,
  receiver: 403,
  agent: 403,
} as const

export class Refusal extends Error {
  override name = 'Refusal'
  readonly reason: RefusalReason
  readonly status: (typeof STATUS)[RefusalReason]
  constructor(reason: RefusalReason) {
    super(reason)
    this.reason = reason
    this.status = STATUS[reason]
  }
}
