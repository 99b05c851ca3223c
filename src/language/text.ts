import type { Span } from './understanding.ts'

/**
 * Common slips of fingers and input methods. Every pair keeps its length, so that a span in the mended text is the
 * same span in the text as it was written. The guards keep whole words apart: 监督到位, 中学食堂, 周末到, 以经济.
 */
const SLIPS: readonly (readonly [RegExp, string])[] = [
  [/整盖|正改|整该/g, '整改'],
  [/复茶|复察|副查/g, '复查'],
  [/(?<!监)督到(?![位底])/g, '督导'],
  [/食唐|食棠|实堂/g, '食堂'],
  [/(?<![小中大])学食(?![堂品材物])/g, '学时'],
  [/(?<![周期月年学])末到/g, '未到'],
  [/以经(?![济验典营])/g, '已经'],
  [/灭火气/g, '灭火器'],
  [/消访|销防/g, '消防'],
  [/留祥|流样/g, '留样'],
  [/晨捡/g, '晨检'],
  [/合恪|和格(?!式)/g, '合格'],
  [/逾其|余期/g, '逾期'],
]

const FULL_WIDTH = /[！-～]/g
const FULL_WIDTH_SHIFT = 0xfee0

/** Full-width and half-width alike, Latin letters small; the length stays. */
export const fold = (written: string): string =>
  written
    .replace(FULL_WIDTH, (char) => String.fromCharCode(char.charCodeAt(0) - FULL_WIDTH_SHIFT))
    .replaceAll('　', ' ')
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())

/** The text as the ear reads it: folded, slips mended, the length unchanged. */
export const plainOf = (written: string): string =>
  SLIPS.reduce((text, [slip, right]) => text.replace(slip, right), fold(written))

/** What ends a clause in running text; a space counts, for many write with spaces alone. */
export const CLAUSE_END = /[\s,。;!?:…~]/

export const overlaps = (a: Span, b: Span): boolean => a[0] < b[1] && b[0] < a[1]

/** A span without the blanks and marks at its two ends, nor half a pair of brackets; null where nothing is left. */
export function trimmed(text: string, [from, to]: Span): Span | null {
  const loose = /[\s,。;!?:、…~.\-—"'“”]/
  while (from < to && (loose.test(text[from]!) || text[from] === ')')) from++
  while (to > from && (loose.test(text[to - 1]!) || text[to - 1] === '(')) to--
  return from < to ? [from, to] : null
}

/** The text with those stretches blanked, its length unchanged. */
export const blanked = (text: string, spans: readonly Span[]): string =>
  spans.reduce((rest, [from, to]) => rest.slice(0, from) + ' '.repeat(to - from) + rest.slice(to), text)

/** The clauses of a text: what stands between marks and blanks. */
export function clauseSpans(text: string): Span[] {
  return [...text.matchAll(/[^\s,。;!?:…~]+/g)].map((found): Span => [
    found.index,
    found.index + found[0].length,
  ])
}

/** The source of a pattern for any word of a list; words stand apart by blanks and may be patterns themselves. */
export const anyOf = (words: string): string => `(?:${words.trim().split(/\s+/).join('|')})`
