import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { contentsOf } from '#db/file.ts'
import { openNode } from '#db/node.ts'
import { inbox, photos } from '#db/schema/machine.ts'
import { dudao } from '#src/cli/dudao.ts'
import { runDudao } from '#test/dudao-process.ts'
import { photo } from '#test/photo.ts'
import { openSite, type Site } from './site.ts'

const WRITERS = ['Li_Min', 'wang_qiang', 'liao_nan', 'chen_yuan', 'he_si']
/** Fifty a second. */
const EVERY_MS = 20

let site: Site
let folder: string
let file: string
let acknowledgedBefore: string[]
let copied: Awaited<ReturnType<typeof runDudao>>

beforeAll(async () => {
  site = await openSite()
  folder = mkdtempSync(join(tmpdir(), 'dudao-backup-'))
  file = join(folder, 'copy.tar.gz')
  await site.address()
  await site.simulator.say('Li_Min', '昨天下午去了文清路小学，食堂留样记录不全')
  await site.simulator.sendImage('Li_Min', await photo('red'))
  const writing = writeOnAndOn()
  await vi.waitFor(() => expect(writing.acknowledged.length).toBeGreaterThan(50), { timeout: 20_000 })
  acknowledgedBefore = [...writing.acknowledged]
  copied = await runDudao(['backup', file], { DATABASE_PATH: site.databasePath })
  await writing.stop()
}, 60_000)
afterAll(async () => {
  await site.close()
  rmSync(folder, { recursive: true })
})

/** One callback after the other at an even pace, whether or not the last was answered; notes what was acknowledged. */
function writeOnAndOn() {
  const acknowledged: string[] = []
  const answers: Promise<unknown>[] = []
  let n = 0
  const writing = setInterval(() => {
    const words = `帮助 ${++n}`
    const said = site.simulator.say(WRITERS[n % WRITERS.length] as string, words)
    answers.push(said.then(({ status }) => status === 200 && acknowledged.push(words)))
  }, EVERY_MS)
  const stop = async () => {
    clearInterval(writing)
    await Promise.all(answers)
  }
  return { acknowledged, stop }
}

/** In this process: most of what a process of its own takes is its start. */
async function restore(from: string, database: string) {
  let said = ''
  const say = (line: string) => void (said += `${line}\n`)
  vi.stubEnv('DATABASE_PATH', database)
  const code = await dudao(['restore', from], { out: say, err: say })
  vi.unstubAllEnvs()
  return { code, said }
}

describe('a backup made while fifty callbacks a second come in', () => {
  test('is one file that only its owner reads, and leaves nothing else', () => {
    expect(copied).toMatchObject({ code: 0, out: expect.stringContaining('和 1 张照片') })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['copy.tar.gz'])
  })

  test('comes back whole, with every record acknowledged before it began and every photo that it names', async () => {
    const database = join(folder, 'new/data/dudao.db')
    expect(await restore(file, database)).toEqual({ code: 0, said: expect.stringContaining('已从') })
    expect(statSync(database).mode & 0o777).toBe(0o600)
    expect(contentsOf(database)).toMatchObject({ integrity: 'ok', kind: 'live' })
    const store = await openNode(database, { kind: 'live' })
    const words = new Set((await store.db.select().from(inbox)).map((each) => each.words))
    expect(acknowledgedBefore.filter((each) => !words.has(each))).toEqual([])
    const [kept] = await store.db.select().from(photos)
    await store.close()
    const image = join(folder, 'new/data/files', String(kept?.sha256))
    expect(statSync(image).mode & 0o777).toBe(0o600)
  })

  test('is not written over another', async () => {
    expect(await runDudao(['backup', file], { DATABASE_PATH: site.databasePath })).toMatchObject({
      code: 1,
      err: expect.stringContaining('已经存在，不会覆盖'),
    })
  })

  test('does not take the place of a database in use', async () => {
    expect(await restore(file, site.databasePath)).toEqual({
      code: 1,
      said: expect.stringMatching(/正在使用。请先停掉督导助手/),
    })
    expect(await (await site.ask('/readyz')).text()).toBe('ok')
  })
})

test('what was there before is kept under another name', async () => {
  const database = join(folder, 'old/dudao.db')
  const old = await openNode(database, { kind: 'live' })
  await old.close()
  expect((await restore(file, database)).said).toMatch(
    /原来的数据库改名为 \S+dudao\.db\.\d{4}-\d\d-\d\d-\d{6}/,
  )
  expect(readdirSync(join(folder, 'old')).filter((name) => name.startsWith('dudao.db.'))).toHaveLength(1)
})

test('a database that is broken is moved aside as well', async () => {
  const database = join(folder, 'old/broken.db')
  writeFileSync(database, 'no database')
  expect((await restore(file, database)).code).toBe(0)
  expect(contentsOf(database).integrity).toBe('ok')
})

describe('refused by name, and nothing is replaced:', () => {
  const middle = (bytes: Buffer) => Math.floor(bytes.length / 2)
  const flipped = (bytes: Buffer) => {
    const copy = Buffer.from(bytes)
    copy.writeUInt8(copy.readUInt8(middle(copy)) ^ 1, middle(copy))
    return copy
  }
  const holed = (bytes: Buffer) => Buffer.from(bytes).fill(0, middle(bytes), middle(bytes) + 2 ** 16)
  const cases: [what: string, made: (whole: Buffer) => Buffer, words: RegExp][] = [
    ['half of a backup', (whole) => whole.subarray(0, middle(whole)), /已损坏或不完整/],
    ['all but the last byte', (whole) => whole.subarray(0, -1), /已损坏或不完整/],
    ['one bit turned over', flipped, /已损坏或不完整/],
    // What is packed well may still be no good: the database's own check finds it.
    ['pages lost before it was packed', (whole) => gzipSync(holed(gunzipSync(whole))), /损坏|不能读取/],
    ['a picture', () => Buffer.from('\xff\xd8\xff\xe0 JFIF', 'latin1'), /不是督导助手的备份/],
    ['an empty file', () => Buffer.alloc(0), /不是督导助手的备份/],
    ['a gzip of something else', () => gzipSync('hello'), /已损坏或不完整|不是督导助手的备份/],
  ]
  test.each(cases)('%s', async (_, made, words) => {
    const database = join(folder, 'untouched/dudao.db')
    await (await openNode(database, { kind: 'live' })).close()
    const before = statSync(database).ino
    const bad = join(folder, 'bad.tar.gz')
    writeFileSync(bad, made(readFileSync(file)))
    expect(await restore(bad, database)).toEqual({ code: 1, said: expect.stringMatching(words) })
    expect(statSync(database).ino).toBe(before)
    expect(readdirSync(join(folder, 'untouched'))).toEqual(['dudao.db'])
  })

  test('a file that is not there', async () => {
    expect(await restore(join(folder, 'none'), join(folder, 'x.db'))).toEqual({
      code: 1,
      said: expect.stringContaining('打不开文件'),
    })
  })
})
