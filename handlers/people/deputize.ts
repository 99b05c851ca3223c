import { accountsNamed, type Account } from '#db/accounts.ts'
import type { Proposal } from '#db/proposals.ts'
import { deputies } from '#db/schema/roster.ts'
import { upsert } from '#db/store.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import { ROLE_NAMES, type Role, type UserId } from '#src/domain/words.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { plan, reply, text, type Plan } from '../plan.ts'
import { confirmFirst, propose } from '../proposals/propose.ts'
import { auditPerson, isInPost, personSubject, rolesOf, whoText } from './change-person.ts'

type Heard = { who: string; from: Day | null; to: Day | null }

const WHEN = '从哪天到哪天？请连名字一起说，例如：11月24日到28日，周文代我审批。'

/**
 * 「我下周出差，周文代我审批」: within one office it is settled by a 确认; anybody else names a deputy through the office, an
 * office person one from outside through the city's.
 */
export async function nameDeputy(ctx: Context, { who, from, to }: Heard): Promise<Plan> {
  if (!hasRole(ctx.me, [...OFFICE_ROLES, ...INSPECTOR_ROLES, ...SCHOOL_ROLES]))
    return refused('您没有需要代办的审批。')
  if (!from || !to || to < from || to < ctx.today) return reply(WHEN)
  const known = await deputiesNamed(ctx, who)
  const [deputy, another] = known
  if (!deputy) return reply(`没有找到可以代办的「${who}」。代办的人要已在名册登记。`)
  if (another)
    return reply(
      [
        `「${who}」有 ${known.length} 位，请督导办指定：`,
        ...known.map((each) => `· ${whoText(ctx, each)}`),
      ].join('\n'),
    )
  const inOffice = hasRole(ctx.me, OFFICE_ROLES)
  const proposed = {
    kind: 'deputize' as const,
    subject: personSubject(ctx.me.userid),
    school: hasRole(ctx.me, SCHOOL_ROLES) ? ctx.me.school : null,
    county: inOffice && !isOfMyOffice(ctx, deputy) ? null : ctx.me.county,
    what: `${dayText(from, ctx.today)}至${dayText(to, ctx.today)}，${whoText(ctx, deputy)}代${ctx.me.name}办理，到期自动结束。`,
    reason: ctx.said ?? '',
    detail: { deputy: deputy.userid, name: deputy.name, from, to },
  }
  const role = ctx.me.roles[0] as Role
  return inOffice && isOfMyOffice(ctx, deputy)
    ? confirmFirst(ctx, proposed, role)
    : propose(ctx, proposed, role)
}

/** Who of that name might stand in: in post, not himself, and of his county or his level. */
async function deputiesNamed(ctx: Context, who: string): Promise<Account[]> {
  const found = await accountsNamed(ctx.db, who)
  return found.filter(
    (each) => isInPost(each, ctx) && each.userid !== ctx.me.userid && each.county === ctx.me.county,
  )
}

const isOfMyOffice = (ctx: Context, deputy: Account): boolean =>
  deputy.county === ctx.me.county && rolesOf(deputy).some((role) => OFFICE_ROLES.includes(role))

/** 同意, 确认: from its first day to its last the deputy gets the cards and may press them. */
export async function grantDeputy(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const { deputy, name, from, to } = proposal.detail as { deputy: UserId; name: string; from: Day; to: Day }
  const person = proposal.asker
  const row = { person, deputy, fromOn: from, toOn: to, setBy: ctx.me.userid }
  return plan({
    writes: [
      upsert(deputies, row),
      await auditPerson(ctx, person, 'person.deputize', role, { deputy, fromOn: from, toOn: to }),
    ],
    reply: person === ctx.me.userid ? `已登记，${name}会收到通知。` : null,
    send: [text(deputy, personSubject(person), `请您代办：${proposal.what}`)],
  })
}

/** 「校长出差了我替他确认行不」: the rule, and the way (policy.md 4.2: only the principal confirms). */
export const mayStandIn = (ctx: Context): Plan =>
  reply(
    hasRole(ctx.me, SCHOOL_ROLES)
      ? '不行，整改报告只能由校长确认。校长在外地也可以在手机上点「确认上报」；确实不便的，请校长本人说「11月24日到28日，××代我确认」，经督导办同意后由代办人确认。'
      : `不行，${ROLE_NAMES[ctx.me.roles[0] as Role]}不能直接替别人办。请他本人说「11月24日到28日，××代我审批」，登记后由代办人办理。`,
  )
