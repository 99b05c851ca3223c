import { places, studentNumbers, teachingCalendar } from './kinds/calendar.ts'
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
import { people, schools } from './kinds/roster.ts'
import {
  appointments,
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
  studentNumbers,
  schools,
  people,
  inspectors,
  appointments,
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
  supervisions,
  interviews,
  accountability,
  lexicon,
]

export const kindOf = (id: string): Kind | undefined => KINDS.find((kind) => kind.id === id)
