import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { outbox } from '#db/schema/machine.ts'
import { text, type Post } from '#handlers/plan.ts'
import { queuedPost } from '#src/bot/queue.ts'
import { plusMs } from '#src/domain/day.ts'
import { userId } from '#src/domain/words.ts'
import { ids } from '#src/machine.ts'
import type { Fault } from '#src/simulator/faults.ts'
import { photo } from '#test/photo.ts'
import { openWorld, type World } from '#test/world.ts'

/** What must come of a message whose call fails in one way, once (wecom.md 4.14). */
type Outcome =
  /** Shown within the same try: the token is drawn anew. */
  | 'at once'
  /** Shown once, when it is tried again. */
  | 'later'
  /** Shown once after somebody has changed a setting, which the log names as an error. */
  | 'mended'
  /** Shown to nobody; the office reads it in its weekly summary. */
  | 'never'

const code = (errcode: number): Fault => ({ kind: 'code', errcode })

const FAILURES: Record<string, [Fault, Outcome]> = {
  'the token runs out (42001)': [{ kind: 'expired_token' }, 'at once'],
  'the token is taken back (40014)': [code(40014), 'at once'],
  'busy (-1)': [code(-1), 'later'],
  'over the limit (45009)': [code(45009), 'later'],
  'too many calls at once (45033)': [code(45033), 'later'],
  'a code that nobody knows (99999)': [code(99999), 'later'],
  'a gateway’s page (502)': [{ kind: 'status', status: 502 }, 'later'],
  'a gateway’s page after it was done (502)': [{ kind: 'status', status: 502, delivered: true }, 'later'],
  'half an answer': [{ kind: 'truncated' }, 'later'],
  'half an answer after it was done': [{ kind: 'truncated', delivered: true }, 'later'],
  'the connection is cut': [{ kind: 'cut' }, 'later'],
  'the connection is cut after it was done': [{ kind: 'cut', delivered: true }, 'later'],
  'all receivers invalid (81013)': [code(81013), 'never'],
  'userid not found (60111)': [code(60111), 'never'],
  'userid invalid (40003)': [code(40003), 'never'],
  'content refused (40058)': [code(40058), 'never'],
  'the address is not trusted (60020)': [code(60020), 'mended'],
  'rights withdrawn for disuse (48006)': [code(48006), 'mended'],
  'app disabled (50003)': [code(50003), 'mended'],
  'another app’s id (301002)': [code(301002), 'mended'],
}

const LI = userId('li_min')
let world: World
beforeEach(async () => {
  world = await openWorld()
})
afterEach(() => world.close())

async function sends(message: Post['message']): Promise<void> {
  const now = world.clock.at
  const queue = { db: world.store.db, ids, now, machineNow: now }
  await world.store.commit([await queuedPost(queue, { ...text(LI, 'a subject', ''), message })])
  await world.settle()
}

const onThePhone = (kind: string) => () =>
  world.simulator.inbox('Li_Min').filter((each) => each.from === null && each.kind === kind).length
const CARD = {
  kind: 'buttons' as const,
  title: '请确认',
  fields: [],
  buttons: [{ label: '好', action: 'a' }],
}

/** Each outgoing call: what makes it, and how often its effect is seen. */
const CALLS: Record<string, { api: string; make(fail: () => void): Promise<void>; seen(): number }> = {
  'a text': {
    api: 'message/send',
    make: (fail) => (fail(), sends({ kind: 'text', text: '您好' })),
    seen: onThePhone('text'),
  },
  'a card': {
    api: 'message/send',
    make: (fail) => (fail(), sends({ kind: 'card', card: CARD })),
    seen: onThePhone('card'),
  },
  'the upload of a picture': { api: 'media/upload', make: sendsPicture, seen: onThePhone('image') },
  'a picture': { api: 'message/send', make: sendsPicture, seen: onThePhone('image') },
  'the outcome of a card': {
    api: 'message/update_template_card',
    async make(fail) {
      const li = world.person('Li_Min')
      await li.says('昨天下午去了文清路小学，没有发现问题')
      fail()
      await li.taps('确认')
    },
    seen: () =>
      world.simulator.inbox('Li_Min').filter((each) => each.outcome?.startsWith('已确认') ?? false).length,
  },
}

