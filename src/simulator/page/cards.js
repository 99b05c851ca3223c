import { el, outward } from './elements.js'

/** A template card as the WeCom client draws it. `tap({ key, ticked? })` is called on a press or a submit. */
export function drawCard(message, tap) {
  const { card } = message
  const ticked = {}
  const press = (key) => tap({ key, ticked })
  return el(
    'article',
    {
      class: 'card',
      'data-testid': 'card',
      'data-card-id': message.id,
      'data-state': message.state,
    },
    source(card.source),
    heading(card),
    emphasis(card.emphasis_content),
    quote(card.quote_area),
    card.sub_title_text ? el('p', { class: 'sub' }, card.sub_title_text) : null,
    picture(card),
    (card.vertical_content_list ?? []).map(paragraph),
    facts(card.horizontal_content_list),
    questions(message, ticked),
    foot(message, press),
    (card.jump_list ?? []).map((jump) => outward(jump.url, jump.title, { class: 'jump' })),
    card.card_action?.url ? outward(card.card_action.url, '查看详情', { class: 'jump' }) : null,
  )
}

const COLOURS = ['grey', 'black', 'red', 'green']

function source(from) {
  if (!from?.desc) return null
  return el('p', { class: `source ${COLOURS[from.desc_color ?? 0]}` }, from.desc)
}

function heading({ main_title: title = {} }) {
  return [
    title.title ? el('h3', {}, title.title) : null,
    title.desc ? el('p', { class: 'desc' }, title.desc) : null,
  ]
}

function emphasis(big) {
  if (big === undefined) return null
  return el('div', { class: 'emphasis' }, el('strong', {}, big.title ?? ''), el('span', {}, big.desc ?? ''))
}

function quote(area) {
  if (area === undefined) return null
  return el('blockquote', {}, area.title ? el('strong', {}, area.title) : null, area.quote_text ?? '')
}

/** The picture itself lies on another server and is not fetched. */
function picture(card) {
  const area = card.image_text_area
  if (card.card_image === undefined && area === undefined) return null
  return el('p', { class: 'image' }, area ? [area.title ?? '', ' ', area.desc ?? ''] : '图片')
}

const paragraph = ({ title, desc }) => [el('h4', {}, title), desc ? el('p', { class: 'desc' }, desc) : null]

function facts(list = []) {
  if (list.length === 0) return null
  return el(
    'dl',
    {},
    list.flatMap((fact) => [
      el('dt', {}, fact.keyname),
      el('dd', {}, fact.type === 1 ? outward(fact.url, fact.value ?? '') : (fact.value ?? '')),
    ]),
  )
}

function questions({ card, state }, ticked) {
  const dead = state === 'dead'
  const selectors = card.select_list ?? (card.button_selection ? [card.button_selection] : [])
  return [
    card.checkbox ? checkbox(card.checkbox, card.main_title.title, dead, ticked) : null,
    selectors.map((selector) => select(selector, dead, ticked)),
  ]
}

function checkbox(box, legend, dead, ticked) {
  const type = box.mode === 1 ? 'checkbox' : 'radio'
  const collect = () => {
    ticked[box.question_key] = [...list.querySelectorAll('input:checked')].map((input) => input.value)
  }
  // A name of its own: the same question may stand on several phones of this page.
  const name = crypto.randomUUID()
  const option = ({ id, text, is_checked }) => {
    const input = el('input', {
      type,
      name,
      value: id,
      checked: is_checked,
      disabled: dead || box.disable,
      onchange: collect,
    })
    return el('label', {}, input, el('span', {}, text))
  }
  const list = el('fieldset', {}, el('legend', {}, legend), box.option_list.map(option))
  collect()
  return list
}

function select(selector, dead, ticked) {
  const first = selector.selected_id ?? selector.option_list[0].id
  ticked[selector.question_key] = [first]
  const change = (event) => (ticked[selector.question_key] = [event.target.value])
  const options = selector.option_list.map(({ id, text }) =>
    el('option', { value: id, selected: id === first }, text),
  )
  const field = el('select', { disabled: dead || selector.disable, onchange: change }, options)
  return el('label', { class: 'select' }, el('span', {}, selector.title ?? ''), field)
}

function foot({ card, state, outcome }, press) {
  if (state === 'dead')
    return el(
      'div',
      { class: 'buttons' },
      el('button', { type: 'button', class: 'dead', disabled: true }, outcome),
    )
  const buttons = card.submit_button ? [card.submit_button] : (card.button_list ?? [])
  return buttons.length === 0
    ? null
    : el(
        'div',
        { class: `buttons of-${buttons.length}` },
        buttons.map((one) => button(one, press)),
      )
}

function button(one, press) {
  if (one.type === 1) return outward(one.url, one.text, { class: 'style-2' })
  const once = (event) => {
    event.target.disabled = true
    Promise.resolve(press(one.key)).finally(() => (event.target.disabled = false))
  }
  return el('button', { type: 'button', class: `style-${one.style ?? 1}`, onclick: once }, one.text)
}
