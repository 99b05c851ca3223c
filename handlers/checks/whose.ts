import { CITY } from '#src/domain/records.ts'
import { hasRole, INSPECTOR_ROLES, ledSchools, SCHOOL_ROLES, type Person } from '#src/domain/person.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import type { CheckAsked } from '#src/language/questions/check-questions.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { isCityOnly, type Topic } from './topic.ts'

/** Whose records are meant, as far as the asker may look; of a place only the schools of zones where `zone` names any. */
export type Whose = {
  place: string
  person: UserId | null
  totalsOnly: boolean
  zone: { name: string; schools: readonly SchoolCode[] } | null
}

const SCHOOL = '学校可以问：我们学校的责任督学是谁、我们学校还有哪些问题没改。'
const OFFICE = '这个问题由督导办查询。您可以问：我学时够了吗、我管哪几所、我的聘期到什么时候。'
const OTHERS = '这个问题由督导办和督委会负责人在自己的范围内查询。'

/** Rights come from the account: his own place, or the reason why not. */
export function whoseRecords(ctx: Context, topic: Topic, asked: CheckAsked): Whose | string {
  const { me } = ctx
  const place = isCityOnly(topic) ? null : (asked.county ?? (asked.wholeCity ? null : me.county))
  const isOwn = topic.own && hasRole(me, INSPECTOR_ROLES)
  const role = roleForPlace(me, topic.right, place)
  const own = { place: me.county ?? CITY, totalsOnly: false }
  const zone = topic.zone && !role && place === me.county ? zoneLed(me) : null
  // 李敏学时够了吗, by another inspector: his own hours would be no answer.
  if (isOwn && !role && !zone && !asked.mine && asked.people.length > 0) return OFFICE
  if (isOwn && (asked.mine || (!role && !zone))) return { ...own, person: me.userid, zone: null }
  if (zone) return { ...own, person: null, zone }
  return role
    ? { place: place ?? CITY, person: null, totalsOnly: role === 'member_unit', zone: null }
    : refusal(ctx, topic, place)
}

/** The zones that he leads, as one; null for none. */
function zoneLed(me: Person): Whose['zone'] {
  const names = (me.zones ?? []).filter(({ isLeader }) => isLeader).map(({ name }) => name)
  return names.length > 0 ? { name: names.join('、'), schools: ledSchools(me) } : null
}

function refusal({ me }: Context, topic: Topic, asked: string | null): string {
  if (hasRole(me, SCHOOL_ROLES)) return SCHOOL
  if (hasRole(me, INSPECTOR_ROLES)) return OFFICE
  const own = me.county !== null && roleForPlace(me, topic.right, me.county)
  if (own && !isCityOnly(topic)) return `您可以查询${me.county}的情况，${asked ?? '全市'}的由市督导办查询。`
  return OTHERS
}
