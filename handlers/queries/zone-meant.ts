import type { SchoolCode } from '#src/domain/words.ts'
import { roleFor } from '#src/policy/permission.ts'
import type { Context, School } from '../context.ts'

export type ZoneMeant = { schools: readonly School[]; whose: string }

/** 「责任区还差几所没去」: the schools of his zones, where his words mean these and he may read their visits (4.1); else null. */
export function zoneMeant(ctx: Context): ZoneMeant | null {
  const { me, roster, said } = ctx
  if (!/责任区|片区/.test(said ?? '')) return null
  const mayRead = (code: SchoolCode) =>
    roleFor(me, 'view_visits', { school: code, county: me.county }) !== null
  const zones = (me.zones ?? []).filter(({ schools }) => schools.length > 0 && schools.every(mayRead))
  const codes = new Set(zones.flatMap(({ schools }) => schools))
  if (codes.size === 0) return null
  return {
    schools: [...codes].map((code) => roster.school(code)),
    whose: zones.map(({ name }) => name).join('、'),
  }
}
