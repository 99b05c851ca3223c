import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { EVERYBODY, type Who } from './cast.ts'
import { DRIVES, type Drive } from './permission-drives.ts'
import { allows, lettersOf, rows } from './permission-rows.ts'
import { openStage } from './stage.ts'

type Stage = Awaited<ReturnType<typeof openStage>>

/**
 * The table of policy.md 4.2, as far as the acts are there, with 3.1, 8.2 and 8.5: every cell is tried through the
 * callbacks by everybody of the cast, in the app and in a group.
 */
describe.each(rows)('%s', (row) => {
  test('each letter has its way to be tried', () => {
    expect(Object.keys(DRIVES[row]).sort()).toEqual(lettersOf(row).sort())
  })

  describe.each(lettersOf(row))('%s', (letter) => {
    const drive = DRIVES[row][letter] as Drive
    let stage: Stage
    beforeAll(async () => {
      stage = await openStage(drive.scene)
    })
    afterAll(() => stage.close())

    const wanted = Object.fromEntries(EVERYBODY.map((who) => [who, allows(row, letter, who)]))

    test.each(['in the app', 'in a group'])('%s', async (place) => {
      const inGroup = place === 'in a group'
      const seen: Record<string, boolean> = {}
      const shown: (string | null)[] = []
      for (const who of EVERYBODY) {
        seen[who] = await tries(stage, who, drive, inGroup)
        if (inGroup) shown.push(stage.lastInline())
        stage.restore()
      }
      expect(seen).toEqual(inGroup && drive.notInGroup ? refused(wanted) : wanted)
      // A group is public: nothing stands there but that it was said privately, or a rule.
      for (const text of shown) expect(text ?? '').not.toMatch(/文清|扶手|Z-\d|督整|陈源|刘芳|李敏/)
    })
  })
})

const refused = (wanted: Record<string, boolean>) =>
  Object.fromEntries(Object.keys(wanted).map((who) => [who, false]))

/** Whether it was done, or told. */
async function tries(stage: Stage, who: Who, drive: Drive, inGroup: boolean): Promise<boolean> {
  const says = inGroup ? stage.saysInGroup : stage.says
  const presses = inGroup ? stage.pressesInGroup : stage.presses
  if ('tells' in drive) {
    if ('asks' in drive) await says(who, drive.asks)
    else await presses(who, stage.keyFor(drive.opens, drive.on, undefined))
    return drive.tells.test((inGroup ? stage.lastAlone(who) : stage.lastAnswer(who)) ?? '')
  }
  if ('press' in drive) return isDone(await presses(who, stage.keyFor(drive.press, drive.on, undefined)))
  const drafted = await says(who, drive.says)
  return isDone(drive.then ? await says(who, drive.then) : drafted)
}

const isDone = (did: string): boolean => did.includes(' | ')
