import { day } from '#src/domain/day.ts'
import type { Records } from '#src/domain/records.ts'
import type { Figures, Line } from '#src/policy/checks/check.ts'
import type { Level } from '#src/policy/checks/levels.ts'
import { linesOf } from '#src/policy/checks/lines.ts'
import { CHECKS } from '#src/policy/checks/list.ts'
import { asOf } from '#src/policy/checks/view/view.ts'

type Row<K extends keyof Records> = Records[K][number]

/** A row of each kind as it is where a test says nothing else. */
const PLAIN: { [K in keyof Records]: Row<K> } = {
  places: {
    name: '',
    level: 'county',
    government: true,
    countedIn: null,
    validFrom: null,
    validTo: null,
    withdrawn: false,
  },
  teachingCalendar: {
    place: 'city',
    semester: '2026-2027-1',
    teachingFrom: day('2026-09-01'),
    teachingTo: day('2027-01-20'),
    schoolDays: [],
    withdrawn: false,
  },
  holidays: { date: day('2026-10-01'), dayType: 'off' },
  studentNumbers: { place: '城南县', stage: 'primary', asOf: day('2026-09-20'), count: 0, withdrawn: false },
  settings: { key: '', place: '', value: '', effectiveFrom: day('2020-01-01') },
  schools: {
    code: 's1' as Row<'schools'>['code'],
    name: '',
    county: '城南县',
    stage: 'primary',
    ownership: 'public',
    openOn: null,
    closedOn: null,
    withdrawn: false,
  },
  people: {
    userid: 'wang' as Row<'people'>['userid'],
    written: '',
    name: '',
    role: 'part_time_inspector',
    alsoRoles: [],
    county: '城南县',
    school: null,
    assigned: [],
    leftOn: null,
    withdrawn: false,
  },
  inspectors: {
    userid: 'wang' as Row<'inspectors'>['userid'],
    place: '城南县',
    kind: 'full_time',
    appointedOn: day('2020-01-01'),
    leftOn: null,
    termStart: null,
    termEnd: null,
    termNo: null,
    retired: false,
    retiredOn: null,
    secondedFrom: null,
    secondedTo: null,
    stages: [],
    degree: 'bachelor',
    educationWorkSince: day('2000-07-01'),
    recordOk: true,
    timeOk: true,
    healthOk: true,
    assessmentPassed: true,
    recusals: ['none'],
    servingSchool: null,
    formerSchool: null,
    formerLeftOn: null,
    withdrawn: false,
  },
  appointments: {
    userid: 'wang' as Row<'appointments'>['userid'],
    termStart: day('2025-01-01'),
    termEnd: day('2027-12-31'),
    termNo: null,
    recommendedOn: day('2024-11-01'),
    vettedOn: day('2024-11-08'),
    noticeFrom: day('2024-11-11'),
    noticeTo: day('2024-11-19'),
    publishedOn: day('2024-11-20'),
    filedOn: day('2024-12-02'),
    withdrawn: false,
  },
  assignments: {
    inspector: 'wang' as Row<'assignments'>['inspector'],
    school: 's1' as Row<'assignments'>['school'],
    from: day('2024-09-01'),
    to: null,
    overrideReason: null,
    withdrawn: false,
  },
  principalTerms: {
    school: 's1' as Row<'principalTerms'>['school'],
    person: 'zhao',
    startOn: day('2023-09-01'),
    endOn: day('2026-08-31'),
    leftOn: null,
    explanation: null,
    withdrawn: false,
  },
  training: {
    userid: 'wang' as Row<'training'>['userid'],
    title: '培训',
    form: 'concentrated',
    organizerLevel: 'county',
    startOn: day('2026-03-02'),
    endOn: day('2026-03-04'),
    hours: 8,
    verified: true,
    verifiedOn: null,
    notDuplicate: false,
    withdrawn: false,
  },
  exitGrounds: {
    userid: 'wang' as Row<'exitGrounds'>['userid'],
    ground: 'absence',
    notedOn: day('2026-03-01'),
    decidedOn: null,
    withdrawn: false,
  },
  studios: {
    studio: '李敏工作室',
    place: '城南县',
    lead: 'wang' as Row<'studios'>['lead'],
    openOn: null,
    closedOn: null,
    withdrawn: false,
  },
  claims: {
    userid: 'wang' as Row<'claims'>['userid'],
    item: 'transport',
    incurredOn: day('2026-09-01'),
    settledOn: null,
    withdrawn: false,
  },
  seatList: {
    place: 'city',
    seat: '市教育局',
    position: 'member',
    validFrom: day('2020-01-01'),
    validTo: null,
    withdrawn: false,
  },
  committeeSeats: {
    place: 'city',
    seat: '市教育局',
    person: '刘一',
    from: day('2024-01-01'),
    to: null,
    withdrawn: false,
  },
  posts: {
    place: '城南县',
    post: 'chief',
    person: '陈二',
    acting: false,
    from: day('2024-01-01'),
    to: null,
    withdrawn: false,
  },
  meetings: {
    place: '城南县',
    meetingType: 'plenary',
    heldOn: day('2026-06-05'),
    status: 'held',
    minutesOn: day('2026-06-10'),
    withdrawn: false,
  },
  memberTasks: {
    no: 't1',
    unit: '市财政局',
    task: '',
    dueOn: day('2026-11-30'),
    assignedOn: null,
    doneOn: null,
    withdrawn: false,
  },
  documents: {
    place: '城南县',
    docKind: 'other',
    title: '办法',
    datedOn: day('2025-01-10'),
    repealedOn: null,
    withdrawn: false,
  },
  budgets: {
    place: '城南县',
    year: 2026,
    purpose: 'supervision',
    amount: 100_000,
    studio: null,
    recordedOn: null,
    withdrawn: false,
  },
  monitoringReports: {
    place: '城南县',
    year: 2026,
    title: '报告',
    issuedOn: day('2026-07-01'),
    withdrawn: false,
  },
  commendations: {
    place: '城南县',
    year: 2026,
    title: '通报',
    issuedOn: day('2026-09-10'),
    docNo: '南教督〔2026〕9号',
    units: ['第一小学'],
    persons: [],
    withdrawn: false,
  },
  visits: {
    school: 's1' as Row<'visits'>['school'],
    inspector: 'wang' as Row<'visits'>['inspector'],
    visitDate: day('2026-09-10'),
    part: 'am',
    visitType: 'routine',
    status: 'submitted',
  },
  cases: {
    no: 'Z-1',
    school: 's1' as Row<'cases'>['school'],
    foundOn: day('2026-09-10'),
    severity: 'general',
    issuedOn: null,
    dueOn: null,
    acknowledgedOn: null,
    reportOn: null,
    reinspectedOn: null,
    verdict: null,
    closedOn: null,
    resolvedBySection: false,
    withdrawn: false,
  },
  supervisions: {
    no: 'd1',
    place: '城南县',
    targetType: 'school',
    supervisionKind: 'comprehensive',
    targets: ['s1'],
    year: null,
    plannedOn: null,
    startedOn: null,
    onSiteFrom: null,
    onSiteTo: null,
    reportOn: null,
    publishedOn: null,
    notPublicReason: null,
    withdrawn: false,
  },
  interviews: {
    no: 'y1',
    place: '城南县',
    targetType: 'school',
    target: 's1',
    organizers: ['supervision_office', 'education_department'],
    proposedOn: day('2026-09-01'),
    notifiedOn: null,
    heldOn: null,
    recordFile: null,
    signedOn: null,
    filedPartyOn: null,
    filedGovernmentOn: null,
    filedSuperiorOn: null,
    withdrawn: false,
  },
  accountability: {
    no: 'w1',
    place: '城南县',
    target: '第一小学',
    decidedOn: day('2026-09-01'),
    publishedOn: null,
    notPublicReason: null,
    withdrawn: false,
  },
}

