import { expect, test } from 'vitest'
import type { Card } from '#cards/card.ts'
import type { Outgoing } from '#cards/outgoing.ts'
import { createWecomApi } from '#src/channels/wecom/api.ts'
import { createWecomChannel } from '#src/channels/wecom/channel.ts'
import { CARD } from '#src/channels/wecom/limits.ts'
import { wecomRoutes } from '#src/channels/wecom/routes.ts'
import { createPlainUserIds } from '#src/channels/wecom/userids.ts'
import { instant, instantOf } from '#src/domain/day.ts'
import type { Incoming } from '#src/domain/incoming.ts'
import { userId } from '#src/domain/words.ts'
import { createSimulator } from '#src/simulator/simulator.ts'
import { CONFIG } from './callback.ts'

// The two sides of the protocol share no code: what one of them misread, the other complains of.

const JPEG = Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3, 4, 5, 6])
const to = userId('LiMing')

function meet(answer: string | null = null, encryptsIds = false) {
  const time = { now: instantOf('2026-11-23T10:30:00+08:00') as number }
  const incoming: Incoming[] = []
  const config = { ...CONFIG, apiBase: 'http://127.0.0.1:3000/simulator/wecom' }
  const clock = { now: () => instant(time.now) }
  const watch = { log: () => undefined, count: () => undefined }
  const fetch = (async (url: string, init: RequestInit) =>
    simulator.app.request(url, init)) as typeof globalThis.fetch
  const api = createWecomApi({ config, fetch, clock, watch })
  const files = { read: () => Promise.resolve(JPEG) }
  const channel = createWecomChannel({ config, api, fetch, files, clock })
  const routes = wecomRoutes({
    config,
    clock,
    watch,
    plainUserId: createPlainUserIds(api, async () => false),
    accept: (one) => {
      incoming.push(one)
      return Promise.resolve({ text: answer, at: instant(time.now) })
    },
  })
  const simulator = createSimulator({
    ...CONFIG,
    bot: { ...CONFIG.bot!, botId: 'aib1', name: '督导 助手', encryptsIds },
    callbackBase: 'http://127.0.0.1:3000',
    people: () => [
      { userid: 'LiMing', name: '李明', role: '专职督学', unit: '示例县' },
      { userid: 'nolicence', name: '无证', role: '校方联系人', unit: '示例县', licensed: false },
    ],
    now: () => time.now,
    fetch: (url, init) => routes.request(url, init),
    timing: { timeoutMs: 2000, retryMs: 0, refreshMs: 0 },
  })
  let sent = 0
  const send = async (message: Outgoing) =>
    channel.send(await channel.render(message, { taskId: `t${sent++}`, late: false }))
  return { simulator, incoming, channel, send, time }
}

const buttons: Extract<Card, { kind: 'buttons' }> = {
  kind: 'buttons',
  title: '督导记录待确认',
  fields: [{ name: '日期', value: '' }],
  buttons: [
    { label: '确认', action: 'visit.confirm', style: 'main' },
    { label: '作废', action: 'visit.drop', style: 'danger' },
  ],
}
const choice: Card = {
  kind: 'choice',
  title: '哪些已整改？',
  options: [
    { id: 'a', label: '灭火器' },
    { id: 'b', label: '留样', ticked: true },
  ],
  many: true,
  submit: { label: '提交', action: 'report.submit' },
}

test('both addresses pass the check', async () => {
  const { simulator } = meet()
  expect(await simulator.verifyAppUrl()).toBe(true)
  expect(await simulator.verifyBotUrl()).toBe(true)
})

test('what is said to the app arrives and is answered', async () => {
  const { simulator, incoming } = meet('好的 ]]> <a href="x">')
  const { reply } = await simulator.say('LiMing', '今天去了一小 ]]> <好>')
  expect(reply).toEqual({ kind: 'text', text: '好的 ]]> ＜a href="x">' })
  await simulator.enter('LiMing')
  expect(incoming).toMatchObject([
    { kind: 'text', text: '今天去了一小 ]]> <好>', from: 'liming' },
    { kind: 'entered' },
  ])
  expect(simulator.complaints()).toEqual([])
})

test('a picture sent to the app, to the bot and in the group is fetched', async () => {
  const { simulator, incoming, channel } = meet()
  await simulator.sendImage('LiMing', JPEG)
  await simulator.sendImageToBot('LiMing', JPEG)
  await simulator.sendMixedInGroup('LiMing', '整改后', [JPEG])
  expect(incoming.at(-1)).toMatchObject({ kind: 'text', text: '整改后', chat: expect.any(String) })
  for (const one of incoming) {
    const [ref] = 'media' in one ? one.media : []
    expect(new Uint8Array(await channel.fetchMedia(ref!))).toEqual(JPEG)
  }
  expect(incoming).toHaveLength(3)
})

