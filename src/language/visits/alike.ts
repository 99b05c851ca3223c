import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { placesIn, thingsIn } from './matters.ts'
import { plainOf } from '../plain.ts'
import { soundsIn } from '../same-sound.ts'
import type { ItemHeard } from '../understanding.ts'

type Told = { text: string; matter: Matter | null }

/**
 * Whether two findings at one school may be the same thing in other words (食堂留样记录不全, 留样记录还是不全): of one matter,
 * about one thing, and not in two places. 灭火器过期 and 消防通道堵 are both safety and two things.
 */
export function isAlike(a: Told, b: Told, lexicon: Lexicon): boolean {
  const elsewhere = WHERE.some((where) => areElsewhere(where(a.text, lexicon), where(b.text, lexicon)))
  if (a.matter !== b.matter || elsewhere) return false
  const [ours, theirs] = [a, b].map(({ text, matter }) =>
    matter ? thingsIn(plainOf(text, lexicon), matter, lexicon) : [],
  )
  return ours!.length > 0 && theirs!.length > 0
    ? areOneThing(ours!, theirs!)
    : holdsMost(a.text, b.text, lexicon)
}

const FLOOR =
  /[一二三四五六七八九十\d]+(?:号楼|楼|层|栋|年级|班|号?教室|号?宿舍)|第[一二三四五六七八九十\d]+(?:间|个|号|排|处)/g
/** In which part of the school, and on which floor or in which of several rooms: 楼梯 may be on the 二楼. */
const WHERE = [placesIn, (text: string): string[] => text.match(FLOOR) ?? []]

/** Where only one of them says where, it may be there. */
const areElsewhere = (ours: readonly string[], theirs: readonly string[]): boolean =>
  ours.length > 0 && theirs.length > 0 && !ours.some((each) => theirs.includes(each))

/** The last thing named is what the trouble is said of; half of all that is named must be the same. */
function areOneThing(ours: readonly string[], theirs: readonly string[]): boolean {
  const all = new Set([...ours, ...theirs])
  const shared = [...all].filter((each) => ours.includes(each) && theirs.includes(each))
  return ours.at(-1) === theirs.at(-1) && shared.length * 2 >= all.size
}

const FILLERS = /还是|仍然?|依然|依旧|有点|没有|[的了着过还又再都也很]|[\s\p{P}\p{S}]/gu
/** Of words that no list knows: as much of the shorter must stand in the longer. */
const MOST = 0.75

function holdsMost(a: string, b: string, lexicon: Lexicon): boolean {
  const [short, long] = [a, b]
    .map((each) => plainOf(each, lexicon).replace(FILLERS, ''))
    .sort((x, y) => x.length - y.length)
  return short!.length > 2 && likeness(long!, short!) >= MOST * (short!.length - 1)
}

/** How many of the pairs of neighbouring characters of `words` stand in `text`: enough to tell few items apart. */
export function likeness(text: string, words: string): number {
  if (words.length === 1) return text.includes(words) ? 1 : 0
  let shared = 0
  for (let i = 0; i + 1 < words.length; i++) if (text.includes(words.slice(i, i + 2))) shared++
  return shared
}

/** The items meant, by their places in the list: one by its number, or those that share the most of the words. */
export function itemsMeant(items: readonly { text: string }[], item: ItemHeard): number[] {
  if ('nth' in item) return items[item.nth - 1] ? [item.nth - 1] : []
  const shared = items.map((each) => likeness(each.text, item.words))
  const best = Math.max(0, ...shared)
  if (best === 0) return items.flatMap(({ text }, i) => (soundsIn(text, item.words) ? [i] : []))
  return shared.flatMap((each, i) => (each === best ? [i] : []))
}
