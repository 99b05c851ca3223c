import { expect, test } from 'vitest'
import { DIALOGUES, isTaken, play } from './dialogues.ts'
import type { State } from './dialogue-state.ts'

test('there are forty, of three to six turns', () => {
  expect(DIALOGUES.length).toBeGreaterThanOrEqual(40)
  expect(new Set(DIALOGUES.map(({ id }) => id)).size).toBe(DIALOGUES.length)
  for (const { id, turns } of DIALOGUES) {
    const taken = turns.filter(isTaken).length
    expect([id, taken >= 3 && taken <= 6]).toEqual([id, true])
  }
})

test.each(DIALOGUES.map((each) => [each.id, each] as const))('%s', async (_, dialogue) => {
  let before: Pick<State, 'drafts' | 'saved'> = { drafts: [], saved: [] }
  await play(dialogue, (turn, found) => {
    const { drafts, saved } = turn
    const wanted = { drafts: drafts ?? before.drafts, saved: saved ?? before.saved }
    expect({ turn, drafts: found.drafts, asks: found.asks, saved: found.saved }).toEqual({
      turn,
      ...wanted,
      asks: turn.asks ?? null,
    })
    const reads = turn.reads ?? {}
    expect([turn, Object.keys(found.reads).sort()]).toEqual([turn, Object.keys(reads).sort()])
    for (const [who, short] of Object.entries(reads))
      expect([turn, found.reads[who]]).toEqual([
        turn,
        [short].flat().map((each) => expect.stringContaining(each)),
      ])
    before = wanted
  })
})
