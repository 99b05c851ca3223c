import { expect, test } from 'vitest'
import type { Db } from '#db/store.ts'
import type { Roster } from '#handlers/context.ts'
import { at, day } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { turnOf, type Hour } from '#src/policy/hours.ts'
import { turnsOf } from '#src/schedule/turns.ts'

const TODAY = day('2026-11-23')
const HOUR: Hour = { day: TODAY, slot: '08:00' }
/** One person for each of the ten minutes. */
const PEOPLE = Array.from({ length: 200 }, (_, i) => `u${i}` as UserId)
  .filter((each, i, all) => all.findIndex((other) => turnOf(other, TODAY) === turnOf(each, TODAY)) === i)
  .toSorted((a, b) => turnOf(a, TODAY) - turnOf(b, TODAY))

/** A database of so many schools in whose mornings people hear. */
function city(schools: number) {
  const db = {} as Db
  const roster = { allSchools: () => ({ length: schools }) as ReturnType<Roster['allSchools']> } as Roster
  return (hour: number, minute: number, { waiting = [] as UserId[], hours = [HOUR], fails = false } = {}) => {
    const now = { db, roster, today: TODAY, now: at(TODAY, hour, minute) }
    const turns = turnsOf(now, hours, new Set(waiting))
    const hearing = hours.map((each) => PEOPLE.filter(turns.hears(each)).map((who) => PEOPLE.indexOf(who)))
    if (!fails) turns.done()
    return { hearing: hearing.flat(), areLast: turns.areLast }
  }
}

test('each minute is for those whose turn it is, and the tenth is the last', () => {
  const minute = city(3_300)
  expect(minute(8, 0)).toEqual({ hearing: [0], areLast: false })
  expect(minute(8, 1)).toEqual({ hearing: [1], areLast: false })
  expect(minute(8, 9)).toEqual({ hearing: [2, 3, 4, 5, 6, 7, 8, 9], areLast: true })
})

test('what failed is for all of them again', () => {
  const minute = city(3_300)
  expect(minute(8, 1, { fails: true }).hearing).toEqual([0, 1])
  expect(minute(8, 2).hearing).toEqual([0, 1, 2])
})

test('who hears later today is not lost when his turn has gone by', () => {
  const minute = city(3_300)
  expect(minute(8, 9, { waiting: [PEOPLE[4]!] })).toEqual({
    hearing: [0, 1, 2, 3, 5, 6, 7, 8, 9],
    areLast: false,
  })
  expect(minute(8, 10, { waiting: [PEOPLE[4]!] }).hearing).toEqual([])
  expect(minute(8, 30)).toEqual({ hearing: [4], areLast: true })
})

test('a new hour is for everybody, what is over of the one before for nobody', () => {
  const minute = city(3_300)
  minute(8, 9, { waiting: [PEOPLE[4]!] })
  const hours: Hour[] = [HOUR, { day: TODAY, slot: '08:30' }]
  expect(minute(8, 30, { hours }).hearing).toEqual([4, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
})

test('thirty cities make up for a standstill one turn a minute', () => {
  const minute = city(99_000)
  expect(minute(10, 0)).toEqual({ hearing: [0], areLast: false })
  for (let i = 1; i < 9; i++) expect(minute(10, i)).toEqual({ hearing: [i], areLast: false })
  expect(minute(10, 9)).toEqual({ hearing: [9], areLast: true })
})
