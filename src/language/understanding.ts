import type { Day } from '#src/domain/day.ts'
import type { EntryKind } from '#src/domain/entry.ts'
import type { Counts, OpenDay } from '#src/domain/visit.ts'
import type { SpanName } from '#src/policy/digest-span.ts'
import type { TeachingPeriod } from '#src/policy/school-calendar.ts'
import type { WorkingDays } from '#src/policy/working-days.ts'
import type { Matter, Method, Part, SchoolCode, Severity, UserId } from '#src/domain/words.ts'
import type { Lexicon } from './lexicon/lexicon.ts'
import type { Said } from './named.ts'
import type { CheckAsked } from './questions/check-questions.ts'
import type { RuleAsked } from './questions/rule-questions.ts'
import type { WishHeard } from './wishes.ts'
import type { VisitsAsked, WorkloadAsked } from './questions/work-questions.ts'

/**
 * What a message means. Slots hold only what was said: a default that the bot would propose (severity 一般, today) is
 * the handler's business. Each slot keeps the characters it came from, in UTF-16 units of the text as it was written.
 */
export type Span = readonly [from: number, to: number]

/** One candidate: certain. Several: ask, never guess. None: a school was named that the registry does not know. */
export type SchoolHeard = { text: string; span: Span; candidates: SchoolCode[] }

export type FindingHeard = {
  /** In the sender's words, without severity, deadline and school. */
  text: string
  span: Span
  matter: Matter | null
  /** `stated`: the words name it (严重, 小问题); `lexicon`: a word for a hazard implies it; else null. */
  severity: { value: Severity; from: 'stated' | 'lexicon' } | null
  due: Day | null
  /** The words leave open which day they mean; `due` is then the likelier one, or null. */
  dueOpen?: OpenDay
}

export type VisitHeard = {
  school: SchoolHeard | null
  date: Day | null
  part: Part | null
  methods: Method[]
  counts: Counts
  findings: FindingHeard[]
  /** True only if it says that no problem was found. */
  noIssue: boolean
}

/** Which item of a draft or list: its number from 1, or words from its text. */
export type ItemHeard = { nth: number } | { words: string }

/** A change to what was just drafted; `item` absent = all items, or the draft as a whole. */
export type ChangeHeard =
  | { field: 'school'; to: SchoolHeard }
  | { field: 'date'; to: Day }
  | { field: 'part'; to: Part }
  | { field: 'due'; to: Day; open?: OpenDay; item?: ItemHeard }
  | { field: 'severity'; to: Severity; item?: ItemHeard }
  | { field: 'text'; to: string; item: ItemHeard }
  | { field: 'drop'; items: ItemHeard[] }
  | { field: 'add'; findings: FindingHeard[] }
  | { field: 'methods'; to: Method[]; counts: Counts }
  | { field: 'narrative'; to: string }
  /** 并入 the open case that it is like, or 新开. */
  | { field: 'join'; to: boolean; item?: ItemHeard }

/** A record as people name it: by its number, or by school, day and part of day; all null is the last one. */
export type RecordHeard = {
  number: string | null
  school: SchoolHeard | null
  date: Day | null
  part: Part | null
}

/** What was seen of an open case, which is told by its number or by words of its text. */
export type SeenHeard = { words: string; number: string | null; verdict: 'better' | 'same' }

/** A change to an item of a notice that has gone out; `item` absent = all of them. */
export type NoticeChangeHeard =
  | Extract<ChangeHeard, { field: 'due' | 'severity' | 'text' }>
  | { field: 'requirement'; to: string; item?: ItemHeard }

