import { groupName } from '#cards/digest.ts'
import { failedSince } from '#db/outbox.ts'
import { withRole } from '#db/people.ts'
import { at, dayOf, mondayOf } from '#src/domain/day.ts'
import { CITY_GROUP, groupOf, placeOfGroup } from '#src/domain/words.ts'
import { endOf } from '#src/policy/hours.ts'
import type { Remark, Reminder } from '../reminders/remark.ts'
import { tellGroup } from './tell.ts'
import { digestFor, isDue } from './weekly.ts'

/** At the hour of the digest the group of a place reads its five numbers, and no name of a person or a school. */
export const groupDigest: Reminder = {
  slot: '08:30',
  async remarks(minute, day) {
    const remarks: Remark[] = []
    if (isDue(minute, day))
      for (const place of minute.groups) {
        const county = place === CITY_GROUP ? null : place
        remarks.push(
          ...(await digestFor(minute, day, county, [groupOf(place)], (span) =>
            tellGroup(minute, county, span),
          )),
        )
      }
    return remarks
  },
}

/** What a group's robot refused for good the city office learns on the same day: only it can mend the setting. */
export const groupUnreached: Reminder = {
  slot: '16:00',
  async remarks(minute, day) {
    const failed = (await failedSince(minute.db, at(mondayOf(day)))).filter(
      ({ recipient }) => placeOfGroup(recipient) !== null,
    )
    const office = failed.length === 0 ? [] : await withRole(minute.db, 'city_office', null, minute.today)
    return failed.flatMap((each) =>
      office.map(({ userid }): Remark => ({
        kind: 'group_unreached',
        subject: each.recipient,
        recipient: userid,
        period: dayOf(each.createdAt),
        lines: [
          {
            head: '群小结没有发出',
            text: `${groupName(each.recipient)}：${each.why ?? ''}`,
            about: each.recipient,
            while: null,
            until: endOf(day),
          },
        ],
      })),
    )
  },
}
