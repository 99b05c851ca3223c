import { test } from 'vitest'
import { stage } from '#test/stage.ts'

const { world } = stage()

test.each([['上个月销号的都有哪些', '按状态列出整改清单现在还办不了，没有记下任何内容']])(
  'what is understood and not done here yet is said in one line: %s',
  async (words, answer) => {
    const li = world.person('Li_Min')
    await li.says(words)
    li.sees(answer)
  },
)
