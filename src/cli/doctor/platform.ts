import type { WecomConfig } from '#src/channels/wecom/config.ts'
import { failureOf } from '#src/channels/wecom/codes.ts'
import { apiUrl } from '#src/channels/wecom/http.ts'
import { httpDate, secondText, type Instant } from '#src/domain/day.ts'
import { well, wrong, type Finding } from './finding.ts'

const TIMEOUT_MS = 10_000
/** A callback signed ten minutes off our clock is refused; reminders would be off long before. */
const SKEW_MS = 60_000

type Said = { at: Instant | null; code: number; token: string }

/** Asks the platform for a token, and with it for something: the clock, the secret and the trusted address show themselves. */
export async function checkPlatform(config: WecomConfig, now: () => Instant): Promise<Finding[]> {
  const granted = await ask(config, 'gettoken', { corpid: config.corpId, corpsecret: config.secret })
  if (granted === null)
    return [
      wrong(
        '企业微信接口',
        `连不上 ${config.apiBase}`,
        '请检查服务器能否上网、域名解析、防火墙；私有化部署请核对 WECOM_API_BASE。',
      ),
    ]
  return [checkClock(granted.at, now()), await checkToken(config, granted)]
}

async function ask(config: WecomConfig, path: string, query: Record<string, string>): Promise<Said | null> {
  try {
    const response = await fetch(apiUrl(config.apiBase, path, query), {
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    })
    const said = (await response.json()) as { errcode?: number; access_token?: string }
    const at = httpDate(response.headers.get('date'))
    return { at, code: said.errcode ?? 0, token: said.access_token ?? '' }
  } catch {
    return null
  }
}

function checkClock(there: Instant | null, here: Instant): Finding {
  if (there === null) return well('时钟', '对方没有报时，未核对')
  const skew = here - there
  if (Math.abs(skew) <= SKEW_MS) return well('时钟', '与企业微信一致')
  const off = `本机 ${secondText(here)}，企业微信 ${secondText(there)}，相差 ${Math.round(Math.abs(skew) / 1000)} 秒`
  return wrong('时钟', off, '请打开服务器的自动对时（例如 timedatectl set-ntp true）。')
}

/** 40001 and its like come with the token, 60020 with the first call that uses it. */
async function checkToken(config: WecomConfig, granted: Said): Promise<Finding> {
  const used =
    granted.code === 0 ? await ask(config, 'getcallbackip', { access_token: granted.token }) : granted
  if (used?.code === 0) return well('令牌', '企业 ID、Secret 正确，接口可用')
  const why = used ? failureOf(used.code).why : '企业微信没有应答'
  return wrong(
    '令牌',
    why,
    'WECOM_CORP_ID 在“我的企业”，WECOM_SECRET 在“应用管理”中本应用的页面；改好后重新启动。',
  )
}
