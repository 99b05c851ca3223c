import { afterEach, beforeEach, test } from 'vitest'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

test.each([['建议表扬文清，课后服务办得有声有色', '推荐表彰现在还办不了，没有记下任何内容']])(
  'what is understood and not done here yet is said in one line: %s',
  async (words, answer) => {
    const li = world.person('Li_Min')
    await li.says(words)
    li.sees(answer)
  },
)
