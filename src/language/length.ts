/** What is longer is no message: the rest is not read. In UTF-16 units. */
export const MOST_CHARACTERS = 4000

/** What is read of a text: no half of a character at its end. */
export function readOf(text: string): string {
  if (text.length <= MOST_CHARACTERS) return text
  const isHalf = /[\uD800-\uDBFF]$/.test(text.slice(0, MOST_CHARACTERS))
  return text.slice(0, isHalf ? MOST_CHARACTERS - 1 : MOST_CHARACTERS)
}
