import { dayText, daysBetween } from '#src/domain/day.ts'
import { CITY, type CommitteeSeat, type Post, type SeatListed } from '#src/domain/records.ts'
import { committeeRoster } from '#src/policy/checks/c1.1-committee-roster.ts'
import { chiefInspectors } from '#src/policy/checks/c2.1-chief-inspectors.ts'
import { memberTasks } from '#src/policy/checks/c3.4-member-tasks.ts'
import type { Line } from '#src/policy/checks/check.ts'
import { holds } from '#src/policy/checks/view/spans.ts'
import type { Answer, Row } from './answer.ts'
import { isFine, levelText, tally } from './level.ts'
import { count, dayIn, linesOf, type Looked } from './looked.ts'

const POSITIONS: Record<SeatListed['position'], string> = {
  chair: '主任',
  vice_chair: '副主任',
  member: '成员单位',
}

/** 「督委会名单」: the city's seats, vacancies first (C1.1). */
export function committeeAnswer(looked: Looked): Answer {
  const [line] = linesOf(looked, committeeRoster)
  const { records, day } = looked.view
  const seats = records.seatList.filter(
    (row) => row.place === CITY && holds({ from: row.validFrom, to: row.validTo }, day),
  )
  const holders = (seat: string) =>
    records.committeeSeats.filter((row) => row.place === CITY && row.seat === seat)
  const entered = seats.filter(({ seat }) => holders(seat).length > 0)
  const unentered = seats.filter((seat) => !entered.includes(seat))
  return {
    title: '市教育督导委员会名单',
    lead: line ? [seatsText(line)] : [],
    rows: entered
      .map((seat) => seatRow(seat, holders(seat.seat), looked))
      .toSorted((a, b) => Number(a.level === null) - Number(b.level === null)),
    notes: unentered.length > 0 ? [`没有登记的席位：${unentered.map(seatText).join('、')}（数据不足）`] : [],
    clauses: ['S-1'],
  }
}

const seatText = ({ seat, position }: SeatListed): string =>
  position === 'member' ? seat : `${POSITIONS[position]}（${seat}）`

function seatsText(line: Line): string {
  const [vacant, doubled, unentered] = [
    count(line, 'vacant'),
    count(line, 'doubled'),
    count(line, 'unentered'),
  ]
  const gaps = [
    ...(vacant > 0 ? [`空缺 ${vacant}`] : []),
    ...(doubled > 0 ? [`一席两人 ${doubled}`] : []),
    ...(unentered > 0 ? [`未登记 ${unentered}`] : []),
  ]
  return `席位 ${count(line, 'seats')} 个，在任 ${count(line, 'filled')}${gaps.map((gap) => `，${gap}`).join('')}（${levelText(line)}）`
}

function seatRow(seat: SeatListed, rows: readonly CommitteeSeat[], { nameOf, view }: Looked): Row {
  const sitting = [...new Set(rows.filter((row) => holds(row, view.day)).map(({ person }) => person))]
  const [only, another] = sitting
  const name = seatText(seat)
  if (another) return { name, facts: [sitting.map(nameOf.person).join('、')], level: '一席两人，请核对' }
  if (only) return { name, facts: [nameOf.person(only)], level: null }
  const last = rows
    .flatMap(({ to }) => to ?? [])
    .toSorted()
    .at(-1)
  return { name, facts: [`空缺${last ? ` ${daysBetween(last, view.day)} 天` : ''}`], level: '待补' }
}

/** 「总督学配备」: who is chief and deputy chief at each place, vacancies first (C2.1). */
export function chiefsAnswer(looked: Looked): Answer {
  const lines = linesOf(looked, chiefInspectors)
  return {
    title: `${looked.placeName}总督学、副总督学配备`,
    ...(lines.length > 1 && { lead: [tally(lines)] }),
    rows: lines.map((line) => postRow(line, looked)),
    none: '这里不设政府，不单独考核。',
    clauses: ['S-2'],
  }
}

function postRow(line: Line, looked: Looked): Row {
  const { records, day } = looked.view
  const there = records.posts.filter(({ place }) => place === line.subject)
  const holders = (post: Post['post']) => there.filter((row) => row.post === post && holds(row, day))
  const vacant = count(line, 'vacant_days')
  return {
    name: line.subject === CITY ? '市本级' : line.subject,
    facts: [
      `总督学${holdersText(holders('chief'), looked)}`,
      `副总督学${holdersText(holders('deputy'), looked)}`,
      ...(vacant > 0 ? [`空缺最长 ${vacant} 天`] : []),
      ...(line.level === 'unknown' ? ['没有登记过'] : []),
    ],
    level: levelText(line),
  }
}

const holdersText = (posts: readonly Post[], { nameOf }: Looked): string =>
  posts.length === 0
    ? '空缺'
    : posts.map(({ person, acting }) => `${nameOf.person(person)}${acting ? '（代理）' : ''}`).join('、')

/** 「成员单位任务」: overdue first; a unit reads its own only (C3.4). */
export function memberTasksAnswer(looked: Looked): Answer {
  const tasks = new Map(looked.view.records.memberTasks.map((task) => [task.no, task]))
  const own = linesOf(looked, memberTasks).filter(
    ({ subject }) => looked.unit === null || tasks.get(subject)?.unit === looked.unit,
  )
  return {
    title: looked.unit ? `${looked.unit}的督导任务` : '成员单位任务',
    lead: own.length > 0 ? [tasksText(own)] : [],
    rows: own.map((line) => taskRow(line, tasks.get(line.subject)!, looked)),
    none: '今年没有登记任务。',
    clauses: ['S-3'],
  }
}

function tasksText(lines: readonly Line[]): string {
  const done = lines.filter((line) => dayIn(line, 'done_on')).length
  const late = lines.filter((line) => line.level === 'warning').length
  return `共 ${lines.length} 项，已完成 ${done} 项${late > 0 ? `，逾期 ${late} 项` : ''}。`
}

function taskRow(
  line: Line,
  { unit, task }: { unit: string; task: string },
  { unit: mine, view }: Looked,
): Row {
  const [due, done, left] = [dayIn(line, 'due_on')!, dayIn(line, 'done_on'), count(line, 'days_left')]
  const stands = done
    ? `${dayText(done, view.day)}完成`
    : `${dayText(due, view.day)}前，${left < 0 ? `逾期 ${-left} 天` : `还有 ${left} 天`}`
  return {
    name: mine ? line.subject : `${unit} ${line.subject}`,
    facts: [task, stands],
    level: done ? '已完成' : isFine(line) ? '进行中' : levelText(line),
  }
}
