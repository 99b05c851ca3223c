import { overdueAlarms } from './alarms/overdue.ts'
import { yearReport } from './digest/year-report.ts'
import { groupDigest, groupUnreached } from './digest/groups.ts'
import { monthlyDigest } from './digest/monthly.ts'
import { quarterlySheets } from './digest/quarterly.ts'
import { weeklyDigest } from './digest/weekly.ts'
import { giveOpenNotices } from './people/hand-over.ts'
import { plan, type Plan } from './plan.ts'
import { loadNextYear } from './reminders/load-year.ts'
import { checkSteps } from './reminders/checks.ts'
import { unanswered1, unanswered2 } from './reminders/approvals.ts'
import { dayList } from './reminders/day-list.ts'
import {
  reportDraftsNext,
  reportDraftsToday,
  visitDraftsLapsed,
  visitDraftsNext,
  visitDraftsToday,
} from './reminders/drafts.ts'
import { entryDraftsLapsed, entryDraftsNext } from './reminders/entry-drafts.ts'
import { dueIn1, dueIn3, lastCall } from './reminders/due.ts'
import { countFollowed } from './reminders/followed.ts'
import { overdue1, overdue15, overdue3, overdue30, overdue7 } from './reminders/overdue.ts'
import type { Minute, Reminder } from './reminders/remark.ts'
import { supervisionScheduled } from './reminders/scheduled.ts'
import { sectionLate } from './reminders/sections.ts'
import { strangersToRegister } from './reminders/strangers.ts'
import { wishReminders } from './reminders/wishes.ts'
import { unvisited20, unvisited25 } from './reminders/unvisited.ts'
import { moveOpenCases } from './schools/move-cases.ts'
import { archiveVisits } from './visits/archive.ts'

/** Everything of which the clock reminds people, in the order of reading where several meet in one message. */
export const reminders: Record<string, Reminder> = {
  draft_lapsed: visitDraftsLapsed('08:00'),
  draft_lapsed_by_evening: visitDraftsLapsed('17:30'),
  draft_next: visitDraftsNext,
  draft_today: visitDraftsToday,
  entry_lapsed: entryDraftsLapsed('08:00'),
  entry_next: entryDraftsNext,
  report_draft_next: reportDraftsNext,
  report_draft_today: reportDraftsToday,
  last_call: lastCall,
  due_1: dueIn1,
  due_3: dueIn3,
  overdue_30: overdue30,
  overdue_15: overdue15,
  overdue_7: overdue7,
  overdue_3: overdue3,
  overdue_1: overdue1,
  unanswered_2: unanswered2,
  unanswered_1: unanswered1,
  section_late: sectionLate,
  day_list: dayList,
  unvisited_20: unvisited20,
  unvisited_25: unvisited25,
  supervision_scheduled: supervisionScheduled,
  checks: checkSteps,
  ...wishReminders,
  strangers: strangersToRegister,
  load_year: loadNextYear,
  digest: weeklyDigest,
  monthly_digest: monthlyDigest,
  county_sheet: quarterlySheets,
  year_report: yearReport,
  group_digest: groupDigest,
  group_unreached: groupUnreached,
}

/** What every minute brings, in quiet hours and on days off too. */
export const everyMinute: Record<string, (minute: Minute) => Promise<Plan>> = {
  alarms: overdueAlarms,
  archive: async ({ db, now }) => plan({ writes: await archiveVisits(db, now) }),
  give_open_notices: giveOpenNotices,
  count_followed: countFollowed,
  move_open_cases: moveOpenCases,
}
