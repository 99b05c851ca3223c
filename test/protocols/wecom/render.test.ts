import { describe, expect, test } from 'vitest'
import type { Card } from '#cards/card.ts'
import type { Outgoing } from '#cards/outgoing.ts'
import { CARD } from '#src/channels/wecom/limits.ts'
import { callsIn, render } from '#src/channels/wecom/render.ts'
import { templateCard } from '#src/channels/wecom/template-card.ts'
import { userId } from '#src/domain/words.ts'

const to = userId('zhangsan')
const options = { taskId: 'm42-7f3a', late: false }
const calls = (message: Outgoing, change: Partial<typeof options> = {}) =>
  callsIn(render(message, { ...options, ...change }, 1000002)).map((call) => ({
    ...call,
    sent: JSON.parse(call.json),
  }))
const sent = (message: Outgoing, change: Partial<typeof options> = {}) =>
  calls(message, change).map((call) => call.sent)

type Of<Kind extends Card['kind']> = Extract<Card, { kind: Kind }>
const buttons: Of<'buttons'> = {
  kind: 'buttons',
  title: '督导记录待确认',
  note: '章贡中学',
  body: '灭火器过期两具',
  fields: [
    { name: '日期', value: '11月23日（周一）' },
    { name: '期限', value: '' },
  ],
  buttons: [
    { label: '确认', action: 'visit.confirm', style: 'main' },
    { label: '修改', action: 'visit.edit' },
    { label: '作废', action: 'visit.drop', style: 'danger' },
  ],
}
const choice: Of<'choice'> = {
  kind: 'choice',
  title: '哪些已整改？',
  note: '可多选',
  options: [
    { id: 'a', label: '灭火器', ticked: true },
    { id: 'b', label: '留样' },
  ],
  many: true,
  submit: { label: '提交', action: 'report.submit' },
}
const card = (of: Card): Outgoing => ({ kind: 'card', to, card: of })

test('a card with buttons', () => {
  expect(sent(card(buttons))).toEqual([
    {
      touser: 'zhangsan',
      agentid: 1000002,
      msgtype: 'template_card',
      template_card: {
        card_type: 'button_interaction',
        main_title: { title: '督导记录待确认', desc: '章贡中学' },
        sub_title_text: '灭火器过期两具',
        horizontal_content_list: [
          { keyname: '日期', value: '11月23日（周一）' },
          { keyname: '期限', value: '' },
        ],
        button_list: [
          { text: '确认', style: 1, key: 'visit.confirm' },
          { text: '修改', style: 2, key: 'visit.edit' },
          { text: '作废', style: 3, key: 'visit.drop' },
        ],
        task_id: 'm42-7f3a',
      },
      enable_duplicate_check: 1,
      duplicate_check_interval: 14400,
    },
  ])
})

test('a card with a choice', () => {
  const [{ template_card }] = sent(card(choice)) as [{ template_card: object }]
  expect(template_card).toEqual({
    card_type: 'vote_interaction',
    main_title: { title: '哪些已整改？', desc: '可多选' },
    checkbox: {
      question_key: 'choice',
      mode: 1,
      option_list: [
        { id: 'a', text: '灭火器', is_checked: true },
        { id: 'b', text: '留样', is_checked: false },
      ],
    },
    submit_button: { text: '提交', key: 'report.submit' },
    task_id: 'm42-7f3a',
  })
  expect(sent(card({ ...choice, many: false }))).toMatchObject([{ template_card: { checkbox: { mode: 0 } } }])
})

test('a card without a button, which no platform takes, is a text', () => {
  expect(sent(card({ ...buttons, buttons: [] }), { late: true })).toMatchObject([
    {
      msgtype: 'text',
      text: {
        content: '（补发）督导记录待确认\n章贡中学\n日期：11月23日（周一）\n期限：\n灭火器过期两具',
      },
    },
  ])
})

