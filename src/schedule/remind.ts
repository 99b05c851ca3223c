import type { ReminderLine } from '#cards/reminder.ts'
import { alreadySent, remindedUntil, setRemindedUntil, type ReminderKey } from '#db/reminders.ts'
import { reminders as reminderRows } from '#db/schema/machine.ts'
import { insert, takenKey } from '#db/store.ts'
import { reminders } from '#handlers/clock.ts'
import { heldSubject, plan } from '#handlers/plan.ts'
import { actsUntil } from '#handlers/reminders/followed.ts'
import type { Minute, Remark } from '#handlers/reminders/remark.ts'
import { queued } from '#src/bot/queue.ts'
import { at, dayOf, instant, plusMs, DAY_MS, type Instant } from '#src/domain/day.ts'
import { rootCause } from '#src/domain/errors.ts'
import type { UserId } from '#src/domain/words.ts'
import type { Condition } from '#src/policy/condition.ts'
import { hoursBetween, instantOfSlot, mayRemind, type Hour } from '#src/policy/hours.ts'
import type { Speaking } from './tick.ts'
import { turnsOf, type Turns } from './turns.ts'
import { momentsFor } from './wished.ts'

/** After a longer standstill the clock begins anew: what was due before has been overtaken. */
const LOOK_BACK_MS = 31 * DAY_MS

type Now = Omit<Minute, 'hears'>

/**
 * Everything that the clock has to say by now and has not said: on working days, outside quiet hours (policy.md 8.3). Each
 * person's part is one message and one commit with the keys of what it says, so that a tick that runs twice, late or on two
 * machines says it once. `reminded_until` moves on when everybody has had his turn and nothing failed.
 */
export async function remind(deps: Speaking, now: Now): Promise<void> {
  const from = await begin(deps, now)
  if (!mayRemind(now.workingDays, now.now)) return
  const hours = hoursBetween(now.workingDays, from, now.now)
  const last = hours.at(-1)
  if (!last) return
  const waiting = await gathered(now)
  const turns = turnsOf(now, hours, waiting)
  const { said, failed } = await whatToSay(deps, now, hours, turns)
  const committed = await Promise.all(said.map((each) => commitOne(deps, now, each)))
  // What failed, or what another machine was faster with, is looked at again in the next minute.
  if (failed || !committed.every(Boolean)) return
  turns.done()
  if (turns.areLast) await deps.store.commit([setRemindedUntil(instantOfSlot(last.day, last.slot))])
}

/**
 * From when on hours have come that nobody has dealt with. The first day of a database, and one to which a clock was set
 * back, begin with their morning: what has been said has its key, and is not said again.
 */
async function begin({ store }: Speaking, { now, today }: Now): Promise<Instant> {
  const until = await remindedUntil(store.db)
  if (until === null || until > now) return at(today)
  return instant(Math.max(until, plusMs(now, -LOOK_BACK_MS)))
}

/** What one person hears now, or at a moment to come where he wants it later. */
type Said = { to: UserId; at: Instant; remarks: readonly Remark[]; lines: readonly ReminderLine[] }

/** What everybody hears of these hours whose turn it is, and whether a reminder failed. */
async function whatToSay(
  deps: Pick<Speaking, 'watch'>,
  now: Now,
  hours: readonly Hour[],
  turns: Turns,
): Promise<{ said: Said[]; failed: boolean }> {
  const remarks: Remark[] = []
  let failed = false
  for (const hour of hours) {
    const minute: Minute = { ...now, hears: turns.hears(hour) }
    for (const [name, reminder] of Object.entries(reminders)) {
      if (reminder.slot !== hour.slot) continue
      try {
        const all = await reminder.remarks(minute, hour.day)
        remarks.push(...all.filter(({ recipient }) => minute.hears(recipient)))
      } catch (error) {
        // One that cannot be worked out does not keep back the others.
        failed = true
        deps.watch.log('error', 'reminder_failed', { reminder: name, day: hour.day, error: rootCause(error) })
      }
    }
  }
  return { said: await byPerson(now, remarks), failed }
}

