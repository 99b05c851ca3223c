import { aboutMeText } from '#cards/people.ts'
import { accountOf } from '#db/accounts.ts'
import { countVisitsOf } from '#db/visits.ts'
import { officePeople } from '#db/people.ts'
import type { Context } from '../context.ts'
import { reply, type Plan } from '../plan.ts'
import { whoText } from '../people/change-person.ts'

/** 「你记了我什么」: what is kept about the speaker, for how long, and who mends it (个人信息保护法 44–46). */
export async function aboutMe(ctx: Context): Promise<Plan> {
  const account = await accountOf(ctx.db, ctx.me.userid)
  if (!account) return reply('名册里没有您的登记。')
  const office = await officePeople(ctx.db, account.county, ctx.today)
  return reply(
    aboutMeText({
      who: whoText(ctx, account),
      phone: account.phone,
      schools: ctx.me.assigned.map((code) => ctx.roster.school(code).name),
      records: await countVisitsOf(ctx.db, ctx.me.userid),
      office: office.map((each) => each.name),
    }),
  )
}
