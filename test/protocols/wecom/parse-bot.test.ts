import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseBot, readBotMessage } from '#src/channels/wecom/parse-bot.ts'
import { instant } from '#src/domain/day.ts'

const folder = new URL('../../fixtures/wecom/bot/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(`${name}.json`, folder), 'utf8')
const signedAt = instant(1_795_420_000_000)
const parse = (raw: string, botName: string | undefined = '督导 助手') => {
  const message = readBotMessage(raw)
  return parseBot(message, { raw, from: message.from.userid, signedAt, botName })
}

const image = (name: string) => ({
  via: 'bot_url',
  url: `https://ww-aibot-img.cos.ap-guangzhou.myqcloud.com/${name}?sign=1`,
})
const text = (words: string, more: object = {}) => ({ kind: 'text', text: words, media: [], ...more })
const chat = 'wrGROUP1'
const tapped = { kind: 'tap', action: 'case.close', taskId: 'm42-7f3a' }

const EXPECTED: Record<string, object> = {
  text: text('本月还欠哪些学校'),
  text_group: text('本月还欠哪些学校', { chat }),
  image: { kind: 'media', what: 'image', media: [image('a')] },
  voice: text('今天去了章贡中学'),
  file: { kind: 'media', what: 'file', media: [image('f')] },
  video: { kind: 'media', what: 'video', media: [image('v')] },
  mixed_group: text('整改前后对比', { chat, media: [image('a'), image('b')] }),
  mixed_images_group: { kind: 'media', what: 'image', media: [image('a'), image('b')], chat },
  quote_text_group: text('这条怎么办', { chat, quoted: '灭火器过期两具' }),
  quote_image_group: text('记一下', { chat, media: [image('q')] }),
  quote_mixed_group: text('记一下', { chat, quoted: '整改后', media: [image('a'), image('b')] }),
  quote_voice: text('记一下', { quoted: '食堂留样不全' }),
  quote_file: text('看看这个'),
  stream: { kind: 'unsupported', what: 'stream' },
  enter_chat: { kind: 'entered' },
  card_nested: { ...tapped, selected: ['a', 'b'], chat },
  card_other_spelling: { ...tapped, selected: ['a', 'b'], chat },
  card_flat: { ...tapped, selected: [], chat },
  feedback_event: { kind: 'unsupported', what: 'event:feedback_event' },
  disconnected_event: { kind: 'unsupported', what: 'event:disconnected_event' },
}

test.each(readdirSync(folder).map((file) => file.replace('.json', '')))('%s', (name) => {
  const incoming = parse(fixture(name))
  const event = JSON.parse(fixture(name)).msgtype === 'event'
  expect(incoming).toEqual({
    key: 'bot:CAIQ16HMjQYY',
    channel: 'wecom_bot',
    from: 'zhangsan',
    sentAt: event ? 1_795_420_800_000 : signedAt,
    ...(incoming.kind === 'unsupported' && { raw: fixture(name) }),
    ...EXPECTED[name],
  })
})

test.each([
  ['@督导 助手 帮助', '督导 助手', '帮助'],
  ['@督导 助手帮助', '督导 助手', '帮助'],
  ['@督导 助手\u2005帮助', '督导 助手', '帮助'],
  ['@督导助手 帮助', undefined, '帮助'],
  ['@督导助手', undefined, ''],
  ['@改过的名 帮助', '督导 助手', '帮助'],
  ['@张三 看下 @督导 助手', '督导 助手', '@张三 看下'],
  ['邮箱 a@b.cn', undefined, '邮箱 a@b.cn'],
])('in a group %j, the bot being %j, says %j', (content, name, said) => {
  const raw = JSON.stringify({ ...JSON.parse(fixture('text_group')), text: { content } })
  const message = readBotMessage(raw)
  expect(parseBot(message, { raw, from: 'a', signedAt, botName: name })).toMatchObject({ text: said })
})

test('alone with the bot an @ is what was written', () => {
  const raw = JSON.stringify({ ...JSON.parse(fixture('text')), text: { content: '@督导 助手 帮助' } })
  expect(parse(raw)).toMatchObject({ text: '@督导 助手 帮助' })
})

const changed = (change: object) => JSON.stringify({ ...JSON.parse(fixture('text_group')), ...change })

test.each([
  ['no JSON', '<xml></xml>'],
  ['an array', '[]'],
  ['no id', changed({ msgid: undefined })],
  ['an id that is a number', changed({ msgid: 7459035031717794886 })],
  ['no sender', changed({ from: {} })],
  ['a group without a name, which would pass for a private chat', changed({ chatid: undefined })],
  ['a text without words', changed({ text: {} })],
])('%s is refused', (_, raw) => {
  expect(() => readBotMessage(raw)).toThrow(expect.objectContaining({ name: 'Refusal', reason: 'content' }))
})

test('a kind that nobody has heard of is kept', () => {
  expect(parse(changed({ msgtype: 'hologram' }))).toMatchObject({ kind: 'unsupported', what: 'hologram' })
})
