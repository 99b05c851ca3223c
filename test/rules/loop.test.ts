import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ACTS, type Act } from '#cards/action.ts'
import { EVERYBODY, type Who } from './cast.ts'
import { PRESSES, type Move } from './loop-table.ts'
import { WORDS } from './loop-words.ts'
import { SCENES, sceneNames, type SceneName, type Subject } from './scenes.ts'
import { openStage } from './stage.ts'

type Stage = Awaited<ReturnType<typeof openStage>>

const subjectOf = (act: Act): Subject => (act.startsWith('letter_') ? 'case' : (act.split('_')[0] as Subject))

describe.each(sceneNames)('%s', (scene) => {
  let stage: Stage
  beforeAll(async () => {
    stage = await openStage(scene)
  })
  afterAll(() => stage.close())

  const acts = ACTS.filter((act) => (SCENES[scene].tries as readonly Subject[]).includes(subjectOf(act)))
  test.each(acts)('%s', async (act) => {
    const moves = PRESSES[act]
    const key = stage.keyFor(act, subjectOf(act), moves[0]?.arg)
    await expectTable(moves, scene, stage, (who) => stage.presses(who, key))
  })

  const said = WORDS.filter(({ scenes }) => scenes.includes(scene))
  test.each(said)('$says', async ({ says, moves }) => {
    await expectTable(moves, scene, stage, async (who) => {
      const did = await stage.says(who, says)
      // Words may be answered in many ways, as long as nothing comes of them.
      return did === 'asks' || did === 'too late' ? 'no right' : did
    })
  })
})

/**
 * Everybody tries; what each brought about is compared with the table at once, so that a failure shows the whole row.
 * Whoever may never do it reads that he has no right to, not what has become of the record since.
 */
async function expectTable(
  moves: readonly Move[],
  scene: SceneName,
  stage: Stage,
  tries: (who: Who) => Promise<string>,
): Promise<void> {
  const [wanted, seen]: [Record<string, string>, Record<string, string>] = [{}, {}]
  for (const who of EVERYBODY) {
    const move = moves.find(({ by, in: scenes }) => scenes.includes(scene) && by.includes(who))
    const mayElsewhere = moves.some(({ by }) => by.includes(who))
    wanted[who] = move ? [move.does, move.then?.does].filter(Boolean).join(' → ') : 'no'
    seen[who] = await tries(who)
    if (move?.then && seen[who] === move.does) seen[who] += ` → ${await stage.says(who, move.then.says)}`
    if (!move && (seen[who] === 'no right' || (mayElsewhere && seen[who] === 'too late'))) seen[who] = 'no'
    if (seen[who] !== 'no') stage.restore()
  }
  expect(seen).toEqual(wanted)
}
