import { pinyin } from 'pinyin-pro'
import { unitsOf } from './form-table.ts'

/** Tells the sound of each character of a text, without tones, as a number. */
export type SoundReader = (text: string) => Uint16Array

/**
 * Reads each character by itself, in the roster and in the text alike, so that one table serves both. The characters of
 * the roster are read in one call: the library takes a hundred times as long for as many single ones.
 */
export function soundReader(roster: ReadonlySet<string>): SoundReader {
  const ids = new Map<string, number>()
  const read = new Uint16Array(0x10000)
  const learn = (code: number, sound: string): number => {
    if (!ids.has(sound)) ids.set(sound, ids.size + 1)
    return (read[code] = ids.get(sound)!)
  }
  const chars = [...roster]
  const sounds = pinyin(chars.join('\n'), { toneType: 'none', type: 'array', v: true })
  chars.forEach((char, i) => learn(char.charCodeAt(0), sounds[i * 2]!))
  const soundOf = (code: number): number =>
    read[code] || learn(code, pinyin(String.fromCharCode(code), { toneType: 'none', v: true }))
  return (text) => unitsOf(text).map(soundOf)
}
