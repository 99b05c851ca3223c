import { describe, expect, test } from 'vitest'
import type { CardRules } from '#src/simulator/card-fields.ts'
import { cardComplaint } from '#src/simulator/card-rules.ts'
import { buttonCard, voteCard } from './fake-bot.ts'

const app: CardRules = { channel: 'app', strict: true }
const bot: CardRules = { channel: 'bot', strict: true }
const lenient: CardRules = { channel: 'app', strict: false }
const update: CardRules = { channel: 'app', strict: true, update: true }

const chars = (n: number) => '好'.repeat(n)
const times = <T>(n: number, make: (i: number) => T): T[] => Array.from({ length: n }, (_, i) => make(i))
const link = { type: 1, url: 'https://example.com/' }

const buttons = (more: object = {}) => buttonCard('t1', more)
const vote = (more: object = {}) => voteCard('t1', more)
const selects = (more: object = {}) => ({
  card_type: 'multiple_interaction',
  task_id: 't1',
  main_title: { title: '复查结论' },
  select_list: [{ question_key: 'q1', title: '结论', option_list: [{ id: 'pass', text: '到位' }] }],
  submit_button: { text: '提交', key: 'done' },
  ...more,
})
const text = (more: object = {}) => ({
  card_type: 'text_notice',
  main_title: { title: '提醒' },
  card_action: link,
  ...more,
})
const news = (more: object = {}) => ({
  card_type: 'news_notice',
  main_title: { title: '图片' },
  card_image: { url: 'https://example.com/a.png' },
  card_action: link,
  ...more,
})

test.each([
  ['buttons', buttons()],
  ['vote', vote()],
  ['selects', selects()],
  ['text', text()],
  ['news', news()],
])('a plain %s card is in order', (_, card) => {
  expect(cardComplaint(card, app)).toBeNull()
  expect(cardComplaint(card, bot)).toBeNull()
})

describe('lengths and counts, at and beyond the limit', () => {
  const button = (i: number, more: object = {}) => ({ text: `按钮${i}`, key: `k${i}`, ...more })
  const option = (i: number, more: object = {}) => ({ id: `o${i}`, text: `选项${i}`, ...more })
  const checkbox = (list: object[]) => ({ question_key: 'q', mode: 1, option_list: list })
  const selector = (i: number, count = 1) => ({
    question_key: `q${i}`,
    option_list: times(count, (n) => option(n)),
  })

  test.each<[string, number, CardRules, (n: number) => object]>([
    ['title', 36, app, (n) => buttons({ main_title: { title: chars(n) } })],
    ['title for the bot', 26, bot, (n) => buttons({ main_title: { title: chars(n) } })],
    ['description', 44, app, (n) => buttons({ main_title: { title: '题', desc: chars(n) } })],
    ['description for the bot', 30, bot, (n) => buttons({ main_title: { title: '题', desc: chars(n) } })],
    ['title of a vote', 16, app, (n) => vote({ main_title: { title: chars(n) } })],
    ['description of a vote', 160, app, (n) => vote({ main_title: { title: '题', desc: chars(n) } })],
    ['description of a form', 160, app, (n) => selects({ main_title: { title: '题', desc: chars(n) } })],
    ['source', 20, app, (n) => buttons({ source: { desc: chars(n) } })],
    ['source for the bot', 13, bot, (n) => buttons({ source: { desc: chars(n) } })],
    ['sub title', 160, app, (n) => buttons({ sub_title_text: chars(n) })],
    ['sub title for the bot', 112, bot, (n) => buttons({ sub_title_text: chars(n) })],
    ['emphasis', 14, app, (n) => text({ emphasis_content: { title: chars(n) } })],
    ['emphasis description', 22, app, (n) => text({ emphasis_content: { desc: chars(n) } })],
    ['name of a fact', 5, app, (n) => buttons({ horizontal_content_list: [{ keyname: chars(n) }] })],
    [
      'value of a fact',
      30,
      app,
      (n) => buttons({ horizontal_content_list: [{ keyname: '校', value: chars(n) }] }),
    ],
    [
      'value for the bot',
      26,
      bot,
      (n) => buttons({ horizontal_content_list: [{ keyname: '校', value: chars(n) }] }),
    ],
    ['facts', 6, app, (n) => buttons({ horizontal_content_list: times(n, (i) => ({ keyname: `项${i}` })) })],
    ['jumps', 3, app, (n) => text({ jump_list: times(n, () => ({ ...link, title: '看' })) })],
    ['title of a jump', 18, app, (n) => text({ jump_list: [{ ...link, title: chars(n) }] })],
    ['paragraphs', 4, app, (n) => news({ vertical_content_list: times(n, () => ({ title: '段' })) })],
    ['title of a paragraph', 38, app, (n) => news({ vertical_content_list: [{ title: chars(n) }] })],
    ['buttons', 6, app, (n) => buttons({ button_list: times(n, (i) => button(i)) })],
    ['text of a button', 10, app, (n) => buttons({ button_list: [{ text: chars(n), key: 'k' }] })],
    ['style of a button', 4, app, (n) => buttons({ button_list: [button(0, { style: n })] })],
    ['bytes of a key', 1024, app, (n) => buttons({ button_list: [button(0, { key: 'k'.repeat(n) })] })],
    ['bytes of a task_id', 128, app, (n) => buttons({ task_id: 't'.repeat(n) })],
    ['options of a vote', 20, app, (n) => vote({ checkbox: checkbox(times(n, (i) => option(i))) })],
    ['text of an option', 17, app, (n) => vote({ checkbox: checkbox([option(0, { text: chars(n) })]) })],
    [
      'text of an option for the bot',
      11,
      bot,
      (n) => vote({ checkbox: checkbox([option(0, { text: chars(n) })]) }),
    ],
    [
      'bytes of an option id',
      128,
      app,
      (n) => vote({ checkbox: checkbox([option(0, { id: 'i'.repeat(n) })]) }),
    ],
    ['selectors', 3, app, (n) => selects({ select_list: times(n, (i) => selector(i)) })],
    ['options of a selector', 10, app, (n) => selects({ select_list: [selector(0, n)] })],
    ['text of submit', 10, app, (n) => vote({ submit_button: { text: chars(n), key: 'k' } })],
    [
      'menu items',
      3,
      app,
      (n) => buttons({ action_menu: { action_list: times(n, (i) => ({ text: '项', key: `m${i}` })) } }),
    ],
  ])('%s: %i', (_, most, rules, card) => {
    expect(cardComplaint(card(most), rules)).toBeNull()
    expect(cardComplaint(card(most + 1), rules)).toContain('template_card.')
  })
})

