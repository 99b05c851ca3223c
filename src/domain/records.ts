import type { Day } from './day.ts'
import type { Ownership, Part, Role, SchoolCode, Severity, Stage, UserId } from './words.ts'

/**
 * The records that the checks of the rule book read, one type a kind of record, under the names of the import files
 * in camel case. A date that is null is not known, or where the file allows it, open. Places are named in full; the city
 * level is `CITY`. What a check never reads (posts, phones, files) is kept in the tables and is not here.
 */

/** The city level where a place is asked for. */
export const CITY = 'city'

/** A userid in lower case, or the name of a person without an account. */
export type Who = string

/** Taken back by import: stays on file and counts for nothing. */
type Kept = { withdrawn: boolean }

export type Place = Kept & {
  name: string
  level: 'city' | 'county' | 'functional_zone'
  government: boolean
  /** Of a functional zone: the county whose ratios take in its people and students. */
  countedIn: string | null
  validFrom: Day | null
  validTo: Day | null
}

export type TeachingCalendar = Kept & {
  place: string
  /** `2026-2027-1`. */
  semester: string
  teachingFrom: Day
  teachingTo: Day
  /** `2026-09:22`. */
  schoolDays: string[]
}

export type Holiday = { date: Day; dayType: 'off' | 'work' }

export type StudentStage = 'kindergarten' | 'primary' | 'junior' | 'senior' | 'vocational' | 'special'
export type StudentNumber = Kept & { place: string; stage: StudentStage; asOf: Day; count: number }

/** `place` empty: everywhere; `CITY`: the city level alone. `value` as it was written. */
export type Setting = { key: string; place: string; value: string; effectiveFrom: Day }

export type School = Kept & {
  code: SchoolCode
  name: string
  /** Null: run by the city. */
  county: string | null
  stage: Stage
  ownership: Ownership
  openOn: Day | null
  closedOn: Day | null
}

export type Person = Kept & {
  userid: UserId
  /** The userid as its file spells it: in lower case it is the same person. */
  written: string
  name: string
  role: Role
  alsoRoles: Role[]
  /** Null: the city level. */
  county: string | null
  school: SchoolCode | null
  /** `people.assigned_school_codes`: responsible for these, without dates. */
  assigned: SchoolCode[]
  leftOn: Day | null
}

export type InspectorStage = 'preschool' | 'compulsory' | 'senior'
export type Degree = 'secondary' | 'college' | 'bachelor' | 'master' | 'doctor'

/** 督学信息卡 (policy.md 5.9). */
export type Inspector = Kept & {
  userid: UserId
  place: string
  kind: 'full_time' | 'part_time'
  appointedOn: Day
  leftOn: Day | null
  termStart: Day | null
  termEnd: Day | null
  termNo: number | null
  retired: boolean
  retiredOn: Day | null
  secondedFrom: Day | null
  secondedTo: Day | null
  stages: InspectorStage[]
  degree: Degree | null
  educationWorkSince: Day | null
  recordOk: boolean | null
  timeOk: boolean | null
  healthOk: boolean | null
  assessmentPassed: boolean | null
  /** Userids, school codes, or the one word `none`; empty: not declared. */
  recusals: string[]
  servingSchool: SchoolCode | null
  formerSchool: SchoolCode | null
  formerLeftOn: Day | null
}

export type Appointment = Kept & {
  userid: UserId
  termStart: Day
  termEnd: Day
  termNo: number | null
  recommendedOn: Day | null
  vettedOn: Day | null
  noticeFrom: Day | null
  noticeTo: Day | null
  publishedOn: Day | null
  filedOn: Day | null
}

/** 责任督学挂牌. A row of the shorthand in `people` is not one of these. */
export type Assignment = Kept & {
  inspector: UserId
  school: SchoolCode
  from: Day
  to: Day | null
  overrideReason: string | null
}

export type PrincipalTerm = Kept & {
  school: SchoolCode
  person: Who
  startOn: Day | null
  endOn: Day | null
  leftOn: Day | null
  explanation: string | null
}

export type Training = Kept & {
  userid: UserId
  title: string
  form: 'concentrated' | 'online' | 'self_study'
  organizerLevel: 'school' | 'county' | 'city' | 'province' | 'national'
  startOn: Day
  endOn: Day
  /** As printed on the certificate, in steps of a half. */
  hours: number
  verified: boolean
  verifiedOn: Day | null
  notDuplicate: boolean
}

export type ExitGround = Kept & { userid: UserId; ground: string; notedOn: Day; decidedOn: Day | null }

/** 首席督学工作室. */
export type Studio = Kept & {
  studio: string
  place: string
  lead: UserId
  openOn: Day | null
  closedOn: Day | null
}

export type Claim = Kept & { userid: UserId; item: string; incurredOn: Day; settledOn: Day | null }

