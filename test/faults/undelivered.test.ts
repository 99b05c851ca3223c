import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openWorld, type World } from '#test/world.ts'

let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

const HAZARD = '急！文清路小学围墙要倒，学生就在旁边'
const told = (who: string) =>
  world.simulator
    .inbox(who)
    .filter((each) => each.from === null && each.text.includes('紧急通知'))
    .map((each) => each.text)

describe('an urgent message', () => {
  test('whose receiver WeCom does not know: its sender reads whom to ring up, once', async () => {
    const li = world.person('Li_Min')
    world.simulator.fault('message/send', { kind: 'unreachable', userids: ['chen_yuan'] }, 99)
    await li.says(HAZARD)
    expect(told('Li_Min')).toEqual([
      '给陈源的紧急通知没有送达：接收人不在企业微信通讯录或应用可见范围内，请核对名册里的 userid、应用的可见范围和接口许可（错误码 81013）。请直接打电话。',
    ])
    await world.moveTo('2025-11-18T12:00:00+08:00')
    expect(told('Li_Min')).toHaveLength(1)
    expect(world.logged).toContainEqual({
      level: 'error',
      event: 'urgent_not_delivered',
      fields: expect.objectContaining({ to: 'chen_yuan', mend: expect.stringContaining('by phone') }),
    })
  })

  test('that is not through after three minutes: its sender is told when, and once though it goes on failing', async () => {
    const li = world.person('Li_Min')
    await li.says('前天下午去了文清路小学，没有发现问题')
    // Everybody can be reached but the principal, for whom WeCom is busy.
    world.simulator.fault('message/send', { kind: 'code', errcode: -1 }, 1)
    await li.says(HAZARD)
    expect(told('Li_Min')).toEqual([])
    for (const minute of ['33', '36', '39', '42']) {
      world.simulator.fault('message/send', { kind: 'code', errcode: -1 }, 1)
      await world.moveTo(`2025-11-18T10:${minute}:30+08:00`)
    }
    expect(told('Li_Min')).toHaveLength(1)
    expect(told('Li_Min')[0]).toMatch(
      /给\S+的紧急通知到10:\d\d还没有送达：企业微信系统繁忙（错误码 -1）。请直接打电话。/,
    )
  })

  test('that comes through before its sender could be told: what is no longer so is not said', async () => {
    const li = world.person('Li_Min')
    world.simulator.fault('message/send', { kind: 'status', status: 503 }, 60)
    await li.says(HAZARD)
    for (let minute = 31; minute < 60; minute++) await world.moveTo(`2025-11-18T10:${minute}:00+08:00`)
    expect(world.logged.filter((each) => each.event === 'urgent_not_delivered')).not.toEqual([])
    for (let minute = 10; minute < 50; minute++) await world.moveTo(`2025-11-18T11:${minute}:00+08:00`)
    const alarms = world.simulator.inbox('chen_yuan').filter((each) => each.text.includes('重大隐患'))
    expect(alarms).toHaveLength(1)
    expect(told('Li_Min').join()).not.toContain('陈源')
    expect(told('Li_Min').length).toBe(new Set(told('Li_Min')).size)
  })
})

test('the office reads who missed a message and how to mend it', async () => {
  const [li, office] = [world.person('Li_Min'), world.person('zhou_wen')]
  world.simulator.fault('message/send', { kind: 'unreachable', userids: ['chen_yuan'] }, 99)
  await li.says('昨天下午去了文清路小学，食堂留样记录不全')
  await li.taps('确认')
  await office.says('本周小结')
  office.sees(/陈源.*请核对名册里的 userid、应用的可见范围和接口许可/s)
})
