import type { Matter } from '#src/domain/words.ts'
import type { Lexicon } from '../lexicon/lexicon.ts'
import { longestIn, wordAt, wordsIn, type WordFound } from '../lexicon/word-table.ts'
import { hasTrouble } from './troubles.ts'

/** The things of a matter that a text names: 消防 and 通道 of 消防通道堆了桌椅. */
export const thingsIn = (text: string, of: Matter, { things }: Lexicon): string[] =>
  wordsIn(things, text, (matter) => matter === of).map(({ word }) => word)

/** Where in the school it is: 食堂, 操场. */
export const placesIn = (text: string, { places }: Lexicon): string[] =>
  wordsIn(places, text)
    .map(({ word }) => word)
    .filter((each) => each.length > 1)

// Parts of a school whose names hold a word of another matter.
const NAMES_OF_PLACES =
  /教学[点楼]|电教室|教研活动室|广播室|教师办公室?|教研室|实验楼|体育[馆场]|学生|图书楼/g

/** A noun or two that name a matter (食堂, 消防通道) and say nothing of it. */
export function isTopic(text: string, { things, places, anywhere }: Lexicon): boolean {
  const rest = text.replace(/[\s,]/g, '')
  const tables = [things, places, anywhere]
  for (let from = 0; from < rest.length;) {
    const lengths = tables.map((table) => wordAt(table, rest, from)?.word.length ?? 0)
    const longest = Math.max(...lengths)
    if (longest < 2) return false
    from += longest
  }
  return true
}

// Things by name that are rather done, and begin no clause.
const DONE_NOT_HAD =
  /^(?:上课|停车|招生|乘车|用电|转学|入学|开票|退费|抽烟|吸烟|打架|拼音教学|教学|登记|张贴|值守|看护)$/

/** Where the noun ends that begins at a place, the places before it included (食堂后厨, 宿舍电线); `at` if none does. */
export function nounEnd(text: string, at: number, lexicon: Lexicon): { to: number; thing: boolean } {
  const { things, places } = lexicon
  const [thing, place] = [things, places].map((table) =>
    wordAt(table, text, at, (_, word) => word.length > 1 && !DONE_NOT_HAD.test(word) && !hasTrouble(word)),
  )
  if (thing && thing.word.length >= (place?.word.length ?? 0)) return { to: thing.span[1], thing: true }
  return place ? nounEnd(text, place.span[1], lexicon) : { to: at, thing: false }
}

/** Whether a text names a thing that can be found wanting, and not only a place. */
export const namesThing = (text: string, { things }: Lexicon): boolean =>
  longestIn(things, text.replace(NAMES_OF_PLACES, '')) !== null

/** What a finding is about, by its words; null where none of them tells. Of words as long the office's own decides. */
export function matterOf(text: string, { things, places, anywhere, own }: Lexicon): Matter | null {
  const theirs = longestIn(own.things, text)
  const thing = longestIn(things, text.replace(NAMES_OF_PLACES, ''))
  const meant = theirs && theirs.word.length >= (thing?.word.length ?? 0) ? theirs : thing
  return (meant ?? longestIn(places, text) ?? longestIn(anywhere, text))?.means ?? null
}

/** Every thing that a text names with its matter, in order; 教学点 names no teaching. */
export const mattersIn = (text: string, { things }: Lexicon): WordFound<Matter>[] =>
  wordsIn(
    things,
    text.replace(NAMES_OF_PLACES, (name) => ' '.repeat(name.length)),
  )
