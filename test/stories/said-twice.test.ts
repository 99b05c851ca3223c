import { expect, test } from 'vitest'
import { plusMs } from '#src/domain/day.ts'
import { stage } from '#test/stage.ts'

const { world } = stage()

test('the same answer three times is shown three times, although WeCom drops what is equal', async () => {
  const li = world.person('Li_Min')
  await li.says('今天上午去了文清，门卫没登记')
  const card = li.card()
  await li.says('改成昨天')
  for (let i = 0; i < 3; i++) {
    await li.presses(card, '确认')
    li.sees('此件已由李敏于')
  }
})

test('and within one second too', async () => {
  const li = world.person('Li_Min')
  await li.says('今天上午去了文清，门卫没登记')
  const card = li.card()
  await li.says('改成昨天')
  const before = world.clock.at
  for (let i = 0; i < 4; i++) {
    // Undoes the time that passes between two acts.
    world.clock.at = plusMs(before, -7_000)
    await li.presses(card, '确认')
    li.sees('此件已由李敏于')
  }
})

test('a callback that comes again gets the same answer and does nothing', async () => {
  const message = {
    FromUserName: 'Li_Min',
    MsgType: 'text',
    Content: '今天上午去了文清，门卫没登记',
    MsgId: '7459035031717794886',
  }
  const [a, b] = [await world.posts(message), await world.posts(message)]
  expect([a.status, b.status]).toEqual([200, 200])
  expect(await b.text()).toBe(await a.text())
  const cards = world.simulator.inbox('Li_Min').filter((each) => each.kind === 'card')
  expect(cards).toHaveLength(1)
})

test('what waited longer than four hours says so', async () => {
  const li = world.person('Li_Min')
  world.simulator.fault('message/send', { kind: 'code', errcode: -1 }, 1)
  await li.says('今天上午去了文清，门卫没登记')
  li.seesNothing()
  world.clock.at = plusMs(world.clock.at, 5 * 3_600_000)
  await world.settle()
  li.sees('（补发）督导记录和整改通知（待确认）')
  await li.taps('确认')
  li.sees('已记录')
  expect(li.card().state).toBe('dead')
})

test('an answer that broke off is sent again, and shown once', async () => {
  const li = world.person('Li_Min')
  world.simulator.fault('message/send', { kind: 'truncated', delivered: true }, 1)
  await li.says('今天上午去了文清，门卫没登记')
  world.clock.at = plusMs(world.clock.at, 60_000)
  await world.settle()
  const cards = world.simulator.inbox('Li_Min').filter((each) => each.kind === 'card')
  expect(cards).toHaveLength(1)
})

test('thirty messages a minute to one person, not one more', async () => {
  const li = world.person('Li_Min')
  for (let i = 0; i < 20; i++) {
    await world.simulator.say('Li_Min', `今天上午去了文清，第${i}号消防栓没水`)
    await world.simulator.say('Li_Min', `今天上午去了七中，第${i}号消防栓没水`)
  }
  await world.settle()
  const cards = () => world.simulator.inbox('Li_Min').filter((each) => each.kind === 'card').length
  expect(cards()).toBe(30)
  expect(world.simulator.dropped('Li_Min')).toBe(0)
  world.clock.at = plusMs(world.clock.at, 71_000)
  await world.settle()
  expect(cards()).toBe(40)
  li.looksUp()
})