test('a settled card', () => {
  const settle: Outgoing = { kind: 'settle', to, responseCode: 'RC', outcome: '已确认' }
  expect(calls(settle)).toMatchObject([
    {
      path: 'message/update_template_card',
      sent: {
        userids: ['zhangsan'],
        agentid: 1000002,
        response_code: 'RC',
        button: { replace_name: '已确认' },
      },
    },
  ])
})

test('a picture waits for its media id', () => {
  const sha256 = 'ab'.repeat(32)
  expect(calls({ kind: 'image', to, sha256, name: '整改后.jpg' })).toMatchObject([
    {
      path: 'message/send',
      image: { sha256, name: '整改后.jpg' },
      sent: { msgtype: 'image', image: { media_id: sha256 }, touser: 'zhangsan', enable_duplicate_check: 1 },
    },
  ])
})

describe('texts', () => {
  const text = (words: string): Outgoing => ({ kind: 'text', to, text: words })

  test('as real UTF-8, with no link that someone wrote', () => {
    const [call] = calls(text('查看 <a href="http://x">这里</a> 😀'))
    expect(call?.json).toContain('查看 ＜a href')
    expect(call?.json).toContain('😀')
    expect(call?.json).not.toContain('\\u')
    expect(call?.sent).toMatchObject({ touser: 'zhangsan', agentid: 1000002, msgtype: 'text' })
  })

  test.each([
    ['字'.repeat(682) + 'xx', 1],
    ['字'.repeat(683), 2],
    ['x'.repeat(2048), 1],
    ['x'.repeat(2049), 2],
    ['<'.repeat(683), 2],
  ])('a long one goes out in numbered pieces', (words, count) => {
    const contents = sent(text(words)).map(({ text: { content } }: { text: { content: string } }) => content)
    expect(contents).toHaveLength(count)
    for (const content of contents) expect(Buffer.byteLength(content)).toBeLessThanOrEqual(2048)
    expect(contents.join('').replace(/（\d\/\d）/g, '')).toBe(words.replaceAll('<', '＜'))
  })

  test('every send asks the platform to show a resend once', () => {
    expect(render(text('好'), options, 1)).toBe(render(text('好'), options, 1))
    expect(sent(text('好'))[0]).toMatchObject({ enable_duplicate_check: 1, duplicate_check_interval: 14_400 })
  })
})

test.each([
  [{ kind: 'text', to, text: '提醒' }, '（补发）提醒'],
  [card(buttons), '（补发）督导记录待确认'],
  [card(choice), '（补发）哪些已整改？'],
] as [Outgoing, string][])('what comes late says so', (message, start) => {
  expect(render(message, { ...options, late: true }, 1)).toContain(start)
})

