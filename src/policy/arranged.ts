import { yearOf, type Day } from '#src/domain/day.ts'
import { arrangedDays, statutoryDaysOff } from './statutory-days.ts'
import type { WorkingDays } from './working-days.ts'

type Year = { known: boolean; exceptions: ReadonlyMap<Day, 'off' | 'work'> }

function yearOfDays(year: number): Year {
  const arranged = arrangedDays(year)
  if (arranged.length > 0)
    return { known: true, exceptions: new Map(arranged.map(({ date, dayType }) => [date, dayType])) }
  return { known: false, exceptions: new Map(statutoryDaysOff(year).map((date) => [date, 'off'])) }
}

/** The working days that this release knows by itself, for whoever has no database; each year is looked up once. */
export function builtInWorkingDays(): WorkingDays {
  const years = new Map<number, Year>()
  const look = (year: number): Year => {
    const found = years.get(year) ?? yearOfDays(year)
    years.set(year, found)
    return found
  }
  return { exception: (on) => look(yearOf(on)).exceptions.get(on), known: (year) => look(year).known }
}
