import { schoolPeople } from '#db/people.ts'
import { readRecordsWithin } from '#db/records-within.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { CITY, type Supervision } from '#src/domain/records.ts'
import type { SchoolCode, UserId } from '#src/domain/words.ts'
import { asOf } from '#src/policy/checks/view/view.ts'
import { endOf } from '#src/policy/hours.ts'
import { inParts, PLACES_AT_ONCE } from './parts.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/**
 * The morning after a comprehensive supervision of a school has been planned, or put off to another day, its principal reads
 * when it comes (policy.md 2.2, C5.4: "principal P when scheduled"). The written notice is the office's (3.3).
 */
export const supervisionScheduled: Reminder = {
  slot: '08:00',
  async remarks(minute, day) {
    // What was planned while the clock stood still is told as it stands now.
    if (day !== minute.today) return []
    const remarks: Remark[] = []
    for (const each of await plannedOf(minute))
      for (const school of each.targets as SchoolCode[])
        for (const recipient of await principalsOf(minute, school))
          remarks.push(remarkOf(minute, each, school, recipient))
    return remarks
  },
}

type Planned = Supervision & { plannedOn: Day }

/** Comprehensive supervisions of schools that are still to come. */
async function plannedOf({ db, roster, today }: Minute): Promise<Planned[]> {
  const found: Planned[] = []
  for (const places of inParts([CITY, ...roster.counties], PLACES_AT_ONCE)) {
    const within = { places, inspectors: null, since: today }
    const { records } = asOf(await readRecordsWithin(db, new Set(['supervisions']), within), today)
    found.push(...records.supervisions.filter((each): each is Planned => isToCome(each, today)))
  }
  return found
}

const isToCome = (each: Supervision, today: Day): boolean =>
  each.targetType === 'school' &&
  each.supervisionKind === 'comprehensive' &&
  each.onSiteFrom === null &&
  each.onSiteTo === null &&
  each.plannedOn !== null &&
  each.plannedOn >= today

const principalsOf = async ({ db, today, hears }: Minute, school: SchoolCode): Promise<UserId[]> =>
  (await schoolPeople(db, school, today))
    .filter(({ userid, roles }) => roles.includes('principal') && hears(userid))
    .map(({ userid }) => userid)

function remarkOf(
  { roster, today }: Minute,
  { no, plannedOn }: Planned,
  school: SchoolCode,
  recipient: UserId,
): Remark {
  const line = {
    head: '已安排对学校的综合督导',
    text: `${roster.school(school).name}：计划${dayText(plannedOn, today)}进驻（${no}），书面通知另发`,
    about: `supervision:${no}`,
    while: null,
    until: endOf(plannedOn),
  }
  return { recipient, kind: 'scheduled', subject: `${no}/${school}`, period: plannedOn, lines: [line] }
}
