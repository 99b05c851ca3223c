import { addDays, at, dayOf, instant, momentText, mondayOf } from '#src/domain/day.ts'
import { UserError } from '#src/domain/errors.ts'
import { stopsBetween } from '#src/policy/hours.ts'
import type { Core } from './core.ts'

export const STEPS = ['hour', 'day', 'monday'] as const
type Step = (typeof STEPS)[number]

const HOUR_MS = 3600_000

/**
 * Moves business time on, one move at a time, and stops wherever the assistant's clock may have something to do: what
 * falls due on the way appears on the phones as if the time had passed.
 */
export function createClockMover(core: Core): (step: Step) => Promise<{ reached: string }> {
  let last: Promise<unknown> = Promise.resolve()
  return (step) => {
    const move = last.then(() => moveClock(core, step))
    last = move.catch(() => {})
    return move
  }
}

async function moveClock(core: Core, step: Step): Promise<{ reached: string }> {
  const { clock } = core.options
  if (clock === undefined) throw new UserError('本次没有接入可以拨动的时钟。')
  const from = instant(clock.now())
  // From where it stands: a slot that has just come is not jumped over.
  for (const stop of [from, ...stopsBetween(from, after(from, step))]) {
    await clock.moveTo(stop)
    core.changed()
  }
  return { reached: momentText(instant(clock.now())) }
}

/** 下周一 is twenty to nine, when the digest has come. */
function after(now: number, step: Step) {
  if (step === 'hour') return instant(now + HOUR_MS)
  if (step === 'day') return instant(now + 24 * HOUR_MS)
  return at(addDays(mondayOf(dayOf(instant(now))), 7), 8, 40)
}
