import { day } from '#src/domain/day.ts'
import type { Records } from '#src/domain/records.ts'
import type { Figures, Line } from '#src/policy/checks/check.ts'
import type { Level } from '#src/policy/checks/levels.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { PLAIN, type Row } from './plain-rows.ts'

/** A value as a test writes it: days and ids are plain texts. */
type Written<T> = {
  [K in keyof T]?: T[K] extends string | null ? string | null : T[K] extends string[] ? string[] : T[K]
}

/** What a test says of the records; the county 城南县 is there unless places are named. */
export type Given = { [K in keyof Records]?: Written<Row<K>>[] | undefined }

const KINDS = Object.keys(PLAIN) as (keyof Records)[]

/** Whole records from what a test says of them. */
export function given(rows: Given): Records {
  const said: Given = {
    ...rows,
    places: rows.places ?? [{ name: '城南县' }],
    people: rows.people?.map((row) => ({ written: row.userid ?? PLAIN.people.userid, ...row })),
  }
  return Object.fromEntries(
    KINDS.map((kind) => [kind, (said[kind] ?? []).map((row) => ({ ...PLAIN[kind], ...row }))]),
  ) as unknown as Records
}

/** Every line of a check on a day. */
export function linesOn(on: string, check: string, rows: Given): Line[] {
  const checks = CHECKS.filter(({ id }) => id === check)
  return linesOf(asOf(given(rows), day(on)), checks)
}

/** The line about one subject; throws where there is none, naming those that are there. */
export function lineOn(on: string, check: string, subject: string, rows: Given): Line {
  const lines = linesOn(on, check, rows)
  const found = lines.find((line) => line.subject === subject)
  if (!found)
    throw new Error(`no line ${check} ${subject} among ${lines.map((line) => line.subject).join(', ')}`)
  return found
}

export const levelOn = (on: string, check: string, subject: string, rows: Given): Level =>
  lineOn(on, check, subject, rows).level

export const figuresOn = (on: string, check: string, subject: string, rows: Given): Figures =>
  lineOn(on, check, subject, rows).figures

export const subjectsOn = (on: string, check: string, rows: Given): string[] =>
  linesOn(on, check, rows).map(({ subject }) => subject)

/** Many rows that differ in a number. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))
