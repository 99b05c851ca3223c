import type { Lexicon } from './lexicon/lexicon.ts'
import { TYPOS } from './lexicon/typos.ts'
import { wordsIn, type WordTable } from './lexicon/word-table.ts'
import { fold } from './text.ts'

const slips = TYPOS.flatMap((typo) => typo.wrong.split(' ').map((wrong) => ({ ...typo, wrong })))
const RIGHT = new Map(slips.map(({ wrong, right }) => [wrong, right]))
const SLIP = new RegExp(
  slips
    .map(
      ({ wrong, notBehind, notBefore }) =>
        (notBehind ? `(?<![${notBehind}])` : '') + wrong + (notBefore ? `(?![${notBefore}])` : ''),
    )
    .join('|'),
  'g',
)

const mended = (text: string, typos: WordTable<string>): string =>
  wordsIn(typos, text).reduce(
    (rest, { means, span: [from, to] }) => rest.slice(0, from) + means + rest.slice(to),
    text,
  )

/** The text as the ear reads it: folded, slips mended, the length unchanged. */
export const plainOf = (written: string, { own }: Lexicon): string =>
  mended(fold(written), own.typos).replace(SLIP, (slip) => RIGHT.get(slip)!)
