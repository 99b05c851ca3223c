import { encodeAction, type Act } from '#cards/action.ts'
import type { Button } from '#cards/card.ts'
import type { Case } from '#db/cases.ts'
import { chiefs, officePeople, schoolPeople } from '#db/people.ts'
import { dayText, daysBetween, type Day } from '#src/domain/day.ts'
import type { Context } from '../context.ts'
import { inCharge } from '../notices/in-charge.ts'
import { numbersOf, reportButton } from './due.ts'
import { rung } from './rung.ts'

/** The day after: the principal, and the inspector in whose charge it is. */
export const overdue1 = rung('overdue_1', async (minute, on) => {
  const { found, notice, due } = on
  const people = await schoolPeople(minute.db, found.school, minute.today)
  const late = lateText(minute.today, due)
  return [
    {
      people: people.filter((each) => each.roles.includes('principal')),
      head: '整改已逾期，请尽快上报',
      text: `${found.description}（${numbersOf(on)}，${late}）`,
      ...reportButton(notice),
    },
    { people: await inCharge(minute, notice), head: '整改逾期', text: caseText(minute, found, late) },
  ]
})

export const overdue3 = rung('overdue_3', async (minute, { found, due }) => [
  {
    people: await officePeople(minute.db, found.county, minute.today),
    head: '逾期满3天，请督促',
    text: caseText(minute, found, lateText(minute.today, due)),
  },
])

export const overdue7 = rung('overdue_7', async (minute, { found, due }) => [
  {
    people: await officePeople(minute.db, found.county, minute.today),
    head: '逾期满7天，可发督办单',
    text: caseText(minute, found, lateText(minute.today, due)),
    buttons: [paperButton(found, 'case_order')],
  },
])

export const overdue15 = rung('overdue_15', async (minute, { found, due }) => {
  const told = {
    head: '逾期满15天，可提约谈建议',
    text: caseText(minute, found, lateText(minute.today, due)),
    buttons: [paperButton(found, 'case_interview')],
  }
  return [
    { people: await officePeople(minute.db, found.county, minute.today), ...told, isLast: true as const },
    { people: await chiefs(minute.db, minute.today), ...told },
  ]
})

export const overdue30 = rung('overdue_30', async (minute, { found, due }) => [
  {
    people: await chiefs(minute.db, minute.today),
    head: '逾期满30天，可提通报或问责建议',
    text: caseText(minute, found, lateText(minute.today, due)),
    buttons: [paperButton(found, 'case_circular')],
  },
])

/** To the office of the case's county and the city's chief inspectors: also when a second round has failed. */
export const officeAndChiefs = async ({ db, today }: Pick<Context, 'db' | 'today'>, found: Case) => [
  ...(await officePeople(db, found.county, today)),
  ...(await chiefs(db, today)),
]

const PAPERS = { case_order: '督办单', case_interview: '约谈建议', case_circular: '通报建议' } as const

/** A draft to read: the assistant issues nothing (policy.md 3). */
export const paperButton = (found: Case, act: keyof typeof PAPERS & Act): Button => ({
  label: PAPERS[act],
  action: encodeAction({ act, id: found.id, seq: found.seq }),
})

/** To somebody who looks after many schools. */
export function caseText({ roster }: Pick<Context, 'roster'>, found: Case, what: string): string {
  return `${found.id} ${found.county ?? '市直'}${roster.school(found.school).name}：${found.description}（${what}）`
}

/** Counted up to a day that is named: it may be read later. */
export const lateText = (today: Day, due: Day): string =>
  `${dayText(due, today)}到期，至${dayText(today)}逾期${daysBetween(due, today)}天`
