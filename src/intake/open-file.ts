import { UserError } from '#src/domain/errors.ts'
import type { Kind } from './kinds/kind.ts'
import { parseRows, type Problem } from './parse.ts'
import { recognise } from './recognise.ts'
import type { OpenedFile } from './references.ts'
import { readSheet } from './sheet.ts'

export type FileGiven = { name: string; bytes: Uint8Array }

/** A file whose kind nobody can tell. */
export type Unreadable = { name: string; kind: null; rows: []; problems: Problem[] }

/** Reads a file whole, and all that is wrong with its headings and cells. */
export async function openFile(
  { name, bytes }: FileGiven,
  wanted?: Kind,
  onRow?: (done: number, all: number) => void,
): Promise<OpenedFile | Unreadable> {
  try {
    const sheet = await readSheet(bytes)
    const recognised = recognise(sheet.headings, wanted)
    if ('problems' in recognised) return unreadable(name, recognised.problems)
    const { kind, columns } = recognised
    return { name, kind, ...parseRows(kind, columns, sheet, onRow) }
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
