import type { Said } from './named.ts'
import { shortPlace } from './places.ts'
import type { Registry } from './schools/registry.ts'
import type { Speaker } from './understanding.ts'

const OURS = '(?:我们?(?:这个?)?|咱们?(?:这个?)?|俺们?|本|全|这个?)'
const OWN = new RegExp(
  `${OURS}[县区](?!域|别|推广|范围)|(?<![地社校园片辖城乡街厂小山任能教])[县区](?:里|内)(?!面)`,
)
/** 全市 of a county-level city's people is their own. */
const OWN_CITY = new RegExp(`${OURS}市(?!级|直|里|场|区)`)

/** Where the first of those words stands; the longest counts, for 南康区 is not the 康区 of another. */
function wordIn(
  text: string,
  words: readonly (readonly [word: string, county: string])[],
): Said<string> | null {
  const found = words
    .map(([word, county]) => ({ at: text.indexOf(word), word, county }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => b.word.length - a.word.length || a.at - b.at)[0]
  return found ? { value: found.county, span: [found.at, found.at + found.word.length] } : null
}

/** The county that a text names, 我县 and 区里 being the speaker's own; the text comes without the names of schools. */
export function countyIn(nameless: string, { counties }: Registry, speaker: Speaker): Said<string> | null {
  const named =
    wordIn(
      nameless,
      counties.map((county) => [county, county]),
    ) ??
    wordIn(
      nameless,
      counties.map((county) => [shortPlace(county), county]),
    )
  if (named || speaker.county === null) return named
  const own = (speaker.county.endsWith('市') ? OWN_CITY.exec(nameless) : null) ?? OWN.exec(nameless)
  return own && { value: speaker.county, span: [own.index, own.index + own[0].length] }
}
