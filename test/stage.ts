import { afterEach, beforeEach, expect } from 'vitest'
import { openWorld, type Somebody, type WorldOptions } from './world.ts'

/**
 * The stage of a file of stories: each test finds a world of its own, which is closed after it, and in which nothing was
 * logged as an error. `people` puts these phones on the stage; they look from the beginning of each test on. `person` is
 * anybody's phone, the same all through a test. `reopen` begins the test again in another world.
 */
export function stage(options: WorldOptions = {}) {
  let world: Awaited<ReturnType<typeof openWorld>>
  const phones = new Map<string, Somebody>()
  const cast = new Set<string>()
  const person = (userid: string): Somebody => {
    const phone = phones.get(userid) ?? world.person(userid)
    phones.set(userid, phone)
    return phone
  }
  const open = async (as: WorldOptions) => {
    world = await openWorld(as)
    phones.clear()
    for (const userid of cast) person(userid)
  }
  const close = async () => {
    expect(world.logged.filter((each) => each.level === 'error')).toEqual([])
    await world.close()
  }
  beforeEach(() => open(options))
  afterEach(close)
  const people = <const T extends readonly string[]>(...userids: T) =>
    userids.map((userid) => {
      cast.add(userid)
      return standIn(() => person(userid))
    }) as { [K in keyof T]: Somebody }
  const reopen = async (as: WorldOptions) => {
    await close()
    await open(as)
  }
  return { world: standIn(() => world), person, people, reopen }
}

/** What a test holds in a constant, though each test has another. */
const standIn = <T extends object>(now: () => T): T =>
  new Proxy({} as T, { get: (_, key) => Reflect.get(now(), key) })
