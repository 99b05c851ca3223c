import { UserError } from '#src/domain/errors.ts'
import type { Problem } from './parse.ts'
import { plain } from './plain.ts'
import { kindOf, KINDS } from './kinds.ts'
import type { Column, Kind } from './kinds/kind.ts'

/** One column of a file: what it holds, under the heading it was given there. */
export type FileColumn = { index: number; heading: string; column: Column }

export type Recognised = { kind: Kind; columns: FileColumn[] } | { problems: Problem[] }

const SKIPPED = new Set(['序号', '备注'])

// Forms mark the columns that must be filled with a trailing `*`.
const plainHeading = (heading: string): string => plain(heading).replace(/\*+$/, '')

/** Tells the kind of a file from its headings; with `wanted`, only that kind will do. */
export function recognise(headings: readonly string[], wanted?: Kind): Recognised {
  const candidates = (wanted ? [wanted] : KINDS).map((kind) => fit(kind, headings))
  const fitting = candidates.filter(({ problems }) => problems.length === 0)
  const [only, another] = fitting
  if (only && !another) return { kind: only.kind, columns: only.columns }
  if (another)
    return { problems: [inHeadings('', `表头同时符合${namesOf(fitting)}。请用 --kind 指明是哪一种。`)] }
  const [nearest] = candidates.sort((a, b) => b.nearness - a.nearness)
  return {
    problems: nearest && nearest.columns.length > 0 ? nearest.problems : [inHeadings('', NO_HEADINGS)],
  }
}

const NO_HEADINGS = '第一行没有一个认得的表头。请把表头放在第一行，删去上面的标题行，再导入。'

const namesOf = (fits: { kind: Kind }[]) => fits.map(({ kind }) => `${kind.heading}（${kind.id}）`).join('、')

const inHeadings = (column: string, message: string): Problem => ({ line: 1, column, message })

/** The kind that `--kind` names. */
export function kindNamed(id: string): Kind {
  const kind = kindOf(id)
  if (kind) return kind
  throw new UserError(`没有「${id}」这种表。可用：${namesOf(KINDS.map((each) => ({ kind: each })))}。`)
}

type Fit = { kind: Kind; columns: FileColumn[]; problems: Problem[]; nearness: number }

function fit(kind: Kind, headings: readonly string[]): Fit {
  const named = new Map(kind.columns.flatMap((column) => spellings(column).map((name) => [name, column])))
  const columns: FileColumn[] = []
  const problems: Problem[] = []
  for (const [index, written] of headings.entries()) {
    const heading = written.trim()
    if (heading === '' || SKIPPED.has(plainHeading(heading))) continue
    const column = named.get(plainHeading(heading))
    if (!column) problems.push(stray(kind, heading))
    else if (columns.some((each) => each.column === column)) problems.push(twice(heading))
    else columns.push({ index, heading, column })
  }
  problems.push(...missing(kind, columns))
  return { kind, columns, problems, nearness: columns.length - problems.length }
}

const spellings = (column: Column): string[] => [plainHeading(column.id), plainHeading(column.heading)]

const stray = (kind: Kind, heading: string): Problem => {
  const known = kind.columns.map((column) => column.heading).join('、')
  return inHeadings(heading, `${readAs(kind)}没有「${heading}」这一列。请删去，或改成这些之一：${known}。`)
}

const twice = (heading: string): Problem =>
  inHeadings(heading, `「${heading}」这一列出现了两次。请只保留一列。`)

const missing = (kind: Kind, columns: FileColumn[]): Problem[] =>
  kind.columns
    .filter((column) => column.need && !columns.some((each) => each.column === column))
    .map(({ id, heading }) =>
      inHeadings(heading, `${readAs(kind)}缺少「${heading}」（${id}）这一列。请在第一行补上。`),
    )

// The nearest kind is named: the wrong one tells the person what to mend, or to use `--kind`.
const readAs = (kind: Kind) => `按${kind.heading}表（${kind.id}）来读，`
