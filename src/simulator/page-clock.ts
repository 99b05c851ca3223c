import { addDays, at, dayOf, instant, mondayOf } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import type { Core } from './core.ts'

export const STEPS = ['hour', 'day', 'monday'] as const

const HOUR_MS = 3600_000

/** Moves business time on; what falls due on the way is the assistant's to do. */
export async function moveClock(core: Core, step: (typeof STEPS)[number]): Promise<{ now: number }> {
  const { clock } = core.options
  if (clock === undefined) throw new UserError('本次没有接入可以拨动的时钟。')
  await clock.moveTo(after(clock.now(), step))
  core.changed()
  return { now: clock.now() }
}

/** 下周一 is a working morning, eight o'clock. */
function after(now: number, step: (typeof STEPS)[number]): number {
  if (step === 'hour') return now + HOUR_MS
  if (step === 'day') return now + 24 * HOUR_MS
  return at(addDays(mondayOf(dayOf(instant(now))), 7), 8)
}
