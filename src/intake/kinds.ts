import { holidays, places, studentNumbers, teachingCalendar } from './kinds/calendar.ts'
import {
  budgets,
  commendations,
  committeeSeats,
  documents,
  meetings,
  memberTasks,
  monitoringReports,
  posts,
  seatList,
} from './kinds/committee.ts'
import type { Kind } from './kinds/kind.ts'
import { lexicon } from './kinds/lexicon.ts'
import { cases, visits } from './kinds/loop.ts'
import { people, schools } from './kinds/roster.ts'
import { settings } from './kinds/settings.ts'
import {
  appointments,
  assignments,
  claims,
  exitGrounds,
  inspectors,
  principalTerms,
  studios,
  training,
  zones,
} from './kinds/staffing.ts'
import { accountability, interviews, supervisions } from './kinds/supervision.ts'

/** In the order in which files are read: what is referred to comes before what refers to it. */
export const KINDS: readonly Kind[] = [
  places,
  teachingCalendar,
  holidays,
  studentNumbers,
  settings,
  schools,
  people,
  inspectors,
  appointments,
  assignments,
  zones,
  principalTerms,
  training,
  exitGrounds,
  studios,
  claims,
  seatList,
  committeeSeats,
  posts,
  meetings,
  memberTasks,
  documents,
  budgets,
  monitoringReports,
  commendations,
  visits,
  cases,
  supervisions,
  interviews,
  accountability,
  lexicon,
]

export const kindOf = (id: string): Kind | undefined => KINDS.find((kind) => kind.id === id)
