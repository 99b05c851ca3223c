import type { Read } from '../visits/clauses.ts'
import type { Token } from '../visits/tokens.ts'

/** A message as its rules read it: `reads[i]` is what the words of `tokens[i]` were read as. */
export type ReadByRule = { tokens: readonly Token[]; reads: readonly Read[] }

/**
 * A message as a row of signs: its characters, and one sign for each school, day, term and number. `from[i]` is where the
 * i-th begins, and `from` has one more for the end. `token[i]` is the token that it stands in, -1 for what joins clauses.
 * A `bar` is no part of a problem: what stands out, the end of a sentence, and what denies a problem.
 */
export type Signs = {
  text: string
  from: readonly number[]
  token: readonly number[]
  kind: readonly SignKind[]
  bar: readonly boolean[]
}
export type SignKind = Token['kind'] | 'full' | 'joint'

/** Of full width, which no folded text holds. */
const SIGN: Partial<Record<Token['kind'], string>> = {
  school: 'Ｓ',
  date: 'Ｄ',
  part: 'Ｐ',
  due: 'Ｕ',
  severity: 'Ｖ',
  number: 'Ｎ',
  pointer: 'Ｏ',
}

const denies = (read: Read): boolean =>
  read.kind === 'clause' && (read.says === 'no_issue' || read.says === 'denial')

function kindOf(token: Token | undefined): SignKind {
  if (!token) return 'joint'
  return token.kind === 'gap' && token.full ? 'full' : token.kind
}

const isBar = (kind: SignKind): boolean =>
  kind !== 'words' && kind !== 'gap' && kind !== 'joint' && kind !== 'pointer'

/** The signs of a message. */
export function signsOf(plain: string, { tokens, reads }: ReadByRule): Signs {
  const signs = { from: [] as number[], token: [] as number[], kind: [] as SignKind[], bar: [] as boolean[] }
  let text = ''
  const add = (at: number, sign: string, n: number): void => {
    const kind = kindOf(tokens[n])
    text += sign
    signs.from.push(at)
    signs.token.push(n)
    signs.kind.push(kind)
    signs.bar.push(isBar(kind) || (n >= 0 && denies(reads[n]!)))
  }
  const spell = (from: number, to: number, n: number): void => {
    for (let at = from; at < to; at++) add(at, /\d/.test(plain[at]!) ? '0' : plain[at]!, n)
  }
  let at = 0
  tokens.forEach(({ kind, span: [from, to] }, n) => {
    spell(at, from, -1)
    if (SIGN[kind]) add(from, SIGN[kind], n)
    else spell(from, to, n)
    at = Math.max(at, to)
  })
  spell(at, plain.length, -1)
  signs.from.push(plain.length)
  return { text, ...signs }
}