test('the bot answers in the group, alone and to who enters', async () => {
  const { simulator, incoming } = meet('本月还欠两所。')
  await simulator.sayInGroup('LiMing', '本月还欠哪些学校')
  await simulator.sayToBot('LiMing', '帮助')
  await simulator.enterBot('LiMing')
  expect(incoming.map(({ kind }) => kind)).toEqual(['text', 'text', 'entered'])
  expect(incoming[0]).toMatchObject({ text: '本月还欠哪些学校' })
  for (const inbox of [simulator.groupInbox(), simulator.botInbox('LiMing')])
    expect(inbox.at(-1)).toMatchObject({ from: null, text: '本月还欠两所。' })
  expect(simulator.complaints()).toEqual([])
})

test('an encrypted userid comes out plain', async () => {
  const { simulator, incoming } = meet(null, true)
  await simulator.sayToBot('LiMing', '帮助')
  expect(incoming).toMatchObject([{ from: 'liming' }])
})

test('a card is shown, pressed and settled with either of its codes', async () => {
  const { simulator, incoming, send } = meet()
  const first = await send({ kind: 'card', to, card: buttons })
  await send({ kind: 'card', to, card: buttons })
  await simulator.press('LiMing', 't1', 'visit.confirm')
  const [tap] = incoming
  expect(tap).toMatchObject({ kind: 'tap', action: 'visit.confirm', taskId: 't1', selected: [] })
  const codes = [first.outcome === 'sent' && first.responseCode, tap?.kind === 'tap' && tap.responseCode]
  for (const code of codes)
    expect(await send({ kind: 'settle', to, responseCode: String(code), outcome: '已确认' })).toEqual({
      outcome: 'sent',
    })
  expect(simulator.inbox('LiMing')).toMatchObject([
    { state: 'dead', outcome: '已确认' },
    { state: 'dead', outcome: '已确认' },
  ])
})

test('what is ticked on a choice comes back', async () => {
  const { simulator, incoming, send } = meet()
  expect(await send({ kind: 'card', to, card: choice })).toMatchObject({ outcome: 'sent' })
  await simulator.submit('LiMing', 't0', { choice: ['a', 'b'] })
  expect(incoming).toMatchObject([{ kind: 'tap', action: 'report.submit', selected: ['a', 'b'] }])
})

test.each([0, 1])('cards with every part at its limit and %i beyond are taken', async (over) => {
  const { send, simulator } = meet()
  const { app } = CARD
  const chars = (limit: number) => '字'.repeat(limit + over)
  const list = <T>(limit: number, item: (n: number) => T) =>
    Array.from({ length: limit + over }, (_, n) => item(n))
  const full: Card = {
    kind: 'buttons',
    title: chars(app.title),
    note: chars(app.note),
    body: chars(app.body),
    fields: list(app.fields, () => ({ name: chars(app.fieldName), value: chars(app.fieldValue) })),
    buttons: list(app.buttons, (n) => ({ label: chars(app.buttonLabel), action: `a${n}` })),
  }
  const long: Card = {
    kind: 'choice',
    title: chars(app.choiceTitle),
    note: chars(app.choiceNote),
    options: list(app.options, (n) => ({ id: `o${n}`, label: chars(app.optionLabel) })),
    many: false,
    submit: { label: chars(app.buttonLabel), action: 's' },
  }
  for (const card of [full, long])
    expect(await send({ kind: 'card', to, card })).toMatchObject({
      outcome: 'sent',
      responseCode: expect.any(String),
    })
  const texts = simulator.inbox('LiMing').filter(({ kind }) => kind === 'text')
  expect(texts.length > 0).toBe(over > 0)
})

test('a resend is shown once', async () => {
  const { simulator, channel, time } = meet()
  const text: Outgoing = { kind: 'text', to, text: '已记录。' }
  const body = await channel.render(text, { taskId: 'm1', late: false })
  await channel.send(body)
  time.now += 2 * 3600_000
  await channel.send(body)
  expect(simulator.inbox('LiMing')).toHaveLength(1)
})

test('a picture is shown, and a long text in pieces', async () => {
  const { simulator, send } = meet()
  expect(await send({ kind: 'image', to, sha256: 'ab'.repeat(32), name: '周报.jpg' })).toEqual({
    outcome: 'sent',
  })
  expect(await send({ kind: 'text', to, text: '字'.repeat(1500) })).toEqual({ outcome: 'sent' })
  expect(simulator.inbox('LiMing').map(({ kind }) => kind)).toEqual(['image', 'text', 'text', 'text'])
})

test('who cannot be reached is refused, and trouble is waited out', async () => {
  const { simulator, send } = meet()
  const text = (receiver: string): Outgoing => ({ kind: 'text', to: userId(receiver), text: '提醒' })
  expect(await send(text('nobody'))).toMatchObject({ outcome: 'refused' })
  expect(await send(text('nolicence'))).toMatchObject({ outcome: 'refused' })
  simulator.expireTokens()
  expect(await send(text('LiMing'))).toEqual({ outcome: 'sent' })
  simulator.revokeTokens()
  expect(await send(text('LiMing'))).toEqual({ outcome: 'sent' })
})
