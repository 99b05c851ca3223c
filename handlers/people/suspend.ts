import { actsText } from '#cards/people.ts'
import { accountOf, accountsNamed, type Account } from '#db/accounts.ts'
import { actsOf } from '#db/events.ts'
import { officePeople } from '#db/people.ts'
import type { Proposal } from '#db/proposals.ts'
import { DAY_MS, plusMs } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { OFFICE_ROLES } from '#src/domain/person.ts'
import { userId, type Role, type UserId } from '#src/domain/words.ts'
import { roleToSuspend } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { both, plan, reply, text, type Plan } from '../plan.ts'
import { confirmFirst } from '../proposals/propose.ts'
import { changePerson, personSubject, rolesOf, whoText } from './change-person.ts'
import { passOn } from './pass-on.ts'

const roleOver = (ctx: Context, whom: Account): Role | null =>
  roleToSuspend(ctx.me, { userid: whom.userid, roles: rolesOf(whom), county: whom.county })

type Heard = { who: string; resume: boolean }

/** 「停用 李明」「恢复 李明」: shows who is meant and what happens; 确认 does it. */
export async function suspendByWords(ctx: Context, { who, resume }: Heard): Promise<Plan> {
  if (userId(who) === ctx.me.userid || who === ctx.me.name) return refused('不能停用自己的账号。')
  const found = (await meant(ctx, who)).filter((each) => !each.withdrawn)
  const mine = found.filter((each) => roleOver(ctx, each) !== null)
  if (mine.length === 0)
    return refused(found.length > 0 || !mayEver(ctx) ? NOT_YOURS : `名册里没有找到「${who}」。`)
  const due = mine.filter((each) => (each.suspendedAt !== null) === resume)
  const [only, another] = due
  if (!only) return reply(`「${who}」的账号${resume ? '没有停用' : '已经停用'}。`)
  if (another) return reply(whichOne(ctx, due, resume))
  return ask(ctx, only, resume)
}

const mayEver = (ctx: Context): boolean => ctx.me.roles.some((role) => OFFICE_ROLES.includes(role))

async function meant(ctx: Context, who: string): Promise<Account[]> {
  const byUserid = await accountOf(ctx.db, userId(who))
  return byUserid ? [byUserid] : accountsNamed(ctx.db, who)
}

function whichOne(ctx: Context, found: readonly Account[], resume: boolean): string {
  const verb = resume ? '恢复' : '停用'
  const lines = found.map((each) => `· ${whoText(ctx, each)}`)
  return [`有 ${found.length} 位，请带上账号再说一遍，例如：${verb} ${found[0]?.written}`, ...lines].join(
    '\n',
  )
}

function ask(ctx: Context, whom: Account, resume: boolean): Promise<Plan> {
  const isOfficer = rolesOf(whom).some((role) => OFFICE_ROLES.includes(role))
  const what = resume
    ? `恢复${whoText(ctx, whom)}：立即可以使用。`
    : `停用${whoText(ctx, whom)}：立即不能使用，不再收到提醒；等他办理的转给其他经办人或督导办，他以前的记录保留。`
  return confirmFirst(
    ctx,
    {
      kind: resume ? 'resume_person' : 'suspend_person',
      subject: personSubject(whom.userid),
      school: whom.school,
      county: isOfficer ? null : whom.county,
      what,
      reason: '',
      detail: { userid: whom.userid },
    },
    roleOver(ctx, whom) as Role,
  )
}

/** 确认: in force with the next callback; the last day's acts are listed to the office. */
export async function carryOutSuspension(ctx: Context, proposal: Proposal): Promise<Plan> {
  const { whom, role } = await stillMine(ctx, proposal)
  const since = plusMs(ctx.now, -DAY_MS)
  const acts = actsText(whom.name, await actsOf(ctx.db, whom.userid, since, ACTS_LISTED))
  const told = `${whoText(ctx, whom)}的账号已停用。\n${acts}`
  const office = await officePeople(ctx.db, whom.county, ctx.today)
  const others = office.filter((each) => each.userid !== ctx.me.userid && each.userid !== whom.userid)
  const suspended = plan({
    writes: await changePerson(ctx, whom, { suspendedAt: ctx.now }, 'person.suspend', role),
    reply: told,
    send: others.map((each) => text(each.userid, personSubject(whom.userid), `${ctx.me.name}：${told}`)),
  })
  return both(suspended, await passOn(ctx, whom, role))
}

/** As many as can be read. */
const ACTS_LISTED = 30

/** 恢复: he may act again, and is told. */
export async function carryOutResumption(ctx: Context, proposal: Proposal): Promise<Plan> {
  const { whom, role } = await stillMine(ctx, proposal)
  return plan({
    writes: await changePerson(ctx, whom, { suspendedAt: null }, 'person.resume', role),
    reply: `${whoText(ctx, whom)}的账号已恢复。`,
  })
}

async function stillMine(ctx: Context, proposal: Proposal): Promise<{ whom: Account; role: Role }> {
  const whom = await accountOf(ctx.db, proposal.detail['userid'] as UserId)
  const role = whom && roleOver(ctx, whom)
  if (!whom || !role) throw new UserError(NOT_YOURS)
  return { whom, role }
}
