import type { SoundReader } from './syllables.ts'

/** Tells where or which a school is, and is no name: 火车站旁边那所幼儿园. */
const DESCRIBES = /[那这某的]|旁边|附近|对面|隔壁|[前后里外东西南北][面头边]|[门路河山村桥]口/
export const describesSchool = (words: string): boolean => DESCRIBES.test(words)

const KINDS: readonly RegExp[] = [/幼儿?园?$/, /小学?$/, /中学?$/]
const KIND = /(?:中心)?(?:幼儿园|小学|中学|学校|[幼小中])$/

/** Whether a name is that of a kindergarten, a primary or a secondary school; undefined where it does not tell. */
export const kindOf = (name: string): RegExp | undefined => KINDS.find((kind) => kind.test(name))

/**
 * Whether a school may be meant by words in which the ear found none. A description may mean any of its kind; a name must
 * sound like the school's own in half of its syllables: whoever writes 红星幼儿园 does not mean 蓝天幼儿园.
 */
export function mayBeCalled(words: string, name: string, soundOf: SoundReader): boolean {
  const [said, own] = [kindOf(words), kindOf(name)]
  if (said && own && said !== own) return false
  if (describesSchool(words)) return true
  const stem = [...words.replace(KIND, '')]
  const sounds = soundOf(name)
  const alike = stem.filter((char) => sounds.includes(soundOf(char)[0]!))
  return stem.length > 0 && alike.length * 2 >= stem.length
}
