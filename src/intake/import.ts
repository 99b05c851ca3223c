import { OPERATOR } from '#db/history.ts'
import type { Store } from '#db/store.ts'
import type { Instant } from '#src/domain/day.ts'
import type { UserId } from '#src/domain/words.ts'
import { asKept } from './as-kept.ts'
import { KINDS } from './kinds.ts'
import type { Kind } from './kinds/kind.ts'
import { refuseWords } from './lexicon.ts'
import { refuseSecondCity } from './one-city.ts'
import { refuseUnfilled } from './needed.ts'
import { openFile, type FileGiven, type Unreadable } from './open-file.ts'
import type { Problem } from './parse.ts'
import { refuseDangling, stands, type OpenedFile } from './references.ts'
import { aroundWords, countyFiled, keysOnFile, readRoster } from './roster.ts'
import { swapIn, type Counts } from './swap-in.ts'

export type FileResult = {
  file: string
  /** Null when the headings do not tell it. */
  kind: string | null
  rows: number
  added: number
  changed: number
  unchanged: number
  /** Not empty: the file was refused as a whole. */
  errors: Problem[]
}

type Options = {
  /** The moment of the import, for the history of what has one. */
  at: Instant
  /** Who imports; the operator of the command line where nobody is named. */
  by?: UserId
  /** The kind of all files, where their headings shall not tell it. */
  kind?: Kind
  onProgress?(message: string): void
  /** Called row by row. */
  onRow?(doing: string, done: number, all: number): void
}

/**
 * Imports files that may lean on each other, in any order. Everything is read and checked first; then each file that
 * stands is swapped in by a commit of its own, what is referred to before what refers to it.
 */
export async function importFiles(
  store: Store,
  files: readonly FileGiven[],
  { at, by = OPERATOR, kind, onProgress = () => {}, onRow = () => {} }: Options,
): Promise<FileResult[]> {
  const opened: (OpenedFile | Unreadable)[] = []
  for (const file of files) {
    onProgress(`正在读取 ${file.name}`)
    opened.push(await openFile(file, kind, (done, all) => onRow(`读取 ${file.name}`, done, all)))
  }
  const readable = opened.filter((file) => file.kind !== null)
  const roster = await readRoster(store.db)
  refuseSecondCity(readable, roster)
  refuseDangling(readable, keysOnFile(roster), countyFiled(roster))
  asKept(readable, roster)
  await refuseUnfilled(store.db, readable)
  refuseWords(readable, () => aroundWords(readable, roster))
  const counts = new Map<OpenedFile, Counts>()
  for (const file of KINDS.flatMap((each) => readable.filter((one) => one.kind === each && stands(one)))) {
    onProgress(`正在写入 ${file.name}（${file.rows.length} 行）`)
    const who = { actor: by, role: 'operator', channel: 'import', at, words: file.name } as const
    const tell = (done: number) => onRow(`写入 ${file.name}`, done, file.rows.length)
    counts.set(file, await swapIn(store, roster, file.kind, file.rows, who, tell))
  }
  return opened.map((file) => resultOf(file, file.kind ? counts.get(file) : undefined))
}

const NONE: Counts = { added: 0, changed: 0, unchanged: 0 }

const resultOf = ({ name, kind, rows, problems }: OpenedFile | Unreadable, counts = NONE): FileResult => ({
  file: name,
  kind: kind?.id ?? null,
  rows: rows.length,
  ...counts,
  errors: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
})
