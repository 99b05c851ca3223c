import { UserError } from '#src/domain/errors.ts'
import type { Person } from '#src/domain/person.ts'
import { ROLE_NAMES, userId, type Role, type SchoolCode } from '#src/domain/words.ts'
import type { KnownSchool } from '#src/language/understanding.ts'
import { readSheet } from './sheet.ts'

/** The tables that the `understand` command is given: read as they are, for nothing of them is kept. */
const SCHOOL_COLUMNS = ['code', 'name', 'county', 'aliases'] as const
const PERSON_COLUMNS = ['userid', 'name', 'role', 'county', 'school_code', 'assigned_school_codes'] as const

const ROLES: Record<string, Role> = {
  inspector_full: 'full_time_inspector',
  inspector_part: 'part_time_inspector',
  committee_member: 'member_unit',
  committee_director: 'committee_chair',
}

type Row<C extends string> = Record<C, string>

async function rowsOf<C extends string>(bytes: Uint8Array, columns: readonly C[]): Promise<Row<C>[]> {
  const { headings, rows } = await readSheet(bytes)
  const at = new Map(headings.map((heading, i) => [heading.trim().toLowerCase(), i]))
  const missing = columns.filter((column) => !at.has(column))
  if (missing.length > 0) throw new UserError(`表头缺少 ${missing.join('、')}。请核对文件的第一行。`)
  return rows.map(
    ({ cells }) =>
      Object.fromEntries(columns.map((column) => [column, (cells[at.get(column)!] ?? '').trim()])) as Row<C>,
  )
}

const parts = (cell: string): string[] => cell.split(/[|｜]/).flatMap((part) => part.trim() || [])
const code = (written: string): SchoolCode => written as SchoolCode

function roleOf(written: string): Role {
  const role = ROLES[written] ?? (written in ROLE_NAMES ? (written as Role) : undefined)
  if (!role) throw new UserError(`不认识角色「${written}」。`)
  return role
}

/** The schools of a table; former names stand among the aliases there. */
export async function schoolsOf(bytes: Uint8Array): Promise<KnownSchool[]> {
  return (await rowsOf(bytes, SCHOOL_COLUMNS)).map((row) => ({
    code: code(row.code),
    name: row.name,
    county: row.county || null,
    aliases: parts(row.aliases),
    formerNames: [],
  }))
}

/** The people of a table, each with the schools in his scope. */
export async function peopleOf(bytes: Uint8Array): Promise<Person[]> {
  return (await rowsOf(bytes, PERSON_COLUMNS)).map((row) => ({
    userid: userId(row.userid),
    name: row.name,
    roles: [roleOf(row.role)],
    county: row.county || null,
    school: row.school_code ? code(row.school_code) : null,
    assigned: parts(row.assigned_school_codes).map(code),
    unit: null,
  }))
}
