import { onces } from '#db/schema/machine.ts'
import { chiefs, officePeople, schoolPeople, type Receiver } from '#db/people.ts'
import { insert } from '#db/store.ts'
import { isTaken } from '#db/onces.ts'
import type { Visit } from '#db/visits.ts'
import { alarmText } from '#cards/alarm.ts'
import type { Context } from '../context.ts'
import { plan, type Plan, type Post } from '../plan.ts'
import { visitSubject } from '../visits/draft.ts'
import { findingKey } from '../visits/open-cases.ts'

const HOUR_MS = 3_600_000

/**
 * An urgent hazard alerts at once, before anything is confirmed (R-15: 及时; policy.md 8.5): the principal, the county
 * office and, since the harm may be serious, the chief inspector. At most one alarm per school and finding in an hour.
 */
export async function raiseAlarms(ctx: Context, visit: Visit): Promise<Plan> {
  const urgent = visit.findings.filter((finding) => finding.severity === 'urgent')
  if (urgent.length === 0) return plan({})
  const what = urgent.map((finding) => finding.text).join('；')
  const key = `alarm:${visit.school ?? visit.inspector}:${findingKey(what)}:${Math.floor(ctx.now / HOUR_MS)}`
  if (await isTaken(ctx.db, key))
    return plan({ reply: '这项重大隐患一小时内已报告过，督导办和学校都已收到。' })
  const receivers = await alarmed(ctx, visit)
  const nobody = visit.school && (await schoolPeople(ctx.db, visit.school, ctx.today)).length === 0
  const call = nobody ? '该校没有登记校长，请直接打电话通知学校。' : ''
  const shown = { what, school: schoolName(ctx, visit), reporter: ctx.me.name, at: ctx.now }
  return plan({
    writes: [insert(onces, { key, at: ctx.now })],
    reply: `已向${receivers.map((each) => each.name).join('、') || '督导办'}报告。${call}请先确保人员撤离危险区域，再补发照片。`,
    send: receivers.map((each): Post => ({
      to: each.userid,
      subject: visitSubject(visit.id),
      message: { kind: 'text', text: alarmText(shown) },
      urgent: true,
    })),
  })
}

const schoolName = (ctx: Context, visit: Visit) =>
  visit.school ? ctx.roster.school(visit.school).name : '学校待核实'

async function alarmed(ctx: Context, visit: Visit): Promise<Receiver[]> {
  const county = visit.school ? ctx.roster.school(visit.school).county : ctx.me.county
  const all = [
    ...(visit.school ? await schoolPeople(ctx.db, visit.school, ctx.today) : []),
    ...(await officePeople(ctx.db, county, ctx.today)),
    ...(await chiefs(ctx.db, ctx.today)),
  ]
  return all.filter(
    (each, i) =>
      each.userid !== ctx.me.userid && all.findIndex((other) => other.userid === each.userid) === i,
  )
}
