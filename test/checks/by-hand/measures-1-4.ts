import { ofGovernment, PLACES, setting, small, type Case } from './rows.ts'

const chair = '分管教育工作的市政府领导'
/** All seats but one end with one row that withdraws them. */
const oneSeat = [
  ...['市政府副秘书长', '市教育局局长', '市教育局总督学'],
  ...['市委组织部', '市委宣传部', '市委统战部', '市委编办', '市发改委', '市教育局', '市科技局', '市公安局'],
  ...['市财政局', '市人社局', '市自然资源局', '市住建局', '市农业农村局', '市卫健委', '市应急管理局'],
  ...['市审计局', '市市场监管局', '市体育局', '市统计局', '市扶贫办', '市大数据发展管理局', '团市委'],
].map((seat) => ({ place: 'city', seat, position: 'member', valid_from: '2020-01-01', withdrawn: 'true' }))

const seated = (...rows: Record<string, string>[]) => ({
  places: PLACES,
  seat_list: oneSeat,
  committee_seats: rows.map((row) => ({ place: '赣南市', seat: chair, ...row })),
})

const posts = (...rows: Record<string, string>[]) => ({
  places: PLACES,
  posts: rows.map((row) => ({ place: '甲县', post: 'chief', person: '张三', from: '2024-01-01', ...row })),
})

const plenary = (...rows: Record<string, string>[]) => ({
  places: PLACES,
  meetings: rows.map((row) => ({ place: '甲县', meeting_type: 'plenary', status: 'held', ...row })),
})

