import type { Column, Kind, Reference } from './kinds/kind.ts'
import type { Value } from './cells.ts'
import type { ParsedRow, Problem } from './parse.ts'

/** A file whose kind is known; it stands while nothing is wrong with it. */
export type OpenedFile = {
  name: string
  kind: Kind
  /** The heading that each column has in the file. */
  headings: ReadonlyMap<string, string>
  rows: readonly ParsedRow[]
  problems: Problem[]
}

/** The keys that references may name, by what they refer to. */
export type Known = Readonly<Record<Reference, ReadonlySet<string>>>

type Surroundings = { known: Known; lost: Lost; mayMakeCounties: boolean }

/** The keys that stand in refused files only, each with the name of its file. */
type Lost = Readonly<Record<Reference, ReadonlyMap<string, string>>>

/**
 * Refuses every file with a reference that is neither on file nor in a file that stands. A refusal may take away what
 * other files lean on, so it goes round until none falls.
 */
export function refuseDangling(files: readonly OpenedFile[], onFile: Known, countyFiled: boolean): void {
  // The first time round with the files that have other faults, so that all faults of a file are told at once.
  for (let checked = files; checked.length > 0;) {
    const standing = files.filter(stands)
    const around = {
      known: withKeysOf(standing, onFile),
      lost: keysOf(files.filter((file) => !stands(file))),
      mayMakeCounties: !countyFiled && !standing.some(filesCounty),
    }
    const found = checked.map((file) => ({ file, problems: dangling(file, around) }))
    for (const { file, problems } of found) file.problems.push(...problems)
    checked = found.some(({ problems }) => problems.length > 0) ? files.filter(stands) : []
  }
}

export const stands = (file: OpenedFile): boolean => file.problems.length === 0

export const filesCounty = ({ kind, rows }: OpenedFile): boolean =>
  kind.id === 'places' && rows.some(({ values }) => values['level'] === 'county')

function withKeysOf(files: OpenedFile[], onFile: Known): Known {
  const { place, school, person } = keysOf(files)
  return {
    place: new Set([...onFile.place, ...place.keys()]),
    school: new Set([...onFile.school, ...school.keys()]),
    person: new Set([...onFile.person, ...person.keys()]),
  }
}

function keysOf(files: OpenedFile[]): Lost {
  const keys = { place: new Map<string, string>(), school: new Map(), person: new Map() }
  for (const { kind, rows, name } of files)
    if (kind.names) for (const { key } of rows) keys[kind.names].set(key, name)
  return keys
}

function dangling({ kind, headings, rows }: OpenedFile, around: Surroundings): Problem[] {
  const columns = kind.columns.filter(isReference).filter(({ id }) => headings.has(id))
  const own = new Set(rows.map(({ key }) => key))
  const isOwn = (name: string, type: Reference) => kind.names === type && own.has(name)
  return rows.flatMap(({ line, values }) =>
    columns.flatMap((column) =>
      unknownIn(values[column.id], column, around)
        .filter((name) => !isOwn(name, column.type))
        .map((name) => ({
          line,
          column: headings.get(column.id) ?? null,
          message: explanation(column.type, name, around.lost),
        })),
    ),
  )
}

type ReferenceColumn = Column & { type: Reference }

const isReference = (column: Column): column is ReferenceColumn => column.type in UNKNOWN

function unknownIn(value: Value | undefined, column: ReferenceColumn, around: Surroundings): string[] {
  const names = Array.isArray(value) ? value : typeof value === 'string' ? [value] : []
  const unknown = names.filter((name) => !around.known[column.type].has(name))
  return column.makesCounty && around.mayMakeCounties
    ? unknown.filter((name) => around.lost.place.has(name))
    : unknown
}

const UNKNOWN: Record<Reference, (name: string) => string> = {
  place: (name) => `地区「${name}」没有登记。请核对全称（例如 章贡区），或先把它写进地区表导入。`,
  school: (name) => `学校代码「${name}」没有登记。请核对代码，或与含有这所学校的学校表一起导入。`,
  person: (name) => `账号「${name}」没有登记。请核对账号，或与含有此人的人员表一起导入。`,
}

function explanation(type: Reference, name: string, lost: Lost): string {
  const file = lost[type].get(name)
  if (file === undefined) return UNKNOWN[type](name)
  return `「${name}」在文件 ${file} 里，但那个文件没有导入。请先改正那个文件，再一起导入。`
}
