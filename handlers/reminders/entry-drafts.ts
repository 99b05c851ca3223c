import type { ReminderLine } from '#cards/reminder.ts'
import { entryButton } from '#cards/entry.ts'
import { draftedEntries, type Entry } from '#db/entries.ts'
import { byClock, change } from '#db/history.ts'
import { entries } from '#db/schema/entries.ts'
import { at, DAY_MS, instant, plusMs, type Day } from '#src/domain/day.ts'
import { instantOfSlot, type Slot } from '#src/policy/hours.ts'
import { addWorkingDays } from '#src/policy/working-days.ts'
import { ENTRY_LIFE_MS } from '../entries/draft.ts'
import { entrySubject } from '../entries/entering.ts'
import { enteringOf } from '../entries/kinds.ts'
import type { Minute, Remark, Reminder } from './remark.ts'

/** What was said and not confirmed is recalled on the next working morning, as a visit's draft is. */
export const entryDraftsNext: Reminder = { slot: '08:00', remarks: recall }

async function recall(minute: Minute, day: Day): Promise<Remark[]> {
  const yesterday = { from: at(addWorkingDays(minute.workingDays, day, -1)), to: at(day) }
  return (await draftedEntries(minute.db, yesterday)).map((draft) => ({
    recipient: draft.author,
    kind: 'entry_morning',
    subject: entrySubject(draft.id),
    period: '',
    own: true as const,
    lines: [
      {
        head: '登记还没确认，满三天作废',
        text: textOf(draft),
        buttons: [
          entryButton(draft, '确认', 'entry_confirm', { style: 'main' }),
          entryButton(draft, '修改', 'entry_change'),
          entryButton(draft, '不记', 'entry_drop'),
        ],
        about: entrySubject(draft.id),
        while: { of: 'entry', id: draft.id, states: ['draft'] },
        until: plusMs(draft.since, ENTRY_LIFE_MS),
      },
    ],
  }))
}

/** 登记培训：督学能力提升班. */
const textOf = ({ kind, said }: Entry): string =>
  [enteringOf(kind).title, said['title']].filter((each) => typeof each === 'string').join('：')

/** After three days it is gone, with a word to who said it; its history stays. */
export const entryDraftsLapsed = (slot: Slot): Reminder => ({
  slot,
  async remarks(minute, day) {
    const to = plusMs(instantOfSlot(day, slot), -ENTRY_LIFE_MS)
    const old = await draftedEntries(minute.db, { from: instant(0), to })
    return old.map((draft) => lapse(minute, draft))
  },
})

const WORD_LIFE_MS = 7 * DAY_MS

function lapse(minute: Minute, draft: Entry): Remark {
  const subject = entrySubject(draft.id)
  const line: ReminderLine = {
    head: '登记三天没有确认，已作废',
    text: `${textOf(draft)}。要登记请重新说一遍`,
    about: subject,
    while: null,
    until: plusMs(minute.now, WORD_LIFE_MS),
  }
  return {
    recipient: draft.author,
    kind: 'entry_lapsed',
    subject,
    period: '',
    lines: [line],
    writes: change(entries, draft, { state: 'lapsed' }, byClock('entry.lapse', minute.now)),
    settle: [{ subject, outcome: '已作废' }],
  }
}
