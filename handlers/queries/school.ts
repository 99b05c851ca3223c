import { schoolText, whichCaseText } from '#cards/queries.ts'
import { openCasesAt, overdueCases } from '#db/cases.ts'
import { namesOf } from '#db/people.ts'
import { visitsAt } from '#db/visits.ts'
import { addYears, semesterOf } from '#src/domain/day.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { roleFor, sightOf } from '#src/policy/permission.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { lackingPhotos } from '../visits/late-photos.ts'
import { caseLine } from './overdue.ts'

/** 「文清最近什么情况」: a school sees only itself. */
export async function schoolState(ctx: Context, heard: SchoolHeard | null): Promise<Plan> {
  const asked = whichSchool(ctx, heard) ?? (await whichCase(ctx))
  if (typeof asked !== 'object') return reply(asked)
  const school = ctx.roster.school(asked.code)
  const role = roleFor(ctx.me, 'view_cases', { school: school.code, county: school.county })
  if (!role)
    return refused(hasRole(ctx.me, SCHOOL_ROLES) ? '只能查看本校的情况。' : '这所学校不在您的查看范围。')
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

/** The named school, his own where none was named, or the question to ask; null where only his cases can tell. */
function whichSchool(ctx: Context, heard: SchoolHeard | null): { code: SchoolCode } | string | null {
  if (!heard) return hasRole(ctx.me, SCHOOL_ROLES) && ctx.me.school ? { code: ctx.me.school } : null
  const [only, another] = heard.candidates
  if (!only) return `没有找到「${heard.text}」，请用学校全名再问一次。`
  if (!another) return { code: only }
  const names = heard.candidates.slice(0, 6).map((code) => ctx.roster.school(code).name)
  return `「${heard.text}」有几所：${names.join('、')}。请用全名再问一次。`
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
