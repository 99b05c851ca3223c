/**
 * The words of the field. Every name used in code, tables and cards for a person, a paper or a state is fixed here.
 *
 * - inspector (督学): a person assigned by the supervision body; full-time or part-time. Never the verb.
 * - visit (经常性督导): one routine supervision of one school on one day; its paper is the visit record (督导记录).
 * - finding (问题): one problem seen at a visit. A finding that the school must act on lives on as a case.
 * - case (整改): one finding on its way from record to close-out (销号). `Z-00012`.
 * - notice (整改通知书): the paper that carries one or more cases to the school. `章督整〔2026〕12号`.
 * - report (整改报告): the school's account, drafted by anyone of the school, confirmed by the principal.
 * - verdict (复查结论): pass or fail for a case, after reinspection (复查). Not 复核, which is a remedy against a decision.
 * - round (轮次): 1 for the first notice; a failed reinspection opens the next.
 * - consultation letter (协商意见): asks a bureau section for help with a complex finding.
 * - office (督导办): the county's or the city's supervision office.
 */

export type Role =
  | 'full_time_inspector'
  | 'part_time_inspector'
  | 'zone_leader'
  | 'principal'
  | 'school_contact'
  | 'county_office'
  | 'city_office'
  | 'chief_inspector'
  | 'deputy_chief_inspector'
  | 'committee_chair'
  | 'committee_vice_chair'
  | 'member_unit'
  | 'bureau_section'

export const ROLE_NAMES: Record<Role, string> = {
  full_time_inspector: '专职督学',
  part_time_inspector: '兼职督学',
  zone_leader: '责任区组长',
  principal: '校（园）长',
  school_contact: '校方联系人',
  county_office: '县督导办',
  city_office: '市督导办',
  chief_inspector: '总督学',
  deputy_chief_inspector: '副总督学',
  committee_chair: '督委会主任',
  committee_vice_chair: '督委会副主任',
  member_unit: '督委会成员',
  bureau_section: '教育行政科室',
}

export type Stage =
  | 'kindergarten'
  | 'primary'
  | 'junior'
  | 'senior'
  | 'complete'
  | 'vocational'
  | 'nine_year'
  | 'twelve_year'
  | 'special'

export const STAGE_NAMES: Record<Stage, string> = {
  kindergarten: '幼儿园',
  primary: '小学',
  junior: '初中',
  senior: '高中',
  complete: '完全中学',
  vocational: '中职',
  nine_year: '九年一贯制',
  twelve_year: '十二年一贯制',
  special: '特殊教育',
}

export type Ownership = 'public' | 'private'

/** What is supervised (policy.md 1.3; G-4, S-5). */
export type Matter =
  | 'governance'
  | 'admission_fees'
  | 'curriculum'
  | 'student_load'
  | 'teachers'
  | 'safety'
  | 'canteen_health'
  | 'ethos'
  | 'party_building'
  | 'research'
  | 'resources'
  | 'kindergarten_safety'
  | 'kindergarten_norms'
  | 'kindergarten_ethics'

export const MATTER_NAMES: Record<Matter, string> = {
  governance: '校务管理',
  admission_fees: '招生收费',
  curriculum: '教育教学',
  student_load: '课业负担',
  teachers: '师德师风',
  safety: '安全',
  canteen_health: '食品卫生',
  ethos: '校风环境',
  party_building: '党建',
  research: '科学研究',
  resources: '资源配置',
  kindergarten_safety: '幼儿园安全',
  kindergarten_norms: '规范办园',
  kindergarten_ethics: '幼儿园师德',
}

/** The route of a finding, not only its colour (policy.md 1.4). */
export type Severity = 'minor' | 'general' | 'serious' | 'complex' | 'urgent'

export const SEVERITY_NAMES: Record<Severity, string> = {
  minor: '小问题',
  general: '一般',
  serious: '严重',
  complex: '复杂',
  urgent: '重大隐患',
}

export type Part = 'am' | 'pm' | 'full' | 'evening'
export const PART_NAMES: Record<Part, string> = { am: '上午', pm: '下午', full: '全天', evening: '晚上' }

/** How a visit is done (G-6; 校园巡视 is common practice and the default of policy.md 8.1). */
export type Method =
  | 'lesson_observation'
  | 'document_review'
  | 'meeting_attendance'
  | 'discussion_visit'
  | 'questionnaire'
  | 'campus_patrol'

export const METHOD_NAMES: Record<Method, string> = {
  lesson_observation: '随机听课',
  document_review: '查阅资料',
  meeting_attendance: '列席会议',
  discussion_visit: '座谈走访',
  questionnaire: '问卷调查',
  campus_patrol: '校园巡视',
}

/** A WeCom or DingTalk userid in lower case: the platforms compare them without case. */
export type UserId = string & { readonly __id: 'user' }
export type SchoolCode = string & { readonly __id: 'school' }
export type VisitId = string & { readonly __id: 'visit' }
export type CaseId = string & { readonly __id: 'case' }
export type NoticeId = string & { readonly __id: 'notice' }
export type ProposalId = string & { readonly __id: 'proposal' }
export type AlarmId = string & { readonly __id: 'alarm' }
export type WordId = string & { readonly __id: 'word' }
export type ReportId = string & { readonly __id: 'report' }

/** Where a message to the group of a place goes, in place of a person: `webhook:章贡区`, for the city's `webhook:city`. */
export const groupOf = (place: string): UserId => `${GROUP}${place}` as UserId
/** The place whose group is meant; null for a person. */
export const placeOfGroup = (recipient: string): string | null =>
  recipient.startsWith(GROUP) ? recipient.slice(GROUP.length) : null
const GROUP = 'webhook:'
/** The city among the places that have a group. */
export const CITY_GROUP = 'city'

export const userId = (written: string): UserId => written.trim().toLowerCase() as UserId
