import { drawMessage } from './bubbles.js'
import { el } from './elements.js'
import { act } from './server.js'
import { createLine } from './line.js'

/**
 * One phone of the page: whose it is, its two chats and a line to write in. What is built once stays; `show` brings
 * the news. `onSwitch` asks for another person.
 */
export function createPhone(onSwitch) {
  const phone = { person: undefined, state: undefined, place: 'app', read: {}, drawn: new Map() }
  phone.name = el('strong', {})
  phone.about = el('span', { class: 'about' })
  phone.tabs = ['app', 'group'].map((place) => tab(phone, place))
  phone.list = el('ol', {
    class: 'messages',
    'data-testid': 'messages',
    'aria-live': 'polite',
    tabindex: '0',
  })
  phone.line = createLine(phone)
  phone.element = el(
    'section',
    { class: 'phone', 'data-testid': 'phone' },
    el(
      'button',
      { type: 'button', class: 'owner', onclick: onSwitch },
      phone.name,
      phone.about,
      el('span', { class: 'change' }, '换人'),
    ),
    el(
      'div',
      { class: 'screen' },
      el('div', { class: 'chats', role: 'tablist', 'aria-label': '会话' }, phone.tabs),
      phone.list,
      phone.line.element,
    ),
  )
  phone.show = (person, state) => show(phone, person, state)
  phone.toEnd = () => toEnd(phone)
  return phone
}

function tab(phone, place) {
  const open = () => {
    phone.place = place
    empty(phone)
    redraw(phone)
  }
  return el('button', { type: 'button', role: 'tab', 'data-place': place, onclick: open })
}

function show(phone, person, state) {
  if (phone.person?.userid !== person.userid) {
    phone.read = {}
    empty(phone)
  }
  phone.person = person
  phone.state = state
  redraw(phone)
}

function empty(phone) {
  phone.drawn.clear()
  phone.list.replaceChildren()
}

const messagesIn = (phone, place) =>
  place === 'app' ? phone.person.messages : (phone.state.group?.messages ?? [])

function redraw(phone) {
  const { person, state } = phone
  phone.element.dataset.userid = person.userid
  phone.element.setAttribute('aria-label', `${person.name}的手机`)
  phone.name.textContent = person.name
  phone.about.textContent = `${person.role} · ${person.unit}`
  phone.read[phone.place] = messagesIn(phone, phone.place).length
  for (const button of phone.tabs) redrawTab(phone, button)
  phone.line.redraw(
    person.examples,
    phone.place === 'group' ? `发到群里，自动 @${state.group.mention}` : '发消息',
  )
  redrawMessages(phone, messagesIn(phone, phone.place))
}

function redrawTab(phone, button) {
  const { place } = button.dataset
  const count = messagesIn(phone, place).length
  phone.read[place] ??= count
  button.textContent = place === 'app' ? phone.state.appName : phone.state.group?.name
  button.hidden = place === 'group' && phone.state.group === null
  button.setAttribute('aria-selected', String(phone.place === place))
  button.classList.toggle('unread', count > phone.read[place])
}

/** Only what has changed is drawn anew, so that ticks and focus on other cards stay. */
function redrawMessages(phone, messages) {
  const { list, drawn } = phone
  const atEnd = list.scrollHeight - list.scrollTop - list.clientHeight < 80
  let added = false
  for (const message of messages) {
    const print = JSON.stringify(message)
    const before = drawn.get(message.id)
    if (before?.print === print) continue
    const node = drawMessage(message, phone.person, (tap) => press(phone, message, tap))
    if (before === undefined) list.append(node)
    else before.node.replaceWith(node)
    added ||= before === undefined
    drawn.set(message.id, { print, node })
  }
  if (added && (atEnd || messages.at(-1).from === phone.person.userid)) toEnd(phone)
}

function toEnd({ list }) {
  list.scrollTop = list.scrollHeight
}

function press(phone, message, { key, ticked }) {
  const about = { place: phone.place, userid: phone.person.userid, card: message.id }
  const form = message.card.submit_button !== undefined
  return act(form ? { act: 'submit', ...about, ticked } : { act: 'press', ...about, key, ticked })
}
