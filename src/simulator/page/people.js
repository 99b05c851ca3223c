import { el } from './elements.js'
import { findPeople } from './server.js'

const dialog = document.querySelector('#people')
const search = document.querySelector('#people-search')
const list = document.querySelector('#people-list')

let chosen = () => {}

/** Opens the list of people and calls `onChoice` with the one that is taken. */
export function choosePerson(onChoice) {
  chosen = onChoice
  search.value = ''
  void refresh()
  dialog.showModal()
  search.focus()
}

async function refresh() {
  const words = search.value
  const people = await findPeople(words)
  // A slower answer to fewer letters must not replace a newer one.
  if (words !== search.value) return
  list.replaceChildren(...people.map(row))
  if (people.length === 0) list.append(el('li', { class: 'none' }, '没有找到，请换个词。'))
}

function row(person) {
  const choose = () => {
    dialog.close()
    chosen(person)
  }
  const about = el('span', { class: 'about' }, `${person.role} · ${person.unit}`)
  return el('li', {}, el('button', { type: 'button', onclick: choose }, el('strong', {}, person.name), about))
}

search.addEventListener('input', () => void refresh())
search.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter' || event.isComposing) return
  // Or the same key would press the button that opened this list, once it has the focus again.
  event.preventDefault()
  list.querySelector('button')?.click()
})
