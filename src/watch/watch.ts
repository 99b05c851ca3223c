/** What the machine tells about itself. Never a person's words, never a secret. */
export type Watch = {
  log(level: 'info' | 'warn' | 'error', event: string, fields?: Record<string, unknown>): void
  /** One turn of that kind of message took so long. */
  turn(kind: string, seconds: number): void
  count(
    name:
      | 'turns_outrun'
      | 'sent'
      | 'send_failed'
      | 'send_later'
      | 'refused'
      | 'photos_kept'
      | 'photos_failed'
      | 'model_asked'
      | 'model_used'
      | 'model_refused'
      | 'model_timed_out',
    label?: string,
  ): void
}
