import type { NodeStore } from '#db/node.ts'
import { dayOf, type Instant } from '#src/domain/day.ts'
import type { Records } from './records.ts'

type Row = Record<string, string | number | null>
type Change = { at: Instant; table: string; row: Row }

/** Gives a way to bring the tables to where the records stand at a moment: later rows of an id take the place of earlier ones. */
export function playRecords(client: NodeStore['client'], records: Records): (now: Instant) => void {
  const changes = changesOf(records).sort((a, b) => a.at - b.at)
  let next = 0
  return (now) => {
    for (; next < changes.length && (changes[next] as Change).at <= now; next++) {
      const { table, row } = changes[next] as Change
      const columns = Object.keys(row)
      const rest = columns.filter((each) => each !== 'id').map((each) => `${each} = excluded.${each}`)
      client
        .prepare(
          `insert into ${table} (${columns.join()}) values (${columns.map((each) => `@${each}`).join()})
           on conflict (id) do update set ${rest.join()}`,
        )
        .run(row)
    }
  }
}

function changesOf(records: Records): Change[] {
  return [
    ...records.cases.flatMap(({ id, notice, school, county, inspector, moves }) =>
      moves.flatMap(({ at, state, due, stopped }): Change[] => {
        const of = { school, county, inspector }
        const last = { state, due_on: due ?? null, clock_stopped_on: stopped ? dayOf(at) : null }
        return [
          { at, table: 'cases', row: { ...CASE, ...of, id, notice, finding_key: id, since: at, ...last } },
          {
            at,
            table: 'notices',
            row: { ...NOTICE, ...of, id: notice, no: notice, since: at, state: noticeState(state) },
          },
        ]
      }),
    ),
    ...records.letters.flatMap(({ id, county, section, answerBy, at, answeredAt }): Change[] => {
      const row = {
        ...CASE,
        id,
        county,
        section,
        school: 'S01',
        inspector: 'inspector_b',
        finding_key: id,
        severity: 'complex',
      }
      const asked = records.waiting.find((each) => each.subject === `case:${id}`)
      const referred = { ...row, state: 'referred', answer_by: answerBy }
      return [
        { at: asked!.at, table: 'cases', row: { ...row, state: 'recorded', since: asked!.at } },
        { at, table: 'cases', row: { ...referred, since: at } },
        { at: answeredAt, table: 'cases', row: { ...referred, state: 'closed', since: answeredAt } },
      ]
    }),
    ...records.waiting.flatMap((each): Change[] => {
      const [kind, id] = each.subject.split(':') as [string, string]
      if (kind === 'case' || kind === 'notice') return []
      const row = kind === 'request' ? requestRow(each) : { ...PROPOSAL, county: each.county, subject: id }
      const table = `${kind}s`
      return [
        ...(kind === 'request' ? [noticeFor(id, each)] : []),
        { at: each.at, table, row: { ...row, id, asked_at: each.at, since: each.at, state: 'asked' } },
        {
          at: each.answeredAt,
          table,
          row: { ...row, id, asked_at: each.at, since: each.answeredAt, state: 'granted' },
        },
      ]
    }),
    ...records.drafts.flatMap(({ id, inspector, at, endedAt }): Change[] => {
      const row = { ...VISIT, id, inspector, school: 'S04', created_at: at, on_day: dayOf(at), no: null }
      return [
        { at, table: 'visits', row: { ...row, since: at, state: 'draft' } },
        { at: endedAt, table: 'visits', row: { ...row, since: endedAt, state: 'withdrawn' } },
      ]
    }),
    ...records.reportDrafts.flatMap(({ id, school, at, endedAt }): Change[] => {
      const row = { ...REPORT, id, school, notice: `notice-${id}`, created_at: at }
      return [
        { ...noticeFor(id, { at, school, county: '章贡区', inspector: 'inspector_b' }) },
        { at, table: 'reports', row: { ...row, since: at, state: 'draft' } },
        { at: endedAt, table: 'reports', row: { ...row, since: endedAt, state: 'dropped' } },
      ]
    }),
    ...records.plans.flatMap(({ no, school, moves }) =>
      moves.map(({ at, plannedOn }): Change => {
        const row = { ...PLAN, id: `record:supervisions:${no}`, no, targets: `["${school}"]` }
        return { at, table: 'supervisions', row: { ...row, planned_on: plannedOn } }
      }),
    ),
    ...records.visits.map(({ id, school, inspector, at }, n): Change => {
      const row = {
        ...VISIT,
        id,
        inspector,
        school,
        created_at: at,
        submitted_at: at,
        on_day: dayOf(at),
        no: id,
        copy: n,
      }
      return { at, table: 'visits', row: { ...row, since: at, state: 'submitted' } }
    }),
  ]
}

function noticeState(state: string): string {
  if (state === 'report_submitted') return 'answered'
  return ['pending_approval', 'issued', 'acknowledged'].includes(state) ? state : 'done'
}

const requestRow = ({ subject, school, inspector }: Records['waiting'][number]): Row => ({
  seq: 1,
  kind: 'extension',
  notice: `notice-${subject.split(':')[1]}`,
  school,
  asker: 'principal_2',
  reason: '供货没到',
  decider: inspector ? 'inspector' : 'office',
})

/** The notice that a request or a report is about; with the school, so that nothing but them comes of it. */
const noticeFor = (
  id: string,
  {
    at,
    school,
    county,
    inspector,
  }: { at: Instant; school: string; county: string; inspector: string | null },
): Change => ({
  at,
  table: 'notices',
  row: {
    ...NOTICE,
    id: `notice-${id}`,
    no: `no-${id}`,
    school,
    county,
    inspector: inspector ?? '',
    since: at,
    state: 'issued',
  },
})

const CASE: Row = {
  seq: 1,
  visit: 'visit',
  found_on: '2025-08-30',
  description: '楼梯扶手松动',
  severity: 'general',
  requirement: '整改到位',
  round: 1,
  extensions: 0,
}
const NOTICE: Row = { seq: 1, visit: 'visit', round: 1, issued_on: '2025-08-30' }
const PROPOSAL: Row = {
  seq: 1,
  kind: 'withdraw_notice',
  asker: 'inspector_b',
  what: '撤回整改通知。',
  reason: '',
  detail: '{}',
}
const VISIT: Row = {
  seq: 1,
  candidates: '[]',
  day_default: 0,
  part: 'am',
  part_default: 0,
  methods: '[]',
  counts: '{}',
  findings: '[]',
  narrative: '',
  copy: 0,
}
const PLAN: Row = {
  seq: 1,
  withdrawn: 0,
  place: '章贡区',
  target_type: 'school',
  supervision_kind: 'comprehensive',
  team: '[]',
}
const REPORT: Row = { seq: 1, author: 'contact_1', items: '[]' }
