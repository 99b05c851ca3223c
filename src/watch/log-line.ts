import type { Watch } from './watch.ts'

const MINUTE_MS = 60_000
const KINDS_KEPT = 100

/** Events as lines of JSON, the same on both hosts. The same error is said once a minute, with how often it was held back. */
export function createLog(write: (line: string) => void, now: () => number): Watch['log'] {
  const said = new Map<string, { at: number; held: number }>()

  /** Null while this very error was said less than a minute ago, else how often it was not said since. */
  function heldBack(key: string): number | null {
    const last = said.get(key)
    if (last && now() - last.at < MINUTE_MS) {
      last.held += 1
      return null
    }
    if (said.size >= KINDS_KEPT) said.clear()
    said.set(key, { at: now(), held: 0 })
    return last?.held ?? 0
  }

  return (level, event, fields) => {
    const isError = level === 'error' && fields !== undefined && 'error' in fields
    const held = isError ? heldBack(`${event} ${String(fields['error'])}`) : 0
    if (held !== null)
      write(JSON.stringify({ at: now(), level, event, ...fields, ...(held > 0 ? { heldBack: held } : {}) }))
  }
}
