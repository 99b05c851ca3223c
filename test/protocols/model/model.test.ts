import { afterEach, beforeEach, expect, test } from 'vitest'
import { plusMs } from '#src/domain/day.ts'
import type { Model } from '#src/domain/ports.ts'
import { createModel } from '#src/model/model.ts'
import { hear } from '#src/language/hear.ts'
import type { Unsure } from '#src/language/questions/suggestions.ts'
import { code, listening, REGISTRY } from '#test/language/city.ts'
import { openModelStub, type ModelStub } from '#test/model-stub.ts'
import { START } from '#test/world.ts'

const HELPS = { intent: 'help', school: null, date: null, findings: [] }

const shown = '蓝天北门拴了条大黄狗'
const unsure: Unsure = {
  doubt: { why: 'not_understood' },
  heard: hear(shown, REGISTRY, listening()),
  meant: { intent: 'unknown' },
  registry: REGISTRY,
  listening: listening(),
  shown,
  offered: [{ code: code('S08'), name: '蓝天幼儿园' }],
}

let stub: ModelStub
let model: Model
let clock: { at: typeof START }
beforeEach(async () => {
  stub = await openModelStub()
  clock = { at: START }
  model = createModel({ config: stub.config, fetch, clock: { now: () => clock.at }, timeout: stub.timeout })
})
afterEach(() => stub.close())

test('one question: instructions, the schools, and the message between marks', async () => {
  stub.says(HELPS)
  expect(await model.suggest(unsure)).toEqual({ suggestion: HELPS })
  const [asked] = stub.asked
  expect(asked).toMatchObject({ path: '/v1/chat/completions', authorization: 'Bearer sk-of-the-story' })
  expect(asked?.sent).toMatchObject({ model: 'small-model', stream: false, temperature: 0 })
  const [system, user] = asked!.sent.messages
  expect(system).toMatchObject({ role: 'system' })
  expect(system!.content).toMatch(/只输出一个 JSON 对象[^]*log_visit/)
  expect(user).toEqual({
    role: 'user',
    content: `请弄清这条消息是什么意思。\n可选学校：蓝天幼儿园\n<message>\n${shown}\n</message>`,
  })
})

test('a local model needs no key', async () => {
  stub.says(HELPS)
  const { baseUrl, model: name } = stub.config
  const local = createModel({
    config: { baseUrl, model: name, apiKey: null },
    fetch,
    clock: { now: () => clock.at },
  })
  expect(await local.suggest(unsure)).toEqual({ suggestion: HELPS })
  expect(stub.asked[0]?.authorization).toBeUndefined()
})

const envelope = (content: unknown) => JSON.stringify({ choices: [{ message: { content } }] })

test.each<[string, number, string, string]>([
  ['500', 500, '{"error":"overloaded"}', 'status'],
  ['401', 401, '', 'status'],
  ['no JSON', 200, '<html>login</html>', 'wrong'],
  ['no envelope', 200, JSON.stringify(HELPS), 'wrong'],
  ['no choice', 200, '{"choices":[]}', 'wrong'],
  ['no words', 200, envelope(null), 'wrong'],
  ['words about the answer', 200, envelope(`好的：${JSON.stringify(HELPS)}`), 'wrong'],
  ['another intent', 200, envelope(JSON.stringify({ ...HELPS, intent: 'acknowledge' })), 'wrong'],
  ['another type', 200, envelope(JSON.stringify({ ...HELPS, date: 20251118 })), 'wrong'],
  ['more than was asked', 200, envelope(JSON.stringify({ ...HELPS, userid: 'zhou_wen' })), 'wrong'],
  ['too long', 200, envelope('好'.repeat(20_000)), 'too_long'],
])('refused: %s', async (_, status, body, refused) => {
  stub.answers(status, body)
  expect(await model.suggest(unsure)).toEqual({ refused })
})

test('refused: nobody listens at the address', async () => {
  const { config, timeout } = stub
  stub.close()
  const nobody = createModel({ config, fetch, clock: { now: () => clock.at }, timeout })
  expect(await nobody.suggest(unsure)).toEqual({ refused: 'lost' })
})

test('a redirect is not followed: neither the words nor the key go elsewhere', async () => {
  const elsewhere = await openModelStub()
  elsewhere.says(HELPS)
  for (const status of [301, 302, 307, 308]) {
    stub.answers(status, '', { location: `${elsewhere.address}/v1/chat/completions` })
    const fresh = createModel({ config: stub.config, fetch, clock: { now: () => clock.at } })
    expect(await fresh.suggest(unsure)).toEqual({ refused: 'status' })
  }
  expect(elsewhere.asked).toEqual([])
  elsewhere.close()
})

test('after three failures in a row it rests for a minute, then one failure is enough', async () => {
  stub.answers(500, '')
  for (let i = 0; i < 3; i++) expect(await model.suggest(unsure)).toEqual({ refused: 'status' })
  clock.at = plusMs(clock.at, 59_999)
  expect(await model.suggest(unsure)).toEqual({ refused: 'resting' })
  expect(stub.asked).toHaveLength(3)
  clock.at = plusMs(clock.at, 1)
  expect(await model.suggest(unsure)).toEqual({ refused: 'status' })
  expect(await model.suggest(unsure)).toEqual({ refused: 'resting' })
  clock.at = plusMs(clock.at, 60_000)
  stub.says(HELPS)
  expect(await model.suggest(unsure)).toEqual({ suggestion: HELPS })
  stub.answers(500, '')
  for (let i = 0; i < 3; i++) expect(await model.suggest(unsure)).toEqual({ refused: 'status' })
  expect(await model.suggest(unsure)).toEqual({ refused: 'resting' })
})

test('an answer between two failures begins the count anew', async () => {
  stub.isSilent()
  for (let i = 0; i < 2; i++) expect(await model.suggest(unsure)).toEqual({ refused: 'timed_out' })
  stub.says(HELPS)
  await model.suggest(unsure)
  stub.drips(20)
  for (let i = 0; i < 2; i++) expect(await model.suggest(unsure)).toEqual({ refused: 'timed_out' })
  stub.says(HELPS)
  expect(await model.suggest(unsure)).toEqual({ suggestion: HELPS })
})
