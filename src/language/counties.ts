import type { Said } from './named.ts'
import { shortPlace } from './places.ts'
import type { Registry } from './registry.ts'
import type { Speaker } from './understanding.ts'

const OWN = /(?:我们?|咱们?|本|全|俺们?|我们这个?)(?:县|区)(?!域)|(?:县|区)(?:里|内)(?!面)/
/** 我市 where the speaker's county is one that is called a city: 瑞金市. */
const OWN_CITY = /(?:我们?|咱们?|本|全)市(?!级|直|里)/

const said = (value: string, from: number, length: number): Said<string> => ({
  value,
  span: [from, from + length],
})

/** The county that a text names, 我县 and 区里 being the speaker's own; the text comes without the names of schools. */
export function countyIn(nameless: string, { counties }: Registry, speaker: Speaker): Said<string> | null {
  for (const name of counties) {
    const [whole, short] = [nameless.indexOf(name), nameless.indexOf(shortPlace(name))]
    if (whole >= 0) return said(name, whole, name.length)
    if (short >= 0) return said(name, short, shortPlace(name).length)
  }
  const own =
    speaker.county === null
      ? null
      : (OWN.exec(nameless) ?? (speaker.county.endsWith('市') ? OWN_CITY.exec(nameless) : null))
  return own && said(speaker.county!, own.index, own[0].length)
}
