import { Counter, Gauge, Histogram, Registry } from 'prom-client'
import { createLog } from './log-line.ts'
import type { Watch } from './watch.ts'

export type Gauges = {
  outboxWaiting: number
  outboxOldestSeconds: number
  outboxFailed: number
  /** Reminders of the last 30 days whose two working days are over. */
  reminders: readonly { kind: string; told: number; followed: number }[]
}

export type MeasuredWatch = Watch & {
  /** The text of `/metrics`. */
  exposition(gauges: Gauges): Promise<string>
}

const COUNTERS = {
  turns_outrun: 'Turns planned again because somebody else was faster',
  sent: 'Messages shown to their receivers, by kind',
  send_failed: 'Messages that nobody will see, by kind',
  send_later: 'Tries put off',
  refused: 'Callbacks refused, by reason',
  photos_kept: 'Pictures fetched and kept',
  photos_failed: 'Pictures that could not be fetched',
  model_asked: 'Questions put to the model, by what the rules were unsure of',
  model_used: 'Answers of the model that were taken, by what the rules were unsure of',
  model_refused: 'Answers of the model that were not taken, by reason',
  model_timed_out: 'Answers of the model that did not come in time',
} as const

/** Counts into prom-client's registry, and logs JSON lines to `write`. */
export function createWatch(write: (line: string) => void, now: () => number): MeasuredWatch {
  const registry = new Registry()
  const counters = Object.fromEntries(
    Object.entries(COUNTERS).map(([name, help]) => [
      name,
      new Counter({ name: `dudao_${name}_total`, help, labelNames: ['label'], registers: [registry] }),
    ]),
  ) as Record<keyof typeof COUNTERS, Counter>
  const turns = new Histogram({
    name: 'dudao_turn_seconds',
    help: 'From a verified callback to its commit',
    labelNames: ['kind'],
    buckets: [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [registry],
  })
  const gauge = (name: string, help: string, labelNames: string[] = []) =>
    new Gauge({ name, help, labelNames, registers: [registry] })
  const waiting = gauge('dudao_outbox_waiting', 'Messages that wait to be sent')
  const oldest = gauge('dudao_outbox_oldest_seconds', 'Age of the oldest of them')
  const failed = gauge('dudao_outbox_failed', 'Messages that reached nobody')
  const told = gauge('dudao_reminders_told', 'Things asked for by reminders of the last 30 days, by kind', [
    'kind',
  ])
  const followed = gauge('dudao_reminders_followed', 'Those of them done within two working days, by kind', [
    'kind',
  ])
  return {
    log: createLog(write, now),
    turn: (kind, seconds) => turns.observe({ kind }, seconds),
    count: (name, label) => counters[name].inc({ label: label ?? '' }),
    async exposition(gauges) {
      waiting.set(gauges.outboxWaiting)
      oldest.set(gauges.outboxOldestSeconds)
      failed.set(gauges.outboxFailed)
      told.reset()
      followed.reset()
      for (const each of gauges.reminders) {
        told.set({ kind: each.kind }, each.told)
        followed.set({ kind: each.kind }, each.followed)
      }
      return registry.metrics()
    },
  }
}