export type Understanding =
  | { intent: 'log_visit'; visits: readonly VisitHeard[] }
  | { intent: 'report_urgent'; visit: VisitHeard }
  /** To the draft at hand, or to a `record` that has been submitted; `reason` where one was said. */
  | { intent: 'correct'; changes: ChangeHeard[]; record: RecordHeard | null; reason: string | null }
  /** `allFine`: 两校都没问题, which says of several cards that they are right, or that nothing was found. */
  | { intent: 'confirm'; allFine: boolean }
  /** 算了, 不记了, 作废, 撤回: drop the draft, or withdraw the last record. */
  | { intent: 'cancel'; school: SchoolHeard | null; reason: string | null; record: RecordHeard | null }
  /** A bare 收到 or 签收; numbers where some were named. */
  | { intent: 'acknowledge'; numbers: string[] }
  | {
      intent: 'submit_rectification'
      school: SchoolHeard | null
      numbers: string[]
      items: string[]
      date: Day | null
    }
  | {
      intent: 'request_extension'
      school: SchoolHeard | null
      numbers: string[]
      to: Day | null
      reason: string | null
    }
  | { intent: 'object'; numbers: string[]; reason: string | null }
  /** `verdict` is the whole outcome where one was said; `items` those that were told apart. */
  | {
      intent: 'reinspect'
      school: SchoolHeard | null
      numbers: string[]
      date: Day | null
      /** Where it was said: on site, or from papers. */
      mode?: 'on_site' | 'documents'
      verdict: 'pass' | 'fail' | null
      items: { words: string; verdict: 'pass' | 'fail' }[]
      due: Day | null
      reason: string | null
    }
  /** 留样那个还没改, while a visit's card waits: what he saw of what was open. */
  | { intent: 'follow_up'; seen: SeenHeard[] }
  /** 一般问题也要审批: an office settles it for its place. */
  | { intent: 'settle_general_approval'; on: boolean }
  /** 退回，照片不清楚: a report that lacks something. */
  | {
      intent: 'return_report'
      school: SchoolHeard | null
      numbers: string[]
      reason: string | null
      /** Not plainly said, so that it is asked before anything is written. */
      weighed?: true
    }
  /** Z-00012 基建科答复：…; `outcome` null where the words do not tell. */
  | { intent: 'answer_letter'; number: string; outcome: 'resolved' | 'school' | null; words: string }
  /** 章督整1号 撤回，发错了: a notice that has gone out. */
  | { intent: 'withdraw_notice'; numbers: string[]; school: SchoolHeard | null; reason: string | null }
  /** `school`: the one that it was meant for. */
  | {
      intent: 'correct_notice'
      numbers: string[]
      school: SchoolHeard | null
      changes: NoticeChangeHeard[]
      reason: string | null
    }
  /** 已到现场处置: an answer to an alarm. */
  | { intent: 'answer_alarm' }
  /** 误报: the alarm that was raised is none. */
  | { intent: 'call_off_alarm'; school: SchoolHeard | null }
  | { intent: 'query_gaps'; period: 'month' | 'semester' }
  | {
      intent: 'query_overdue'
      school: SchoolHeard | null
      county: string | null
      moreThanDays: number | null
    }
  /** Open cases and recent visits of one school; null = the speaker's own, or ask. */
  | { intent: 'query_school'; school: SchoolHeard | null }
  /** 我今天记了什么, and the like for another day. */
  | { intent: 'query_my_records'; date: Day | null }
  /** 本周小结; `county` null: the speaker's own place. */
  | { intent: 'query_digest'; county: string | null; span: SpanName }
  /** 哪些消息没送达. */
  | { intent: 'query_undelivered' }
  /** 停用, 恢复: somebody by name or userid. */
  | { intent: 'suspend'; who: string; resume: boolean }
  /** 我不是这所学校的校长了: which of his posts, null for all. */
  | { intent: 'leave_post'; post: 'school' | 'inspector' | null }
  /** 我下周出差，周文代我审批: first and last day, null where not said. */
  | { intent: 'deputize'; who: string; from: Day | null; to: Day | null }
  | { intent: 'ask_stand_in' }
  | { intent: 'replace_principal'; school: SchoolHeard; name: string; userid: string | null }
  /** 本群是章贡区督学工作群; null for the whole city. */
  | { intent: 'declare_group'; county: string | null }
  | { intent: 'revoke_group' }
  | { intent: 'query_about_me' }
  /** 督办单 Z-00012: the draft of a paper about a case. */
  | { intent: 'draft_paper'; paper: 'order' | 'interview' | 'circular'; number: string }
  /** A list of cases by their state or place, beyond what is overdue: 上个月销号的都有哪些. */
  | { intent: 'query_cases' }
  /** 第三季度简报: a summary of another stretch than a digest has. */
  | { intent: 'query_summary' }
  /** 我这周去了哪些学校; 导出我的工作量. */
  | VisitsAsked
  | WorkloadAsked
  /** Who inspects which school, how many inspectors there are, which schools have no plaque. */
  | { intent: 'query_roster' }
  | { intent: 'query_training' }
  | { intent: 'log_training' }
  | { intent: 'query_meetings' }
  | { intent: 'schedule_meeting'; start: Said<string> | null; title: Said<string> | null }
  | { intent: 'query_commendation' }
  | { intent: 'nominate_commendation'; reason: string | null }
  /** A formal 约谈 that has taken place; one that is proposed is another thing. */
  | { intent: 'log_interview'; reason: string | null }
  /** 章贡区督学够不够, 我学时够了吗: what the records say of a check. */
  | CheckAsked
  /** 一学期至少要去几次: what the rules say. */
  | RuleAsked
  /** 登记表彰, 阳明换成赵督学挂牌: what is filed by saying it; what it says is read by its kind. */
  | { intent: 'enter'; kind: EntryKind }
  /** 李督学那24学时核过了, by an office. */
  | { intent: 'verify_training'; hours: number | null }
  /** 晚上别给我发提醒了, 每周一早上提醒我还没去的学校: what is said of one's own reminders. */
  | WishHeard
  /** 没有了, 就这些; 照片等会发: the draft at hand stays as it is. */
  | { intent: 'nothing_more'; photosLater: boolean }
  | { intent: 'help' }
  | { intent: 'greeting' }
  /** Chat, other people's business, attempts to give orders: one short line, nothing stored. */
  | { intent: 'out_of_scope' }
  | { intent: 'unknown' }

/** Who speaks: schools are looked for among his own first, then in his county, then in the city. */
export type Speaker = {
  userid: UserId
  /** A school's person is heard as one: 改好了 reports, it does not log a visit. */
  side: 'inspector' | 'school' | 'office' | 'other'
  county: string | null
  school: SchoolCode | null
  assigned: readonly SchoolCode[]
}

export type KnownSchool = {
  code: SchoolCode
  name: string
  county: string | null
  aliases: readonly string[]
  formerNames: readonly string[]
}

/** What the ear needs besides the text. */
export type Listening = {
  today: Day
  /** Hour of the day, 0–23: 刚才 and 今早 at nine in the evening differ from nine in the morning. */
  hour: number
  speaker: Speaker
  workingDays: WorkingDays
  /** The semesters' first and last days of teaching, in order; absent where no school calendar is loaded. */
  teaching?: readonly TeachingPeriod[]
  /** True while a draft of his waits for 确认: short words (改, 期限, 第二个不要) then change it. */
  draftOpen: boolean
  /** True while he has been asked something: his words answer it. */
  asked?: boolean
  lexicon: Lexicon
  /** What a bare weekday (改成周五) changes of that draft: its day, or where that is settled, the date due. */
  bareDay?: 'date' | 'due'
}
