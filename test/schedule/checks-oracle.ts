import { addDays, dayOf, type Day, type Instant } from '#src/domain/day.ts'
import { activeAssignments, type Assigned } from '#test/checks/oracle/assignments.ts'
import { oracleOf } from '#test/checks/oracle/check.ts'
import { knownFrom } from '#test/checks/oracle/known.ts'
import type { Line } from '#test/checks/oracle/line.ts'
import type { Files } from '#test/checks/oracle/rows.ts'
import type { Audience } from './audience.ts'
import type { Records } from './records.ts'

/** What a person is told of a check on a morning. */
export type Told = { kind: string; subject: string; recipient: string; at: Instant }

/** The lines of a day, and the files that they were made from. */
export type Morning = {
  D: Day
  files: Files
  lines: readonly Line[]
  /** As they will stand on the last of the days off that follow. */
  soon: readonly Line[]
  responsible(): readonly Assigned[]
}

/** One row of column "Tell" of policy.md 2.2: who hears of a line, and the step that it has come to, if any. */
type Tell = {
  check: string
  /** Of a place that keeps no such records nobody hears. */
  of: string
  to(line: Line, morning: Morning): readonly string[]
  step(line: Line, morning: Morning): string | null
  /** Days of the year on which alone it is looked at; the first working day from each on. */
  only?(year: number, place: string): Day[]
}

/**
 * What the checks must tell people in a year, by messages of their own: in the morning of each working day who is there looks
 * at the lines of the second working-out of the contract, and hears of a step that he has not heard of. A step that was left
 * and is reached again is a new one.
 */
export function whatChecksTell(
  records: Records,
  morningAt: (now: Instant) => Morning,
  audience: Audience,
  ticks: readonly Instant[],
): Told[] {
  const tells = tellsOf(audience, records.zones)
  const hasCome = hasComeSince(audience, dayOf(ticks[0]!))
  const told: Told[] = []
  const last = new Map<string, string | null>()
  const lookedOn = new Map<string, Day>()
  for (const now of ticks)
    for (const { userid: recipient } of records.people) {
      const today = dayOf(now)
      const before = lookedOn.get(recipient) ?? addDays(dayOf(ticks[0]!), -1)
      if (before === today || !audience.hears(recipient, now)) continue
      lookedOn.set(recipient, today)
      const morning = morningAt(now)
      for (const [i, { check, of, to, step, only }] of tells.entries())
        for (const line of morning.lines) {
          if (line.check !== check || !keeps(morning.files, of, line.place)) continue
          if (only && !hasCome(only, line.place, before, today)) continue
          if (!to(line, morning).includes(recipient)) continue
          const reached = step(line, morning)
          const keys = rolesIn(tells, check).map((role) => `${recipient} ${role} ${line.subject}`)
          // One person in two roles is told once.
          if (reached !== null && keys.every((key) => last.get(key) !== reached))
            told.push({ kind: check, subject: line.subject, recipient, at: now })
          last.set(`${recipient} ${i} ${line.subject}`, reached)
        }
    }
  return told
}

const rolesIn = (tells: readonly Tell[], check: string): number[] =>
  tells.flatMap((each, i) => (each.check === check ? i : []))

/** The lines of the second working-out on a morning, with the visits that have been told by then. */
export function morningsOf(records: Records, audience: Audience): (now: Instant) => Morning {
  const mornings = new Map<string, Morning>()
  return (now) => {
    const visits = records.visits.filter((each) => each.at <= now)
    const key = `${dayOf(now)} ${visits.length}`
    const found =
      mornings.get(key) ?? morningOf(dayOf(now), { ...records.office, visits: rowsOf(visits) }, audience)
    mornings.set(key, found)
    return found
  }
}

function morningOf(D: Day, files: Files, { works }: Audience): Morning {
  const oracle = oracleOf(files)
  // What is due on days off is told before them.
  let last = D
  while (!works(addDays(last, 1))) last = addDays(last, 1)
  let assigned: readonly Assigned[] | undefined
  const responsible = () => (assigned ??= activeAssignments(knownFrom(files)(D)))
  return { D, files, lines: oracle(D), soon: last === D ? [] : oracle(last), responsible }
}

