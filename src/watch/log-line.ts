import type { Watch } from './watch.ts'

/** Events as lines of JSON, the same on both hosts. */
export const createLog =
  (write: (line: string) => void, now: () => number): Watch['log'] =>
  (level, event, fields) =>
    write(JSON.stringify({ at: now(), level, event, ...fields }))
