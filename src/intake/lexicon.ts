import { UserError } from '#src/domain/errors.ts'
import { meaningOf, type OwnWord } from '#src/language/lexicon/own-words.ts'
import {
  clashesAmong,
  meaningRefusal,
  MOST_WORDS,
  placeOf,
  refusalOf,
  type WordRefusal,
  type WordWritten,
} from '#src/language/lexicon/refusals.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import { openFile, type FileGiven } from './open-file.ts'
import type { Problem, Values } from './parse.ts'
import { kindNamed } from './recognise.ts'
import type { OpenedFile } from './references.ts'
import { isInForce } from './shelves/lexicon.ts'

/** What words are held against: the schools whose names they must leave alone, and the words on file. */
export type AroundWords = { schools: readonly KnownSchool[]; onFile: readonly WordWritten[] }

type Row = { file: OpenedFile; line: number; key: string; word: WordWritten; inForce: boolean }

/** Refuses every sheet with a word that would be misheard, or that contradicts another. */
export function refuseWords(files: readonly OpenedFile[], around: () => AroundWords): void {
  const rows = files.filter(({ kind }) => kind.id === 'lexicon').flatMap(rowsOf)
  if (rows.length === 0) return
  const { schools, onFile } = around()
  const place = placeOf(schools)
  const named = new Set(rows.map(({ key }) => key))
  const added = rows.filter(({ inForce }) => inForce)
  const all = [...onFile.filter((word) => !named.has(keyOf(word))), ...added.map(({ word }) => word)]
  if (all.length > MOST_WORDS) {
    for (const file of new Set(rows.map((row) => row.file))) file.problems.push(tooMany(all))
    return
  }
  const clashOf = clashesAmong(all)
  for (const row of rows) {
    const refusal = row.inForce ? (refusalOf(row.word, place) ?? clashOf(row.word)) : meaningRefusal(row.word)
    if (refusal) row.file.problems.push(problemOf(row, refusal))
  }
  for (const row of saidElsewhere(rows)) row.file.problems.push(problemOf(row, SAID_TWICE))
}

/** The words of a sheet that is not imported; a UserError with all that is wrong with it. */
export async function wordsOfSheet(given: FileGiven, schools: readonly KnownSchool[]): Promise<OwnWord[]> {
  const file = await openFile(given, kindNamed('lexicon'))
  if (file.kind) refuseWords([file], () => ({ schools, onFile: [] }))
  if (!file.kind || file.problems.length > 0) throw new UserError(toldOf(file))
  return rowsOf(file).flatMap(({ inForce, word: { kind, word, means } }) =>
    inForce ? [{ kind, word, means: meaningOf(kind, means) } as OwnWord] : [],
  )
}

const toldOf = ({ name, problems }: Pick<OpenedFile, 'name' | 'problems'>): string =>
  [
    `${name} 有 ${problems.length} 处要改：`,
    ...problems.map(({ line, message }) => `  第 ${line ?? 1} 行：${message}`),
  ].join('\n')

const rowsOf = (file: OpenedFile): Row[] =>
  file.rows.flatMap(({ line, key, values }) =>
    isWhole(values) ? [{ file, line, key, word: written(values), inForce: isInForce(values) }] : [],
  )

const SAID_TWICE: WordRefusal = { part: 'word', message: '这个词在一起导入的另一个文件里也有。请只留一处。' }

/** Rows whose word an earlier file of the same import has too; within one file that is told anyway. */
function saidElsewhere(rows: readonly Row[]): Row[] {
  const first = new Map(rows.toReversed().map(({ key, file }) => [key, file]))
  return rows.filter(({ key, file }) => first.get(key) !== file)
}

const tooMany = ({ length }: readonly WordWritten[]): Problem => ({
  line: null,
  column: null,
  message: `词表会有 ${length} 个词，最多 ${MOST_WORDS} 个。请先删去不用的词。`,
})

const problemOf = ({ file, line }: Row, { part, message }: WordRefusal): Problem => ({
  line,
  column: file.headings.get(part) ?? null,
  message,
})

const keyOf = ({ kind, word }: WordWritten): string => `${kind}\0${word}`

/** All three cells could be read; what could not has been told already. */
const isWhole = (values: Values): boolean =>
  ['kind', 'word', 'means'].every((id) => typeof values[id] === 'string')

const written = ({ kind, word, means }: Values): WordWritten => ({ kind, word, means }) as WordWritten
