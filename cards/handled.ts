import { momentText, type Instant } from '#src/domain/day.ts'

/** What an event did, as it is said to someone who comes later. */
const DONE: Record<string, string> = {
  'visit.correct': '修改',
  'visit.drop': '取消',
  'visit.submit': '确认',
  'visit.lapse': '超过三天没有确认，已作废',
  'visit.sign': '签认',
  'visit.accompany': '并为同行',
  'visit.go_into': '并为同行',
  'visit.follow_up': '记下回看',
  'visit.waive_recusal': '同意前往',
  'visit.withdraw': '撤回',
  'visit.keep': '没有改',
  'visit.amend_draft': '填写更正',
  'visit.amend': '更正',
  'visit.archive': '归档',
  'notice.approve': '同意下发',
  'notice.send_back': '退回',
  'notice.sign': '签收',
  'notice.report': '上报整改',
  'notice.return': '退回补充',
  'notice.verdict': '作出复查结论',
  'notice.fail_draft': '填写复查意见',
  'notice.extend': '延期',
  'notice.suspend': '暂停计时',
  'notice.resume': '恢复计时',
  'notice.withdraw': '撤回',
  'report.change': '补充',
  'report.confirm': '确认上报',
  'report.drop': '取消',
  'request.ask': '提交',
  'request.suspend': '暂停计时',
  'request.drop': '取消',
  'request.grant': '同意',
  'request.refuse': '答复不同意',
  'case.close': '同意销号',
  'case.reopen': '退回复查',
  'case.section': '选定科室',
  'case.answer_draft': '填写答复',
  'case.section_resolved': '答复已解决',
  'case.section_advised': '答复需学校整改',
  'case.refer': '发出',
  'notice.correct': '更正',
  'proposal.drop': '取消',
  'alarm.answer': '已收到',
  'alarm.call_off': '更正为误报',
  'proposal.grant': '同意',
  'proposal.refuse': '答复不同意',
  'person.suspend': '停用账号',
  'person.resume': '恢复账号',
  'person.leave': '登记离任',
  'person.bind': '登记校长',
  'person.deputize': '登记代理',
}

/** What an event did, in a word; nothing for one that nobody else hears of. */
export const doneText = (kind: string): string | undefined => DONE[kind]

/** To whoever presses a button whose question has been answered: by whom, when, how. */
export const handledText = (name: string, at: Instant, kind: string): string =>
  `此件已由${name}于${momentText(at)}处理${DONE[kind] ? `（${DONE[kind]}）` : ''}。`
