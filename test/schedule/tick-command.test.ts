import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import type { DatabaseKind } from '#db/kind.ts'
import { openNode, openToRead } from '#db/node.ts'
import { setRemindedUntil } from '#db/reminders.ts'
import { events } from '#db/schema/loop.ts'
import { outbox, reminders } from '#db/schema/machine.ts'
import { meta } from '#db/schema/roster.ts'
import { fillWorkingDays } from '#db/working-days.ts'
import { dudao } from '#src/cli/dudao.ts'
import { instantOf } from '#src/domain/day.ts'
import { importFiles } from '#src/intake/import.ts'
import { rosterFiles } from '#test/roster.ts'

let folder: string
let path: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dudao-tick-'))
  path = join(folder, 'dudao.db')
  vi.stubEnv('DATABASE_PATH', path)
})
afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

/** The roster of the stories, its clock having spoken last on the Friday before. */
async function database(kind: DatabaseKind): Promise<void> {
  const store = await openNode(path, { kind })
  await fillWorkingDays(store, 2026)
  await importFiles(store, rosterFiles(), { at: instantOf('2025-11-18T10:30:00+08:00') })
  await store.commit([setRemindedUntil(instantOf('2025-11-21T17:30:00+08:00'))])
  await store.close()
}

function setUpWecom(): void {
  const app = { CORP_ID: 'ww1', AGENT_ID: '1000002', SECRET: 's', TOKEN: 'token1' }
  for (const [name, value] of Object.entries(app)) vi.stubEnv(`WECOM_${name}`, value)
  vi.stubEnv('WECOM_ENCODING_AES_KEY', 'jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C')
}

async function run(...args: string[]) {
  const [out, err]: string[][] = [[], []]
  const code = await dudao(['tick', ...args], {
    out: (line) => out!.push(line),
    err: (line) => err!.push(line),
  })
  return { code, out: out!, err: err!.join('\n') }
}

/** Everything that a tick may write. */
async function written() {
  const { db, close } = openToRead(path)
  const rows = await Promise.all([outbox, reminders, meta, events].map((table) => db.select().from(table)))
  close()
  return rows
}

const waiting = async () => (await written())[0]!.length
const MONDAY = ['--at', '2025-11-24T08:30']

describe('a live database', () => {
  test('is only read: who would be sent what', async () => {
    await database('live')
    const before = await written()
    const { code, out, err } = await run(...MONDAY)
    expect(code).toBe(0)
    expect(out).toContainEqual(expect.stringMatching(/^周文（zhou_wen）章贡区上周督导小结 11月17日.{1,80}…$/))
    expect(out).toContainEqual(expect.stringMatching(/^宗督（zong_du）全市上周督导小结/))
    expect(err).toBe(`共 ${out.length} 条，没有发出，也没有写入数据库；加 --really 才会发。`)
    expect(await written()).toEqual(before)
  })

  test('groups are named by their place, and no key is shown', async () => {
    await database('live')
    setUpWecom()
    vi.stubEnv('WECOM_DIGEST_WEBHOOKS', '章贡区=5d2a1c88-4e6b-9c55-0f3a-bbbbbbbbbbbb')
    const { out, err } = await run(...MONDAY)
    expect(out).toContainEqual(expect.stringMatching(/^章贡区的群（webhook:章贡区）章贡区上周督导小结/))
    expect(out.join('') + err).not.toContain('5d2a1c88')
  })

  test('--really delivers, and once', async () => {
    await database('live')
    const { out, err } = await run(...MONDAY, '--really')
    expect(err).toContain('已放入发件箱')
    expect(await waiting()).toBe(out.length)
    expect((await run(...MONDAY, '--really')).out).toEqual([])
    expect(await waiting()).toBe(out.length)
  })
})

test('a sample delivers at once', async () => {
  await database('sample')
  const { out } = await run(...MONDAY)
  expect(out.length).toBeGreaterThan(0)
  expect(await waiting()).toBe(out.length)
})

test('a stand-in on this machine is delivered to', async () => {
  await database('live')
  setUpWecom()
  // Nobody listens there: what was committed waits.
  vi.stubEnv('WECOM_API_BASE', 'http://127.0.0.1:9')
  const { out } = await run(...MONDAY)
  expect(await waiting()).toBe(out.length)
})

test('an offset is understood; eight o’clock shows the turns of everybody', async () => {
  await database('live')
  const local = await run('--at', '2025-11-24T08:30')
  expect((await run('--at', '2025-11-24T00:30:00Z')).out).toEqual(local.out)
  expect((await run('--at', '2025-11-24T08:30:00+08:00')).out).toEqual(local.out)
  const [eight, nine] = [await run('--at', '2025-11-25T08:00'), await run('--at', '2025-11-25T08:09')]
  expect(eight.out).not.toEqual([])
  expect(eight.out).toEqual(nine.out)
})

test.each([[[]], [['--at', 'Monday']], [['--at', '2025-11-31T08:30']], [['--when', 'now']]])(
  'wrong use: %j',
  async (args) => {
    await database('live')
    const { code, err } = await run(...args)
    expect(code).toBe(2)
    expect(err).toContain('npm run dudao -- tick --at T [--really]')
  },
)

test('without a database there is nothing to look at', async () => {
  const { code, err } = await run(...MONDAY)
  expect(code).toBe(2)
  expect(err).toContain(`没有数据库 ${path}`)
})
