import { soundReaders } from './schools/syllables.ts'

const { soundOf } = soundReaders(new Set())

/** Whether words stand in a text in other characters of the same sound: 冰箱 in 冰厢里生熟不分. One character is too little. */
export function soundsIn(text: string, words: string): boolean {
  if (words.length < 2 || !/^[一-龥]+$/.test(words)) return false
  const [all, sought] = [soundOf(text), soundOf(words)]
  for (let from = 0; from + sought.length <= all.length; from++)
    if (sought.every((sound, i) => all[from + i] === sound)) return true
  return false
}
