import { randomBytes, randomUUID } from 'node:crypto'
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { clockOffset, moveClock } from '#db/rehearsal.ts'
import { allPeople, allPlaces, allSchools } from '#db/roster.ts'
import type { Store } from '#db/store.ts'
import { instant } from '#src/domain/day.ts'
import type { Clock } from '#src/domain/ports.ts'
import { CITY_GROUP, ROLE_NAMES } from '#src/domain/words.ts'
import { loadSample } from '#src/intake/sample-city.ts'
import { examplesFor } from './examples.ts'
import type { SimPerson } from './options.ts'
import { createSimulator } from './simulator.ts'

export type Sample = Awaited<ReturnType<typeof createSample>>

type SampleDeps = {
  store: Store
  machine: Clock
  port: number
  folder: string
  /** What the assistant does when its business time has been moved on. */
  moved(): Promise<void>
}

const letters = (bytes: number) => randomBytes(bytes).toString('hex')

/** The sample city with the stand-in of WeCom: made once, with secrets of its own at each start. */
export async function createSample({ store, machine, port, folder, moved }: SampleDeps) {
  if ((await allPlaces(store.db)).length === 0) await loadSample(store, machine.now())
  const base = `http://127.0.0.1:${port}`
  const clock = await rehearsalClock(store, machine, moved)
  const robot = randomUUID()
  const keys = () => ({ token: letters(16), encodingAesKey: aesKey() })
  const app = { corpId: 'ww-sample', agentId: 1_000_002, secret: letters(16), ...keys() }
  const bot = { ...keys(), botId: 'bot-sample', name: '督导助手' }
  const simulator = createSimulator({
    ...app,
    bot,
    robots: [{ key: robot }],
    callbackBase: base,
    people: () => simPeople(store),
    now: machine.now,
    clock,
    phones: ['li_min', 'chen_zhiyuan', 'zhou_wen'],
    examples: examplesFor(store.db, clock),
    storage: fileStorage(join(folder, 'sample-phones.json')),
  })
  return {
    app: simulator.app,
    clock,
    wecom: {
      ...app,
      bot,
      apiBase: `${base}/simulator/wecom`,
      webhooks: new Map([[CITY_GROUP, robot]]),
    },
    close: simulator.close,
  }
}

/** 43 letters and digits that decode to 32 bytes. */
function aesKey(): string {
  for (;;) {
    const key = randomBytes(32).toString('base64').slice(0, 43)
    if (/^[A-Za-z0-9]{43}$/.test(key)) return key
  }
}

/** Business time of the sample: machine time, moved on by the page's buttons, never back. */
async function rehearsalClock(store: Store, machine: Clock, moved: SampleDeps['moved']) {
  let offset = await clockOffset(store.db)
  return {
    now: () => instant(machine.now() + offset),
    async moveTo(ms: number): Promise<void> {
      offset = Math.max(offset, ms - machine.now())
      await store.commit([moveClock(offset)])
      await moved()
    },
  }
}

async function simPeople(store: Store): Promise<SimPerson[]> {
  const schools = new Map((await allSchools(store.db)).map((school) => [school.code, school.name]))
  return (await allPeople(store.db)).map((person) => ({
    userid: person.written,
    name: person.name,
    role: ROLE_NAMES[person.role],
    unit: (person.school && schools.get(person.school)) || person.county || '市级',
  }))
}

function fileStorage(path: string) {
  return {
    load(): string | null {
      try {
        return readFileSync(path, 'utf8')
      } catch {
        return null
      }
    },
    save(json: string): void {
      writeFileSync(`${path}.part`, json, { mode: 0o600 })
      renameSync(`${path}.part`, path)
    },
  }
}
