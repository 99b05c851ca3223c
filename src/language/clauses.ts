import { hasTrouble } from './troubles.ts'
import { isLabel, readClause, type Clause } from './findings.ts'
import type { Heard } from './hear.ts'
import { matterOf } from './matters.ts'
import { tokensOf, type Token } from './tokens.ts'

/** Tokens whose words have been read. */
export type Read = Exclude<Token, { kind: 'words' }> | ({ kind: 'clause' } & Clause)

const touching = (token: Token | undefined, kinds: Token['kind'][]): boolean =>
  token !== undefined && kinds.includes(token.kind)

function readWords(plain: string, tokens: readonly Token[]): Read[] {
  return tokens.map((token, i): Read => {
    if (token.kind !== 'words') return token
    const [before, after] = [tokens[i - 1], tokens[i + 1]]
    const near = {
      afterMark: touching(before, ['school', 'date', 'part']),
      afterDue: touching(before, ['due']),
      beforeDue: touching(after, ['due']),
    }
    return { kind: 'clause', ...readClause(plain, token.span, near) }
  })
}

/** 添加剂超标，不合格: says no more than the clause before it. */
const VERDICT = /^(?:均|都)?(?:不合格|不达标|不规范|不到位|不符合(?:要求|规定)|超标)$/

const isFinding = (read: Read | undefined): read is Read & { kind: 'clause' } =>
  read?.kind === 'clause' && read.says === 'finding'

/** 食堂 留样不全: a noun belongs to the clause that follows it; so does 班额67人 to 超标. */
function belongs(heard: Heard, label: Read | undefined, read: Read): boolean {
  if (!isFinding(label) || read.kind !== 'clause') return false
  const { plain, lexicon } = heard
  if (VERDICT.test(plain.slice(...read.span))) return read.says === 'finding'
  if (isLabel(heard, label.span))
    return read.says === 'finding' || read.says === 'praise' || read.says === 'no_issue'
  const bare =
    !hasTrouble(plain.slice(...label.span)) && matterOf(plain.slice(...read.span), lexicon) === null
  return bare && isFinding(read)
}

function joined(heard: Heard, reads: readonly Read[]): Read[] {
  const result: Read[] = []
  for (const read of reads) {
    const [label, gap] = [result.at(-2), result.at(-1)]
    const joins = gap?.kind === 'gap' && !gap.full && label !== undefined && belongs(heard, label, read)
    if (joins) result.splice(-2, 2, { ...read, span: [label.span[0], read.span[1]] })
    else result.push(read)
  }
  return result
}

/** 看了食堂 宿舍 and 查了七中宿舍: a bare noun after what was looked at was looked at too. */
function alsoLookedAt(heard: Heard, reads: readonly Read[]): Read[] {
  return reads.map((read, i) => {
    const [between, before] = [reads[i - 1], reads[i - 2]]
    const follows = (between?.kind === 'gap' || between?.kind === 'school') && before?.kind === 'clause'
    const looked =
      follows && before.says === 'method' && !/[节份人次堂]$/.test(heard.plain.slice(...before.span))
    return looked && isFinding(read) && isLabel(heard, read.span) ? { ...read, says: 'method' } : read
  })
}

/** A message as clauses and marks. */
export const readsOf = (heard: Heard): Read[] =>
  joined(heard, alsoLookedAt(heard, readWords(heard.plain, tokensOf(heard))))
