import { addDays, daysBetween } from '#src/domain/day.ts'
import { CITY, type CommitteeSeat, type SeatListed } from '#src/domain/records.ts'
import type { Check, Finding } from './check.ts'
import { firstOf } from './levels.ts'
import { holds, latest } from './view/spans.ts'
import type { View } from './view/view.ts'

/** C1.1 (S-1): every listed seat of the city's committee has one person; contract B4, measure 1. */
export const committeeRoster: Check = {
  id: 'C1.1',
  name: '督委会名单',
  clause: 'S-1',
  threshold: 'both',
  cityOnly: true,
  find: (view) => [roster(view)],
}

type Seat = { seat: string; state: 'filled' | 'vacant' | 'doubled' | 'unentered'; vacantDays: number }

function roster(view: View): Finding {
  const { seatList, committeeSeats } = view.records
  const holders = Map.groupBy(
    committeeSeats.filter(({ place }) => place === CITY),
    ({ seat }) => seat,
  )
  const seats = seatList
    .filter((row) => row.place === CITY && holds({ from: row.validFrom, to: row.validTo }, view.day))
    .map((row) => seatOf(row, holders.get(row.seat) ?? [], view))
  const vacantDays = view.setting('seat_vacant_days', CITY)
  const [filled, vacant, doubled, unentered] = (['filled', 'vacant', 'doubled', 'unentered'] as const).map(
    (state) => seats.filter((each) => each.state === state),
  ) as [Seat[], Seat[], Seat[], Seat[]]
  return {
    subject: CITY,
    place: CITY,
    level: firstOf(
      [doubled.length > 0 || vacant.some((each) => each.vacantDays > vacantDays), 'warning'],
      [unentered.length > 0 || seats.length === 0, 'unknown'],
      [vacant.length > 0, 'notice'],
    ),
    figures: {
      seats: seats.length,
      filled: filled.length,
      vacant: vacant.length,
      doubled: doubled.length,
      unentered: unentered.length,
    },
    evidence: [...doubled, ...vacant, ...unentered].map(({ seat }) => seat),
  }
}

/** A seat that nobody has ever been entered for is not vacant but unknown. */
function seatOf({ seat, validFrom }: SeatListed, rows: readonly CommitteeSeat[], { day }: View): Seat {
  const sitting = new Set(rows.filter((row) => holds(row, day)).map(({ person }) => person))
  if (sitting.size > 0) return { seat, state: sitting.size > 1 ? 'doubled' : 'filled', vacantDays: 0 }
  if (rows.length === 0) return { seat, state: 'unentered', vacantDays: 0 }
  const lastDay = latest([addDays(validFrom, -1), ...rows.flatMap(({ to }) => to ?? [])])!
  return { seat, state: 'vacant', vacantDays: daysBetween(lastDay, day) }
}
