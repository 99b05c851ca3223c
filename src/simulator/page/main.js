import { el } from './elements.js'
import { choosePerson } from './people.js'
import { createPhone } from './phone.js'
import { act, follow } from './server.js'

const main = document.querySelector('#phones')
const narrowSwitch = document.querySelector('#switch')
const steps = document.querySelector('#steps')

const phones = []
/** Whose phones are shown; in the address, so that a reload and a bookmark keep them. */
let owners = decodeURIComponent(location.hash.slice(1)).split(',').filter(Boolean)

function draw(state) {
  document.querySelector('#clock').textContent = state.clock.text
  steps.hidden = !state.clock.movable
  // An answer to an earlier question, from before somebody was switched.
  if (owners.length > 0 && state.phones.some((person, i) => !sameId(person.userid, owners[i]))) return
  owners = state.phones.map((person) => person.userid)
  while (phones.length < state.phones.length) addPhone(phones.length)
  state.phones.forEach((person, i) => drawPhone(phones[i], person, state))
}

const sameId = (one, other) => one.toLowerCase() === other?.toLowerCase()

function addPhone(index) {
  const phone = createPhone(() => choosePerson((person) => switchTo(index, person)))
  phone.tab = el('button', { type: 'button', role: 'tab', onclick: () => bringForward(index) })
  phones.push(phone)
  main.append(phone.element)
  narrowSwitch.append(phone.tab)
  if (index === 0) bringForward(0)
}

function drawPhone(phone, person, state) {
  const isFirst = phone.person === undefined
  phone.show(person, state)
  phone.tab.textContent = `${person.name} ${person.role}`
  // Who opens the app for the first time is greeted.
  if (isFirst && person.messages.length === 0) void act({ act: 'enter', userid: person.userid })
}

function switchTo(index, person) {
  owners[index] = person.userid
  history.replaceState(null, '', `#${owners.map(encodeURIComponent).join(',')}`)
  void act({ act: 'enter', userid: person.userid })
}

/** A narrow screen has room for one phone. */
function bringForward(index) {
  phones.forEach((phone, i) => {
    phone.element.classList.toggle('front', i === index)
    phone.tab.setAttribute('aria-selected', String(i === index))
  })
  phones[index].toEnd()
}

steps.addEventListener('click', async (event) => {
  const { step } = event.target.dataset
  if (step === undefined) return
  const buttons = [...steps.children]
  for (const button of buttons) button.disabled = true
  await act({ act: 'clock', step })
  for (const button of buttons) button.disabled = false
})

void follow(() => owners, draw)
