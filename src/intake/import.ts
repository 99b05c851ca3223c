import type { Store } from '#db/store.ts'
import { UserError } from '#src/domain/errors.ts'
import { KINDS, type Kind } from './kinds.ts'
import { refuseSecondCity } from './one-city.ts'
import { parseRows, type Problem } from './parse.ts'
import { recognise } from './recognise.ts'
import { refuseDangling, stands, type OpenedFile } from './references.ts'
import { countyFiled, keysOnFile, readRoster, swapIn, type Counts } from './roster.ts'
import { readSheet } from './sheet.ts'

export type FileGiven = { name: string; bytes: Uint8Array }

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
  /** The kind of all files, where their headings shall not tell it. */
  kind?: Kind
  onProgress?(message: string): void
}

/**
 * Imports files that may lean on each other, in any order. Everything is read and checked first; then each file that
 * stands is swapped in by a commit of its own, what is referred to before what refers to it.
 */
export async function importFiles(
  store: Store,
  files: readonly FileGiven[],
  { kind, onProgress = () => {} }: Options = {},
): Promise<FileResult[]> {
  const opened: (OpenedFile | Unreadable)[] = []
  for (const file of files) {
    onProgress(`正在读取 ${file.name}`)
    opened.push(await open(file, kind))
  }
  const readable = opened.filter((file) => file.kind !== null)
  const roster = await readRoster(store.db)
  refuseSecondCity(readable, roster)
  refuseDangling(readable, keysOnFile(roster), countyFiled(roster))
  const counts = new Map<OpenedFile, Counts>()
  for (const file of KINDS.flatMap((each) => readable.filter((one) => one.kind === each && stands(one)))) {
    onProgress(`正在写入 ${file.name}（${file.rows.length} 行）`)
    counts.set(file, await swapIn(store, roster, file.kind, file.rows))
  }
  return opened.map((file) => resultOf(file, file.kind ? counts.get(file) : undefined))
}

/** A file whose kind nobody can tell. */
type Unreadable = { name: string; kind: null; rows: []; problems: Problem[] }

async function open({ name, bytes }: FileGiven, wanted?: Kind): Promise<OpenedFile | Unreadable> {
  try {
    const sheet = await readSheet(bytes)
    const recognised = recognise(sheet.headings, wanted)
    if ('problems' in recognised) return unreadable(name, recognised.problems)
    const { kind, columns } = recognised
    const headings = new Map(columns.map(({ column, heading }) => [column.id, heading]))
    return { name, kind, headings, ...parseRows(kind, columns, sheet) }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return unreadable(name, [{ line: null, column: null, message: error.message }])
  }
}

const unreadable = (name: string, problems: Problem[]): Unreadable => ({
  name,
  kind: null,
  rows: [],
  problems,
})

const NONE: Counts = { added: 0, changed: 0, unchanged: 0 }

const resultOf = ({ name, kind, rows, problems }: OpenedFile | Unreadable, counts = NONE): FileResult => ({
  file: name,
  kind: kind?.id ?? null,
  rows: rows.length,
  ...counts,
  errors: problems.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)),
})
