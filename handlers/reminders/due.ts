import { encodeAction } from '#cards/action.ts'
import type { Button } from '#cards/card.ts'
import { schoolPeople } from '#db/people.ts'
import type { Notice } from '#db/notices.ts'
import { dayText, type Day } from '#src/domain/day.ts'
import { isWithSchool } from '#src/policy/states.ts'
import type { Minute } from './remark.ts'
import { rung, type OnStep, type Told } from './rung.ts'

/** Three working days, and one, before a case is due: to the contact, or the principal where there is none. */
export const dueIn3 = rung('due_3', (minute, on) => beforeDue(minute, on))
export const dueIn1 = rung('due_1', (minute, on) => beforeDue(minute, on))

/** On its day at four in the afternoon: to contact and principal. */
export const lastCall = rung('last_call', async (minute, on) => {
  const people = await schoolPeople(minute.db, on.found.school, minute.today)
  return [{ people, head: lastHead(minute, on.due), ...toSchool(on) }]
})

async function beforeDue(minute: Minute, on: OnStep): Promise<Told[]> {
  const people = await schoolPeople(minute.db, on.found.school, minute.today)
  const contacts = people.filter((each) => each.roles.includes('school_contact'))
  const head = `整改${dayText(on.due, minute.today)}到期`
  return [{ people: contacts.length > 0 ? contacts : people, own: true, head, ...toSchool(on) }]
}

const lastHead = ({ today }: Minute, due: Day): string =>
  due === today ? '整改今天截止' : `整改${dayText(due, today)}截止，请在今天下班前上报`

/** The notice's number and the case's; in a ledger that was imported they are one. */
export const numbersOf = ({ found, notice }: OnStep): string => [...new Set([notice.no, found.id])].join('，')

const toSchool = (on: OnStep) => ({
  text: `${on.found.description}（${numbersOf(on)}）`,
  ...reportButton(on.notice),
})

/** Nothing can be reported while what has been reported waits for its verdict. */
export const reportButton = (notice: Notice): { buttons?: Button[] } =>
  isWithSchool(notice)
    ? {
        buttons: [
          {
            label: '报整改',
            action: encodeAction({ act: 'notice_report', id: notice.id, seq: notice.seq }),
            style: 'main',
          },
        ],
      }
    : {}
