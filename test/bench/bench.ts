import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { openNode } from '#db/node.ts'
import { instant } from '#src/domain/day.ts'
import { playYear } from '#test/schedule/play-year.ts'
import { said, tapped } from './callbacks.ts'
import { checkLines } from './checks.ts'
import { fillCity, type City } from './city.ts'
import { table, type Figures } from './figures.ts'
import { issueNotices, type ToSign } from './notices.ts'
import { idleMinutes } from './minutes.ts'
import { drainOutbox } from './outbox.ts'
import { understandingLines } from './understanding.ts'
import { thirtyCitiesLines } from './thirty-cities.ts'
import { startBaseline, startLoader, startServer, startSink, type Loader } from './stage.ts'

const SENDERS = 2_000
const WARM = 2_000
const CALLBACKS = 10_000

/** `deliveries`: what each callback sets in motion. */
type Workload = { name: string; aim: number; deliveries: number; request(n: number): string }

const workloads = (city: City, toSign: readonly ToSign[]): Workload[] => {
  const sender = (n: number) => city.inspectors[n % SENDERS] as City['inspectors'][number]
  return [
    {
      name: '点「签收」',
      aim: 4,
      // The card of what is to be done, the word to the inspector, the outcome on the card that was pressed.
      deliveries: 3,
      request(n) {
        const { principal, ...tap } = toSign[n] as ToSign
        return tapped(principal, tap)
      },
    },
    {
      name: '问「还差几所没去」',
      aim: 5,
      deliveries: 0,
      request: (n) => said(sender(n).userid, '我这个月还差几所没去'),
    },
    {
      name: '说一次督导，到草稿卡片',
      aim: 8,
      deliveries: 1,
      request(n) {
        const { userid, schools } = sender(n)
        const school = schools[Math.floor(n / SENDERS) % schools.length]
        return said(userid, `昨天下午去了${school?.name}，食堂留样记录不全，消防通道堆了桌椅，月底前改完`)
      },
    },
  ]
}

const requestsOf = ({ request }: Workload, from: number, count: number): string[] =>
  Array.from({ length: count }, (_, i) => request(from + i))

async function baseline(name: 'bare' | 'parsed', load: Loader, count: number): Promise<Figures> {
  const server = await startBaseline(name)
  const requests = (n: number) =>
    Array.from({ length: n }, (_, i) => said(`inspector_${i % SENDERS}`, '我这个月还差几所没去'))
  await load(server.port, requests(WARM))
  const figures = await load(server.port, requests(count))
  server.stop()
  return figures
}

type Measured = { name: string; figures: Figures; delivered: number; drainedS: number; residentMb: number }

const folder = mkdtempSync(join(tmpdir(), 'dudao-bench-'))
const databasePath = join(folder, 'bench.db')
const begun = performance.now()
const store = await openNode(databasePath, { kind: 'live' })
const city = await fillCity(store, SENDERS, instant(Date.now()))
const toSign = await issueNotices(store, city, WARM + CALLBACKS, instant(Date.now()))
await store.close()
console.log(`filled in ${((performance.now() - begun) / 1000).toFixed(1)} s`)

const loader = startLoader()
const bare = await baseline('bare', loader.load, 30_000)
const parsed = await baseline('parsed', loader.load, 20_000)
const sink = await startSink()
const server = await startServer(databasePath, sink.port)
const restMb = server.residentMb()
const measured: Measured[] = []
for (const workload of workloads(city, toSign)) measured.push(await measure(workload))
await server.stop()
const drained = await drainOutbox(databasePath, city, sink)
const idle = await idleMinutes(databasePath)
const year = await playYear()
loader.stop()
sink.stop()
rmSync(folder, { recursive: true })

async function measure(workload: Workload): Promise<Measured> {
  const start = await sink.count()
  await loadAll(workload, 0, WARM)
  await delivered(workload, WARM, start)
  const before = await sink.count()
  const figures = await loadAll(workload, WARM, CALLBACKS)
  const begun = performance.now()
  await delivered(workload, CALLBACKS, before)
  const drainedS = (performance.now() - begun) / 1000
  const { name } = workload
  return {
    name,
    figures,
    delivered: (await sink.count()) - before,
    drainedS,
    residentMb: server.residentMb(),
  }
}

async function loadAll(workload: Workload, from: number, count: number): Promise<Figures> {
  const figures = await loader.load(server.port, requestsOf(workload, from, count))
  if (figures.failed > 0) throw new Error(`${figures.failed} callbacks of ${workload.name} failed`)
  return figures
}

/** Waits until all that the callbacks set in motion has arrived; a standstill before that is a failure. */
async function delivered({ name, deliveries }: Workload, callbacks: number, before: number): Promise<void> {
  const expected = before + callbacks * deliveries
  for (let last = -1, now = await sink.count(); now < expected; last = now, now = await sink.count()) {
    if (now === last) throw new Error(`${name}: ${expected - now} messages have not arrived`)
    await pause(2_000)
  }
}

const ratio = (a: number, b: number) => `1/${(b / a).toFixed(1)}`
const row = (name: string, { perSecond, p50, p99, failed }: Figures) => [
  name,
  perSecond.toFixed(0),
  ratio(perSecond, bare.perSecond),
  ratio(perSecond, parsed.perSecond),
  p50.toFixed(1),
  p99.toFixed(1),
  String(failed),
]
console.log(
  table([
    ['', 'req/s', 'of bare', 'of parsed', 'p50', 'p99', 'failed'],
    row('Hono alone', bare),
    row('parsed only', parsed),
    ...measured.map(({ name, figures }) => row(name, figures)),
  ]),
)
for (const { name, delivered, drainedS, residentMb } of measured)
  console.log(
    `${name}: ${delivered} messages out, the last ${drainedS.toFixed(0)} s after; ${residentMb.toFixed(0)} MB`,
  )
console.log(`outbox: ${drained.toFixed(0)} messages a second to the sink`)
console.log(`a minute that brings nothing: ${idle.p50.toFixed(1)} ms, at most ${idle.most.toFixed(1)} ms`)
for (const line of [...understandingLines(), ...(await checkLines()), ...(await thirtyCitiesLines())])
  console.log(line)
console.log(
  `a year of a made-up county, ${year.minutes.length} minutes with all that is due: ${year.seconds.toFixed(0)} s, ${(process.memoryUsage.rss() / 2 ** 20).toFixed(0)} MB`,
)
console.log(`${restMb.toFixed(0)} MB at rest; ${((performance.now() - begun) / 1000).toFixed(0)} s in all`)
