import type { NodeStore } from '#db/node.ts'

/** The tables that hold what people have done, by the name of what a row of each is. */
export const RECORDS = {
  visits: 'visit',
  notices: 'notice',
  cases: 'case',
  reports: 'report',
  requests: 'request',
  proposals: 'proposal',
  alarms: 'alarm',
  entries: 'entry',
  wishes: 'wish',
} as const

export const recordTables = Object.keys(RECORDS) as (keyof typeof RECORDS)[]

/** Keeps a copy of the rows that turns write, and gives the way back to it. */
export function keepRows(client: NodeStore['client']): () => void {
  const written = [
    ...recordTables,
    'events',
    'inbox',
    'outbox',
    'dialogues',
    'photos',
    'numbers',
    'onces',
    'reminders',
    'people',
    'assignments',
    'deputies',
    'groups',
    'strangers',
    'training',
    'meetings',
    'commendations',
    'principal_terms',
    'interviews',
    'supervisions',
  ]
  client.exec(written.map((name) => `create temp table kept_${name} as select * from main.${name}`).join(';'))
  const back = written.map(
    (name) => `delete from main.${name}; insert into main.${name} select * from temp.kept_${name}`,
  )
  return () => void client.exec(`begin; ${back.join(';')}; commit`)
}
