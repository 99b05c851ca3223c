import type { Config } from '#src/config.ts'
import type { WecomConfig } from '#src/channels/wecom/config.ts'
import { createEnvelope } from '#src/channels/wecom/crypto.ts'
import type { Clock, Ids } from '#src/domain/ports.ts'
import { well, wrong, type Finding } from './finding.ts'

const NAME = '回调'
const TIMEOUT_MS = 10_000

type Door = { path: string; token: string; encodingAesKey: string; receiveId: string }
type Deps = { machine: Clock; ids: Pick<Ids, 'fresh'> }

/** Calls our own address as WeCom does when the address is saved: signed, sealed, and the echo compared byte for byte. */
export function checkCallbacks(config: Config, wecom: WecomConfig, deps: Deps): Promise<Finding[]> {
  const base = config.publicUrl ?? `http://127.0.0.1:${config.port}`
  const app: Door = { ...wecom, path: '/wecom/app', receiveId: wecom.corpId }
  const doors = wecom.bot ? [app, { ...wecom.bot, path: '/wecom/bot', receiveId: '' }] : [app]
  return Promise.all(doors.map((door) => checkDoor(base + door.path, door, deps)))
}

async function checkDoor(address: string, door: Door, { machine, ids }: Deps): Promise<Finding> {
  const echo = ids.fresh()
  const stamp = { timestamp: String(Math.floor(machine.now() / 1000)), nonce: ids.fresh().slice(-16) }
  const { encrypted, signature } = createEnvelope(door).seal(echo, stamp)
  const query = new URLSearchParams({ msg_signature: signature, ...stamp, echostr: encrypted })
  const answer = await get(`${address}?${query}`)
  if (answer === null)
    return wrong(
      NAME,
      `${address} 没有应答`,
      '请确认助手正在运行、PUBLIC_URL 填的是对外地址、反向代理把 /wecom/ 转到 PORT 的端口。',
    )
  if (answer.status === 200 && answer.body === echo) return well(NAME, `${address} 校验通过`)
  return wrong(NAME, `${address} 答复 ${answer.status} ${hint(answer.status)}`, mend(answer.status))
}

const hint = (status: number): string =>
  status === 403 ? '（签名、时间或企业 ID 不符）' : status === 200 ? '（内容被改动）' : ''

const mend = (status: number): string =>
  status === 403 || status === 400
    ? '运行中的助手用的 Token、EncodingAESKey 或企业 ID 与现在的配置不同：请与“接收消息”页面核对后重新启动助手。'
    : status >= 500
      ? '助手处理失败：请看它的日志，并检查磁盘和数据库。'
      : '反向代理没有原样转发：请把 /wecom/ 直接转到助手的端口，不要重定向、登录或改写内容。'

async function get(url: string): Promise<{ status: number; body: string } | null> {
  try {
    const response = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT_MS) })
    return { status: response.status, body: await response.text() }
  } catch {
    return null
  }
}
