import { hasTrouble } from './troubles.ts'
import { isLabel, readClause, type Clause } from './findings.ts'
import type { Heard } from '../hear.ts'
import { matterOf, namesThing } from './matters.ts'
import { tellsProblem } from '../scale/problems.ts'
import { isHazard } from './severities.ts'
import { tokensOf, type Token } from './tokens.ts'

/** Tokens whose words have been read. */
export type Read = Exclude<Token, { kind: 'words' }> | ({ kind: 'clause' } & Clause)

const touching = (token: Token | undefined, kinds: Token['kind'][]): boolean =>
  token !== undefined && kinds.includes(token.kind)

/** The tokens with their words read by rule alone. */
export function readsBeforeWeighing(plain: string, tokens: readonly Token[]): Read[] {
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

// 1. 一、 ① 第三： what is numbered was meant as one of the problems.
const LIST_NUMBER = /\d[.、)]|[一二三四五六]、|[①-⑩]|\([一二三四五六\d]\)|第[一二三四五六\d]|[一二三四五六]是/
const isListed = ({ plain }: Heard, before: Read | undefined): boolean =>
  before?.kind === 'gap' && LIST_NUMBER.test(plain.slice(...before.span))

/** What all words of a clause together tell outweighs how it was read by rule; a bare noun waits for what follows. */
function weighed(heard: Heard, tokens: readonly Token[]): Read[] {
  const reads = readsBeforeWeighing(heard.plain, tokens)
  return reads.map((read, i): Read => {
    if (read.kind !== 'clause' || isLabel(heard, read.span)) return read
    if (read.says === 'finding' && isListed(heard, reads[i - 1])) return read
    const problem = tellsProblem(heard, { tokens, reads }, i)
    if (problem === (read.says === 'finding')) return read
    return { ...read, says: problem ? 'finding' : 'nothing' }
  })
}

/** 添加剂超标，不合格: says no more than the clause before it. */
const VERDICT =
  /^(?:均|都|也|明显|远)*(?:不合格|不达标|不规范|不到位|超标|(?:是|属于?|算)?超?大班额|严重?超[编员班]|(?:不符合|达不到|未达到?|没达到?|低于|超过|高于|违反)[^,。;]{0,12}(?:要求|规定|标准|上限|条例|办法))$/

/** 体育课被占，学生反映每周至少两次: how often, how much or what comes of it is no problem of its own. */
const DETAIL =
  /^(?:(?:学生|家长|老师)(?:反映|说))?(?:每[天周月次]|平均|大?约|大概|至少|最[多少长高]|经常|有时|甚至|一共|影响(?:很|较|极)?[坏大差])[^,。;]{0,10}$|^(?:一?[人个套本份]|每[人个套本份生])?[一二两三四五六七八九十百千多几\d]+(?:块|元)?[一-龥]{0,2}[人套本份生]?$|^(?:[倒掉][下来]+)?(?:容易|怕|会|都?能)[伤砸碰绊摔卡刮扎夹砸出引][^,。;]{0,6}$|^还[^,。;]{1,4}$|^[一-龥]{1,2}得(?:很|厉害|不行|要命|吓人|慌|不成样子)$|^(?:很|极?容易|极易|可能)(?:会)?[^,。;]{1,8}$/

const isFinding = (read: Read | undefined): read is Read & { kind: 'clause' } =>
  read?.kind === 'clause' && read.says === 'finding'

/** 食堂 留样不全: a noun belongs to the clause that follows it; so does 班额67人 to 超标. */
function belongs(heard: Heard, label: Read | undefined, read: Read): boolean {
  if (!isFinding(label) || read.kind !== 'clause') return false
  const { plain, lexicon } = heard
  if (VERDICT.test(plain.slice(...read.span))) return read.says === 'finding'
  if (isLabel(heard, label.span))
    return read.says === 'finding' || read.says === 'praise' || read.says === 'no_issue'
  if (DETAIL.test(plain.slice(...read.span))) return isFinding(read)
  const bare =
    !hasTrouble(plain.slice(...label.span)) && matterOf(plain.slice(...read.span), lexicon) === null
  // 班额67人，超了: it begins with its trouble, so its thing was named before.
  return bare && isFinding(read) && hasTrouble(plain.slice(read.span[0], read.span[0] + 2))
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

/** 七中支部：…，安全方面：…: what a colon follows and tells no trouble is a heading; a bare noun goes with what it heads. */
function isHeading(heard: Heard, reads: readonly Read[], i: number): boolean {
  const { plain } = heard
  const [read, after] = [reads[i], reads[i + 1]]
  const headed = after?.kind === 'gap' && plain.slice(...after.span).includes(':')
  return headed && isFinding(read) && !hasTrouble(plain.slice(...read.span)) && !isLabel(heard, read.span)
}

const withoutHeadings = (heard: Heard, reads: readonly Read[]): Read[] =>
  reads.map((read, i) => (isHeading(heard, reads, i) ? ({ ...read, says: 'nothing' } as Read) : read))

// 走到教师办公室, 我一早就到了: what the teller did, whatever thing it names.
const TELLING =
  /^(?:前后|全程|一路|我|我们|咱们?|先|再|又|最后|随后|一早|顺路|顺便|正好|刚好|刚|两[家所个]|校长|园长|书记)*(?:就|也|都|是|跟|陪|全程)*(?:去|到|来|走|跑|转|钻|站|待|蹲|等|看|陪|点|翻|进|回|路过|碰[到上]|撞[见上]|陪同|搞)(?:[了过着到进完遍]|的|一)/

const isPlain = ({ plain }: Heard, read: Read): boolean =>
  isFinding(read) && hasTrouble(plain.slice(...read.span))

/** Beside a plain problem what tells of no trouble and names no thing was only said in passing. */
function isRemark(heard: Heard, read: Read): boolean {
  if (!isFinding(read) || isPlain(heard, read)) return false
  const text = heard.plain.slice(...read.span)
  return TELLING.test(text) || !namesThing(text, heard.lexicon)
}

function withoutRemarks(heard: Heard, reads: readonly Read[]): Read[] {
  const plain = reads.filter((read) => isPlain(heard, read))
  // 有学生拉肚子，七八个，已经送医院: beside a danger everything counts.
  const danger = plain.some(({ span }) => isHazard(heard.plain.slice(...span), heard.lexicon))
  if (plain.length === 0 || danger) return [...reads]
  return reads.map((read) => (isRemark(heard, read) ? ({ ...read, says: 'nothing' } as Read) : read))
}

/** A message as clauses and marks. */
export const readsOf = (heard: Heard): Read[] =>
  withoutRemarks(
    heard,
    joined(heard, alsoLookedAt(heard, withoutHeadings(heard, weighed(heard, tokensOf(heard))))),
  )
