import { numbersText } from '#cards/digest.ts'
import { OFFICE_ROLES } from '#src/domain/person.ts'
import type { Understanding } from '#src/language/understanding.ts'
import { digestSpan, type DigestSpan } from '#src/policy/digest-span.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { plan, reply, text, type Plan } from '../plan.ts'
import { briefOf } from './brief.ts'
import { undelivered } from './lists.ts'
import { tellChecks, tellLeader, tellOffice, together } from './tell.ts'

type Asked = Extract<Understanding, { intent: 'query_digest' }>

/** 「本周小结」「章贡区本周督导情况」: what the digest of a week or month would tell, at once. */
export async function askDigest(ctx: Context, asked: Asked): Promise<Plan> {
  const county = asked.county ?? ctx.me.county
  const role = roleForPlace(ctx.me, 'view_digest', county)
  if (!role)
    return refused('督导小结由督导办、总督学和督委会负责人在自己的范围内查询。可以问：我这个月还差几所没去。')
  const span = digestSpan(asked.span, ctx.today)
  const tell = OFFICE_ROLES.includes(role) ? tellOffice : tellLeader
  const length = asked.span === 'week' || asked.span === 'last_week' ? 'week' : 'month'
  const found = await tellChecks(ctx, role, county, length)
  const { words } = together(await tell(ctx, county, span), found)
  return ctx.inGroup ? inGroup(ctx, county, span, words) : reply(words)
}

/** A group reads the counts without a name; the rest goes to who asked. */
async function inGroup(ctx: Context, county: string | null, span: DigestSpan, words: string): Promise<Plan> {
  const { digest } = await briefOf(ctx, county, span)
  return plan({
    reply: `${numbersText(county, digest, span)}\n详情已私信您。`,
    public: true,
    send: [text(ctx.me.userid, `digest:${ctx.me.userid}`, words)],
  })
}

/** 「哪些消息没送达」, as far as the office reaches. */
export async function askUndelivered(ctx: Context): Promise<Plan> {
  const role = roleForPlace(ctx.me, 'view_digest', ctx.me.county)
  if (!role || !OFFICE_ROLES.includes(role)) return refused('没有送达的消息由督导办查询。')
  return reply((await undelivered(ctx, ctx.me.county)) ?? '上周以来的消息都送达了。')
}
