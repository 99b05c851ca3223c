import { schoolText } from '#cards/queries.ts'
import { openCasesAt } from '#db/cases.ts'
import { namesOf } from '#db/people.ts'
import { visitsAt } from '#db/visits.ts'
import { semesterOf } from '#src/domain/day.ts'
import { hasRole, SCHOOL_ROLES } from '#src/domain/person.ts'
import type { SchoolCode } from '#src/domain/words.ts'
import type { SchoolHeard } from '#src/language/understanding.ts'
import { roleFor } from '#src/policy/permission.ts'
import { isAddressed } from '#src/policy/states.ts'
import type { Context } from '../context.ts'
import { refused } from '../handled.ts'
import { reply, type Plan } from '../plan.ts'
import { lackingPhotos } from '../visits/late-photos.ts'
import { caseLine } from './overdue.ts'

/** 「文清最近什么情况」: a school sees only itself. */
export async function schoolState(ctx: Context, heard: SchoolHeard | null): Promise<Plan> {
  const asked = whichSchool(ctx, heard)
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

/** The named school, his own where none was named, or the question to ask. */
function whichSchool(ctx: Context, heard: SchoolHeard | null): { code: SchoolCode } | string {
  if (!heard) return ctx.me.school ? { code: ctx.me.school } : '请带上校名，例如：文清最近什么情况。'
  const [only, another] = heard.candidates
  if (!only) return `没有找到「${heard.text}」，请用学校全名再问一次。`
  if (!another) return { code: only }
  const names = heard.candidates.slice(0, 6).map((code) => ctx.roster.school(code).name)
  return `「${heard.text}」有几所：${names.join('、')}。请用全名再问一次。`
}
