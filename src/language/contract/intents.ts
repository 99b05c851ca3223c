import type { Day } from '#src/domain/day.ts'
import { asks } from '../questions/asking.ts'
import type { Heard } from '../hear.ts'
import { hasTrouble } from '../visits/troubles.ts'
import type { Understanding } from '../understanding.ts'
import type { ContractIntent } from './slots.ts'

const REINSPECTED =
  /复查|回头看|再查|核查|复[检验核]|验收|回访|[又再](?:次|度)?[去到][^,。;]{0,6}看|整改[^,。;]{0,12}去[^,。;]{0,4}(?:核|验|看)一?下/
const ORDERS_NOTICE = /(?:下|发|开|出|给)[^,。;]{0,6}整改(?:通知|单|函|给)|下个整改/

const NOT_GONE = /没(?:能)?去成|去不了|没能去|没进去|没去得成/
const PLANNED =
  /(?:下下?(?:周|个?星期|个?礼拜|个?月)|明[天早]|后天|过几天|改天|周末|打算|准备|计划|安排|想)[^,。;]{0,8}(?:去|到|看|跑|走|督导)/
const PASSES_ON = /(?:要|得|需要?|请|建议)(?:找|转|协调|报)[^,。]{0,4}(?:科|股|室|中心|部门|局)/

/** A word with a headmaster is neither a visit nor an interview. */
const CHATTED = /聊了(?:聊|几句|会儿?)|谈了谈|谈心|交换了?意见/

type Of<K extends Understanding['intent']> = Extract<Understanding, { intent: K }>

/** A visit that still lies ahead, a notice to be issued and a problem to be passed on are none of them a visit told. */
function ofVisit({ visits }: Of<'log_visit'>, { plain, dates }: Heard, today: Day): ContractIntent {
  const troubled = visits.some(
    ({ findings, noIssue }) =>
      noIssue || findings.some(({ text }) => hasTrouble(text) && !PLANNED.test(text)),
  )
  const planned = PLANNED.test(plain) && !/[了过]|没|发现/.test(plain)
  const days = dates.flatMap(({ day }) => day ?? [])
  const ahead = days.length > 0 && days.every((day) => day > today)
  const went = visits.some(({ date, part, methods }) => date !== null || part !== null || methods.length > 0)
  const ordered = !went && (ORDERS_NOTICE.test(plain) || PASSES_ON.test(plain))
  const asked = asks(plain) && !troubled
  const missed = NOT_GONE.test(plain) && visits.every(({ findings }) => findings.length <= 1)
  return ((ahead || planned) && !troubled) ||
    CHATTED.test(plain) ||
    asked ||
    missed ||
    ordered ||
    visits.some(({ date }) => date !== null && date > today)
    ? 'unknown'
    : 'log_visit'
}

/** Without a word of reinspecting, a pass closes what was reported, and a failure sends it back. */
function ofVerdict({ verdict, items }: Of<'reinspect'>, { plain }: Heard): ContractIntent {
  if (REINSPECTED.test(plain)) return 'reinspect'
  const failed = verdict === 'fail' || items.some((item) => item.verdict === 'fail')
  return failed ? 'reject_or_dispute' : 'confirm_rectification'
}

/** The compiler asks for every new intent: what stands here as unknown has no word in the contract. */
const SAME: Readonly<Record<Exclude<Understanding['intent'], 'log_visit' | 'reinspect'>, ContractIntent>> = {
  report_urgent: 'log_visit',
  correct: 'correct_previous',
  correct_notice: 'correct_previous',
  follow_up: 'correct_previous',
  cancel: 'cancel',
  withdraw_notice: 'cancel',
  call_off_alarm: 'cancel',
  submit_rectification: 'confirm_rectification',
  request_extension: 'request_extension',
  object: 'reject_or_dispute',
  return_report: 'reject_or_dispute',
  query_gaps: 'query_schools_due',
  query_overdue: 'query_rectifications',
  query_school: 'query_rectifications',
  query_cases: 'query_rectifications',
  query_digest: 'query_digest',
  query_summary: 'query_digest',
  query_roster: 'query_roster',
  query_training: 'query_training',
  query_meetings: 'query_meetings',
  query_commendation: 'query_commendation',
  log_training: 'log_training',
  schedule_meeting: 'schedule_meeting',
  nominate_commendation: 'nominate_commendation',
  log_interview: 'log_interview',
  help: 'help',
  confirm: 'unknown',
  acknowledge: 'unknown',
  answer_letter: 'unknown',
  answer_alarm: 'unknown',
  settle_general_approval: 'unknown',
  query_my_records: 'unknown',
  query_undelivered: 'unknown',
  query_about_me: 'unknown',
  query_rule: 'unknown',
  query_check: 'unknown',
  query_visits: 'unknown',
  query_workload: 'unknown',
  suspend: 'unknown',
  leave_post: 'unknown',
  deputize: 'unknown',
  ask_stand_in: 'unknown',
  replace_principal: 'unknown',
  declare_group: 'unknown',
  revoke_group: 'unknown',
  draft_paper: 'unknown',
  enter: 'unknown',
  verify_training: 'unknown',
  set_reminder: 'unknown',
  resume_reminders: 'unknown',
  query_reminders: 'unknown',
  put_off_reminder: 'unknown',
  nothing_more: 'unknown',
  greeting: 'unknown',
  out_of_scope: 'unknown',
  unknown: 'unknown',
}

/** The contract's word for what was understood; what it has none for (收到, a plan, chat) is unknown to it. */
export function intentOf(understood: Understanding, heard: Heard, today: Day): ContractIntent {
  if (understood.intent === 'log_visit') return ofVisit(understood, heard, today)
  if (understood.intent === 'reinspect') return ofVerdict(understood, heard)
  return SAME[understood.intent]
}