/** Which seats the committee of a place must have. */
export type SeatListed = Kept & {
  place: string
  seat: string
  position: 'chair' | 'vice_chair' | 'member'
  validFrom: Day
  validTo: Day | null
}
/** Who sits in them. */
export type CommitteeSeat = Kept & { place: string; seat: string; person: Who; from: Day; to: Day | null }

/** 总督学配备. */
export type Post = Kept & {
  place: string
  post: 'chief' | 'deputy'
  person: Who
  acting: boolean
  from: Day
  to: Day | null
}

export type Meeting = Kept & {
  place: string
  meetingType: 'plenary' | 'office' | 'special' | 'zone'
  heldOn: Day
  status: 'planned' | 'held' | 'postponed' | 'cancelled'
  minutesOn: Day | null
}

export type MemberTask = Kept & {
  no: string
  unit: string
  task: string
  dueOn: Day
  assignedOn: Day | null
  doneOn: Day | null
}

/** 制度文件. */
export type PolicyDocument = Kept & {
  place: string
  docKind:
    'committee_rules' | 'chief_report' | 'appraisal_rules' | 'cost_rules' | 'implementation_plan' | 'other'
  title: string
  datedOn: Day
  repealedOn: Day | null
  /** What it says, of one that was entered by saying it. */
  file?: string | null
}

export type Budget = Kept & {
  place: string
  year: number
  purpose: 'supervision' | 'studio'
  /** Yuan. */
  amount: number
  studio: string | null
  recordedOn: Day | null
}

export type MonitoringReport = Kept & { place: string; year: number; title: string; issuedOn: Day }

export type Commendation = Kept & {
  place: string
  year: number
  title: string
  issuedOn: Day | null
  docNo: string | null
  units: string[]
  persons: string[]
}

/** 经常性督导记录, as far as the checks go. */
export type VisitMade = {
  school: SchoolCode
  inspector: UserId
  visitDate: Day
  part: Part
  visitType: 'routine' | 'follow_up'
  status: 'draft' | 'submitted' | 'archived' | 'withdrawn'
}

/** 整改台账: one row a finding; dates are those of the latest round. */
export type CaseOnFile = Kept & {
  no: string
  school: SchoolCode
  foundOn: Day
  severity: Severity
  issuedOn: Day | null
  dueOn: Day | null
  acknowledgedOn: Day | null
  reportOn: Day | null
  reinspectedOn: Day | null
  verdict: 'pass' | 'fail' | null
  closedOn: Day | null
  resolvedBySection: boolean
}

/** Every formal supervision: special, comprehensive, or the yearly evaluation of a government. */
export type Supervision = Kept & {
  no: string
  place: string
  targetType: 'school' | 'government'
  supervisionKind: 'special' | 'comprehensive' | 'evaluation'
  /** School codes, or places. */
  targets: string[]
  year: number | null
  plannedOn: Day | null
  startedOn: Day | null
  onSiteFrom: Day | null
  onSiteTo: Day | null
  reportOn: Day | null
  publishedOn: Day | null
  notPublicReason: string | null
  /** The monitoring report that it goes by (C6.2). */
  cites?: string | null
}

/** 约谈, with its filings. */
export type Interview = Kept & {
  no: string
  place: string
  targetType: 'school' | 'county_government' | 'department'
  target: string
  organizers: string[]
  proposedOn: Day | null
  notifiedOn: Day | null
  heldOn: Day | null
  recordFile: string | null
  signedOn: Day | null
  filedPartyOn: Day | null
  filedGovernmentOn: Day | null
  filedSuperiorOn: Day | null
}

/** 问责. */
export type Accountability = Kept & {
  no: string
  place: string
  target: string
  decidedOn: Day
  publishedOn: Day | null
  notPublicReason: string | null
}

/** Everything on file that checks read, by kind of record. */
export type Records = {
  places: readonly Place[]
  teachingCalendar: readonly TeachingCalendar[]
  holidays: readonly Holiday[]
  studentNumbers: readonly StudentNumber[]
  settings: readonly Setting[]
  schools: readonly School[]
  people: readonly Person[]
  inspectors: readonly Inspector[]
  appointments: readonly Appointment[]
  assignments: readonly Assignment[]
  principalTerms: readonly PrincipalTerm[]
  training: readonly Training[]
  exitGrounds: readonly ExitGround[]
  studios: readonly Studio[]
  claims: readonly Claim[]
  seatList: readonly SeatListed[]
  committeeSeats: readonly CommitteeSeat[]
  posts: readonly Post[]
  meetings: readonly Meeting[]
  memberTasks: readonly MemberTask[]
  documents: readonly PolicyDocument[]
  budgets: readonly Budget[]
  monitoringReports: readonly MonitoringReport[]
  commendations: readonly Commendation[]
  visits: readonly VisitMade[]
  cases: readonly CaseOnFile[]
  supervisions: readonly Supervision[]
  interviews: readonly Interview[]
  accountability: readonly Accountability[]
}
