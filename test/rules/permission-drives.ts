import type { Act } from '#cards/action.ts'
import type { Letter, Row } from './permission-rows.ts'
import type { SceneName, Subject } from './scenes.ts'

/** How a cell is tried: by a button, in words (a draft, and 确认), or by a question that tells something or not. */
export type Drive = { scene: SceneName; notInGroup?: boolean } & (
  | { press: Act; on: Subject }
  | { says: string; then?: string }
  | { asks: string; tells: RegExp }
  | { opens: Act; on: Subject; tells: RegExp }
)

const visit = (found: string): Drive => ({
  scene: 'nothing',
  says: `今天上午去了文清路小学，${found}`,
  then: '确认',
})

export const DRIVES: Record<Row, Partial<Record<Letter, Drive>>> = {
  'visit record': {
    V: { scene: 'acknowledged', asks: '文清路小学最近什么情况', tells: /Z-00001/ },
    L: visit('没发现问题'),
  },
  'sign visit record': { C: { scene: 'nothing found', press: 'visit_sign', on: 'visit' } },
  'general notice: issue': { L: visit('门卫没登记') },
  'serious notice: approve': {
    P: visit('教学楼有面墙开裂，严重'),
    A: { scene: 'pending', press: 'notice_approve', on: 'notice' },
  },
  'acknowledge notice': { C: { scene: 'issued', press: 'notice_sign', on: 'notice' } },
  'acknowledge notice in words': { C: { scene: 'issued', says: '收到', notInGroup: true } },
  'rectification report': {
    V: { scene: 'answered', opens: 'notice_details', on: 'notice', tells: /督整〔2025〕1号/ },
    L: { scene: 'acknowledged', says: '扶手已经换好了' },
    C: { scene: 'report drafted', press: 'report_confirm', on: 'report' },
  },
  extension: {
    P: { scene: 'acknowledged', says: '能不能延到12月5号，供货没到' },
    A: { scene: 'extension asked of the office', press: 'request_grant', on: 'request' },
    O: { scene: 'extension asked of the inspector', press: 'request_grant', on: 'request' },
  },
  objection: {
    P: { scene: 'acknowledged', says: '这个问题不属实，我们有记录的' },
    A: { scene: 'objected', press: 'request_grant', on: 'request' },
  },
  'reinspection verdict': {
    L: { scene: 'answered', press: 'notice_pass', on: 'notice' },
    A: { scene: 'reinspecting', press: 'case_close', on: 'case' },
  },
  'withdraw notice': {
    P: { scene: 'issued', says: '章督整1号 撤回，发错了' },
    A: { scene: 'withdrawal proposed', press: 'proposal_grant', on: 'proposal' },
  },
  'training record': {
    L: { scene: 'nothing', says: '登记培训 10月22到24号 市里督学培训班 24学时' },
    A: { scene: 'training filed', press: 'entry_verify', on: 'entry' },
  },
  'consultation letter': {
    P: visit('校舍裂缝，复杂问题，要找基建科'),
    A: { scene: 'complex with section', press: 'letter_send', on: 'case' },
    // Its answer; an office gives it for a section of which nobody is registered.
    C: { scene: 'advice drafted', press: 'letter_confirm', on: 'case' },
  },
  'staffing, hours, ratios': { V: { scene: 'nothing', asks: '章贡区督学够不够', tells: /现有 0 名/ } },
  'appointment, term, zone, plaque': {
    V: { scene: 'nothing', asks: '章贡区哪些学校没挂牌', tells: /学校 9 所/ },
    L: { scene: 'nothing', says: '文清路小学校长任期 2023年9月1日到2026年8月31日' },
  },
  'committee meeting': {
    V: { scene: 'nothing', asks: '章贡区今年开过督委会没有', tells: /距年底/ },
    L: { scene: 'nothing', says: '登记会议 11月14日下午 教育督导委员会全体会议' },
  },
  'formal supervision: plan': {
    V: { scene: 'nothing', asks: '章贡区综合督导计划', tells: /从没登记过/ },
    L: { scene: 'nothing', says: '12月8日给文清路小学安排综合督导' },
  },
  'interview, accountability': {
    V: { scene: 'nothing', asks: '章贡区约谈归档', tells: /没有约谈的登记/ },
    P: { scene: 'nothing', says: '文清路小学整改两次没过，建议约谈' },
    A: { scene: 'interview proposed', press: 'proposal_grant', on: 'proposal' },
  },
  commendation: {
    L: { scene: 'nothing', says: '登记表彰 章教督〔2025〕8号 11月10日印发 文清路小学' },
    P: { scene: 'nothing', says: '文清路小学的阅读角搞得很好 可以推荐表彰' },
    A: { scene: 'nomination proposed', press: 'proposal_grant', on: 'proposal' },
  },
}