export const MEASURES_1_TO_4: Case[] = [
  {
    name: 'a seat that is filled, left and forgotten',
    files: seated({ person: '张三', from: '2024-01-01', to: '2026-10-24' }),
    on: {
      '2023-12-31': [['C1.1', 'city', 'unknown', { seats: 1, unentered: 1 }]],
      '2026-10-24': [['C1.1', 'city', 'ok', { seats: 1, filled: 1, vacant: 0, doubled: 0, unentered: 0 }]],
      '2026-11-23': [['C1.1', 'city', 'notice', { vacant: 1 }]],
      '2026-11-24': [['C1.1', 'city', 'warning', { vacant: 1, filled: 0 }]],
    },
  },
  {
    name: 'a seat that is set up anew is vacant from its first day on',
    files: {
      places: PLACES,
      seat_list: [...oneSeat, { place: '赣南市', seat: chair, position: 'chair', valid_from: '2026-10-25' }],
      committee_seats: [{ place: 'city', seat: chair, person: '张三', from: '2024-01-01', to: '2026-10-01' }],
    },
    on: {
      '2026-10-24': [['C1.1', 'city', 'unknown', { seats: 0 }]],
      '2026-11-23': [['C1.1', 'city', 'notice', { seats: 1, vacant: 1 }]],
      '2026-11-24': [['C1.1', 'city', 'warning']],
    },
  },
  {
    name: 'one person twice fills a seat, two double it',
    files: seated(
      { person: '张三', from: '2024-01-01' },
      { person: '张三', from: '2025-01-01' },
      { person: '李四', from: '2026-11-23' },
    ),
    on: {
      '2026-11-22': [['C1.1', 'city', 'ok', { filled: 1 }]],
      '2026-11-23': [['C1.1', 'city', 'warning', { doubled: 1, filled: 0 }]],
    },
  },
  {
    name: 'a post that has been left for thirty and for ninety days',
    files: posts({ to: '2026-08-25' }, { post: 'deputy', acting: 'true' }),
    on: {
      '2026-08-25': [['C2.1', '甲县', 'ok', { chiefs: 1, deputies: 1, vacant_days: 0 }]],
      '2026-09-24': [['C2.1', '甲县', 'notice', { chiefs: 0, vacant_days: 30 }]],
      '2026-09-25': [['C2.1', '甲县', 'warning', { vacant_days: 31 }]],
      '2026-11-23': [
        ['C2.1', '甲县', 'warning', { vacant_days: 90 }],
        ['C2.1', '乙县', 'unknown', { vacant_days: 0 }],
      ],
      '2026-11-24': [['C2.1', '甲县', 'breach', { vacant_days: 91 }]],
    },
  },
  {
    name: 'a vacant post beside one that was never entered is unknown',
    files: posts({ to: '2026-11-20' }),
    on: { '2026-11-23': [['C2.1', '甲县', 'unknown', { vacant_days: 3 }]] },
  },
  {
    name: 'no plenary in the year',
    files: { places: PLACES },
    on: {
      '2026-08-31': [['C3.1', '甲县@2026', 'ok', { year: 2026, held: 0, last_on: null, met: false }]],
      '2026-09-01': [['C3.1', '甲县@2026', 'notice']],
      '2026-10-31': [['C3.1', '甲县@2026', 'notice']],
      '2026-11-01': [
        ['C3.1', '甲县@2026', 'warning'],
        ['C3.1', 'city@2025', 'breach'],
      ],
      '2027-01-01': [
        ['C3.1', '甲县@2026', 'breach'],
        ['C3.1', '甲县@2027', 'ok'],
      ],
    },
  },
  {
    name: 'a plenary on 31 December counts, its minutes are due ten working days on',
    // 2027 without arrangement: 1 January is off; 4 to 8 and 11 to 14 January, then the 15th
    files: plenary({ held_on: '2026-12-31' }, { held_on: '2026-05-06', status: 'postponed' }),
    on: {
      '2026-12-30': [['C3.1', '甲县@2026', 'warning', { held: 0 }]],
      '2026-12-31': [['C3.1', '甲县@2026', 'ok', { held: 1, last_on: '2026-12-31', met: true }]],
      '2027-01-15': [['C3.1', '甲县@2026', 'ok']],
      '2027-01-16': [['C3.1', '甲县@2026', 'warning', { met: true }]],
    },
  },
  {
    name: 'committee rules of three years ago, and the report of the chief inspector',
    files: {
      documents: [
        { place: 'city', doc_kind: 'committee_rules', title: 'a', dated_on: '2023-11-23' },
        {
          place: 'city',
          doc_kind: 'committee_rules',
          title: 'b',
          dated_on: '2024-05-01',
          repealed_on: '2024-12-31',
        },
        { place: 'city', doc_kind: 'chief_report', title: 'c', dated_on: '2025-12-31' },
      ],
    },
    on: {
      '2026-11-23': [['C3.2', 'city', 'ok', { dated_on: '2023-11-23' }]],
      '2026-11-24': [
        ['C3.2', 'city', 'notice'],
        ['C3.3', 'city@2026', 'ok', { reports: 0, met: false }],
      ],
      '2026-12-01': [['C3.3', 'city@2026', 'notice']],
      '2025-12-31': [['C3.3', 'city@2025', 'ok', { year: 2025, reports: 1, met: true }]],
      '2023-11-22': [['C3.2', 'city', 'warning', { dated_on: null }]],
    },
  },
  {
    name: 'tasks of member units',
    files: {
      member_tasks: [
        { no: 'a', unit: '市财政局', task: '甲', due_on: '2026-11-30' },
        { no: 'b', unit: '市财政局', task: '乙', due_on: '2025-11-30', done_on: '2026-01-02' },
        { no: 'c', unit: '市财政局', task: '丙', due_on: '2025-11-30', done_on: '2025-12-31' },
        { no: 'd', unit: '市财政局', task: '丁', due_on: '2025-11-30', assigned_on: '2026-11-23' },
      ],
    },
    on: {
      '2026-11-22': [['C3.4', 'a', 'ok', { days_left: 8 }]],
      '2026-11-23': [
        ['C3.4', 'a', 'notice', { due_on: '2026-11-30', done_on: null, days_left: 7 }],
        ['C3.4', 'b', 'ok', { done_on: '2026-01-02', days_left: null }],
        ['C3.4', 'd', 'warning', { days_left: -358 }],
      ],
      '2026-12-01': [['C3.4', 'a', 'warning', { days_left: -1 }]],
    },
    absent: [['C3.4', 'c']],
  },
  {
    name: 'the yearly evaluation of a county',
    files: {
      places: PLACES,
      supervisions: [
        ofGovernment({
          no: 'a',
          supervision_kind: 'evaluation',
          targets: '甲县',
          year: '2025',
          started_on: '2026-03-31',
          report_on: '2026-07-01',
        }),
      ],
    },
    on: {
      '2026-03-30': [['C4.1', '甲县@2025', 'ok', { year: 2025, started: false, met: false }]],
      '2026-03-31': [
        ['C4.1', '甲县@2025', 'ok', { started: true }],
        ['C4.1', '乙县@2025', 'warning'],
      ],
      '2026-06-30': [
        ['C4.1', '甲县@2025', 'ok'],
        ['C4.1', '乙县@2025', 'warning'],
      ],
      '2026-07-01': [
        ['C4.1', '甲县@2025', 'ok', { met: true }],
        ['C4.1', '乙县@2025', 'breach'],
      ],
    },
    absent: [['C4.1', '甲县@2026']],
  },
  {
    name: 'five years after the last supervision of a government',
    files: {
      places: PLACES,
      supervisions: [
        ofGovernment({ no: 'a', targets: '甲县|乙县', on_site_to: '2021-11-23' }),
        ofGovernment({
          no: 'b',
          targets: '甲县',
          supervision_kind: 'evaluation',
          year: '2025',
          on_site_to: '2026-01-05',
        }),
      ],
    },
    on: {
      '2025-11-22': [['C4.2', '甲县', 'ok', { last_on: '2021-11-23', deadline: '2026-11-23' }]],
      '2025-11-23': [['C4.2', '甲县', 'notice']],
      '2026-05-23': [['C4.2', '甲县', 'warning']],
      '2026-11-23': [['C4.2', '甲县', 'warning']],
      '2026-11-24': [['C4.2', '甲县', 'breach']],
      '2021-11-22': [['C4.2', '甲县', 'unknown', { last_on: null, deadline: null }]],
    },
  },
  {
    name: 'before the records of a place began',
    files: small({
      settings: [setting('records_from', '2026-06-01', '甲县', '2026-10-01')],
      documents: [{ place: 'city', doc_kind: 'cost_rules', title: 'a', dated_on: '2030-01-01' }],
    }),
    on: {
      // in force from October on
      '2026-09-30': [['C3.1', '甲县@2025', 'breach']],
      '2026-11-02': [
        ['C3.1', '甲县@2025', 'unknown'],
        ['C3.1', '甲县@2026', 'unknown'],
        ['C3.1', '乙县@2025', 'breach'],
        ['C12.2', '甲县', 'warning'],
        ['C5.1', '1', 'breach'],
        ['C5.3b', '1@2026-10', 'warning'],
        ['C5.3', '1@2025-2026-2', 'unknown'],
      ],
      '2027-01-01': [
        ['C3.1', '甲县@2026', 'unknown'],
        ['C3.1', '甲县@2027', 'ok'],
      ],
    },
  },
]
