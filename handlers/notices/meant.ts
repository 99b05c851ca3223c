import { caseOf } from '#db/cases.ts'
import { noticeOf, noticesNumbered, runningNotices, type Notice } from '#db/notices.ts'
import { enteredBy } from '#db/visits.ts'
import { plusMs, yearOf, DAY_MS } from '#src/domain/day.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { noticeNo, noticeSeries } from '#src/policy/numbering.ts'
import type { Action as Right } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { NOT_YOURS, roleOnNotice } from './open.ts'

export type Named = { numbers: readonly string[]; school: SchoolHeard | null }

/** How far back the notice is looked for that is not named. */
const LOOKED_BACK_MS = 30 * DAY_MS

/** The one notice that words may mean: by its number or a case's, by its school, else his last; a text where none is plain. */
export async function noticeMeant(ctx: Context, named: Named, right: Right): Promise<Notice | string> {
  const found = await candidates(ctx, named)
  const open: Notice[] = []
  for (const each of found) if (await roleOnNotice(ctx, each, right)) open.push(each)
  const [only, another] = open
  if (another)
    return `有 ${open.length} 份整改通知：${open.map((each) => each.no).join('、')}。请带上编号再说一遍。`
  return only ?? (found.length > 0 ? NOT_YOURS : '没有找到这份整改通知，请带上编号再说一遍。')
}

async function candidates(ctx: Context, { numbers, school }: Named): Promise<Notice[]> {
  if (numbers.length > 0) return numbered(ctx, numbers)
  if (school) return atSchool(ctx, school)
  return lastIssued(ctx)
}

async function numbered(ctx: Context, numbers: readonly string[]): Promise<Notice[]> {
  const found = await noticesNumbered(
    ctx.db,
    numbers.flatMap((each) => inFull(ctx, each)),
  )
  for (const each of numbers) {
    const named = each.startsWith('Z-') ? await caseOf(ctx.db, each) : null
    const notice = named?.notice ? await noticeOf(ctx.db, named.notice) : null
    if (notice && !found.some(({ id }) => id === notice.id)) found.push(notice)
  }
  return found
}

/** 〔2025〕1号 and 章督整1号 as the papers have them; without a year this one or the last. */
function inFull(ctx: Context, number: string): string[] {
  const [, name = '', year, n] = /^([^〔]*?)(?:〔(\d{4})〕)?(\d+)号$/.exec(number) ?? []
  if (n === undefined) return []
  const years = year ? [Number(year)] : [yearOf(ctx.today), yearOf(ctx.today) - 1]
  return years.map((each) =>
    name
      ? `${name}〔${each}〕${n}号`
      : noticeNo(noticeSeries(ctx.me.county, each, ctx.roster.counties), Number(n)),
  )
}

async function atSchool(ctx: Context, { candidates: schools }: SchoolHeard): Promise<Notice[]> {
  const [only] = schools
  return only && schools.length === 1 ? runningNotices(ctx.db, only) : []
}

/** What goes on of the last visit that brought a notice about. */
async function lastIssued(ctx: Context): Promise<Notice[]> {
  const visits = await enteredBy(ctx.db, ctx.me.userid, plusMs(ctx.now, -LOOKED_BACK_MS), ctx.now)
  const schools = [...new Set(visits.flatMap((each) => each.school ?? []))].slice(0, 5)
  const running = (await Promise.all(schools.map((each) => runningNotices(ctx.db, each)))).flat()
  for (const visit of visits) {
    const found = running.filter((each) => each.visit === visit.id)
    if (found.length > 0) return found
  }
  return []
}
