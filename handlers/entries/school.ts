import type { Field } from '#cards/card.ts'
import type { SchoolSaid } from '#src/domain/entry.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type { Context, School } from '../context.ts'
import type { Question } from './entering.ts'

/** A card has room for five schools and 不记. */
const MOST_CHOICES = 5
const LABEL = 10

export const schoolOf = (ctx: Context, { school }: SchoolSaid): School | null =>
  school === undefined ? null : ctx.roster.school(school)

/** Whose office a school has; before it is known, the speaker's own. */
export const countyOf = (ctx: Context, said: SchoolSaid): string | null => {
  const school = schoolOf(ctx, said)
  return school ? school.county : ctx.me.county
}

/** Which school: those that the name may mean as buttons, else in words; null where it is known. */
export function askSchool(ctx: Context, { school, schools = [] }: SchoolSaid): Question | null {
  if (school !== undefined) return null
  const choices = schools.slice(0, MOST_CHOICES).map((code) => ({ value: code, label: label(ctx, code) }))
  return { slot: 'school', ask: '是哪所学校？', choices }
}

const label = (ctx: Context, code: SchoolCode): string => ctx.roster.school(code).name.slice(0, LABEL)

export function schoolFields(ctx: Context, said: SchoolSaid): Field[] {
  const school = schoolOf(ctx, said)
  return school ? [{ name: '学校', value: school.name }] : []
}
