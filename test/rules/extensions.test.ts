import { expect, test } from 'vitest'
import { openCast } from './cast.ts'
import { SCENES } from './scenes.ts'

type Asked = { on?: string; handedInOn?: string; until: string; secondTime?: boolean }

/** policy.md 3.2: the inspector once, by at most 15 days, asked on or before the due day (30 November); else the office. */
const DECIDERS: [string, Asked, 'inspector' | 'office'][] = [
  ['one day more', { until: '12月1号' }, 'inspector'],
  ['fifteen days more', { until: '12月15号' }, 'inspector'],
  ['sixteen days more', { until: '12月16号' }, 'office'],
  ['asked on the due day', { on: '2025-11-30T20:00:00+08:00', until: '12月5号' }, 'inspector'],
  ['asked the day after', { on: '2025-12-01T08:00:00+08:00', until: '12月5号' }, 'office'],
  [
    'written on the due day, handed in the day after',
    {
      on: '2025-11-30T23:58:00+08:00',
      handedInOn: '2025-12-01T00:01:00+08:00',
      until: '12月5号',
    },
    'office',
  ],
  ['the second time', { until: '12月6号', secondTime: true }, 'office'],
]

test.each(DECIDERS)('%s', async (_, asked, decider) => {
  const { world, cast } = await openCast()
  await SCENES.acknowledged.plays(cast)
  if (asked.secondTime) {
    await cast.contact.says('能不能延到12月5号，供货没到')
    await cast.contact.taps('提交')
    await cast.issuer.taps('同意')
  }
  if (asked.on) await world.moveTo(asked.on)
  await cast.contact.says(`能不能延到${asked.until}，供货没到`)
  if (asked.handedInOn) await world.moveTo(asked.handedInOn)
  await cast.contact.taps('提交')
  const last = world.store.client.prepare('select state, decider from requests order by rowid desc').get()
  expect(last).toEqual({ state: 'asked', decider })
  const shown = decider === 'inspector' ? cast.issuer : cast.county_office
  expect(shown.buttons()).toEqual(['同意', '不同意'])
  await world.close()
})

test.each([
  ['the day that stands', '能不能延到11月30号，供货没到', '现在的期限就是11月30日（周日）'],
  ['no day', '能不能宽限几天，供货没到', '要延到哪一天'],
  ['no reason', '能不能延到12月5号', '什么原因？'],
])('%s: nothing to hand in', async (_, words, answer) => {
  const { world, cast } = await openCast()
  await SCENES.acknowledged.plays(cast)
  await cast.contact.says(words)
  cast.contact.sees(answer)
  expect(world.store.client.prepare('select count(*) from requests').pluck().get()).toBe(0)
  await world.close()
})