describe.each(['app', 'bot'] as const)(
  'what the %s’s card cannot show stands in a text before it',
  (platform) => {
    const limits = CARD[platform]
    const before = (of: Card) => templateCard(of, 't', limits).before
    const shown = (of: Card) => JSON.stringify(templateCard(of, 't', limits).card)
    const chars = (count: number) => '😀'.repeat(count)
    const list = <T>(count: number, item: (n: number) => T) =>
      Array.from({ length: count }, (_, n) => item(n))
    const field = (name: string, value: string) => ({ ...buttons, fields: [{ name, value }] })
    const button = (label: string) => ({ ...buttons, buttons: [{ label, action: 'a' }] })
    const option = (label: string) => ({ ...choice, options: [{ id: 'a', label }] })

    test.each([
      ['title', limits.title, (n: number) => ({ ...buttons, title: chars(n) })],
      ['note', limits.note, (n: number) => ({ ...buttons, note: chars(n) })],
      ['body', limits.body, (n: number) => ({ ...buttons, body: chars(n) })],
      ['field name', limits.fieldName, (n: number) => field(chars(n), 'v')],
      ['field value', limits.fieldValue, (n: number) => field('n', chars(n))],
      ['button', limits.buttonLabel, (n: number) => button(chars(n))],
      ['option', limits.optionLabel, (n: number) => option(chars(n))],
      ['note of a choice', limits.choiceNote, (n: number) => ({ ...choice, note: chars(n) })],
      [
        'submit',
        limits.buttonLabel,
        (n: number) => ({ ...choice, submit: { label: chars(n), action: 'a' } }),
      ],
    ] as [string, number, (n: number) => Card][])('%s of %i characters', (_, limit, make) => {
      expect(before(make(limit))).toBeNull()
      expect(shown(make(limit))).toContain(`"${chars(limit)}"`)
      expect(before(make(limit + 1))).toContain(chars(limit + 1))
      expect(shown(make(limit + 1))).toContain(`"${chars(limit - 1)}…"`)
    })

    test.each([
      [
        'fields',
        limits.fields,
        (n: number) => ({ ...buttons, fields: list(n, (i) => ({ name: `项${i}`, value: `值${i}` })) }),
      ],
      [
        'buttons',
        limits.buttons,
        (n: number) => ({ ...buttons, buttons: list(n, (i) => ({ label: `按${i}`, action: `a${i}` })) }),
      ],
      [
        'options',
        limits.options,
        (n: number) => ({ ...choice, options: list(n, (i) => ({ id: `${i}`, label: `选${i}` })) }),
      ],
    ] as [string, number, (n: number) => Card][])('%s: %i of them', (_, limit, make) => {
      const last = { fields: `项${limit}：值${limit}`, buttons: `按${limit}`, options: `选${limit}` }[_]!
      expect(before(make(limit))).toBeNull()
      expect(before(make(limit + 1))).toContain(last)
      expect(shown(make(limit + 1))).not.toContain(last)
    })

    test('a choice’s long title stands whole in its description', () => {
      const title = chars(limits.choiceTitle + 1)
      const { note: _, ...bare } = choice
      expect(before({ ...bare, title: chars(limits.choiceTitle) })).toBeNull()
      expect(before({ ...bare, title })).toBeNull()
      expect(shown({ ...bare, title })).toContain(`"desc":"${title}"`)
      expect(before({ ...bare, title: chars(limits.choiceNote + 1) })).toContain(chars(limits.choiceNote + 1))
    })
  },
)

test('the text goes out before the card, whole', () => {
  const long = { ...buttons, body: '字'.repeat(900) }
  const [first, second, last] = sent(card(long))
  expect(first.text.content).toMatch(/^（1\/2）督导记录待确认\n章贡中学\n日期：11月23日（周一）\n期限：/)
  expect(second.text.content).toMatch(/^（2\/2）/)
  expect((first.text.content + second.text.content).match(/字/g)).toHaveLength(900)
  expect(last).toMatchObject({
    msgtype: 'template_card',
    template_card: { sub_title_text: `${'字'.repeat(159)}…` },
  })
})

describe('ids cannot be shortened', () => {
  const withId = (taskId: string, action: string, option: string) => () =>
    templateCard({ ...choice, options: [{ id: option, label: 'x' }], submit: { label: 'x', action } }, taskId)
  test.each([
    ['task id', 128, (id: string) => withId(id, 'a', 'o')],
    ['key', 1024, (id: string) => withId('t', id, 'o')],
    ['option', 128, (id: string) => withId('t', 'a', id)],
  ] as [string, number, (id: string) => () => unknown][])('%s of %i bytes', (_, limit, make) => {
    expect(make('x'.repeat(limit))).not.toThrow()
    expect(make('x'.repeat(limit + 1))).toThrow(String(limit))
  })

  test('an option’s bytes count, not its characters', () => {
    expect(withId('t', 'a', '字'.repeat(42))).not.toThrow()
    expect(withId('t', 'a', '字'.repeat(43))).toThrow('128')
  })

  test.each(['', 'a:b', 'a b', '字', 'a.b'])('the task id %j has characters that are refused', (id) => {
    expect(withId(id, 'a', 'o')).toThrow('task_id')
  })
  test('letters, digits, _ - @ are taken', () => expect(withId('aZ0_-@', 'a', 'o')).not.toThrow())
})
