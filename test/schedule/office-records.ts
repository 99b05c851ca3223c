import type { Files } from '#test/checks/oracle/rows.ts'

/**
 * What the offices of the made-up county and city keep besides visits and cases, filed before the year begins: what is dated
 * later becomes known on its day. There is somebody or something for each check that tells people by messages of their own.
 */
export const OFFICE: Files = {
  places: [
    { name: '赣州市', level: 'city' },
    { name: '章贡区', level: 'county' },
    { name: '南康区', level: 'county' },
  ],
  // The last weeks of a semester begin in 南康区 on 2 October and on 17 March: in a holiday and in the fortnight's standstill.
  settings: [{ key: 'visits_warning_days', place: '南康区', value: '110', effective_from: '2020-01-01' }],
  // C9.1: two for 21,000, then for 31,000; 南康区 has no full-timer.
  student_numbers: [
    ...students('章贡区', '2025-08-31', 12_000),
    ...students('章贡区', '2026-03-12', 22_000),
    ...students('南康区', '2025-08-31', 1_000),
  ],
  inspectors: [
    card('inspector_a', { kind: 'full_time' }),
    card('inspector_b', { kind: 'full_time' }),
    // C10.5, 30 days before and the day after in holidays; C10.6 for the school of his kin.
    card('inspector_c', { term_start: '2023-06-01', term_end: '2026-05-31', recusals: 'S06' }),
    // His schools are uncovered from 16 March and again from 1 May (C5.1).
    card('inspector_d', { place: '南康区', term_start: '2023-03-16', term_end: '2026-03-15' }),
    // C10.2, C10.3
    card('inspector_e', {
      appointed_on: '2025-11-03',
      term_start: '2025-11-03',
      term_end: '2028-11-02',
      retired: 'true',
      retired_on: '2022-06-30',
      degree: 'college',
    }),
    // A term that is longer than the law lets it be (C10.5).
    card('principal_1', { appointed_on: '2025-10-13', term_start: '2025-10-13', term_end: '2029-12-31' }),
  ],
  // C10.4: five working days of notice.
  appointments: [
    {
      userid: 'inspector_d',
      term_start: '2026-04-13',
      term_end: '2026-04-30',
      recommended_on: '2026-03-25',
      vetted_on: '2026-03-26',
      notice_from: '2026-03-30',
      notice_to: '2026-04-03',
      published_on: '2026-04-07',
    },
  ],
  training: [
    training('inspector_b', '2025-10-14', '40'),
    training('inspector_b', '2026-04-14', '24'),
    training('inspector_d', '2025-04-15', '32'),
  ],
  exit_grounds: [
    { userid: 'inspector_b', ground: 'absence', noted_on: '2025-10-20', decided_on: '2025-12-15' },
    { userid: 'inspector_b', ground: 'complaint', noted_on: '2026-03-11' },
  ],
  // C2.1: vacant twice.
  posts: [
    ...['city', '章贡区', '南康区'].map((place) => ({
      place,
      post: 'deputy',
      person: '钱二',
      from: '2020-01-01',
    })),
    ...['city', '南康区'].map((place) => ({ place, post: 'chief', person: '赵一', from: '2020-01-01' })),
    { place: '章贡区', post: 'chief', person: '赵一', from: '2020-01-01', to: '2025-10-10' },
    { place: '章贡区', post: 'chief', person: '孙三', from: '2026-02-01', to: '2026-03-31' },
  ],
  // C3.1: the city's was held without minutes for a month, 章贡区 has none, 南康区 keeps no meetings.
  meetings: [
    {
      place: 'city',
      meeting_type: 'plenary',
      held_on: '2025-11-20',
      status: 'held',
      minutes_on: '2025-12-20',
    },
    {
      place: '章贡区',
      meeting_type: 'plenary',
      held_on: '2024-06-01',
      status: 'held',
      minutes_on: '2024-06-03',
    },
  ],
  // C3.3: no report of the chief inspector.
  documents: [{ place: 'city', doc_kind: 'committee_rules', title: '规程', dated_on: '2024-03-01' }],
  // C3.4: seven days before in a holiday; over in the standstill; over on a Saturday.
  member_tasks: [
    { no: 'R-1', unit: '市委编办', task: '核定编制', due_on: '2025-10-10', done_on: '2025-10-09' },
    { no: 'R-2', unit: '市委编办', task: '调配编制', due_on: '2026-03-13' },
    { no: 'R-3', unit: '市委编办', task: '报送材料', due_on: '2025-11-15', done_on: '2025-11-26' },
  ],
  // C4.1: for 2025 章贡区 was begun and neither is done.
  supervisions: [
    evaluation('P-1', '2024', '章贡区|南康区', { started_on: '2025-01-10', report_on: '2025-05-01' }),
    evaluation('P-2', '2025', '章贡区', { started_on: '2026-03-10' }),
  ],
  // C7.1: 南康区 keeps none.
  commendations: [
    { place: 'city', year: '2024', title: '通报', issued_on: '2024-09-10', doc_no: '1号', units: '第一小学' },
    {
      place: '章贡区',
      year: '2025',
      title: '通报',
      issued_on: '2025-11-14',
      doc_no: '2号',
      units: '第一小学',
    },
  ],
  // C8.1–C8.3
  interviews: [
    {
      no: 'Y-1',
      place: '章贡区',
      target_type: 'school',
      target: 'S01',
      organizers: 'supervision_office',
      proposed_on: '2025-10-09',
      notified_on: '2025-10-11',
      held_on: '2025-10-14',
      record_file: '约谈记录',
      signed_on: '2025-11-05',
    },
  ],
  // C8.4
  accountability: [
    { no: 'W-1', place: '南康区', target: '第十一小学', measure: '通报批评', decided_on: '2026-02-10' },
  ],
}

function students(place: string, as_of: string, primary: number): Files[string] {
  return [
    { place, stage: 'kindergarten', as_of, count: place === '章贡区' ? '9000' : '500' },
    { place, stage: 'primary', as_of, count: String(primary) },
  ]
}

function card(userid: string, besides: Files[string][number]): Files[string][number] {
  return {
    userid,
    place: '章贡区',
    kind: 'part_time',
    appointed_on: '2020-01-01',
    retired: 'false',
    degree: 'bachelor',
    education_work_since: '1995-07-01',
    record_ok: 'true',
    time_ok: 'true',
    health_ok: 'true',
    assessment_passed: 'true',
    recusals: 'none',
    ...besides,
  }
}

function training(userid: string, on: string, hours: string): Files[string][number] {
  return {
    ...{ userid, title: '培训班', form: 'concentrated', organizer_level: 'city' },
    ...{ start_on: on, end_on: on, hours, verified: 'true' },
  }
}

function evaluation(no: string, year: string, targets: string, dates: object): Files[string][number] {
  return {
    no,
    place: 'city',
    target_type: 'government',
    supervision_kind: 'evaluation',
    targets,
    year,
    ...dates,
  }
}
