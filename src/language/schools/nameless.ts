import { peopleIn, type People } from '../people.ts'
import { fold, matchesOf, overlaps, spansOf } from '../text.ts'
import type { Heard } from '../hear.ts'
import type { Span, Speaker } from '../understanding.ts'

/** What is somebody's by its looks, whether or not the roster holds it. */
const PATTERNS = [
  // Telephones of a house, numbers of accounts, spelled out too.
  /\d(?:[ -]?\d){6,}/g,
  /[〇零幺一二三四五六七八九两]{7,}/g,
  // Addresses, userids and the like.
  /[a-z][\w.@-]{3,}|[\w-]+@[\w.-]+/g,
  // 买买提·吐尔逊: where such a name begins is not told, so a word too many goes with it.
  /[一-龥]{1,6}(?:·[一-龥]{1,8})+/g,
]

/** Lengths of a Chinese name, and the words in which an account may stand. */
const NAME_LENGTHS = [2, 3, 4]
const WORD = /[\w.@-]{2,}/g
/** Whom the roster holds is looked up before; without it 王督学 is told by surname and title. */
const NOBODY: People = new Map()
const CHINESE = /^[一-龥]+$/

/** Everything in a text that could be somebody's name or userid: to be looked up in the roster. */
export function possibleNames(written: string): string[] {
  const plain = fold(written)
  // By UTF-16 units: an emoji before a name must not hide it.
  const names = plain
    .split('')
    .flatMap((_, from) =>
      NAME_LENGTHS.map((length) => plain.slice(from, from + length)).filter((each) => CHINESE.test(each)),
    )
  return [...new Set([...names, ...matchesOf(plain, WORD).map(([word]) => word)])]
}

/**
 * A message as it may leave the house: names of the roster and of anybody who is told with his title, userids, numbers and
 * addresses covered, its length unchanged. Schools and days stay, for they are what it is about.
 */
export function withoutPeople(heard: Heard, known: ReadonlySet<string>, speaker: Speaker): string {
  const plain = fold(heard.written)
  const days = heard.dates.map(({ span }) => span)
  // 阳明小学 is a school although a teacher may be called 阳明.
  const schools = heard.schools.flatMap(({ span, candidates }) => (candidates.length > 0 ? [span] : []))
  const hidden = [
    ...[...known].flatMap((name) => placesOf(name, plain)).filter((span) => isFree(span, schools)),
    ...peopleIn(plain, NOBODY, speaker, heard.schools)
      .map(({ span }) => span)
      .filter((span) => isFree(span, schools)),
    ...PATTERNS.flatMap((pattern) => spansOf(plain, pattern)).filter((span) => isFree(span, days)),
  ]
  return hidden.reduce(covered, heard.written)
}

function placesOf(name: string, plain: string): Span[] {
  const places: Span[] = []
  for (let at = plain.indexOf(name); at >= 0; at = plain.indexOf(name, at + 1))
    places.push([at, at + name.length])
  return places
}

const isFree = (span: Span, taken: readonly Span[]): boolean => !taken.some((each) => overlaps(each, span))

const covered = (text: string, [from, to]: Span): string =>
  text.slice(0, from) + text.slice(from, to).replace(/[^\s]/g, cover) + text.slice(to)

const cover = (char: string): string => (/[一-龥]/.test(char) ? '某' : '*')
