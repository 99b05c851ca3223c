import { el } from './elements.js'
import { samplePhoto } from './photo.js'
import { act, sendPhoto } from './server.js'

/** The foot of a phone: sentences to try, photos, and the line to write in. It speaks for the phone's person of now. */
export function createLine(phone) {
  const examples = el('div', { class: 'examples', role: 'group', 'aria-label': '试着说' })
  const input = el('textarea', { rows: '1', maxlength: '2000', 'aria-label': '消息', 'data-testid': 'input' })
  const say = () => speak(phone, input)
  input.addEventListener('keydown', (event) => sendOnEnter(event, say))
  const element = el(
    'div',
    { class: 'line' },
    examples,
    tools(phone, input),
    el(
      'div',
      { class: 'write' },
      input,
      el('button', { type: 'button', class: 'send', onclick: say }, '发送'),
    ),
  )
  const redraw = (sentences, placeholder) => {
    input.placeholder = placeholder
    redrawExamples(examples, sentences, input)
  }
  return { element, redraw }
}

function speak(phone, input) {
  const text = input.value.trim()
  input.focus()
  if (text === '') return
  input.value = ''
  void act({ act: 'say', place: phone.place, userid: phone.person.userid, text })
}

/** Shift with Enter begins a new line; the Enter that picks a word from a Chinese keyboard sends nothing. */
function sendOnEnter(event, say) {
  if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
  event.preventDefault()
  say()
}

function tools(phone, input) {
  const deliver = (photo) => {
    const query = { userid: phone.person.userid, place: phone.place, text: input.value.trim() || '现场照片' }
    if (phone.place === 'group') input.value = ''
    return sendPhoto(query, photo)
  }
  const picked = (event) => {
    const [file] = event.target.files
    if (file !== undefined) void deliver(file).finally(() => (event.target.value = ''))
  }
  const sample = async () =>
    deliver(await samplePhoto(`示例照片 ${document.querySelector('#clock').textContent}`))
  const file = el('input', {
    type: 'file',
    accept: 'image/jpeg,image/png',
    'aria-label': '选择图片',
    onchange: picked,
  })
  return el(
    'div',
    { class: 'tools' },
    el('label', {}, file, '发图片'),
    el('button', { type: 'button', onclick: sample }, '发示例照片'),
  )
}

/** A sentence is put into the line, to be read and changed before it is sent. */
function redrawExamples(examples, sentences, input) {
  if (examples.dataset.shown === sentences.join('\n')) return
  examples.dataset.shown = sentences.join('\n')
  const take = (sentence) => () => {
    input.value = sentence
    input.focus()
  }
  examples.replaceChildren(
    ...sentences.map((one) => el('button', { type: 'button', title: one, onclick: take(one) }, one)),
  )
}