/** Whether one of its days, or the first working day after it, has come since somebody last listened. */
function hasComeSince(audience: Audience, first: Day) {
  const known = new Map<string, Day[]>()
  const years = [0, 1].map((n) => Number(first.slice(0, 4)) + n)
  return (only: NonNullable<Tell['only']>, place: string, before: Day, today: Day): boolean => {
    const key = `${only.name} ${place}`
    const days = known.get(key) ?? years.flatMap((year) => only(year, place)).map(audience.onOrAfter)
    known.set(key, days)
    return days.some((day) => before < day && day <= today)
  }
}

const rowsOf = (visits: Records['visits']): Files[string] =>
  visits.map(({ school, inspector, at: made }) => ({
    ...{ school, inspector, visit_date: dayOf(made), part_of_day: 'am' },
  }))

const KEPT_BY_ALL = ['interviews', 'accountability', 'member_tasks']

function keeps(files: Files, kind: string, place: string): boolean {
  if (KEPT_BY_ALL.includes(kind)) return true
  const inspectors = (files['inspectors'] ?? [])
    .filter((row) => row['place'] === place)
    .map((row) => row['userid'])
  return (files[kind] ?? []).some(
    (row) =>
      row['place'] === place ||
      inspectors.includes(row['userid']) ||
      row['targets']?.split('|').includes(place),
  )
}

const at =
  (...levels: string[]) =>
  ({ level }: Line): string | null =>
    levels.includes(level) ? level : null

const yearOf = ({ figures }: Line): number => Number(figures['year'])

/** Of the running year each step; of the one before in January that it was missed. */
function ofTheYear(line: Line, { D }: Morning): string | null {
  const year = Number(D.slice(0, 4))
  if (yearOf(line) < year) return line.level === 'breach' && D.slice(5, 7) === '01' ? 'missed' : null
  if (line.level === 'warning') return D >= `${year}-12-01` ? 'last call' : 'warning'
  return at('notice')(line)
}

/** As it will stand on the last day off where that is still before its day; else as it is. */
const ahead = (line: Line, { soon }: Morning): Line => {
  const then = soon.find((each) => each.check === line.check && each.subject === line.subject)
  return then?.level === 'notice' ? then : line
}

function termStep(line: Line, morning: Morning): string | null {
  const { level, figures } = ahead(line, morning)
  if (level === 'notice') return Number(figures['days_left']) <= 30 ? '30 days' : '90 days'
  return level === 'ok' || level === 'unknown' ? null : level
}

function hoursStep(line: Line, { D }: Morning): string | null {
  const year = Number(D.slice(0, 4))
  if (yearOf(line) < year) return line.level === 'breach' && D.slice(5, 7) === '01' ? 'missed' : null
  if (line.level !== 'notice' && line.level !== 'warning') return null
  return ['12-01', '09-30', '06-30'].find((step) => D >= `${year}-${step}`)!
}

const PACE_DAYS = (year: number): Day[] =>
  ['01-01', '06-30', '09-30', '12-01'].map((day) => `${year}-${day}` as Day)

/** The middle of a semester, so many days before its end, the day after it: as settled in each place. */
const SEMESTER_DAYS = (year: number, place: string): Day[] =>
  place === '南康区'
    ? ([
        `${year}-11-10`,
        `${year}-10-02`,
        `${year}-01-21`,
        `${year}-04-28`,
        `${year}-03-17`,
        `${year}-07-06`,
      ] as Day[])
    : ([
        `${year}-11-10`,
        `${year}-12-09`,
        `${year}-01-21`,
        `${year}-04-28`,
        `${year}-05-24`,
        `${year}-07-06`,
      ] as Day[])

/** Only of the semester that runs. */
const semesterStep = (line: Line, { D }: Morning): string | null => {
  const [year, month] = [Number(D.slice(0, 4)), Number(D.slice(5, 7))]
  const running =
    month >= 8 ? `${year}-${year + 1}-1` : month === 1 ? `${year - 1}-${year}-1` : `${year - 1}-${year}-2`
  return line.figures['semester'] === running ? at('notice', 'warning', 'breach')(line) : null
}

