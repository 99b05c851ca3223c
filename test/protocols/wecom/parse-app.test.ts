import { readFileSync, readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parseApp } from '#src/channels/wecom/parse-app.ts'

const folder = new URL('../../fixtures/wecom/app/', import.meta.url)
const fixture = (name: string) => readFileSync(new URL(`${name}.xml`, folder), 'utf8')
const unsupported = (what: string) => ({ kind: 'unsupported', what })
const tap = (responseCode: string, selected: string[]) => ({
  kind: 'tap',
  action: 'case.close',
  taskId: 'm42-7f3a',
  responseCode,
  selected,
})
const media = (what: string, mediaId: string) => ({
  kind: 'media',
  what,
  media: [{ via: 'app_media', mediaId }],
})

const EXPECTED: Record<string, object> = {
  text: {
    kind: 'text',
    text: '上午去章贡中学查食堂 <a href="https://example.com">a&amp;b</a>\n发现一处问题',
    media: [],
  },
  image: media('image', 'img_1'),
  voice: media('voice', 'voice_1'),
  video: media('video', 'video_1'),
  location: unsupported('location'),
  link: unsupported('link'),
  subscribe: { kind: 'joined' },
  unsubscribe: { kind: 'left' },
  enter_agent: { kind: 'entered' },
  location_event: unsupported('event:LOCATION'),
  click: { kind: 'tap', action: 'my-records', taskId: '', selected: [] },
  card_button: tap('RC1', []),
  card_one_option: tap('RC2', ['a']),
  card_many_options: tap('RC3', ['a', 'b', '007']),
  card_no_option: tap('RC4', []),
  card_menu: tap('RC5', []),
  card_empty_selection: tap('RC6', []),
  ...Object.fromEntries(
    [
      'create_user',
      'update_user',
      'delete_user',
      'create_party',
      'update_party',
      'delete_party',
      'update_tag',
    ].map((change) => [change, unsupported('event:change_contact')]),
  ),
}

const names = readdirSync(folder).map((file) => file.replace('.xml', ''))

test.each(names)('%s', (name) => {
  const { incoming } = parseApp(fixture(name))
  expect(incoming).toMatchObject(EXPECTED[name] ?? unsupported(`event:${name}`))
  expect(incoming).toMatchObject({ channel: 'wecom_app', sentAt: 1_795_420_800_000 })
  expect(incoming.from).toMatch(/^(zhangsan|sys)$/)
  if (incoming.kind === 'unsupported') expect(incoming.raw).toBe(fixture(name))
})

test('a message is known by its id, to the last digit', () => {
  expect(parseApp(fixture('text')).incoming.key).toBe('app:7459035031717794886')
})

test('an event is known by what it says: no two of them are the same, one sent again is', () => {
  const keys = names.map((name) => parseApp(fixture(name)).incoming.key).filter((key) => !/:\d+$/.test(key))
  expect(new Set(keys).size).toBe(keys.length)
  for (const key of keys) expect(key).toMatch(/^app:[0-9a-f]{64}$/)
  expect(parseApp(fixture('click')).incoming.key).toBe(parseApp(fixture('click')).incoming.key)
})

test.each(['FromUserName', 'CreateTime', 'AgentID', 'EventKey', 'TaskId', 'ResponseCode'])(
  'another %s is another event',
  (element) => {
    const card = fixture('card_button')
    const other = card.replace(new RegExp(`<${element}>.*</${element}>`), `<${element}>77</${element}>`)
    expect(other).not.toBe(card)
    expect(parseApp(other).incoming.key).not.toBe(parseApp(card).incoming.key)
  },
)

test('a card with one option that was ticked and a userid that looks like a number keep their form', () => {
  const xml = fixture('card_one_option').replace('ZhangSan', '007').replace('[a]', '[010]')
  expect(parseApp(xml).incoming).toMatchObject({ from: '007', selected: ['010'] })
})

test('values without CDATA are read, XML’s own entities in them once', () => {
  const xml = fixture('text').replace(
    /<Content>[\s\S]*<\/Content>/,
    '<Content>&lt;b&gt; &amp;lt; &#20013;</Content>',
  )
  expect(parseApp(xml).incoming).toMatchObject({ text: '<b> &lt; &#20013;' })
})

test('`]]>` split over two sections comes back whole', () => {
  const xml = fixture('text').replace(
    /<Content>[\s\S]*<\/Content>/,
    '<Content><![CDATA[a]]]]><![CDATA[>b]]></Content>',
  )
  expect(parseApp(xml).incoming).toMatchObject({ text: 'a]]>b' })
})

test.each([
  ['no XML', 'hello'],
  ['nothing', ''],
  ['JSON', '{"MsgType":"text"}'],
  ['an empty element', '<xml></xml>'],
  ['no sender', fixture('text').replace(/<FromUserName>.*<\/FromUserName>\n/, '')],
  ['two senders', fixture('text').replace(/(<FromUserName>.*<\/FromUserName>\n)/, '$1$1')],
  ['a time in words', fixture('text').replace('1795420800', 'today')],
  ['a DTD', `<!DOCTYPE xml [<!ENTITY x "boom">]>${fixture('text')}`],
  [
    'a DTD further in',
    fixture('text').replace('<MsgId>', '<!DOCTYPE xml [<!ENTITY x SYSTEM "file:///etc/passwd">]><MsgId>'),
  ],
])('%s is refused', (_, xml) => {
  expect(() => parseApp(xml)).toThrow(expect.objectContaining({ name: 'Refusal', reason: 'content' }))
})

test('a DTD that someone quotes in a message is only words', () => {
  const xml = fixture('text').replace(
    /<Content>[\s\S]*<\/Content>/,
    '<Content><![CDATA[<!DOCTYPE x>]]></Content>',
  )
  expect(parseApp(xml).incoming).toMatchObject({ text: '<!DOCTYPE x>' })
})
