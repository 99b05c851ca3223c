import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { change, create } from '#db/history.ts'
import { events, notices, requests } from '#db/schema/loop.ts'
import { numbers, onces, outbox } from '#db/schema/machine.ts'
import { insert, insertNew, remove, takenKey, update, upsert, type Store, type Write } from '#db/store.ts'
import { instant } from '#src/domain/day.ts'
import { act, noticeRow, outboxRow, requestRow, rowsOf, type Opened } from './rows.ts'
import { readsContract } from './store-reads.ts'
import { writesContract } from './store-writes.ts'

/** What every store must do alike. `open` gives an empty database with the schema in it. */
export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`the store on ${name}`, () => {
    let store: Store
    beforeEach(async () => {
      store = await open()
    })
    afterEach(() => store.close())
    describe('a commit', () => commitContract(() => store))
    describe('a write', () => writesContract(() => store))
    describe('a history', () => historyContract(() => store))
    describe('a read', () => readsContract(() => store))
  })
}

const once = (key: string, at = 1): Write => insert(onces, { key, at: instant(at) })
const asked = (id: string): Write => insert(requests, requestRow(id))

const refusal = (store: Store, writes: Write[]): Promise<unknown> =>
  store.commit(writes).then(
    () => expect.unreachable('the commit went through'),
    (error: unknown) => error,
  )

function commitContract(store: Opened): void {
  test('of nothing is nothing', async () => {
    expect(await store().commit([])).toEqual([])
  })

  test('whose last write fails leaves nothing of the others', async () => {
    await store().commit([once('kept')])
    await refusal(store(), [once('a'), update(onces, { at: instant(9) }, { key: 'kept' }), once('kept')])
    expect(await rowsOf(store(), onces)).toEqual([{ key: 'kept', at: 1 }])
  })

  test.each<[string, Write[]]>([
    ['onces.key', [once('a'), once('a')]],
    ['numbers.series, numbers.n', [1, 2, 1].map((n) => insert(numbers, { series: '章督整', n }))],
    ['outbox.token', [insert(outbox, outboxRow('t')), insert(outbox, outboxRow('t'))]],
    ['requests.notice, requests.kind', [asked('r1'), asked('r2')]],
  ])('that takes %s twice is refused by that name', async (key, writes) => {
    expect(takenKey(await refusal(store(), writes))).toBe(key)
  })

  test('that is refused for something else names no key', async () => {
    expect(takenKey(await refusal(store(), [insert(onces, { key: 'a', at: null as never })]))).toBeNull()
  })

  test('tells how many rows each write changed', async () => {
    const changed = await store().commit([
      once('a'),
      once('b'),
      insertNew(onces, { key: 'a', at: instant(2) }),
      insertNew(onces, { key: 'c', at: instant(2) }),
      upsert(onces, { key: 'a', at: instant(3) }),
      update(onces, { at: instant(4) }, { at: { atMost: 2 } }),
      update(onces, { at: instant(5) }, { key: 'nobody' }),
      remove(onces, { at: 4 }),
    ])
    expect(changed).toEqual([1, 1, 0, 1, 1, 2, 0, 2])
    expect(await rowsOf(store(), onces)).toEqual([{ key: 'a', at: 3 }])
  })

  test('may be long', async () => {
    const keys = Array.from({ length: 101 }, (_, i) => `key ${i}`)
    expect(await store().commit(keys.map((key) => once(key)))).toEqual(keys.map(() => 1))
    expect(await store().db.$count(onces)).toBe(101)
  })

  test('settles for itself among others made at the same moment', async () => {
    const commits = Array.from({ length: 20 }, (_, i) =>
      store().commit([once(`one ${i}`), once(`pair ${i >> 1}`)]),
    )
    const settled = await Promise.allSettled(commits)
    const went = settled.filter((each) => each.status === 'fulfilled')
    expect(went.map((each) => each.value)).toEqual(Array(10).fill([1, 1]))
    expect(await store().db.$count(onces)).toBe(20)
  })
}

function historyContract(store: Opened): void {
  beforeEach(async () => {
    await store().commit(create(requests, requestRow('r1'), act('asked')))
  })
  const seen = async () => (await rowsOf(store(), requests))[0]!

  test('goes on by one', async () => {
    await store().commit(change(requests, await seen(), { state: 'granted' }, act('granted')))
    expect(await seen()).toMatchObject({ id: 'r1', seq: 2, state: 'granted' })
    expect(await rowsOf(store(), events)).toMatchObject([
      { aggregate: 'r1', seq: 1, kind: 'asked', before: {}, after: { state: 'asked' } },
      { aggregate: 'r1', seq: 2, kind: 'granted', before: { state: 'asked' }, after: { state: 'granted' } },
    ])
  })

  test('lets one of two through who act at once, and the other leaves no trace', async () => {
    const old = await seen()
    const answers = ['granted', 'refused'] as const
    const commits = answers.map((state) =>
      store().commit([insert(notices, noticeRow(state)), ...change(requests, old, { state }, act(state))]),
    )
    const settled = await Promise.allSettled(commits)
    const won = answers.filter((_, i) => settled[i]?.status === 'fulfilled')
    const lost = settled.filter((each) => each.status === 'rejected')
    expect(won).toHaveLength(1)
    expect(takenKey(lost[0]?.reason)).toBe('events.aggregate, events.seq')
    expect(await seen()).toMatchObject({ seq: 2, state: won[0] })
    expect((await rowsOf(store(), events)).map((event) => event.kind)).toEqual(['asked', won[0]])
    expect((await rowsOf(store(), notices)).map((notice) => notice.id)).toEqual(won)
  })
}
