import { describe, expect, test } from 'vitest'
import { overdueCases } from '#db/cases.ts'
import { answerTo } from '#db/inbox.ts'
import { draw } from '#db/numbers.ts'
import { dueMessages } from '#db/outbox.ts'
import { inspectorsOf, namesOf, personOf } from '#db/people.ts'
import { cases, visits } from '#db/schema/loop.ts'
import { inbox, outbox } from '#db/schema/machine.ts'
import { assignments, people } from '#db/schema/roster.ts'
import { insert } from '#db/store.ts'
import { visitDays } from '#db/visits.ts'
import { instant } from '#src/domain/day.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { caseRow, LI, outboxRow, personRow, TODAY, visitRow, type Opened } from './rows.ts'

/** Reads that are prepared once with places for their values, a join, and long lists. */
export function readsContract(store: Opened): void {
  test('takes other values each time', async () => {
    const entry = { at: instant(1), channel: 'wecom_app', sender: LI, kind: 'text', turn: 't' }
    await store().commit([
      insert(inbox, { ...entry, key: 'a', answer: '好' }),
      insert(inbox, { ...entry, key: 'b' }),
    ])
    const answers = await Promise.all(['a', 'b', 'c'].map((key) => answerTo(store().db, key)))
    expect(answers).toEqual([{ answer: '好', at: 1 }, { answer: null, at: 1 }, null])
  })

  test('takes its limit as a value, and keeps the order of a queue', async () => {
    await store().commit([
      insert(outbox, outboxRow('first', { subject: 's' })),
      insert(outbox, outboxRow('behind', { subject: 's' })),
      insert(outbox, outboxRow('leased', { leaseUntil: instant(6) })),
      insert(outbox, outboxRow('urgent', { lane: 0 })),
      insert(outbox, outboxRow('later', { nextAt: instant(6) })),
    ])
    const due = async (limit: number) =>
      (await dueMessages(store().db, instant(5), limit)).map((row) => row.token)
    expect(await due(9)).toEqual(['urgent', 'first'])
    expect(await due(1)).toEqual(['urgent'])
  })

  test('gives the next number, and the first of an empty series', async () => {
    expect((await draw(store().db, '章督整')).n).toEqual([1])
    await store().commit((await draw(store().db, '章督整', 2)).writes)
    expect((await draw(store().db, '章督整')).n).toEqual([3])
  })

  test('joins two tables without mixing their columns', async () => {
    const school = 'S01' as SchoolCode
    await store().commit([
      insert(people, personRow(LI, { name: '李敏', alsoRoles: ['zone_leader'] })),
      insert(people, personRow('wang', { withdrawn: true })),
      insert(assignments, { inspector: LI, school }),
      insert(assignments, { inspector: 'wang' as UserId, school }),
    ])
    const li = { userid: LI, name: '李敏', roles: ['part_time_inspector', 'zone_leader'] }
    expect(await inspectorsOf(store().db, school, TODAY)).toEqual([li])
    expect(await personOf(store().db, LI, TODAY)).toMatchObject({ ...li, assigned: [school] })
    expect(await personOf(store().db, 'wang' as UserId, TODAY)).toBeNull()
  })

  // D1 takes 100 bound parameters, Node far more.
  describe('about more than a hundred', () => {
    const schools = Array.from({ length: 101 }, (_, i) => `S${i}` as SchoolCode)

    test('schools finds the days of visits', async () => {
      await store().commit(schools.map((school) => insert(visits, visitRow(`v ${school}`, { school }))))
      const found = await visitDays(store().db, schools, TODAY, TODAY)
      expect(found).toEqual(new Map(schools.map((school) => [school, [TODAY]])))
    })

    test('schools finds what is overdue', async () => {
      await store().commit(schools.map((school) => insert(cases, caseRow(`c ${school}`, { school }))))
      const sight = { kind: 'schools', schools: schools.slice(0, 100), inspector: null } as const
      const found = await overdueCases(store().db, sight, TODAY, 200)
      expect(new Set(found.map((each) => each.school))).toEqual(new Set(sight.schools))
    })

    test('people finds their names', async () => {
      const userids = schools.map((school) => `u_${school}` as UserId)
      await store().commit([insert(people, personRow(userids[0]!, { name: '李敏' }))])
      expect(await namesOf(store().db, userids)).toEqual(new Map([[userids[0], '李敏']]))
    })
  })
}
