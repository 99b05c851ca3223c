import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { PNG, setUp } from './fake-bot.ts'

const KEY = '0f3a6c1e-4e6b-9c55-7f3b-aaaaaaaaaaaa'

function openGroup() {
  const world = setUp(undefined, { robots: [{ key: KEY }] })
  const post = async (body: unknown, key = KEY) => {
    const url = `http://127.0.0.1:3000/simulator/wecom/cgi-bin/webhook/send?key=${key}`
    const response = await world.simulator.app.request(url, { method: 'POST', body: JSON.stringify(body) })
    return ((await response.json()) as { errcode: number }).errcode
  }
  return { ...world, post, shown: () => world.simulator.groupInbox() }
}

const text = (content: string, more: object = {}) => ({ msgtype: 'text', text: { content, ...more } })
const md5 = (content: Uint8Array) => createHash('md5').update(content).digest('hex')
const image = (content: Uint8Array, sum = md5(content)) => ({
  msgtype: 'image',
  image: { base64: Buffer.from(content).toString('base64'), md5: sum },
})
const notice = (more: object = {}) => ({
  msgtype: 'template_card',
  template_card: {
    card_type: 'text_notice',
    main_title: { title: '督导小结' },
    card_action: { type: 1, url: 'https://example.com' },
    ...more,
  },
})
const news = (title: string) => ({
  msgtype: 'news',
  news: { articles: [{ title, url: 'https://example.com' }] },
})

test.each<[string, unknown, number]>([
  ['words', text('本周督导小结'), 0],
  ['words to everybody', text('本周督导小结', { mentioned_list: ['@all'] }), 0],
  ['2048 bytes', text(`${'好'.repeat(682)}ab`), 0],
  ['one byte more', text(`${'好'.repeat(682)}abc`), 45002],
  ['no words', text(' '), 44004],
  ['4096 bytes of markdown', { msgtype: 'markdown', markdown: { content: 'a'.repeat(4096) } }, 0],
  ['one more', { msgtype: 'markdown_v2', markdown_v2: { content: 'a'.repeat(4097) } }, 45002],
  ['a picture', image(PNG), 0],
  ['a picture with another sum', image(PNG, md5(Uint8Array.of(1))), 40058],
  ['no picture', image(Uint8Array.of(1, 2, 3)), 40005],
  ['news', news('甲'), 0],
  ['news with a title of 129 bytes', news('甲'.repeat(43)), 45002],
  ['news without an article', { msgtype: 'news', news: { articles: [] } }, 40035],
  ['a notice', notice(), 0],
  ['a notice with the title of an app', notice({ main_title: { title: '长'.repeat(27) } }), 40058],
  ['a card with buttons', notice({ card_type: 'button_interaction' }), 40058],
  ['a notice that could be updated', notice({ task_id: 'T1' }), 40058],
  ['a field that there is not', { ...text('小结'), agentid: 1 }, 40035],
  ['an unknown msgtype', { msgtype: 'poem' }, 40035],
])('%s', async (_, body, errcode) => {
  const { post, shown } = openGroup()
  expect(await post(body)).toBe(errcode)
  expect(shown()).toHaveLength(errcode === 0 ? 1 : 0)
})

test('a key that no robot has', async () => {
  const { post, shown } = openGroup()
  expect([await post(text('小结'), 'made-up'), await post(text('小结'), '')]).toEqual([93000, 93000])
  expect(shown()).toEqual([])
})

test('twenty a minute, not one more; the same words twice are shown twice', async () => {
  const { post, shown, clock } = openGroup()
  for (let n = 0; n < 20; n++) expect(await post(text('小结'))).toBe(0)
  expect(await post(text('小结'))).toBe(45009)
  clock.now += 60_000
  expect(await post(text('小结'))).toBe(0)
  expect(shown()).toHaveLength(21)
})