function tellsOf({ inRole, people }: Audience, zones: Records['zones']): Tell[] {
  const now = (D: Day) => Date.parse(`${D}T12:00:00+08:00`) as unknown as Instant
  const office = ({ place }: Line, { D }: Morning) =>
    place === 'city' ? inRole('city_office', now(D)) : inRole('county_office', now(D), place)
  const county = (line: Line, morning: Morning) => (line.place === 'city' ? [] : office(line, morning))
  const chief = (line: Line, { D }: Morning) =>
    line.place === 'city' ? inRole('chief_inspector', now(D)) : []
  const person = ({ subject }: Line) => [subject.split(/[@/]/)[0]!]
  const schoolOf = ({ subject }: Line) => subject.split('@')[0]!
  const responsible = (line: Line, morning: Morning) =>
    morning
      .responsible()
      .filter(({ school }) => school === schoolOf(line))
      .map(({ inspector }) => inspector)
  const leader = (line: Line) =>
    zones.filter(({ schools }) => schools.includes(schoolOf(line))).map((zone) => zone.leader)
  const unit = ({ subject }: Line, { D, files }: Morning) => {
    const task = files['member_tasks']!.find((row) => row['no'] === subject)
    return people(now(D), (each) => each.roles.includes('member_unit') && each.unit === task?.['unit'])
  }
  const figure =
    (name: string, ...levels: string[]) =>
    (line: Line) =>
      levels.includes(line.level) ? `${line.level} ${String(line.figures[name])}` : null
  return [
    { check: 'C2.1', of: 'posts', to: office, step: at('warning', 'breach') },
    { check: 'C3.1', of: 'meetings', to: office, step: plenaryStep },
    {
      check: 'C3.1',
      of: 'meetings',
      to: chief,
      step: (line, morning) => (line.level === 'warning' ? plenaryStep(line, morning) : null),
    },
    { check: 'C3.3', of: 'documents', to: chief, step: at('notice') },
    {
      check: 'C3.4',
      of: 'member_tasks',
      to: unit,
      step: (line, morning) => at('notice', 'warning')(ahead(line, morning)),
    },
    { check: 'C4.1', of: 'supervisions', to: county, step: at('warning', 'breach') },
    { check: 'C5.1', of: 'inspectors', to: office, step: at('breach') },
    { check: 'C5.3', of: 'inspectors', to: responsible, step: semesterStep, only: SEMESTER_DAYS },
    { check: 'C5.3', of: 'inspectors', to: leader, step: at('warning'), only: SEMESTER_DAYS },
    { check: 'C7.1', of: 'commendations', to: office, step: ofTheYear },
    { check: 'C8.1', of: 'interviews', to: office, step: at('warning', 'breach') },
    { check: 'C8.2', of: 'interviews', to: office, step: at('warning', 'breach') },
    { check: 'C8.3', of: 'interviews', to: office, step: at('notice', 'breach') },
    { check: 'C8.4', of: 'accountability', to: office, step: at('warning') },
    {
      check: 'C9.1',
      of: 'student_numbers',
      to: county,
      step: (line) => (line.level === 'breach' ? `${line.figures['need']} ${line.figures['have']}` : null),
    },
    { check: 'C10.2', of: 'inspectors', to: office, step: at('breach') },
    { check: 'C10.3', of: 'inspectors', to: office, step: at('breach') },
    { check: 'C10.4', of: 'appointments', to: office, step: at('warning', 'breach') },
    { check: 'C10.5', of: 'inspectors', to: person, step: termStep },
    { check: 'C10.5', of: 'inspectors', to: office, step: termStep },
    { check: 'C10.6', of: 'inspectors', to: person, step: figure('reason', 'warning', 'breach') },
    { check: 'C10.6', of: 'inspectors', to: office, step: figure('reason', 'warning', 'breach') },
    { check: 'C11.1', of: 'training', to: person, step: hoursStep, only: PACE_DAYS },
    { check: 'C11.3', of: 'exit_grounds', to: office, step: groundsStep },
  ]
}

const plenaryStep = (line: Line, morning: Morning): string | null =>
  line.level === 'warning' && line.figures['held'] !== 0 ? 'minutes' : ofTheYear(line, morning)

/** A ground that has been noted since is a new step. */
function groundsStep(line: Line, { D, files }: Morning): string | null {
  const open = files['exit_grounds']!.filter(
    (row) =>
      row['userid'] === line.subject &&
      row['noted_on']! <= D &&
      !(row['decided_on'] && row['decided_on'] <= D),
  )
  return (
    open
      .map((row) => row['noted_on']!)
      .sort()
      .at(-1) ?? null
  )
}
