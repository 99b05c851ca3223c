import { accountOf, type Account } from '#db/accounts.ts'
import { changeRecord } from '#db/filing.ts'
import { cardOf } from '#db/on-file.ts'
import { officePeople } from '#db/people.ts'
import type { Proposal } from '#db/proposals.ts'
import { ALWAYS, assignments } from '#db/schema/roster.ts'
import { remove, update, type Write } from '#db/store.ts'
import { addDays } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { hasRole, OFFICE_ROLES, SCHOOL_ROLES } from '#src/domain/person.ts'
import { ROLE_NAMES, type Role } from '#src/domain/words.ts'
import type { Context } from '../context.ts'
import { bySpeaker } from '../entries/entering.ts'
import { both, plan, reply, type Plan } from '../plan.ts'
import { propose } from '../proposals/propose.ts'
import { endWishesOf } from '../wishes/end.ts'
import { changePerson, personSubject } from './change-person.ts'
import { passOn } from './pass-on.ts'
import { remaining, rolesIn, type Post } from './posts.ts'

/**
 * 「我不是这所学校的校长了」: put to the office; until it has decided he is sent nothing new. An office person's own is the
 * city office's.
 */
export async function leavePost(ctx: Context, post: Post): Promise<Plan> {
  const ending = ctx.me.roles.filter((role) => rolesIn(post)?.includes(role) ?? true)
  if (ending.length === 0)
    return reply('您的登记里没有这个身份，不用变更。回复「你记了我什么」可以看您的登记。')
  const named = ending.map((role) => ROLE_NAMES[role]).join('、')
  const school = post !== 'inspector' && ctx.me.school ? ctx.roster.school(ctx.me.school) : null
  const county = hasRole(ctx.me, OFFICE_ROLES) ? null : ctx.me.county
  const proposed = await propose(
    ctx,
    {
      kind: 'leave_post',
      subject: personSubject(ctx.me.userid),
      school: school?.code ?? null,
      county,
      what: `${ctx.me.name}不再担任${school && hasRole(ctx.me, SCHOOL_ROLES) ? school.name : ''}${named}，今天起生效。`,
      reason: ctx.said ?? '',
      detail: { post },
    },
    ending[0] as Role,
  )
  const office = await officePeople(ctx.db, county, ctx.today)
  return proposed.writes.length > 0
    ? {
        ...proposed,
        reply: `已报督导办${office.map((each) => each.name).join('、')}核实，核实前不再给您发新的通知。`,
      }
    : proposed
}

/** 同意: what he said he no longer is ends today; what waits for him goes to others. */
export async function grantLeaving(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const whom = await accountOf(ctx.db, proposal.asker)
  if (!whom) throw new UserError('名册里已没有这个人，不用再办。')
  return endPost(ctx, whom, proposal.detail['post'] as Post, role)
}

/** Ends a post as of today: the account has left, or keeps its other roles (policy.md 8.9). */
export async function endPost(ctx: Context, whom: Account, post: Post, role: Role): Promise<Plan> {
  const [first, ...others] = remaining(whom, post)
  const patch: Partial<Account> = first
    ? { role: first, alsoRoles: others, ...(post === 'school' ? { school: null } : {}) }
    : // Today is no longer his.
      { leftOn: addDays(ctx.today, -1) }
  const ended = plan({
    writes: [
      ...(await changePerson(ctx, whom, patch, 'person.leave', role)),
      ...(first && post === 'inspector' ? await endInspecting(ctx, whom, role) : []),
      ...(first ? [] : await endWishesOf(ctx, whom.userid, role)),
    ],
  })
  return both(ended, await passOn(ctx, whom, role))
}

/** Who keeps another post serves as an inspector until yesterday. */
async function endInspecting(ctx: Context, whom: Account, role: Role): Promise<Write[]> {
  const card = await cardOf(ctx.db, whom.userid)
  const leftOn = addDays(ctx.today, -1)
  const ended =
    card && (card.leftOn ?? ctx.today) > leftOn
      ? changeRecord('inspectors', card, { leftOn }, bySpeaker(ctx, role))
      : []
  return [...unassign(ctx, whom), ...ended]
}

/** As an import takes a school from an inspector; where his plaque has days, it hung there until yesterday. */
const unassign = (ctx: Context, { userid }: Account): Write[] => [
  remove(assignments, { inspector: userid, fromOn: ALWAYS }),
  update(assignments, { toOn: addDays(ctx.today, -1) }, { inspector: userid, toOn: null, withdrawn: false }),
]
