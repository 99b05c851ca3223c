import { INSPECTORS, JUDGES, OFFICE, OWNER, SCHOOL } from './cast.ts'
import type { Move } from './loop-table.ts'
import type { SceneName } from './scenes.ts'

/** What may be done without a button: said by everybody in each of the scenes. */
export const WORDS: readonly { says: string; scenes: readonly SceneName[]; moves: readonly Move[] }[] = [
  {
    says: '今天上午去了文清路小学，门卫没登记',
    scenes: ['nothing'],
    moves: [
      // Logs: every inspector of the county, assigned or as a substitute (3.1), and every office (4.2).
      {
        by: [...INSPECTORS, ...OFFICE, 'inspector_elsewhere'],
        in: ['nothing'],
        does: 'visit.draft | visit draft',
        then: {
          says: '确认',
          does: 'case.issue notice.issue visit.submit | visit submitted, notice issued, case issued',
        },
      },
      // Who has no business at this school is asked for another, and saves nothing.
      {
        by: ['inspector_other_county', 'office_elsewhere'],
        in: ['nothing'],
        does: 'visit.draft | visit draft',
        then: { says: '确认', does: 'asks' },
      },
    ],
  },
  {
    says: '确认',
    scenes: ['nothing', 'draft', 'draft without school', 'pending', 'issued', 'answered', 'closed'],
    moves: [
      {
        by: OWNER,
        in: ['draft'],
        does: 'case.issue notice.issue visit.submit | visit submitted, notice issued, case issued',
      },
      {
        by: SCHOOL,
        in: ['issued'],
        does: 'case.sign notice.sign | notice acknowledged, case acknowledged',
      },
    ],
  },
  {
    says: '算了',
    scenes: ['nothing', 'draft', 'issued', 'answered'],
    moves: [{ by: OWNER, in: ['draft'], does: 'visit.drop | visit withdrawn' }],
  },
  {
    says: '期限改下周三',
    scenes: ['nothing', 'draft'],
    moves: [{ by: OWNER, in: ['draft'], does: 'visit.correct | visit draft' }],
  },
  {
    says: '收到',
    scenes: [
      'nothing',
      'draft',
      'pending',
      'issued',
      'acknowledged',
      'issued again',
      'closed',
      'alarm raised',
    ],
    moves: [
      { by: OFFICE, in: ['alarm raised'], does: 'alarm.answer | alarm answered' },
      { by: SCHOOL, in: ['alarm raised'], does: 'alarm.seen | alarm raised' },
      {
        by: SCHOOL,
        in: ['issued', 'issued again'],
        does: 'case.sign notice.sign | notice acknowledged, case acknowledged',
      },
    ],
  },
  {
    says: '扶手已经换好了',
    scenes: ['nothing', 'pending', 'issued', 'acknowledged', 'returned', 'answered', 'closed', 'withdrawn'],
    moves: [{ by: SCHOOL, in: ['issued', 'acknowledged', 'returned'], does: 'report.draft | report draft' }],
  },
  {
    says: '能不能延到12月5号，供货没到',
    scenes: ['nothing', 'pending', 'issued', 'acknowledged', 'answered', 'closed', 'withdrawn'],
    moves: [{ by: SCHOOL, in: ['issued', 'acknowledged'], does: 'request.draft | request draft' }],
  },
  {
    says: '这个问题不属实，我们有记录的',
    scenes: ['nothing', 'pending', 'issued', 'acknowledged', 'answered', 'objection refused', 'withdrawn'],
    moves: [{ by: ['principal'], in: ['issued', 'acknowledged'], does: 'request.draft | request draft' }],
  },
  {
    says: '文清路小学复查合格',
    scenes: ['issued', 'acknowledged', 'answered', 'answered serious', 'closed', 'withdrawn'],
    moves: [
      { by: JUDGES, in: ['answered'], does: 'case.pass notice.verdict | notice done, case closed' },
      {
        by: JUDGES,
        in: ['answered serious'],
        does: 'case.pass notice.verdict | notice done, case reinspecting',
      },
    ],
  },
  {
    says: '文清路小学复查不合格，扶手仍然晃，12月12号前改好',
    scenes: ['answered', 'closed'],
    moves: [{ by: JUDGES, in: ['answered'], does: 'notice.fail_draft | notice answered' }],
  },
  {
    says: '刚才那个是误报',
    scenes: ['nothing', 'issued', 'alarm raised', 'alarm answered', 'alarm called off'],
    moves: [
      {
        by: [...OWNER, ...OFFICE],
        in: ['alarm raised', 'alarm answered'],
        does: 'alarm.call_off | alarm false_alarm',
      },
    ],
  },
  {
    says: '已到现场处置',
    scenes: ['nothing', 'alarm raised', 'alarm answered', 'alarm called off'],
    moves: [
      { by: OFFICE, in: ['alarm raised'], does: 'alarm.answer | alarm answered' },
      { by: SCHOOL, in: ['alarm raised'], does: 'alarm.seen | alarm raised' },
      { by: SCHOOL, in: ['alarm answered'], does: 'alarm.seen | alarm answered' },
    ],
  },
  {
    says: '期限改成12月5号，因为供货要到下月',
    scenes: ['nothing', 'issued', 'acknowledged', 'closed'],
    moves: [
      { by: OWNER, in: ['issued', 'acknowledged'], does: 'proposal.draft | proposal draft' },
      // Of a school's person it asks for time.
      { by: SCHOOL, in: ['issued', 'acknowledged'], does: 'request.draft | request draft' },
    ],
  },
  {
    says: '章督整1号 撤回，发错了',
    scenes: [
      'nothing',
      'pending',
      'issued',
      'acknowledged',
      'answered',
      'reinspecting',
      'closed',
      'withdrawn',
    ],
    moves: [
      {
        by: [...INSPECTORS, ...OFFICE],
        in: ['issued', 'acknowledged', 'answered'],
        does: 'proposal.withdraw_notice | proposal asked',
      },
    ],
  },
  {
    says: '章督整1号 期限改成12月5号，因为供货要到下月',
    scenes: ['nothing', 'pending', 'issued', 'acknowledged', 'answered', 'closed', 'withdrawn'],
    moves: [
      // Of a school's person it asks for time.
      { by: SCHOOL, in: ['issued', 'acknowledged'], does: 'request.draft | request draft' },
      {
        by: [...INSPECTORS, ...OFFICE],
        in: ['issued', 'acknowledged'],
        does: 'proposal.draft | proposal draft',
      },
    ],
  },
]
