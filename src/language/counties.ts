import type { Said } from './named.ts'
import { shortPlace } from './places.ts'
import type { Registry } from './registry.ts'
import type { Speaker } from './understanding.ts'

const OWN = /(?:我们?|咱们?|本|全|俺们?|我们这个?)(?:县|区)(?!域|推广|范围)|(?:县|区)(?:里|内)(?!面)/
/** 我市 of a county that is called a city: 瑞金市. */
const OWN_CITY = /(?:我们?|咱们?|本|全)市(?![级直里])/

const said = (value: string, from: number, length: number): Said<string> => ({
  value,
  span: [from, from + length],
})

const ownIn = (nameless: string, county: string): RegExpExecArray | null =>
  OWN.exec(nameless) ?? (county.endsWith('市') ? OWN_CITY.exec(nameless) : null)

/** The county that a text names, 我县 and 区里 being the speaker's own; the text comes without the names of schools. */
export function countyIn(nameless: string, { counties }: Registry, speaker: Speaker): Said<string> | null {
  for (const form of [(name: string) => name, shortPlace])
    for (const name of counties) {
      const at = nameless.indexOf(form(name))
      if (at >= 0) return said(name, at, form(name).length)
    }
  const own = speaker.county === null ? null : ownIn(nameless, speaker.county)
  return own && said(speaker.county!, own.index, own[0].length)
}
