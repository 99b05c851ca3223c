import { pinyin } from 'pinyin-pro'
import { unitsOf } from './form-table.ts'

/** Tells the sound of each character of a text, without tones, as a number. */
export type SoundReader = (text: string) => Uint16Array

/**
 * Its readings: as it is spoken by the book, as it is spoken in the south, where 新 and 兴, 四 and 是 are one, and without
 * telling hard beginnings from soft ones.
 */
export type SoundReaders = { soundOf: SoundReader; nearSoundOf: SoundReader; softSoundOf: SoundReader }

const southern = (sound: string): string =>
  sound
    .replace(/^([zcs])h/, '$1')
    .replace(/^l/, 'n')
    .replace(/^h(?=u)|^f/, 'f')
    .replace(/(?<=[aei])ng$/, 'n')

/** As an ear that is not sure how hard a syllable begins: 搭 and 塔 are one. */
const softened = (sound: string): string =>
  sound.replace(/^[ptk]/, (hard) => ({ p: 'b', t: 'd', k: 'g' })[hard]!)

/**
 * Reads each character by itself, in the roster and in the text alike, so that one table serves both. The characters of
 * the roster are read in one call: the library takes a hundred times as long for as many single ones.
 */
export function soundReaders(roster: ReadonlySet<string>): SoundReaders {
  const ids = new Map<string, number>()
  const [read, readNear] = [new Uint16Array(0x10000), new Uint16Array(0x10000)]
  const readSoft = new Uint16Array(0x10000)
  const idOf = (sound: string): number => {
    if (!ids.has(sound)) ids.set(sound, ids.size + 1)
    return ids.get(sound)!
  }
  const learn = (code: number, sound: string): void => {
    read[code] = idOf(sound)
    readNear[code] = idOf(southern(sound))
    readSoft[code] = idOf(softened(sound))
  }
  const chars = [...roster]
  const sounds = pinyin(chars.join('\n'), { toneType: 'none', type: 'array', v: true })
  chars.forEach((char, i) => learn(char.charCodeAt(0), sounds[i * 2]!))
  const known = (table: Uint16Array, code: number): number => {
    if (!table[code]) learn(code, pinyin(String.fromCharCode(code), { toneType: 'none', v: true }))
    return table[code]!
  }
  return {
    soundOf: (text) => unitsOf(text).map((code) => known(read, code)),
    nearSoundOf: (text) => unitsOf(text).map((code) => known(readNear, code)),
    softSoundOf: (text) => unitsOf(text).map((code) => known(readSoft, code)),
  }
}