async function sendsPicture(fail: () => void): Promise<void> {
  const { sha256 } = await world.files.keepImage(await photo('red'))
  fail()
  await sends({ kind: 'image', sha256, name: '照片.jpg' })
}

const states = async () =>
  new Set((await world.store.db.select({ state: outbox.state }).from(outbox)).map(({ state }) => state))
const toMend = () => world.logged.filter(({ event }) => event === 'setting_to_mend')

describe.each(Object.entries(CALLS))('%s', (name, { api, make, seen }) => {
  const isUpdate = name === 'the outcome of a card'

  test.each(Object.entries(FAILURES))('%s', async (_, [fault, outcome]) => {
    await make(() => world.simulator.fault(api, fault))
    const isDone = 'delivered' in fault && fault.delivered && api !== 'media/upload'
    if (outcome === 'at once' || isDone) expect(seen()).toBe(1)
    else expect(seen()).toBe(0)
    expect(toMend().length).toBe(outcome === 'mended' ? 1 : 0)

    // What waits for a setting to be mended is tried again after ten minutes.
    world.clock.at = plusMs(world.clock.at, 15 * 60_000)
    await world.settle()
    expect(seen()).toBe(outcome === 'never' ? 0 : 1)
    expect(await states()).toEqual(
      new Set(outcome === 'never' ? (isUpdate ? ['sent', 'failed'] : ['failed']) : ['sent']),
    )
    expect(world.simulator.dropped()).toBe(0)
  })
})

describe('the token itself', () => {
  const cases: [what: string, fault: Fault][] = [
    ['a wrong secret (40001)', code(40001)],
    ['busy (-1)', code(-1)],
    ['over the limit (45009)', code(45009)],
    ['a gateway’s page', { kind: 'status', status: 503 }],
    ['half an answer', { kind: 'truncated' }],
    ['the connection is cut', { kind: 'cut' }],
  ]
  test.each(cases)('%s: nothing is sent, and everything once there is one', async (_, fault) => {
    world.simulator.fault('gettoken', fault)
    await sends({ kind: 'text', text: '您好' })
    expect(onThePhone('text')()).toBe(0)
    world.clock.at = plusMs(world.clock.at, 15 * 60_000)
    await world.settle()
    expect(onThePhone('text')()).toBe(1)
    expect(await states()).toEqual(new Set(['sent']))
  })
})

test('a receiver without a licence is given up, and the office reads his name', async () => {
  world.simulator.fault('message/send', { kind: 'unreachable', userids: ['li_min'] })
  await sends({ kind: 'text', text: '您好' })
  expect(await states()).toEqual(new Set(['failed']))
  const office = world.person('zhou_wen')
  await office.says('本周小结')
  office.sees(/李敏.*接口许可/s)
})

test('the token runs out in mid-batch: one fresh token serves all, and each is shown once', async () => {
  await sends({ kind: 'text', text: '前一条' })
  const before = world.simulator.calls().length
  world.simulator.expireTokens()
  const now = world.clock.at
  const queue = { db: world.store.db, ids, now, machineNow: now }
  const writes = ['chen_yuan', 'gao_qi', 'he_si', 'zhou_wen', 'sun_li'].map((to) =>
    queuedPost(queue, text(userId(to), 'a subject', '您好')),
  )
  await world.store.commit(await Promise.all(writes))
  await world.settle()
  const calls = world.simulator.calls().slice(before)
  expect(calls.filter((each) => each.api === 'gettoken')).toHaveLength(1)
  expect(calls.filter((each) => each.api === 'message/send' && each.errcode === 0)).toHaveLength(5)
})
