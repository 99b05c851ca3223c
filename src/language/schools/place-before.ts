import { shortPlace } from '../places.ts'
import type { Registry } from './registry.ts'
import type { Speaker } from '../understanding.ts'

/** Places written before a name, by their short names; `from` is where they begin. */
export type Place = { from: number; names: string[] }

/** The places written just before a name: 赣州市章贡区, 沙石镇, 县 for the speaker's own. */
export function placeBefore(text: string, to: number, { places, cities }: Registry, speaker: Speaker): Place {
  const place: Place = { from: to, names: [] }
  for (let length = 8; length >= 2; length--) {
    const end = text[place.from - 1] === '的' ? place.from - 1 : place.from
    const name = end >= length ? places.get(text.slice(end - length, end)) : undefined
    if (name === undefined) continue
    place.names.push(name)
    place.from = end - length
    length = 9
  }
  const own = /(?:^|[^一-龥]|[去到在了和我天日午早查])([县区市])$/.exec(text.slice(0, place.from))?.[1]
  if (place.names.length > 0 || !own || (own !== '市' && !speaker.county)) return place
  return { from: to - 1, names: own === '市' ? [...cities] : [shortPlace(speaker.county!)] }
}

/** The places with which a stretch begins: 大塘埠镇 of 大塘埠镇打坪小学; `length` characters tell them. */
export function placesAtHead(text: string, { places }: Registry): { length: number; names: string[] } {
  const head = { length: 0, names: [] as string[] }
  for (let length = 8; length >= 2; length--) {
    const name = places.get(text.slice(head.length, head.length + length))
    if (name === undefined || head.length + length >= text.length) continue
    head.names.push(name)
    head.length += length
    length = 9
  }
  return head
}
