import type { Who } from './cast.ts'
import table from './permissions.json' with { type: 'json' }

export type Row = keyof typeof table
/** The columns of policy.md 4.2. */
export type Column = keyof (typeof table)[Row]
/** V view · L log · C confirm · A approve · P propose · O approve an extension once. */
export type Letter = 'V' | 'L' | 'C' | 'A' | 'P' | 'O'
/** At a school of others, as a substitute (3.1): the same act, and further than his own schools. */
const SUBSTITUTE = 'S'

export const rows = Object.keys(table) as Row[]

/** Who of the cast stands in which column, and what of 文清路小学 is his: school, zone, county, city; t: what went to his section, o: what is his own. */
const CAST: Record<Exclude<Who, 'stranger_x'>, { column: Column; reaches: string }> = {
  chair: { column: 'chair', reaches: 'm' },
  vice_chair: { column: 'chair', reaches: 'm' },
  member_unit: { column: 'member unit', reaches: 'm' },
  chief: { column: 'chief', reaches: 'm' },
  deputy: { column: 'chief', reaches: 'm' },
  city_office: { column: 'city office', reaches: 'm' },
  county_office: { column: 'county office', reaches: 'co' },
  office_elsewhere: { column: 'county office', reaches: 'o' },
  issuer: { column: 'part-time', reaches: 'szco' },
  full_time: { column: 'full-time', reaches: 'szco' },
  zone_leader: { column: 'zone leader', reaches: 'szco' },
  inspector_elsewhere: { column: 'part-time', reaches: 'co' },
  inspector_other_county: { column: 'full-time', reaches: 'o' },
  section: { column: 'section', reaches: 't' },
  principal: { column: 'principal', reaches: 's' },
  contact: { column: 'contact', reaches: 's' },
  principal_elsewhere: { column: 'principal', reaches: '' },
  contact_elsewhere: { column: 'contact', reaches: '' },
}

/** The letters of a row: each is a way to try it. */
export const lettersOf = (row: Row): Letter[] => [
  ...new Set(Object.values(table[row]).flatMap((cell) => (cell.match(/[A-RT-Z]/g) ?? []) as Letter[])),
]

/** Whether the cell of this person lets him do that with 文清路小学. */
export function allows(row: Row, letter: Letter, who: Who): boolean {
  if (who === 'stranger_x') return false
  const { column, reaches } = CAST[who]
  const isOfRow = letter === 'L' || letter === 'P'
  return table[row][column]
    .split(', ')
    .filter((each) => each.startsWith(letter) || (isOfRow && each.startsWith(SUBSTITUTE)))
    .some((each) => reaches.includes(each.slice(2)))
}