/** Who today hears together, at a later hour, also what he would have heard at eight. */
async function gathered(now: Now): Promise<ReadonlySet<UserId>> {
  const people = new Set<UserId>()
  const minute = { ...now, hears: () => true }
  for (const { slot, gathers } of Object.values(reminders))
    if (gathers && instantOfSlot(now.today, slot) > now.now)
      for (const userid of await gathers(minute, now.today)) people.add(userid)
  return people
}

/** Leaves out what has been said, and what has lost its meaning. */
async function byPerson(minute: Now, remarks: readonly Remark[]): Promise<Said[]> {
  const heard = remarks.filter(({ lines }) => lines.some(({ until }) => until > minute.now))
  const sent = new Set((await alreadySent(minute.db, heard)).map(keyOf))
  // A person in two roles is told once.
  const fresh = new Map(heard.map((remark) => [keyOf(remark), remark]))
  for (const key of sent) fresh.delete(key)
  const moments = await momentsFor(minute, [...fresh.values()])
  return [...Map.groupBy(fresh.values(), ({ recipient }) => recipient)].flatMap(([to, all]) =>
    [...Map.groupBy(all, (remark) => moments.get(remark) ?? null)].flatMap(([at, remarks]) =>
      at === null ? [] : [{ to, at, remarks, lines: linesAt(at, remarks) }],
    ),
  )
}

const linesAt = (at: Instant, remarks: readonly Remark[]): ReminderLine[] =>
  withoutRepeats(remarks.flatMap(({ lines }) => lines).filter(({ until }) => until > at))

/** One message says a thing once: the first who has something to say of it does. */
function withoutRepeats(lines: readonly ReminderLine[]): ReminderLine[] {
  const told = new Set<string>()
  return lines.filter(({ while: condition }) => {
    if (condition === null) return true
    const thing = thingOf(condition)
    return !told.has(thing) && told.add(thing)
  })
}

/** Several checks may each have found something of one subject. */
const thingOf = (condition: Condition): string =>
  `${condition.of === 'check' ? condition.check : condition.of}:${condition.id}`

const keyOf = ({ kind, subject, recipient, period }: ReminderKey): string =>
  JSON.stringify([kind, subject, recipient, period])

/** What it asks for, of what is said of it: a thing that another has said is counted with that one. */
const askedBy = (remark: Remark, lines: readonly ReminderLine[]): Condition[] =>
  remark.lines.filter((line) => lines.includes(line)).flatMap((line) => line.while ?? [])

/** False where another machine, or a person who acted at the same moment, was faster: the next minute looks again. */
async function commitOne(
  deps: Speaking,
  { db, now, workingDays }: Now,
  { to, at: moment, remarks, lines }: Said,
): Promise<boolean> {
  const about = new Set(lines.map((line) => line.about))
  const [only = ''] = about
  const post = {
    to,
    // A card about one record is settled with the others about it; what waits holds back none of them.
    subject: moment > now ? heldSubject(to) : about.size === 1 ? only : `reminders:${to}`,
    ...(moment > now ? { notBefore: moment } : {}),
    message: { kind: 'reminder' as const, lines: [...lines] },
    until: instant(Math.max(...lines.map((line) => line.until))),
  }
  const files = remarks
    .flatMap((remark) => remark.files ?? [])
    .map((table) => ({ ...post, message: { kind: 'table' as const, table } }))
  const queue = { db, ids: deps.ids, now, machineNow: deps.machine.now() }
  const rows = remarks.map((remark) => {
    const { kind, subject, period } = remark
    const asks = askedBy(remark, lines)
    const judged = asks.length > 0 ? { asks, actsUntil: actsUntil(workingDays, dayOf(moment)) } : {}
    return insert(reminderRows, { kind, subject, recipient: to, period, at: now, ...judged })
  })
  const writes = remarks.flatMap((remark) => remark.writes ?? [])
  const settle = remarks.flatMap((remark) => remark.settle ?? [])
  try {
    await deps.store.commit([
      ...rows,
      ...writes,
      ...(await queued(queue, plan({ send: [post, ...files], settle }), null)),
    ])
    return true
  } catch (error) {
    if (takenKey(error) === null) throw error
    return false
  }
}
