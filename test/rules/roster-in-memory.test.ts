import { expect, test } from 'vitest'
import { newVersion } from '#db/roster.ts'
import { openNode } from '#db/node.ts'
import { createRosterKeeper } from '#src/bot/roster.ts'

test('callbacks that arrive together wait for one reading of the roster, and an import is noticed', async () => {
  const store = await openNode(':memory:', { kind: 'sample' })
  const known = createRosterKeeper(store.db)
  const [first, second] = await Promise.all([known(), known()])
  expect(second).toBe(first)
  expect(await known()).toBe(first)
  await store.commit([newVersion('roster', 1)])
  expect((await known()).versions.roster).toBe(1)
  await store.close()
})
