/**
 * Builds an element. Words only ever become text nodes, so nothing that a person wrote can turn into markup.
 * `on…` properties are listeners, the rest are attributes; null, false and undefined leave one out.
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value)
    else if (value === true) element.setAttribute(name, '')
    else if (value !== null && value !== false && value !== undefined) element.setAttribute(name, value)
  }
  element.append(
    ...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ''),
  )
  return element
}

const LINK = /<a href=["']?(https?:\/\/[^"'>\s]+)["']?>([^<]*)<\/a>/

/** A text with the links that WeCom shows as such: `<a href="https://…">…</a>`. */
export function withLinks(text) {
  return text.split(new RegExp(LINK, 'g')).map((part, i, parts) => {
    if (i % 3 === 0) return part
    return i % 3 === 1 ? outward(part, parts[i + 1]) : null
  })
}

/** A link that opens beside this page; anything but http and https stays text. */
export function outward(url, label, properties = {}) {
  if (!/^https?:\/\//.test(url ?? '')) return el('span', properties, label)
  return el('a', { ...properties, href: url, target: '_blank', rel: 'noopener noreferrer' }, label)
}
