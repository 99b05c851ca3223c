/** Something the person who wrote can mend; the message is what he reads. */
export class UserError extends Error {
  override name = 'UserError'
}

/** A temporary failure; the caller tries again, not before `retryAfterMs`. */
export class RetryLater extends Error {
  override name = 'RetryLater'
  readonly retryAfterMs: number | undefined
  constructor(message: string, retryAfterMs?: number, options?: ErrorOptions) {
    super(message, options)
    this.retryAfterMs = retryAfterMs
  }
}

/** The deployment is set up wrongly; the message says which value is wrong and where to find the right one. */
export class ConfigError extends Error {
  override name = 'ConfigError'
}

/** The end of an exhaustive switch: the build fails when a case is missing. */
export function unreachable(value: never): never {
  throw new Error(`Not a case that the code knows: ${JSON.stringify(value)}`)
}

/**
 * What failed at the bottom, for a log: drizzle's own message quotes all parameters, and those hold people's words.
 */
export function rootCause(error: unknown): string {
  let last = error
  while (last instanceof Error && last.cause !== undefined) last = last.cause
  return last instanceof Error ? `${last.name}: ${last.message}` : typeof last
}