test('the lenient simulator lets pass what is only advised, and nothing else', () => {
  expect(cardComplaint(buttons({ main_title: { title: chars(37) } }), lenient)).toBeNull()
  expect(cardComplaint(buttons({ button_list: [] }), lenient)).toContain('button_list')
})

test.each<[string, object, string]>([
  ['no card_type', { main_title: { title: '题' } }, 'card_type'],
  ['a field that the type does not have', buttons({ jump_list: [] }), 'jump_list'],
  ['no task_id', buttons({ task_id: undefined }), 'task_id'],
  ['a colon in the task_id', buttons({ task_id: 'a:b' }), 'task_id'],
  ['no title', buttons({ main_title: undefined }), 'main_title'],
  ['an empty title', buttons({ main_title: { title: '' } }), 'main_title.title'],
  ['no button', buttons({ button_list: [] }), 'button_list'],
  ['a button without a key', buttons({ button_list: [{ text: '好' }] }), 'key'],
  [
    'a key twice',
    buttons({
      button_list: [
        { text: '好', key: 'k' },
        { text: '不', key: 'k' },
      ],
    }),
    'repeats',
  ],
  [
    'an option id twice',
    vote({
      checkbox: {
        question_key: 'q',
        option_list: [
          { id: 'a', text: '甲' },
          { id: 'a', text: '乙' },
        ],
      },
    }),
    'repeats',
  ],
  ['no submit button', vote({ submit_button: undefined }), 'submit_button'],
  ['no option', vote({ checkbox: { question_key: 'q', option_list: [] } }), 'option_list'],
  ['an update field in a new card', buttons({ replace_text: '已签收' }), 'replace_text'],
  ['neither title nor sub title', text({ main_title: undefined }), 'title'],
  ['a text notice that leads nowhere', text({ card_action: undefined }), 'card_action'],
  ['a jump without its url', text({ jump_list: [{ type: 1, title: '看' }] }), 'url'],
  ['a menu without task_id', text({ action_menu: { action_list: [{ text: '项', key: 'k' }] } }), 'task_id'],
  ['a picture card without a picture', news({ card_image: undefined }), 'card_image'],
  [
    'a picture too wide',
    news({ card_image: { url: 'https://example.com/a.png', aspect_ratio: 2.3 } }),
    'aspect_ratio',
  ],
])('%s is refused with its place', (_, card, place) => {
  expect(cardComplaint(card, app)).toContain(place)
})

test('a button that opens a page is for the app alone', () => {
  const card = buttons({ button_list: [{ type: 1, text: '打开', url: 'https://example.com/' }] })
  expect(cardComplaint(card, app)).toBeNull()
  expect(cardComplaint(card, bot)).toContain('button_list')
})

test('in an update the dead button may stand, and the task_id may be missing', () => {
  expect(cardComplaint(buttons({ replace_text: '已签收', task_id: undefined }), update)).toBeNull()
  expect(
    cardComplaint(
      vote({
        replace_text: '已提交',
        checkbox: { question_key: 'q', disable: true, option_list: [{ id: 'a', text: '甲' }] },
      }),
      update,
    ),
  ).toBeNull()
})
