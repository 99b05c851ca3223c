import { quietWishesOf } from '#db/wishes.ts'
import type { Minute, Remark } from '#handlers/reminders/remark.ts'
import { instant, type Instant } from '#src/domain/day.ts'
import type { Pause, Quiet } from '#src/domain/wish.ts'
import type { UserId } from '#src/domain/words.ts'
import { whenToSay, type Quietness } from '#src/policy/wishes.ts'

const NOTHING_WISHED: Quietness = { quiets: [], pause: null }

/** When each is to be said, as its receiver wants it (policy.md 8.3 holds whatever he wants); null where not at all. */
export async function momentsFor(
  { db, workingDays, now }: Pick<Minute, 'db' | 'workingDays' | 'now'>,
  remarks: readonly Remark[],
): Promise<Map<Remark, Instant | null>> {
  const wished = new Map<UserId, Quietness>()
  for (const { person, wish } of await quietWishesOf(db, [...new Set(remarks.map((each) => each.recipient))]))
    wished.set(person, withWish(wished.get(person) ?? NOTHING_WISHED, wish as Quiet | Pause))
  const momentOf = (remark: Remark) =>
    whenToSay(workingDays, wished.get(remark.recipient) ?? NOTHING_WISHED, toSay(remark), now)
  return new Map(remarks.map((remark) => [remark, momentOf(remark)]))
}

const withWish = ({ quiets, pause }: Quietness, wish: Quiet | Pause): Quietness =>
  wish.kind === 'pause' ? { quiets, pause: wish } : { quiets: [...quiets, wish], pause }

const toSay = ({ kind, own, lines }: Remark) => ({
  own: own === true,
  asked: kind === 'wish',
  until: instant(Math.max(...lines.map((line) => line.until))),
})
