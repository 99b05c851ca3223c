import { accountOf, type Account } from '#db/accounts.ts'
import { schoolPeople } from '#db/people.ts'
import type { Proposal } from '#db/proposals.ts'
import { people } from '#db/schema/roster.ts'
import { insert, type Write } from '#db/store.ts'
import { UserError } from '#src/domain/errors.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import { userId, type Role, type SchoolCode, type UserId } from '#src/domain/words.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { NOT_YOURS } from '../notices/open.ts'
import { both, plan, reply, type Plan } from '../plan.ts'
import { beginTerm } from '../terms/replace.ts'
import { confirmFirst } from '../proposals/propose.ts'
import { auditPerson, changePerson, rolesOf } from './change-person.ts'
import { openNoticesFor } from './hand-over.ts'
import { endPost } from './leave-post.ts'

type Heard = { school: SchoolHeard; name: string; userid: string | null }

/** 「文清路小学校长换成张三(zhang_san)」 by the school's office: shown first, in force on its 确认. */
export async function replacePrincipal(ctx: Context, heard: Heard): Promise<Plan> {
  const [code, another] = heard.school.candidates
  if (!code || another) return reply(`「${heard.school.text}」没有找到或有几所，请用学校全名再说一次。`)
  const school = ctx.roster.school(code)
  const role = roleForPlace(ctx.me, 'suspend_person', school.county)
  if (!role) return refused(NOT_YOURS)
  if (!heard.userid)
    return reply(`请带上${heard.name}的企业微信账号，例如：${school.name}校长换成${heard.name}(zhang_san)。`)
  const known = await accountOf(ctx.db, userId(heard.userid))
  const clash = known && whyNot(known, heard.name)
  if (clash) return reply(clash)
  const old = (await principalsOf(ctx, code)).map((each) => each.name).join('、')
  return confirmFirst(
    ctx,
    {
      kind: 'replace_principal',
      subject: `school:${code}`,
      school: code,
      county: school.county,
      what: `${school.name}校长${old ? `由${old}` : ''}换成${heard.name}（账号 ${heard.userid}），今天起生效；在办整改通知移交新校长。`,
      reason: '',
      detail: { name: heard.name, userid: heard.userid },
    },
    role,
  )
}

function whyNot(known: Account, name: string): string | null {
  if (known.name !== name) return `账号 ${known.written} 登记的是${known.name}，不是${name}，请核对。`
  return known.suspendedAt === null ? null : `${name}的账号已停用，请先恢复。`
}

const principalsOf = async (ctx: Context, school: SchoolCode) =>
  (await schoolPeople(ctx.db, school, ctx.today)).filter((each) => each.roles.includes('principal'))

/** 确认: the old principal's post ends, the new one gets the open notices as they stand. */
export async function carryOutReplacement(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const { name, userid: written } = proposal.detail as { name: string; userid: string }
  const school = proposal.school as SchoolCode
  const fresh = userId(written)
  const bound = plan({
    writes: await bind(ctx, { name, written, school }, role),
    reply: `${ctx.roster.school(school).name}校长已换成${name}，任期从今天算起；任期止请说「${ctx.roster.school(school).name}校长任期 ×年×月×日到×年×月×日」。`,
    send: await openNoticesFor(ctx, fresh, school),
  })
  const old = (await principalsOf(ctx, school)).filter((each) => each.userid !== fresh)
  const term = { school, fresh, old: old.map((each) => each.userid) }
  let whole = both(bound, plan({ writes: await beginTerm(ctx, term, role) }))
  for (const each of old) whole = both(whole, await endOld(ctx, each.userid, school, role))
  return whole
}

/** A deputy of the old principal is listed with him and has no post at this school to end. */
async function endOld(ctx: Context, userid: UserId, school: SchoolCode, role: Role): Promise<Plan> {
  const account = await accountOf(ctx.db, userid)
  if (account?.school !== school || !rolesOf(account).includes('principal')) return plan({})
  const { writes } = await endPost(ctx, account, 'school', role)
  return plan({ writes })
}

type Fresh = { name: string; written: string; school: SchoolCode }

async function bind(ctx: Context, { name, written, school }: Fresh, role: Role): Promise<Write[]> {
  const userid = userId(written)
  const known = await accountOf(ctx.db, userid)
  const { county } = ctx.roster.school(school)
  if (known) {
    if (known.suspendedAt !== null) throw new UserError(`${name}的账号已停用，请先恢复。`)
    const alsoRoles = rolesOf(known).filter((each) => !SCHOOL_ROLES.includes(each))
    const patch = { role: 'principal' as const, alsoRoles, school, county, leftOn: null, withdrawn: false }
    return changePerson(ctx, known, patch, 'person.bind', role)
  }
  const row = {
    userid,
    written,
    name,
    role: 'principal' as const,
    alsoRoles: [],
    county,
    school,
    withdrawn: false,
  }
  return [insert(people, row), await auditPerson(ctx, userid, 'person.bind', role, row)]
}
