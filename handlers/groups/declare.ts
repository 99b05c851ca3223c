import { lastSeq } from '#db/events.ts'
import { audit } from '#db/history.ts'
import { groupOf } from '#db/groups.ts'
import type { Proposal } from '#db/proposals.ts'
import { groups } from '#db/schema/roster.ts'
import { remove, upsert } from '#db/store.ts'
import type { Role } from '#src/domain/words.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import { act, type Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { plan, reply, type Plan } from '../plan.ts'
import { propose } from '../proposals/propose.ts'

const groupSubject = (chat: string): string => `group:${chat}`
const NOT_HERE = '请在要登记的群里@我说这句话。'

/** 「本群是章贡区督学工作群」: the county's office confirms it for its county, the city's for the whole city. */
export async function declareGroup(ctx: Context, county: string | null): Promise<Plan> {
  if (ctx.chat === undefined) return reply(NOT_HERE)
  const role = roleForPlace(ctx.me, 'declare_group', county)
  if (!role) return refused(NOT_YOURS)
  const place = county ?? ctx.roster.city
  if ((await groupOf(ctx.db, ctx.chat))?.place === county) return reply(`本群已经是${place}的工作群。`)
  return propose(
    ctx,
    {
      kind: 'declare_group',
      subject: groupSubject(ctx.chat),
      school: null,
      county,
      what: `把${ctx.me.name}所在的这个群登记为${place}督学工作群：群里可以显示${place}的数量，不显示校名、人名和问题。`,
      reason: ctx.said ?? '',
      detail: { chat: ctx.chat, place: county },
    },
    role,
  )
}

/** 同意: from now on the group reads the counts of its place. */
export async function grantGroup(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const { chat, place } = proposal.detail as { chat: string; place: string | null }
  const before = await groupOf(ctx.db, chat)
  const row = { chat, place, declaredBy: proposal.asker, at: ctx.now }
  const subject = groupSubject(chat)
  return plan({
    writes: [
      upsert(groups, row),
      audit(subject, await lastSeq(ctx.db, subject), act(ctx, 'group.declare', role), before ?? {}, row),
    ],
  })
}

/** 「取消工作群」: only takes something away, so it needs no second word. */
export async function revokeGroup(ctx: Context): Promise<Plan> {
  if (ctx.chat === undefined) return reply(NOT_HERE)
  const group = await groupOf(ctx.db, ctx.chat)
  if (!group) return plan({ reply: '本群没有登记为工作群。', public: true })
  const role = roleForPlace(ctx.me, 'revoke_group', group.place)
  if (!role) return refused(NOT_YOURS)
  const subject = groupSubject(ctx.chat)
  return plan({
    writes: [
      remove(groups, { chat: ctx.chat }),
      audit(subject, await lastSeq(ctx.db, subject), act(ctx, 'group.revoke', role), group, {}),
    ],
    reply: '本群不再是工作群。',
    public: true,
  })
}
