import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { kindOf } from '#db/kind.ts'
import { openNode } from '#db/node.ts'
import { allSchools } from '#db/roster.ts'
import { startMain, type MainProcess } from '#test/main-process.ts'
import { SETTINGS } from './site.ts'

let folder: string
let main: MainProcess
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'dudao-start-'))
})
afterEach(async () => {
  await main.stop()
  rmSync(folder, { recursive: true })
})

const start = (settings: Record<string, string> = {}) => (main = startMain(settings, folder))

/** The exit code and the words of a start that was refused. */
async function refusal(settings: Record<string, string>) {
  const { ended, said } = start(settings)
  return { code: (await ended)[0], said: said() }
}

describe('without credentials', () => {
  test('a fresh folder becomes the sample city, and the address of its phones is said in both languages', async () => {
    const { hears, stop } = start()
    const [, address] = await hears(/请用浏览器打开模拟器：(\S+)\n.*Open the simulator: \1\n/)
    expect((await fetch(`${address}`)).status).toBe(200)
    expect(await stop()).toBe(0)
    const store = await openNode(join(folder, 'data/sample.db'), { kind: 'sample' })
    expect(await kindOf(store)).toBe('sample')
    expect((await allSchools(store.db)).length).toBeGreaterThan(1000)
    await store.close()
  })

  test('a database of real schools is refused', async () => {
    const path = join(folder, 'dudao.db')
    await (await openNode(path, { kind: 'live' })).close()
    expect(await refusal({ DATABASE_PATH: path })).toEqual({
      code: 1,
      said: `${path} 是正式数据库，不能当示例数据库用。请用 DATABASE_PATH 指定另一个文件，或移走这个文件后重新启动。\n`,
    })
  })
})

describe('with credentials', () => {
  test('a fresh folder becomes a live database, and the address for WeCom is said', async () => {
    const { hears, stop } = start(SETTINGS)
    const [, base] = await hears(/企业微信回调地址：(\S+)\/wecom\/app\n/)
    expect(await (await fetch(`${base}/readyz`)).text()).toBe('ok')
    expect((await fetch(`${base}/simulator`)).status).toBe(404)
    expect(await stop()).toBe(0)
    expect(readdirSync(join(folder, 'data'))).toContain('dudao.db')
  })

  test('the sample database is refused', async () => {
    const path = join(folder, 'sample.db')
    await (await openNode(path, { kind: 'sample' })).close()
    expect(await refusal({ ...SETTINGS, DATABASE_PATH: path })).toEqual({
      code: 1,
      said: `${path} 是示例数据库，不能当正式数据库用。请用 DATABASE_PATH 指定另一个文件，或移走这个文件后重新启动。\n`,
    })
  })

  test('half a set is refused, and nothing is made; what is missing is named with the page that shows it', async () => {
    const { WECOM_SECRET: _, WECOM_TOKEN: __, ...half } = SETTINGS
    const { code, said } = await refusal(half)
    expect(code).toBe(1)
    expect(said.split('\n').slice(0, 3)).toEqual([
      '企业微信自建应用的配置不完整，还缺：',
      '  WECOM_SECRET（「应用管理」→ 自建应用 → Secret）',
      '  WECOM_TOKEN（自建应用 →「接收消息」→ API接收消息 → Token）',
    ])
    expect(readdirSync(folder)).toEqual([])
  })

  test('a value of the wrong shape is refused by name', async () => {
    const { code, said } = await refusal({ ...SETTINGS, WECOM_ENCODING_AES_KEY: 'short' })
    expect({ code, said }).toEqual({
      code: 1,
      said: expect.stringContaining('WECOM_ENCODING_AES_KEY 不对：应为 43 位'),
    })
  })

  test('a port that is taken is named, with another to try', async () => {
    const first = start(SETTINGS)
    const [, port] = await first.hears(/127\.0\.0\.1:(\d+)/)
    const second = startMain({ ...SETTINGS, PORT: port as string, DATABASE_PATH: 'other.db' }, folder)
    expect((await second.ended)[0]).toBe(1)
    expect(second.said()).toContain(`端口 ${port} 已被占用`)
  })
})