/** A value as a test writes it: days and ids are plain texts. */
type Written<T> = {
  [K in keyof T]?: T[K] extends string | null ? string | null : T[K] extends string[] ? string[] : T[K]
}

/** What a test says of the records; the county 城南县 is there unless places are named. */
export type Given = { [K in keyof Records]?: Written<Row<K>>[] | undefined }

const KINDS = Object.keys(PLAIN) as (keyof Records)[]

/** Whole records from what a test says of them. */
export function given(rows: Given): Records {
  const said: Given = {
    ...rows,
    places: rows.places ?? [{ name: '城南县' }],
    people: rows.people?.map((row) => ({ written: row.userid ?? PLAIN.people.userid, ...row })),
  }
  return Object.fromEntries(
    KINDS.map((kind) => [kind, (said[kind] ?? []).map((row) => ({ ...PLAIN[kind], ...row }))]),
  ) as unknown as Records
}

/** Every line of a check on a day. */
export function linesOn(on: string, check: string, rows: Given): Line[] {
  const checks = CHECKS.filter(({ id }) => id === check)
  return linesOf(asOf(given(rows), day(on)), checks)
}

/** The line about one subject; throws where there is none, naming those that are there. */
export function lineOn(on: string, check: string, subject: string, rows: Given): Line {
  const lines = linesOn(on, check, rows)
  const found = lines.find((line) => line.subject === subject)
  if (!found)
    throw new Error(`no line ${check} ${subject} among ${lines.map((line) => line.subject).join(', ')}`)
  return found
}

export const levelOn = (on: string, check: string, subject: string, rows: Given): Level =>
  lineOn(on, check, subject, rows).level

export const figuresOn = (on: string, check: string, subject: string, rows: Given): Figures =>
  lineOn(on, check, subject, rows).figures

export const subjectsOn = (on: string, check: string, rows: Given): string[] =>
  linesOn(on, check, rows).map(({ subject }) => subject)

/** Many rows that differ in a number. */
export const times = <T>(count: number, make: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at))
