import type { Db } from './store.ts'

/**
 * A prepared statement for each database, made at its first use: building SQL costs ten times what running it does,
 * and a turn reads several rows.
 */
export function once<T>(prepare: (db: Db) => T): (db: Db) => T {
  const made = new WeakMap<Db, T>()
  return (db) => {
    const known = made.get(db)
    if (known !== undefined) return known
    const fresh = prepare(db)
    made.set(db, fresh)
    return fresh
  }
}
