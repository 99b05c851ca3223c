import { addDays, daysBetween, yearOf } from '#src/domain/day.ts'
import { CITY, type MemberTask } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import type { View } from './view/view.ts'

/** C3.4 (S-3): what member units were asked to do is done by its day; contract B4, measure 3. */
export const memberTasks: Check = {
  id: 'C3.4',
  name: '成员单位任务',
  clause: 'S-3',
  threshold: 'default',
  cityOnly: true,
  find: (view) =>
    view.records.memberTasks.filter((each) => isAsked(each, view)).map((each) => task(each, view)),
}

/** Open ones for as long as they are; done ones in the year of their end or their doing. */
const isAsked = ({ doneOn, dueOn }: MemberTask, { year }: View): boolean =>
  doneOn === null || yearOf(dueOn) === year || yearOf(doneOn) === year

function task({ no, unit, dueOn, doneOn }: MemberTask, view: View): Finding {
  return {
    subject: no,
    place: CITY,
    level: firstOf(
      [doneOn !== null, 'ok'],
      [view.day > dueOn, 'warning'],
      [view.day >= addDays(dueOn, -view.setting('task_days', CITY)), 'notice'],
    ),
    figures: {
      due_on: dueOn,
      done_on: doneOn,
      days_left: doneOn === null ? daysBetween(view.day, dueOn) : null,
    },
    evidence: [unit],
  }
}
