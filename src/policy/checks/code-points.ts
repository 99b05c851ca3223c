/** Orders texts by code points. By itself `sort` goes by halves of signs: it puts 𠮷 (U+20BB7) before U+F900. */
export function byCodePoints(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let at = 0; at < length; at++) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)]
    if (one !== other) return rank(one) - rank(other)
  }
  return a.length - b.length
}

/** Halves of signs beyond U+FFFF come after every whole one. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

/** The same texts, each once, in the order of their code points. */
export const inOrder = (texts: Iterable<string>): string[] => [...new Set(texts)].toSorted(byCodePoints)
