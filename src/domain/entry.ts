import type { Day } from './day.ts'
import type { Interview, Meeting, Training } from './records.ts'
import type { Clock, WishKind, WishTopic } from './wish.ts'
import type { SchoolCode, UserId } from './words.ts'

/** What offices and inspectors file by saying it, in place of a row of an import file; by kind what may be said of one. */
export type SaidOf = {
  training: TrainingSaid
  meeting: MeetingSaid
  meeting_change: MeetingChangeSaid
  commendation: CommendationSaid
  nomination: NominationSaid
  assignment: AssignmentSaid
  principal_term: TermSaid
  interview: InterviewSaid
  filing: FilingSaid
  supervision: SupervisionSaid
  inspector_term: InspectorTermSaid
  retiree_reason: RetireeReasonSaid
  wish: WishSaid
}
export type EntryKind = keyof SaidOf

/** 登记培训, as far as it was said (policy.md 5.7). */
export type TrainingSaid = {
  title?: string
  form?: Training['form']
  organizerLevel?: Training['organizerLevel']
  startOn?: Day
  endOn?: Day
  hours?: number
}

/** 登记会议, held or planned (policy.md 5.6). */
export type MeetingSaid = {
  meetingType?: Meeting['meetingType']
  heldOn?: Day
  /** `09:00`, of one that is planned. */
  time?: string
  title?: string
  chair?: string
  /** As it was said: 20个单位. */
  present?: string
  docNo?: string
}

/** What becomes of a meeting on file; `meeting` is its id. */
export type MeetingChangeSaid = {
  change?: 'minutes' | 'move' | 'cancel'
  meeting?: string
  meetingType?: Meeting['meetingType']
  docNo?: string
  /** How many pictures of the minutes have come. */
  photos?: number
  to?: Day
}

/** A school that was named, or those that the name may mean. */
export type SchoolSaid = { school?: SchoolCode; schools?: SchoolCode[] }

/** A person who was named: the account, or where several may be meant, the words. */
export type WhoSaid = { who?: UserId; called?: string }

/** 登记表彰 (policy.md 5.8). */
export type CommendationSaid = {
  title?: string
  docNo?: string
  issuedOn?: Day
  units?: string[]
  persons?: string[]
}

/** 推荐表彰: a school or a person. */
export type NominationSaid = SchoolSaid & { person?: string; reason?: string }

/** 阳明换成赵督学挂牌 下周一起. */
export type AssignmentSaid = SchoolSaid & WhoSaid & { from?: Day; reason?: string }

/** 文清校长任期 2023年9月1日到2026年8月31日, or the written reason on a term that lacks something. */
export type TermSaid = SchoolSaid & {
  /** An account, or the name of somebody without one. */
  person?: string
  startOn?: Day
  endOn?: Day
  explanation?: string
}

/** 约谈 (policy.md 3.4): proposed, announced for a day, held; a `talk` may have been one, a `chat` was none. */
export type InterviewSaid = SchoolSaid & {
  targetType?: Interview['targetType']
  /** The county, where its government is meant. */
  target?: string
  step?: 'propose' | 'announce' | 'hold' | 'talk' | 'chat'
  on?: Day
  time?: string
  reason?: string
  /** Whether those whom C8.3 asks for besides the supervision office take part. */
  joined?: 'yes' | 'no'
}

/** 约谈材料报送县委县政府了: which of the three have it, since which day. */
export type FilingSaid = { interview?: string; to?: ('party' | 'government' | 'superior')[]; on?: Day }

/** 续聘李敏 三年: `years` where its last day was not said. */
export type InspectorTermSaid = WhoSaid & { startOn?: Day; endOn?: Day; years?: number }

/** 退休督学占比书面说明：…: why the share of retired inspectors is what it is (原则上, S-10). */
export type RetireeReasonSaid = { explanation?: string }

/** 12月上旬给阳明安排综合督导 王督学带队 再加李督学. */
export type SupervisionSaid = SchoolSaid & {
  plannedOn?: Day
  team?: UserId[]
  called?: string[]
  member?: UserId
}

/** 晚上别给我发提醒了, 每周一早上提醒我还没去的学校: a wish (src/domain/wish.ts), as far as it was said. */
export type WishSaid = {
  kind?: WishKind
  every?: 'day' | 'week' | 'month' | 'once'
  weekdays?: number[]
  date?: number
  on?: Day
  from?: Clock
  to?: Clock
  until?: Day
  time?: Clock
  topic?: WishTopic
  words?: string
}
