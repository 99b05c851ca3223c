import type { Heard } from '../hear.ts'
import { nounEnd } from '../visits/matters.ts'
import { hasTrouble, troublesOf } from '../visits/troubles.ts'
import type { ReadByRule, Signs } from './signs.ts'

/** What is known of each sign beside the characters around: of its token, which many share, and its own. */
export type SignTraits = { ofTokens: readonly (readonly string[])[]; own: readonly (readonly string[])[] }

/** Lengths are told in steps of so many characters, up to so many steps. */
const STEP = 4
const STEPS = 6

/** What a token was read as, `!` where it names a trouble. */
function toldBy(plain: string, { reads }: ReadByRule): string[] {
  return reads.map((read) => {
    if (read.kind === 'gap') return read.span[0] === read.span[1] ? 'cut' : read.full ? 'full' : 'gap'
    return read.kind === 'clause' ? read.says + (hasTrouble(plain.slice(...read.span)) ? '!' : '') : read.kind
  })
}

/** The nearest that is more than a gap, before or behind. */
function beside(told: readonly string[], { reads }: ReadByRule, at: number, step: 1 | -1): string {
  let i = at + step
  while (reads[i]?.kind === 'gap') i += step
  return told[i] ?? 'nothing'
}

function traitsOfToken(told: readonly string[], read: ReadByRule, at: number): string[] {
  const [from, to] = read.tokens[at]!.span
  const me = told[at]!
  return [
    `reads ${me}`,
    `reads ${me} earlier ${beside(told, read, at, -1)}`,
    `reads ${me} later ${beside(told, read, at, 1)}`,
    `reads ${me} after ${told[at - 1] ?? 'nothing'}`,
    `reads ${me} before ${told[at + 1] ?? 'nothing'}`,
    `reads ${me} long ${Math.min(STEPS, Math.floor((to - from) / STEP))}`,
  ]
}

/** For every place whether a thing or a place of a school begins, goes on or ends there. */
function nounsIn(plain: string, { lexicon }: Pick<Heard, 'lexicon'>): string[] {
  const nouns: string[] = Array(plain.length).fill('')
  for (let at = 0; at < plain.length;) {
    const { to, thing } = nounEnd(plain, at, lexicon)
    for (let i = at; i < to; i++)
      nouns[i] = `${thing ? 'thing' : 'place'} ${i === at ? 'begins' : i === to - 1 ? 'ends' : 'goes on'}`
    at = Math.max(to, at + 1)
  }
  return nouns
}

/** Everything that is known of the signs of a message beside their characters. */
export function traitsOf(
  heard: Pick<Heard, 'plain' | 'lexicon'>,
  signs: Signs,
  read: ReadByRule,
): SignTraits {
  const { plain } = heard
  const told = toldBy(plain, read)
  const troubles = troublesOf(plain)
  const nouns = nounsIn(plain, heard)
  const marked = `marked ${signs.kind.some((kind) => kind === 'gap' || kind === 'full')}`
  const own = signs.token.map((n, i) => {
    const at = signs.from[i]!
    const noun = [nouns[at - 1] ?? '', nouns[at], nouns[at + 1] ?? '']
    const traits = [marked, `noun ${noun[1]}`, `noun ${noun[0]} | ${noun[1]}`, `noun ${noun[1]} | ${noun[2]}`]
    const token = read.tokens[n]
    const clause = read.reads[n]
    if (!token || clause?.kind !== 'clause') return traits
    const [from, to] = token.span
    const me = told[n]!
    if (at === from) traits.push(`begins ${me}`, `begins ${me} after ${told[n - 1] ?? 'nothing'}`)
    if (at === to - 1) traits.push(`ends ${me}`, `ends ${me} before ${told[n + 1] ?? 'nothing'}`)
    const [first, end] = clause.span
    if (at === first) traits.push(`body begins ${me}`)
    if (at === end - 1) traits.push(`body ends ${me}`)
    traits.push(`body ${at >= first && at < end} ${me}`)
    traits.push(`trouble ${troubles(from, at + 1) > 0} ${troubles(at, to) > 0}`)
    return traits
  })
  return { ofTokens: told.map((_, n) => traitsOfToken(told, read, n)), own }
}
