import { handoverNote } from '#cards/people.ts'
import { awaitingNotices } from '#db/accounts.ts'
import { casesOf, type Case } from '#db/cases.ts'
import { runningNotices, type Notice } from '#db/notices.ts'
import { onces } from '#db/schema/machine.ts'
import { people } from '#db/schema/roster.ts'
import { insert, update } from '#db/store.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { isWithSchool } from '#src/policy/states.ts'
import { noticeSubject } from '../notices/issue.ts'
import { schoolCard } from '../notices/school-card.ts'
import { both, card, plan, text, type Plan, type Post } from '../plan.ts'
import type { Minute } from '../reminders/remark.ts'
import { nameOf, showNotice, type Showing } from '../show.ts'

/** So many a minute: an import may bind a whole city. */
const AT_ONCE = 50

/** Whoever an import has bound to a school is given what is open there, once (policy.md 8.9). */
export async function giveOpenNotices(minute: Minute): Promise<Plan> {
  let given = plan({})
  for (const each of await awaitingNotices(minute.db, AT_ONCE)) {
    const key = `handover:${each.userid}:${each.awaitsNotices}`
    given = both(
      given,
      plan({
        // Of two machines one commits the key.
        writes: [
          insert(onces, { key, at: minute.now }),
          update(people, { awaitsNotices: null }, { userid: each.userid }),
        ],
        send: each.school ? await openNoticesFor(minute, each.userid, each.school) : [],
      }),
    )
  }
  return given
}

/** Gives somebody the open notices of a school as cards with their history; what was used up stays so (policy.md 8.9). */
export async function openNoticesFor(ctx: Showing, to: UserId, school: SchoolCode): Promise<Post[]> {
  const posts: Post[] = []
  for (const notice of await runningNotices(ctx.db, school)) posts.push(await handed(ctx, to, notice))
  return posts
}

/** One notice as its school has it in hand now. */
export async function handed(ctx: Showing, to: UserId, notice: Notice): Promise<Post> {
  const items = await casesOf(ctx.db, notice.id)
  const note = await historyOf(ctx, notice, items)
  const subject = noticeSubject(notice.id)
  if (!isWithSchool(notice))
    return text(to, subject, `整改通知 ${notice.no}：${note}，已上报整改，正在等复查。`)
  return card(
    to,
    subject,
    schoolCard(notice, await showNotice(ctx, notice, items.filter(isWithSchool)), note),
  )
}

async function historyOf(ctx: Showing, notice: Notice, items: readonly Case[]): Promise<string> {
  const signer =
    notice.ackBy && notice.ackAt ? { name: await nameOf(ctx, notice.ackBy), at: notice.ackAt } : null
  const extensions = Math.max(0, ...items.map((each) => each.extensions))
  return handoverNote({ round: notice.round, extensions, signer })
}
