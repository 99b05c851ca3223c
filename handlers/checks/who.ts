import { schoolsOfText, whoText } from '#cards/checks/who.ts'
import { accountOf, accountsNamed, type Account } from '#db/accounts.ts'
import { inspectorsOf, personOf } from '#db/people.ts'
import { hasRole, INSPECTOR_ROLES } from '#src/domain/person.ts'
import type { CheckAsked } from '#src/language/questions/check-questions.ts'
import { roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { ownSchool, whichSchool } from '../queries/named-school.ts'

/** 「文清归谁督导」「我管哪几所」: what stands on the plaque at the gate is public (G-1). */
export async function whoInspects(ctx: Context, asked: CheckAsked): Promise<Plan> {
  const school = asked.school ? whichSchool(ctx, asked.school) : ownSchool(ctx)
  if (typeof school === 'string') return reply(school)
  if (school) return inspectorsAt(ctx, ctx.roster.school(school.code))
  const [named] = asked.people
  if (named && !asked.mine) return schoolsOf(ctx, await accountsNamed(ctx.db, named.text), named.text)
  if (!hasRole(ctx.me, INSPECTOR_ROLES))
    return reply('请带上校名或督学姓名，例如：文清归谁督导、李敏管哪几所。')
  return reply(
    schoolsOfText(
      '您',
      ctx.me.assigned.map((code) => ctx.roster.school(code).name),
    ),
  )
}

async function inspectorsAt(ctx: Context, school: ReturnType<Context['roster']['school']>): Promise<Plan> {
  const inspectors = await inspectorsOf(ctx.db, school.code, ctx.today)
  const accounts = await Promise.all(inspectors.map(({ userid }) => accountOf(ctx.db, userid)))
  const shown = inspectors.map(({ name }, i) => ({ name, phone: accounts[i]?.phone ?? null }))
  return reply(whoText(school.name, shown))
}

async function schoolsOf(ctx: Context, accounts: readonly Account[], text: string): Promise<Plan> {
  const [account, another] = accounts
  if (!account) return reply(`没有找到「${text}」，请用全名再问一次。`)
  if (another) return reply(`叫「${text}」的有 ${accounts.length} 位，请问督导办。`)
  const isOwn = account.userid === ctx.me.userid
  if (!isOwn && !roleForPlace(ctx.me, 'view_appointments', account.county))
    return refused('别的督学负责哪些学校，由督导办查询。可以问：文清归谁督导。')
  const person = await personOf(ctx.db, account.userid, ctx.today)
  return reply(
    schoolsOfText(
      account.name,
      (person?.assigned ?? []).map((code) => ctx.roster.school(code).name),
    ),
  )
}
