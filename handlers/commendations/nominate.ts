import { changeRecord, fileRecord, recordId } from '#db/filing.ts'
import { recordOf } from '#db/on-file.ts'
import type { Proposal } from '#db/proposals.ts'
import { yearOf } from '#src/domain/day.ts'
import type { NominationSaid } from '#src/domain/entry.ts'
import { CITY } from '#src/domain/records.ts'
import { hasRole, INSPECTOR_ROLES, OFFICE_ROLES } from '#src/domain/person.ts'
import type { Role } from '#src/domain/words.ts'
import { nominationSaid } from '#src/language/entries/commendations.ts'
import { namedIn } from '#src/language/named.ts'
import { roleFor, roleForPlace } from '#src/policy/permission.ts'
import type { Context } from '../context.ts'
import { bySpeaker, type Entering, type Question } from '../entries/entering.ts'
import { askSchool, countyOf, schoolFields, schoolOf } from '../entries/school.ts'
import { plan, type Plan } from '../plan.ts'
import { propose } from '../proposals/propose.ts'

/** 「文清的阅读角搞得很好 可以推荐表彰」: put to the school's office; nothing is published by it. */
export const nomination: Entering<NominationSaid> = {
  title: '推荐表彰',
  notYours: '推荐表彰由本校的督学和督导办办理。',
  called: /推荐/,
  role: roleOf,
  county: countyOf,
  hears: (ctx, heard) => nominationSaid(heard, namedIn(heard, ctx.registry, ctx.listening)),
  question: async (ctx, said) => questionOf(ctx, said),
  shows: async (ctx, said) => ({
    fields: [
      ...schoolFields(ctx, said),
      ...(said.person ? [{ name: '个人', value: said.person }] : []),
      ...(said.reason ? [{ name: '事由', value: said.reason }] : []),
    ],
    hints: ['确认后报督导办，同意后列入拟表彰名单，不会对外公布'],
  }),
  refusal: async () => null,
  async files(ctx, _, said, role) {
    const who = schoolOf(ctx, said)?.name ?? said.person ?? ''
    const proposed = {
      kind: 'commend' as const,
      subject: `commend:${said.school ?? who}:${yearOf(ctx.today)}`,
      school: said.school ?? null,
      county: countyOf(ctx, said),
      what: `把${who}列入${yearOf(ctx.today)}年拟表彰名单。`,
      reason: said.reason ?? '',
      detail: said.school ? { unit: who } : { person: who },
    }
    return { record: null, plan: await propose(ctx, proposed, role) }
  },
}

/** A school by whoever inspects it or its office; a person by anybody of these. */
function roleOf(ctx: Context, said: NominationSaid): Role | null {
  const school = schoolOf(ctx, said)
  if (school) return roleFor(ctx.me, 'nominate', { school: school.code, county: school.county })
  return hasRole(ctx.me, INSPECTOR_ROLES)
    ? (ctx.me.roles.find((role) => INSPECTOR_ROLES.includes(role)) ?? null)
    : hasRole(ctx.me, OFFICE_ROLES)
      ? roleForPlace(ctx.me, 'nominate', ctx.me.county)
      : null
}

function questionOf(ctx: Context, said: NominationSaid): Question | null {
  const school = said.person ? null : askSchool(ctx, said)
  if (school) return { ...school, ask: '推荐哪所学校，或者哪位？' }
  return said.reason ? null : { slot: 'reason', ask: '好在哪里？一句话说说', open: true }
}

/** 同意: it stands in the year's list, which has no document number until it is issued. */
export async function takeIntoList(ctx: Context, proposal: Proposal, role: Role): Promise<Plan> {
  const { unit, person } = proposal.detail as { unit?: string; person?: string }
  const place = proposal.county ?? CITY
  const year = yearOf(ctx.today)
  const title = `${year}年拟表彰名单`
  const id = recordId('commendations', [place, year, title])
  const list = await recordOf(ctx.db, 'commendations', id)
  const units = added(list?.['units'], unit)
  const persons = added(list?.['persons'], person)
  const by = bySpeaker(ctx, role)
  const fresh = { place, year, title, units, persons, use: [], withdrawn: false }
  return plan({
    writes: list
      ? changeRecord('commendations', list, { units, persons, withdrawn: false }, by)
      : fileRecord('commendations', id, fresh, by),
    reply: `已列入${title}，发文后请说「登记表彰」带上文号。`,
  })
}

const added = (list: unknown, one: string | undefined): string[] => [
  ...new Set([...((list as string[] | undefined) ?? []), ...(one ? [one] : [])]),
]
