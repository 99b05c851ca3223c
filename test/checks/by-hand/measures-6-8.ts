import { comprehensive, finding, interview, ofGovernment, small, type Case } from './rows.ts'

export const MEASURES_6_TO_8: Case[] = [
  {
    name: 'registers and commendations',
    files: small({
      monitoring_reports: [{ place: '甲县', year: '2025', title: 'a', issued_on: '2026-03-01' }],
      commendations: [
        {
          place: '甲县',
          year: '2025',
          title: 'a',
          issued_on: '2026-01-01',
          doc_no: '1号',
          units: '第一小学',
        },
        { place: '乙县', year: '2026', title: 'a', issued_on: '2026-01-01', doc_no: '', units: '第一小学' },
      ],
    }),
    on: {
      '2026-10-31': [
        ['C6.1', '甲县@2025', 'ok', { year: 2025, reports: 1, met: true }],
        ['C6.1', '甲县@2026', 'ok', { reports: 0, met: false }],
        ['C6.1', '乙县@2025', 'notice'],
        ['C7.1', '甲县@2026', 'ok', { year: 2026, issued: 1, met: true }],
        ['C7.1', '甲县@2025', 'breach', { issued: 0, met: false }],
        ['C7.1', '乙县@2026', 'ok', { met: false }],
      ],
      '2026-11-01': [['C7.1', '乙县@2026', 'notice']],
      '2026-12-01': [['C7.1', '乙县@2026', 'warning']],
      '2026-12-30': [['C6.1', '甲县@2026', 'ok']],
      '2026-12-31': [['C6.1', '甲县@2026', 'notice']],
    },
  },
  {
    name: 'reports of 29 September are to be published',
    files: small({
      supervisions: [
        comprehensive({ no: 'a', targets: '1', report_on: '2026-09-29' }),
        comprehensive({ no: 'b', targets: '1', report_on: '2026-09-29', published_on: '2026-10-10' }),
        ofGovernment({ no: 'c', targets: '甲县', report_on: '2026-09-29', not_public_reason: '涉密' }),
      ],
    }),
    on: {
      '2026-11-02': [
        ['C7.2', 'a', 'ok', { report_on: '2026-09-29', published_on: null, working_days: 20, met: false }],
        ['C7.2', 'b', 'ok', { published_on: '2026-10-10', working_days: 4, met: true }],
        ['C7.2', 'c', 'ok', { working_days: 20, met: true }],
      ],
      '2026-11-03': [['C7.2', 'a', 'notice', { working_days: 21 }]],
      '2026-11-30': [['C7.2', 'a', 'notice']],
      '2026-12-01': [['C7.2', 'a', 'warning']],
    },
  },
  {
    name: 'a trail that is whole, one with a gap, an overdue one',
    files: small({
      cases: [
        finding({
          ...{ no: 'a', found_on: '2026-09-01', issued_on: '2026-09-02', acknowledged_on: '2026-09-02' },
          ...{
            report_on: '2026-09-10',
            reinspected_on: '2026-09-12',
            verdict: 'pass',
            closed_on: '2026-09-12',
          },
        }),
        finding({ no: 'b', found_on: '2026-09-01', issued_on: '2026-09-02', closed_on: '2026-10-24' }),
        finding({ no: 'c', found_on: '2026-10-09', issued_on: '2026-10-12', due_on: '2026-11-22' }),
        finding({ no: 'd', found_on: '2026-09-01', severity: 'minor' }),
        finding({ no: 'e', found_on: '2026-09-01', severity: 'complex', resolved_by_section: 'true' }),
      ],
    }),
    on: {
      '2026-11-22': [['C7.3', '甲县', 'notice', { total: 3, complete: 1, gaps: 1, oldest_gap_days: 29 }]],
      '2026-11-23': [['C7.3', '甲县', 'notice', { total: 3, complete: 1, gaps: 2, oldest_gap_days: 30 }]],
      '2026-11-24': [
        ['C7.3', '甲县', 'warning', { oldest_gap_days: 31 }],
        ['C7.3', 'city', 'warning', { total: 3 }],
        ['C7.3', '乙县', 'unknown', { total: 0, oldest_gap_days: 0 }],
      ],
    },
  },
  {
    name: 'a finding that waits for its notice, and one closed a year ago',
    // ten working days after Tue 29 September 2026 is 19 October
    files: small({
      cases: [
        finding({ no: 'a', found_on: '2026-09-29' }),
        finding({ no: 'b', found_on: '2025-09-01', closed_on: '2025-10-19' }),
      ],
    }),
    on: {
      '2026-10-19': [['C7.3', '甲县', 'warning', { total: 2, gaps: 1, oldest_gap_days: 365 }]],
      '2026-10-20': [['C7.3', '甲县', 'notice', { total: 1, gaps: 1, oldest_gap_days: 1 }]],
    },
  },
  {
    name: 'who must call to an interview',
    files: small({
      interviews: [
        interview({ no: 'a', proposed_on: '2026-11-01', organizers: 'supervision_office' }),
        interview({ no: 'b', notified_on: '2026-11-01', organizers: 'supervision_office' }),
        interview({
          no: 'c',
          place: 'city',
          target_type: 'county_government',
          target: '甲县',
          held_on: '2026-11-02',
          organizers: 'supervision_office|party_organization_department|市财政局',
        }),
        interview({
          no: 'd',
          target_type: 'county_government',
          target: '甲县',
          held_on: '2026-11-02',
          organizers: 'supervision_office|party_organization_department',
        }),
        interview({ no: 'e', target_type: 'department', target: '市财政局', held_on: '2026-11-02' }),
        interview({ no: 'f' }),
      ],
    }),
    on: {
      '2026-11-23': [
        ['C8.3', 'a', 'notice', { missing: ['education_department'] }],
        ['C8.3', 'b', 'breach', { missing: ['education_department'] }],
        ['C8.3', 'c', 'ok', { missing: [] }],
        ['C8.3', 'd', 'breach', { missing: ['department', 'supervision_office'] }],
        ['C8.3', 'e', 'breach', { missing: ['supervision_office'] }],
      ],
    },
    absent: [
      ['C8.3', 'f'],
      ['C8.1', 'a'],
    ],
  },
  {
    name: 'an outcome is to be published in twenty working days',
    files: small({
      accountability: [{ no: 'a', place: '甲县', target: '某校', measure: '通报', decided_on: '2026-09-29' }],
    }),
    on: {
      '2026-11-02': [['C8.4', 'a', 'ok', { decided_on: '2026-09-29', published_on: null, met: false }]],
      '2026-11-03': [['C8.4', 'a', 'warning']],
    },
  },
]
