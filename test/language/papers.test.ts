import { expect, test } from 'vitest'
import { understand } from '#src/language/understand.ts'
import { LI, listening, OFFICE, REGISTRY } from './city.ts'

test.each([
  ['督办单 Z-00012', 'order'],
  ['给我一份Z12的督办单', 'order'],
  ['约谈建议Z-00012', 'interview'],
  ['请出 Z-00012 通报建议草稿', 'circular'],
])('%s', (says, paper) => {
  expect(understand(says, REGISTRY, listening(OFFICE))).toEqual({
    intent: 'draft_paper',
    paper,
    number: 'Z-00012',
  })
})

test.each(['督办单', '督办单已经发给文清路小学了', '昨天去文清看督办单 Z-00012 落实没有，食堂留样仍不全'])(
  '%s is no wish for a draft',
  (says) => {
    expect(understand(says, REGISTRY, listening(LI)).intent).not.toBe('draft_paper')
  },
)
