import { expect, test } from 'vitest'
import { understand } from '#src/language/understand.ts'
import { listening, REGISTRY } from './city.ts'

test.each(['昨天第七中学的校车超载了，月底前整改', '登记一下：今天上午，第七中学，门卫未着装，11月30日前改'])(
  'with a draft open a visit to a numbered school is a visit, not a change of its seventh item: %s',
  (text) => {
    expect(understand(text, REGISTRY, listening(undefined, { draftOpen: true }))).toMatchObject({
      intent: 'log_visit',
      visits: [{ school: { candidates: ['S02'] }, findings: [{ due: '2025-11-30' }] }],
    })
  },
)
