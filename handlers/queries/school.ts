import { schoolText, whichCaseText } from '#cards/queries.ts'
import { openCasesAt, overdueCases } from '#db/cases.ts'
import { namesOf } from '#db/people.ts'
import { visitsAt } from '#db/visits.ts'
import { addYears, semesterOf } from '#src/domain/day.ts'
import { SCHOOL_ROLES } from '#src/domain/person.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { sightOf } from '#src/policy/permission.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { lackingPhotos } from '../visits/late-photos.ts'
import { notInSight, ownSchool, roleToView, whichSchool } from './named-school.ts'
import { caseLine } from './overdue.ts'

/** 「文清最近什么情况」: a school sees only itself. */
export async function schoolState(ctx: Context, heard: SchoolHeard | null): Promise<Plan> {
  const asked = (heard ? whichSchool(ctx, heard) : ownSchool(ctx)) ?? (await whichCase(ctx))
  if (typeof asked !== 'object') return reply(asked)
  const school = ctx.roster.school(asked.code)
  const role = roleToView(ctx, school.code, 'view_visits')
  if (!role) return refused(notInSight(ctx))
  const semester = semesterOf(ctx.today)
  const [visits, open] = await Promise.all([
    visitsAt(ctx.db, school.code, semester.from),
    openCasesAt(ctx.db, school.code),
  ])
  // What is still to be sent is between the inspector and the office.
  const lacking = SCHOOL_ROLES.includes(role) ? [] : await lackingPhotos(ctx, visits)
  const names = await namesOf(
    ctx.db,
    visits.map((each) => each.inspector),
  )
  return reply(
    schoolText({
      school: school.name,
      semester: semester.name,
      visits: visits.map((each) => ({
        onDay: each.onDay ?? ctx.today,
        no: each.no ?? '',
        inspector: names.get(each.inspector) ?? each.inspector,
        findings: each.findings.length,
        lacksPhotos: lacking.includes(each),
        leave: each.recusalWaived,
      })),
      open: open
        .filter((each) => isAddressed(each) || !SCHOOL_ROLES.includes(role))
        .map((each) => caseLine(ctx, each)),
      today: ctx.today,
    }),
  )
}

const LISTED = 6

/** 「那个弄好了没」: what he has in hand, to choose from. */
async function whichCase(ctx: Context): Promise<string> {
  const sight = sightOf(ctx.me)
  const running = sight ? await overdueCases(ctx.db, sight, addYears(ctx.today, 2), LISTED) : []
  if (running.length === 0) return '请带上校名，例如：文清最近什么情况。'
  const lines = running.slice(0, LISTED).map((each) => caseLine(ctx, each))
  return whichCaseText(lines, running.length > LISTED, ctx.today)
}
