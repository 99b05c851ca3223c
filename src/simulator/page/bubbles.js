import { drawCard } from './cards.js'
import { el, withLinks } from './elements.js'

const STATES = { sending: '发送中…', failed: '未送达' }

/** One message of a chat, as `owner` sees it. `tap` is told what is pressed on a card. */
export function drawMessage(message, owner, tap) {
  const mine = message.from === owner.userid
  const side = mine ? 'mine' : 'theirs'
  const speaker = mine || message.name === undefined ? null : el('span', { class: 'speaker' }, message.name)
  const body = el('div', { class: 'body' }, speaker, content(message, tap), below(message))
  return el(
    'li',
    { class: `message ${side}`, 'data-kind': message.kind, 'data-testid': 'message', 'data-id': message.id },
    avatar(message, mine ? owner.name : message.name),
    body,
  )
}

function avatar(message, name = '') {
  const letter = message.from === null ? '督' : name.slice(-1)
  return el('span', { class: message.from === null ? 'avatar bot' : 'avatar', 'aria-hidden': 'true' }, letter)
}

function content(message, tap) {
  if (message.kind === 'card') return drawCard(message, tap)
  if (message.kind === 'image') return picture(message)
  if (message.kind === 'file') return file(message)
  if (message.kind === 'voice') return el('div', { class: 'bubble' }, `🔊 语音 ${message.text}`)
  return el('div', { class: 'bubble' }, withLinks(message.text))
}

function picture(message) {
  const expired = (event) => event.target.replaceWith(el('div', { class: 'bubble' }, '图片已过期'))
  const src = `/simulator/media/${message.mediaId}`
  const image = el('img', { class: 'picture', src, alt: '图片', onerror: expired })
  return el('a', { href: src, target: '_blank', rel: 'noopener' }, image)
}

const file = ({ mediaId, text }) =>
  el('a', { class: 'bubble', href: `/simulator/media/${mediaId}`, download: text }, `📄 ${text}`)

/** When it was said, or what became of it. */
const below = ({ state, time }) => el('span', { class: `meta ${state}` }, STATES[state] ?? time)
