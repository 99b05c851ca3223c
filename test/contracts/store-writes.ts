import { expect, test } from 'vitest'
import { events, visits } from '#db/schema/loop.ts'
import { dialogues, onces, outbox } from '#db/schema/machine.ts'
import { assignments } from '#db/schema/roster.ts'
import { insert, insertNew, remove, update, upsert } from '#db/store.ts'
import { day, instant } from '#src/domain/day.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import { act, LI, outboxRow, rowsOf, TODAY, visitRow, type Opened } from './rows.ts'

/** Every kind of write and of condition, and every kind of column. */
export function writesContract(store: Opened): void {
  test('of a row that may be there leaves it alone', async () => {
    await store().commit([1, 2].map((at) => insertNew(onces, { key: 'a', at: instant(at) })))
    expect(await rowsOf(store(), onces)).toEqual([{ key: 'a', at: 1 }])
  })

  test('over a row of a key in two parts touches the named columns of that row', async () => {
    const [one, other] = ['S01', 'S02'] as [SchoolCode, SchoolCode]
    const post = { inspector: LI, fromOn: day('2026-01-01') }
    await store().commit([one, other].map((school) => insert(assignments, { ...post, school })))
    await store().commit([upsert(assignments, { ...post, school: one, toOn: TODAY })])
    expect(await rowsOf(store(), assignments)).toMatchObject([
      { ...post, school: one, toOn: TODAY },
      { ...post, school: other, toOn: null },
    ])
  })

  const present = { present: true as const }
  test.each([
    ['nothing', {}, ['early', 'late', 'open']],
    ['a value', { token: 'late' }, ['late']],
    ['a yes', { settled: true }, ['open']],
    ['two columns', { settled: false, createdAt: 1 }, ['early']],
    ['at most, the bound included', { createdAt: { atMost: 2 } }, ['early', 'late']],
    ['at most, below all', { createdAt: { atMost: 0 } }, []],
    ['at most of what may be absent', { sentAt: { atMost: 7 } }, ['early', 'late']],
    ['absence', { sentAt: null }, ['open']],
    ['presence', { sentAt: present }, ['early', 'late']],
    ['presence and a value', { sentAt: present, token: 'early' }, ['early']],
  ])('finds its rows by %s', async (_, where, expected) => {
    await store().commit([
      insert(outbox, outboxRow('early', { createdAt: instant(1), sentAt: instant(7) })),
      insert(outbox, outboxRow('late', { createdAt: instant(2), sentAt: instant(7) })),
      insert(outbox, outboxRow('open', { createdAt: instant(3), settled: true })),
    ])
    expect(await store().commit([update(outbox, { why: 'found' }, where)])).toEqual([expected.length])
    const found = (await rowsOf(store(), outbox)).filter((row) => row.why === 'found')
    expect(found.map((row) => row.token)).toEqual(expected)
    expect(await store().commit([remove(outbox, where)])).toEqual([expected.length])
  })

  /** What a write does not name: nothing, or the column's default. */
  const unsaid = {
    since: 0,
    companions: null,
    followups: null,
    recusalWaived: null,
    amending: null,
    wentInto: null,
    byModel: false,
    signedBy: null,
    signedAt: null,
    visitType: 'routine',
    filed: false,
    matters: [],
  }
  const full = visitRow('v1', {
    candidates: ['S01', 'S02'] as SchoolCode[],
    dayDefault: true,
    counts: { lessons: 3 },
    narrative: `it's; -- \\ 100% _ “留样”\n不全 🍚`,
    createdAt: instant(0),
    submittedAt: instant(1_795_420_800_123),
  })

  test('gives back what was put in: lists, records, yes and no, moments, signs', async () => {
    await store().commit([insert(visits, full)])
    expect(await rowsOf(store(), visits)).toEqual([{ ...unsaid, ...full, no: null }])
  })

  test('empties columns and fills them', async () => {
    const after = {
      onDay: null,
      dayDefault: false,
      candidates: [],
      counts: { meetings: 1 },
      no: '章贡-26-0001',
    }
    await store().commit([insert(visits, full), update(visits, after, { id: 'v1' })])
    expect(await rowsOf(store(), visits)).toEqual([{ ...unsaid, ...full, ...after }])
  })

  test('puts nothing where a record was', async () => {
    const awaiting = { kind: 'visit_change', visit: 'v1' } as const
    await store().commit([upsert(dialogues, { userid: LI, at: instant(1), awaiting })])
    await store().commit([upsert(dialogues, { userid: LI, at: instant(2), awaiting: null })])
    expect(await rowsOf(store(), dialogues)).toEqual([{ userid: LI, at: 2, awaiting: null }])
  })

  test('may carry a record that reads like a condition', async () => {
    const event = {
      aggregate: 'a',
      seq: 1,
      ...act('filed'),
      before: { atMost: 1 },
      after: { present: true },
    }
    await store().commit([insert(events, event)])
    expect(await rowsOf(store(), events)).toEqual([event])
  })
}
