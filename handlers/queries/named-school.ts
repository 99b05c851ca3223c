import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { Role, SchoolCode } from '#src/domain/words.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { roleFor, type Action } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'

/** The school that a question names, or the question to ask back. */
export function whichSchool(ctx: Context, heard: SchoolHeard): { code: SchoolCode } | string {
  const [only, another] = heard.candidates
  if (!only) return `没有找到「${heard.text}」，请用学校全名再问一次。`
  if (!another) return { code: only }
  const names = heard.candidates.slice(0, 6).map((code) => ctx.roster.school(code).name)
  return `「${heard.text}」有几所：${names.join('、')}。请用全名再问一次。`
}

/** A school's person who names none means his own. */
export const ownSchool = ({ me }: Context): { code: SchoolCode } | null =>
  hasRole(me, SCHOOL_ROLES) && me.school ? { code: me.school } : null

/** In which role he may see a school's cases, or its visits; null for none. */
export const roleToView = (
  ctx: Context,
  code: SchoolCode,
  what: Extract<Action, 'view_cases' | 'view_visits'> = 'view_cases',
): Role | null => roleFor(ctx.me, what, { school: code, county: ctx.roster.school(code).county })

/** Said without telling what there is to see. */
export const notInSight = ({ me }: Context): string =>
  hasRole(me, SCHOOL_ROLES) ? '只能查看本校的情况。' : '这所学校不在您的查看范围。'
