/** Bytes as the platform counts them: a Han character is three. */
export const byteLength = (text: string): number => Buffer.byteLength(text)

/** Characters as people count them, an emoji beyond the basic plane as one. */
export const charCount = (text: string): number => [...text].length

/**
 * What any field of a message may hold. Control characters and broken surrogate pairs would reach the platform as `\u`
 * escapes and be refused, as is such an escape spelt out in what someone wrote (40033, WeCom D90313).
 */
export const clean = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll('\r\n', '\n')
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/\\(?=u[0-9a-f]{4})/gi, '＼')

/** For a text message of the app, which would show `<a href=…>` in people's words as a link (WeCom D90236). */
export const plainText = (text: string): string => clean(text).replaceAll('<', '＜')

/**
 * For an answer of the bot, which is read as markdown: nobody's words become a link, a picture, a heading or a mention, and
 * none of their signs vanishes.
 */
export const plainMarkdown = (text: string): string =>
  plainText(text)
    .replace(/[[\]*_`|~]/g, wide)
    .replace(/^(\s*)([#>])/gm, (_, space: string, mark: string) => space + wide(mark))

const wide = (mark: string): string => String.fromCodePoint((mark.codePointAt(0) ?? 0) + 0xfee0)

/** At most `limit` characters, the last one an ellipsis where something was left out. */
export function shorten(text: string, limit: number): string {
  const chars = [...text]
  return chars.length <= limit ? text : `${chars.slice(0, limit - 1).join('')}…`
}

/** Pieces of at most `limit` bytes, broken between lines where that is possible, and numbered （1/2）. */
export function splitText(text: string, limit: number): string[] {
  if (byteLength(text) <= limit) return [text]
  const pieces: string[] = []
  let rest = text
  while (rest !== '') {
    const end = breakAt(rest, limit - byteLength('（999/999）'))
    pieces.push(rest.slice(0, end))
    rest = rest.slice(end).replace(/^\n/, '')
  }
  return pieces.map((piece, i) => `（${i + 1}/${pieces.length}）${piece}`)
}

function breakAt(text: string, limit: number): number {
  let [end, bytes] = [0, 0]
  for (const char of text) {
    bytes += byteLength(char)
    if (bytes > limit) return lineEnd(text, end)
    end += char.length
  }
  return end
}

/** The last line break before `end`, or `end` itself where that would leave most of the piece empty. */
function lineEnd(text: string, end: number): number {
  const found = text.lastIndexOf('\n', end)
  return found > end / 2 ? found : end
}
