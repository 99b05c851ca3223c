import { inArray } from 'drizzle-orm'
import { expect, test } from 'vitest'
import { openD1 } from '#db/d1.ts'
import { onces } from '#db/schema/machine.ts'
import { freshDatabase } from './database.ts'

/** That the ring refuses what the service refuses: else what passes here would prove nothing. */

test('100 bound parameters are taken, 101 are refused', async () => {
  const { db } = openD1(await freshDatabase())
  const some = (count: number) =>
    db
      .select()
      .from(onces)
      .where(inArray(onces.key, Array(count).fill('a')))
      .then((rows) => rows.length)
  expect(await some(100)).toBe(0)
  await expect(some(101)).rejects.toMatchObject({ cause: { message: expect.stringContaining('too many') } })
})

test('a transaction by hand is refused', async () => {
  const database = await freshDatabase()
  await expect(database.prepare('begin immediate').run()).rejects.toThrow('transaction')
})

test('a request that no test answers fails', async () => {
  const answer = await fetch('https://qyapi.weixin.qq.com/cgi-bin/gettoken').then(
    (response) => response.status,
    () => 'no answer',
  )
  expect(answer).toBe(500)
})

test('the runtime knows no redirect: error, and its fetch belongs to nobody', () => {
  expect(() => new Request('https://qyapi.weixin.qq.com', { redirect: 'error' })).toThrow('redirect')
  expect(() => ({ fetch }).fetch('https://qyapi.weixin.qq.com')).toThrow('Illegal invocation')
})
