import { describe, expect, test } from 'vitest'
import { createWecomChannel } from '#src/channels/wecom/channel.ts'
import { createPlainUserIds } from '#src/channels/wecom/userids.ts'
import { DAY_MS } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { platform } from './platform.ts'
import type { Reply } from './platform.ts'

const ok = { errcode: 0, errmsg: 'ok' }
const to = userId('zhangsan')
const options = { taskId: 'm42-7f3a', late: false }
const sha256 = 'ab'.repeat(32)
const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 1, 2, 3, 4])

function channelOn(replies: Record<string, Reply[]>) {
  const of = platform(replies)
  const read = () => Promise.resolve(jpeg)
  return { ...of, channel: createWecomChannel({ ...of, files: { read } }) }
}

test('a card is posted byte for byte as it was rendered', async () => {
  const { channel, asked } = channelOn({ 'message/send': [{ ...ok, response_code: 'RC' }] })
  const card = {
    kind: 'buttons',
    title: '请确认',
    fields: [],
    buttons: [{ label: '好', action: 'a' }],
  } as const
  const body = await channel.render(
    { kind: 'card', to, card: { ...card, fields: [], buttons: [...card.buttons] } },
    options,
  )
  expect(await channel.send(body)).toEqual({ outcome: 'sent', responseCode: 'RC' })
  await channel.send(body)
  const [first, second] = asked('message/send')
  expect(first?.body).toBe(JSON.parse(body).calls[0].json)
  expect(second?.body).toBe(first?.body)
})

test('an update goes to its own address', async () => {
  const { channel, asked } = channelOn({ 'message/update_template_card': [ok] })
  const body = await channel.render({ kind: 'settle', to, responseCode: 'RC', outcome: '已确认' }, options)
  expect(await channel.send(body)).toEqual({ outcome: 'sent' })
  expect(asked('message/update_template_card')).toHaveLength(1)
})

test('the pieces of a long text go out in order, and none after one that failed', async () => {
  const { channel, asked } = channelOn({ 'message/send': [ok, { errcode: 45009, errmsg: '' }, ok] })
  const body = await channel.render({ kind: 'text', to, text: '字'.repeat(2000) }, options)
  expect(channel.messagesIn(body)).toBe(3)
  expect(await channel.send(body)).toMatchObject({ outcome: 'later', retryAfterMs: 60_000 })
  expect(asked('message/send').map(({ body }) => /（\d\/\d）/.exec(String(body))?.[0])).toEqual([
    '（1/3）',
    '（2/3）',
  ])
  expect(await channel.send(body)).toEqual({ outcome: 'sent' })
  expect(asked('message/send')).toHaveLength(5)
})

describe('pictures', () => {
  const uploaded = (media_id: string) => ({ ...ok, type: 'image', media_id, created_at: '1' })
  const picture = { kind: 'image', to, sha256, name: '整改后.jpg' } as const
  const mediaIds = ({ asked }: ReturnType<typeof channelOn>) =>
    asked('message/send').map(({ body }) => JSON.parse(String(body)).image.media_id)

  test('are uploaded once, and sent again with the same id for two days', async () => {
    const of = channelOn({ 'media/upload': [uploaded('M1'), uploaded('M2')], 'message/send': [ok] })
    const body = await of.channel.render(picture, options)
    await Promise.all([of.channel.send(body), of.channel.send(body)])
    of.time.now += 2 * DAY_MS - 1
    await of.channel.send(body)
    expect(mediaIds(of)).toEqual(['M1', 'M1', 'M1'])
    of.time.now += 1
    await of.channel.send(body)
    expect(mediaIds(of).at(-1)).toBe('M2')

    const [upload] = of.asked('media/upload')
    expect(upload?.query).toEqual({ access_token: 'T1', type: 'image' })
    const media = (upload?.body as FormData).get('media') as File
    expect([media.name, media.type]).toEqual(['整改后.jpg', 'image/jpeg'])
    expect(new Uint8Array(await media.arrayBuffer())).toEqual(jpeg)
  })

  test('an upload that failed is tried again', async () => {
    const of = channelOn({
      'media/upload': [{ errcode: -1, errmsg: '' }, uploaded('M1')],
      'message/send': [ok],
    })
    const body = await of.channel.render(picture, options)
    expect(await of.channel.send(body)).toMatchObject({ outcome: 'later' })
    expect(of.asked('message/send')).toEqual([])
    expect(await of.channel.send(body)).toEqual({ outcome: 'sent' })
  })

  test('an id that the platform has forgotten is replaced', async () => {
    const of = channelOn({
      'media/upload': [uploaded('M1'), uploaded('M2')],
      'message/send': [{ errcode: 40007, errmsg: '' }, ok],
    })
    const body = await of.channel.render(picture, options)
    expect(await of.channel.send(body)).toMatchObject({ outcome: 'later' })
    expect(await of.channel.send(body)).toEqual({ outcome: 'sent' })
    expect(mediaIds(of)).toEqual(['M1', 'M2'])
  })
})

test('a body that nobody rendered is an error, not a message', async () => {
  const { channel, calls } = channelOn({})
  await expect((async () => channel.send('{"calls":[]}'))()).rejects.toThrow()
  await expect((async () => channel.send('hello'))()).rejects.toThrow()
  expect(calls).toEqual([])
})

test('thirty messages a minute for one person', () => {
  const { perMinute } = channelOn({}).channel
  expect([perMinute('li_min'), perMinute('webhook:章贡区')]).toEqual([30, 20])
})

describe('plain userids', () => {
  const encrypted = 'woZA1BCgAA03jDotNLBqH4kQoA1lxYZg'
  const other = 'not-on-the-roster'
  const isOnRoster = async (userid: string) => userid === 'zhangsan'
  const translated = { ...ok, userid_list: [{ open_userid: encrypted, userid: 'LiSi' }] }

  test('are asked for once each, and not at all for people of the roster', async () => {
    const { api, asked } = channelOn({ 'batch/openuserid_to_userid': [translated] })
    const plain = createPlainUserIds(api, isOnRoster)
    for (const [given, userid] of [
      [encrypted, 'LiSi'],
      [other, other],
      [encrypted, 'LiSi'],
      [other, other],
      ['ZhangSan', 'ZhangSan'],
    ] as const)
      expect(await plain(given)).toBe(userid)
    expect(asked('batch/openuserid_to_userid')).toHaveLength(2)
  })

  test('without an answer nobody is taken for someone else', async () => {
    const { api } = channelOn({ 'batch/openuserid_to_userid': [{ errcode: 45009, errmsg: '' }, translated] })
    const plain = createPlainUserIds(api, isOnRoster)
    await expect(plain(encrypted)).rejects.toThrow(expect.objectContaining({ name: 'RetryLater' }))
    expect(await plain(encrypted)).toBe('LiSi')
  })
})
